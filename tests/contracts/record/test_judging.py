"""Judging: what people say of statements holds everywhere, for good, and can be taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from onrecord.errors import JudgementError
from onrecord.record.collection import Record
from onrecord.record.query import Query
from onrecord.record.values import FoundStatement, Run
from onrecord.terms.article import Article
from onrecord.terms.judgement import Opinion, Undo
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor, Attribution, Statement, statement_id

Say = Callable[..., Statement]
Write = Callable[..., Article]

TEXT = "He said that the gate held. He denied the rest, and asked for time."
ORLIN = Actor("Kessa Orlin", "person", "Minister of Waters", None, "XB")
LATER = Run("0.2.0", "another-model", {}, datetime(2026, 4, 1, tzinfo=UTC))


def held(record: Record, id_: str) -> FoundStatement:
    found = record.statement(id_)
    assert found is not None
    return found


def shown(record: Record) -> list[str]:
    return [row.statement.id for row in record.statements().rows]


def test_a_statement_that_is_right_is_as_it_was(record: Record, said: tuple[Statement, ...]) -> None:
    """To call it right changes nothing but how it stands."""
    record.judge(said[0].id, verdict="right", by="Ann Ray")
    found = held(record, said[0].id)
    assert found.statement == said[0]
    assert found.reviewed == "right"
    assert held(record, said[1].id).reviewed == "unreviewed"


def test_a_statement_that_is_wrong_is_hidden_and_still_there(
    record: Record, said: tuple[Statement, ...]
) -> None:
    """Searches, the article, counts and speakers leave it out; by its id it is found."""
    record.judge(said[1].id, verdict="wrong", by="Ann Ray")
    assert said[1].id not in shown(record)
    assert record.statements(Query(text="rest")).total == 0
    found = record.article("flood")
    assert found is not None
    assert [row.statement.id for row in found.statements] == [said[0].id, said[2].id]
    assert found.revisions[0].statements == 2
    assert record.counts().statements == 2
    assert "deny" not in record.counts().by_act
    assert held(record, said[1].id).reviewed == "wrong"
    assert held(record, said[1].id).latest
    whole = record.article("flood", wrong=True)
    assert whole is not None
    assert len(whole.statements) == 3


def test_a_corrected_field_wins_everywhere(record: Record, said: tuple[Statement, ...]) -> None:
    """It is found by what is right and no longer by what was found."""
    record.judge(said[0].id, changes={"act": "admit", "said": "2026-02-01"}, by="Ann Ray")
    assert record.statements(Query(act="say")).total == 0
    [row] = record.statements(Query(act="admit", since="2026-02-01", until="2026-02-01")).rows
    assert row.statement == replace(
        said[0], act="admit", said=row.statement.said, decisions=row.statement.decisions
    )
    assert {(each.field, each.by) for each in row.statement.decisions} == {
        ("act", "reviewer: Ann Ray"),
        ("said", "reviewer: Ann Ray"),
    }
    assert row.reviewed == "corrected"
    assert record.counts().by_act == {"admit": 1, "deny": 1, "urge": 1}


def test_a_corrected_span_has_its_own_words(record: Record, said: tuple[Statement, ...]) -> None:
    """The words follow the span, and the index of words follows them."""
    start = TEXT.index("gate")
    record.judge(said[0].id, changes={"content": [[start, start + 9]], "cue": [(3, 7)]}, by="Ann Ray")
    found = held(record, said[0].id)
    assert (found.content_words, found.cue_words) == ("gate held", "said")
    assert record.statements(Query(text='"that the"')).total == 0
    assert record.statements(Query(text='"gate held"')).total == 1


def test_a_corrected_speaker_is_found_by_name(record: Record, said: tuple[Statement, ...]) -> None:
    """Somebody new to the record speaks at once, and nobody is left who was only found by mistake."""
    for each in said:
        record.judge(each.id, changes={"speaker": {"name": "Kessa Orlin", "kind": "person"}}, by="Ann Ray")
    assert record.statements(Query(speaker="orlin")).total == 3
    assert record.statements(Query(speaker="maddrick")).total == 0
    assert [actor.name for _, actor in record.mentions()] == ["Kessa Orlin"]


def test_actors_are_corrected_part_by_part(record: Record, said: tuple[Statement, ...]) -> None:
    """Audience, targets and on whose behalf can be given and be taken away."""
    record.judge(said[0].id, changes={"audience": ORLIN, "for": ORLIN, "targets": [ORLIN]}, by="Ann Ray")
    found = held(record, said[0].id).statement
    assert (found.audience, found.on_behalf_of, found.targets) == (ORLIN, ORLIN, (ORLIN,))
    record.judge(said[0].id, changes={"audience": None, "for": "", "targets": []}, by="Ann Ray")
    assert replace(held(record, said[0].id).statement, decisions=()) == said[0]


def test_of_two_corrections_the_later_one_holds(record: Record, said: tuple[Statement, ...]) -> None:
    """Field by field: what the later one does not name stays as the earlier one made it."""
    record.judge(said[0].id, changes={"act": "admit", "venue": "at his home"}, by="Ann Ray")
    record.judge(said[0].id, changes={"act": "deny"}, by="Ben Oak")
    found = held(record, said[0].id).statement
    assert (found.act, found.venue) == ("deny", "at his home")


def test_an_undone_judgement_leaves_no_trace_but_in_the_history(
    record: Record, said: tuple[Statement, ...]
) -> None:
    """The statement is what it was before, and the history tells who took back what."""
    before = held(record, said[0].id)
    made = record.judge(said[0].id, changes={"act": "deny", "speaker": ORLIN}, by="Ann Ray", note="heard it")
    undone = record.undo(made.id, by="Ben Oak", note="misheard")
    assert held(record, said[0].id) == before
    assert [actor.name for _, actor in record.mentions()] == ["Joren Maddrick"]
    first, second = record.history(said[0].id)
    assert (first.judgement, first.in_force) == (made, False)
    assert (second.judgement, second.in_force) == (undone, True)
    assert isinstance(first.judgement.what, Opinion)
    assert first.judgement.what.seen == said[0]
    assert (first.judgement.by, first.judgement.note) == ("Ann Ray", "heard it")
    assert second.judgement.what == Undo(made.id)


def test_undoing_can_be_undone(record: Record, said: tuple[Statement, ...]) -> None:
    """What took a judgement back can be taken back, and the judgement holds again."""
    made = record.judge(said[0].id, verdict="wrong", by="Ann Ray")
    undone = record.undo(made.id, by="Ann Ray")
    record.undo(undone.id, by="Ann Ray")
    assert held(record, said[0].id).reviewed == "wrong"
    assert [each.in_force for each in record.history(said[0].id)] == [True, False, True]


def test_nothing_is_undone_twice(record: Record, said: tuple[Statement, ...]) -> None:
    """Whoever comes second is told who came first."""
    made = record.judge(said[0].id, verdict="wrong", by="Ann Ray")
    record.undo(made.id, by="Ben Oak")
    with pytest.raises(JudgementError, match="Ben Oak took it back"):
        record.undo(made.id, by="Ann Ray")
    with pytest.raises(JudgementError, match="no judgement"):
        record.undo("0" * 16, by="Ann Ray")


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"act": "shout"}, "it is one of say, explain"),
        ({"mood": "bad"}, "no field of a statement"),
        ({"content": []}, "needs one at least"),
        ({"content": [[0, 1000]]}, "lies beyond the text"),
        ({"content": [[5, 5]]}, "in the order of the text"),
        ({"content": [[5, 9], [7, 12]]}, "and apart"),
        ({"content": "gate"}, "give pieces"),
        ({"said": "Thursday"}, "give a day as"),
        ({"hedged": "yes"}, "true or false"),
        ({"speaker": "Nobody Here"}, "knows no actor"),
        ({"speaker": {"name": "Ann"}}, "kind being person"),
        ({"speaker": None}, "give the id of an actor"),
        ({"inside": "0" * 16}, "no other statement of this text"),
        ({"venue": "half \ud83d"}, "half a character"),
    ],
)
def test_what_cannot_be_is_refused(
    record: Record, said: tuple[Statement, ...], changes: dict[str, object], complaint: str
) -> None:
    """A field keeps to what the guide allows and to its text; nothing is written."""
    with pytest.raises(JudgementError, match=complaint):
        record.judge(said[0].id, changes=changes, by="Ann Ray")
    assert record.history(said[0].id) == ()
    assert held(record, said[0].id).statement == said[0]


def test_a_judgement_says_what_it_is_about(record: Record, said: tuple[Statement, ...]) -> None:
    """There is a statement, a verdict or a change, and the name of whoever makes it."""
    with pytest.raises(JudgementError, match="no statement with this id"):
        record.judge("0" * 16, verdict="right", by="Ann Ray")
    with pytest.raises(JudgementError, match="say what you judge"):
        record.judge(said[0].id, by="Ann Ray")
    with pytest.raises(JudgementError, match="needs the name"):
        record.judge(said[0].id, verdict="right", by="  ")
    with pytest.raises(JudgementError, match="one or the other"):
        record.judge(said[0].id, verdict="wrong", changes={"act": "deny"}, by="Ann Ray")


def test_a_second_reading_changes_nothing(
    record: Record, run: Run, article: Article, said: tuple[Statement, ...]
) -> None:
    """The same text again, and the same statements found in it again, leave every judgement as it stands."""
    record.judge(said[0].id, changes={"act": "admit"}, by="Ann Ray")
    record.judge(said[1].id, verdict="wrong", by="Ann Ray")
    before = record.statements(Query(superseded=True)).rows, record.article("flood", wrong=True)
    assert record.keep(article, said, run).outcome == "unchanged"
    settled = record.reread(article, said, LATER)
    assert settled is not None
    assert (settled.same, settled.altered, settled.new, settled.gone) == (3, 0, 0, 0)
    assert (record.statements(Query(superseded=True)).rows, record.article("flood", wrong=True)) == before


def test_a_new_model_does_not_overrule_people(
    record: Record, said: tuple[Statement, ...], say: Say, article: Article
) -> None:
    """Found at other spans that overlap, a judged statement keeps its id and what people said of it."""
    record.judge(said[0].id, changes={"act": "admit"}, by="Ann Ray")
    record.judge(said[1].id, verdict="wrong", by="Ann Ray")
    found = (
        say(article, "the gate held", act="confirm", form="indirect"),
        say(article, "the rest,"),
        say(article, "for time", act="urge", confidence=0.7),
    )
    settled = record.reread(article, found, LATER)
    assert settled is not None
    assert (settled.same, settled.altered, settled.new, settled.gone) == (1, 2, 0, 0)
    first = held(record, said[0].id)
    assert (first.statement.act, first.statement.form, first.content_words) == (
        "admit",
        "indirect",
        "the gate held",
    )
    assert held(record, said[1].id).reviewed == "wrong"
    assert record.statement(found[1].id) is None
    assert record.reread(article, found, LATER) == replace(settled, same=3, altered=0)
    for each in record.history(said[0].id):
        record.undo(each.judgement.id, by="Ann Ray")
    assert held(record, said[0].id).statement.act == "confirm"


def test_whoever_says_right_vouches_for_every_field(
    record: Record, said: tuple[Statement, ...], say: Say, article: Article
) -> None:
    """A new model that finds other fields or spans changes nothing in what somebody called right."""
    record.judge(said[0].id, verdict="right", by="Ann Ray")
    record.reread(article, (say(article, "the gate held", act="confirm", confidence=0.9),), LATER)
    found = held(record, said[0].id)
    assert found.statement == said[0]
    assert found.reviewed == "corrected"


def test_what_is_judged_stays_though_it_is_not_found_again(
    record: Record, said: tuple[Statement, ...], article: Article
) -> None:
    """A model that misses it takes away only what nobody has judged."""
    record.judge(said[0].id, verdict="right", by="Ann Ray")
    settled = record.reread(article, (said[2],), LATER)
    assert settled is not None
    assert (settled.same, settled.gone, settled.kept) == (1, 1, 1)
    assert shown(record) == [said[0].id, said[2].id]
    assert record.statement(said[1].id) is None
    again = record.reread(article, said, LATER)
    assert again is not None
    assert (again.same, again.new, again.kept) == (2, 1, 0)
    found = record.article("flood")
    assert found is not None
    assert [row.statement for row in found.statements] == list(said)


def test_the_same_words_elsewhere_are_judged_too(
    record: Record, run: Run, said: tuple[Statement, ...], say: Say, write: Write
) -> None:
    """A copy that is read before or after, even by another model, shows what people said of these words."""
    copy = write(TEXT, id="copy", url="https://copy.example/1")
    record.keep(copy, said, run)
    record.judge(said[0].id, changes={"act": "admit"}, by="Ann Ray")
    record.judge(said[1].id, verdict="right", by="Ann Ray")
    late = write(TEXT, id="late", url="https://late.example/1")
    record.keep(late, (say(late, "the gate held"),), LATER)
    rows = record.statements(Query(act="admit")).rows
    assert {(row.article, row.statement.id) for row in rows} == {
        (name, said[0].id) for name in ("flood", "copy", "late")
    }
    found = record.article("late")
    assert found is not None
    assert [(row.statement.id, row.reviewed) for row in found.statements] == [
        (said[0].id, "corrected"),
        (said[1].id, "right"),
    ]


def test_references_follow_a_statement_that_is_found_elsewhere(
    record: Record, run: Run, say: Say, article: Article
) -> None:
    """What lies inside a judged statement, or answers it, knows it by the id that it keeps."""
    outer, inner = say(article, "denied the rest"), say(article, "the rest")
    record.keep(article, (outer, replace(inner, inside=outer.id, about=(outer.id,))), run)
    record.judge(outer.id, verdict="right", by="Ann Ray")
    wider = say(article, "He denied the rest")
    record.reread(article, (wider, replace(inner, inside=wider.id, about=(wider.id,))), LATER)
    assert held(record, inner.id).statement.inside == outer.id
    assert held(record, inner.id).statement.about == (outer.id,)


def test_the_least_certain_is_reviewed_first(record: Record, said: tuple[Statement, ...]) -> None:
    """What nobody has judged is given in the order of doubt, a page at a time."""
    order = [said[1].id, said[2].id, said[0].id]
    assert [row.statement.id for row in record.to_review()] == order
    assert [row.statement.id for row in record.to_review(limit=1, after=order[0])] == order[1:2]
    assert record.to_review(Query(article="another")) == ()
    made = record.judge(order[0], verdict="wrong", by="Ann Ray")
    assert [row.statement.id for row in record.to_review(Query(article="flood"))] == order[1:]
    record.undo(made.id, by="Ann Ray")
    assert [row.statement.id for row in record.to_review()] == order


def test_progress_counts_what_is_reviewed(record: Record, said: tuple[Statement, ...]) -> None:
    """Each statement counts once, as it stands; each reviewer with what they did."""
    record.judge(said[0].id, verdict="right", by="Ann Ray")
    record.judge(said[1].id, verdict="wrong", by="Ben Oak")
    record.judge(said[1].id, verdict="wrong", by="Ann  Ray")
    found = record.progress()
    assert (found.right, found.wrong, found.corrected, found.unreviewed) == (1, 1, 0, 1)
    assert (found.reviewed, found.statements) == (2, 3)
    assert dict(found.judgements) == {"Ann Ray": 2, "Ben Oak": 1}


def test_ids_are_derived_from_spans_as_before(article: Article, said: tuple[Statement, ...]) -> None:
    """A statement's id is that of the spans it was first found with."""
    start = TEXT.index("the rest")
    spans = Attribution((), (), (Span(start, start + 8),))
    assert said[1].id == statement_id(article.digest, spans)
