"""Comparing what two readings found in one text."""

from dataclasses import replace

from onrecord.record.comparing import Altered, Reading, compare
from onrecord.terms.article import Article
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor, Attribution, Statement, statement_id

ARTICLE = Article("gate", "He said that the gate held. He denied the rest, and asked for time.")
ORLIN = Actor("Kessa Orlin", "person")


def say(words: str, **fields: object) -> Statement:
    """A statement whose content is these words."""
    start = ARTICLE.text.index(words)
    spans = (Span(start, start + len(words)),)
    id_ = statement_id(ARTICLE.digest, Attribution((), (), spans))
    plain = Statement(id_, (), (), spans, "indirect", "speech", "say", ORLIN)
    return replace(plain, **fields)  # type: ignore[arg-type]


def reading(*found: Statement, judged: tuple[str, ...] = ()) -> Reading:
    """What an earlier reading found."""
    return Reading(1, ARTICLE, {each.id: each for each in found}, frozenset(judged))


def test_the_same_again_is_no_difference() -> None:
    """Another confidence and other reasons alone change nothing that anybody reads."""
    held = say("that the gate held", confidence=0.9)
    told = compare(reading(held), [replace(held, confidence=0.5)])
    assert (told.same, told.differences) == (1, ())


def test_gone_new_and_altered_are_told_in_the_order_of_the_text() -> None:
    """Each with its words, and what altered with the fields that differ."""
    held, rest = say("that the gate held"), say("the rest")
    told = compare(
        reading(held, rest, judged=(rest.id,)), [say("the gate held", act="admit"), say("for time")]
    )
    assert told.same == 0
    assert [(each.kind, each.words, each.judged) for each in told.differences] == [
        ("altered", "the gate held", False),
        ("gone", "the rest", True),
        ("new", "for time", False),
    ]
    assert told.differences[0].id == held.id
    assert [each.field for each in told.differences[0].altered] == ["content", "act"]
    assert told.differences[0].altered[1] == Altered("act", "say", "admit")


def test_who_overlaps_most_goes_first() -> None:
    """Of two candidates the closer one is the same statement, and the other one is new."""
    held = say("said that the gate held")
    told = compare(reading(held), [say("gate held"), say("that the gate held")])
    assert [(each.kind, each.words) for each in told.differences] == [
        ("altered", "that the gate held"),
        ("new", "gate held"),
    ]


def test_references_are_compared_by_what_they_mean() -> None:
    """A statement inside one that was found at other spans is inside the same one."""
    outer, inner = say("denied the rest"), say("the rest")
    wider = say("He denied the rest")
    told = compare(reading(outer, replace(inner, inside=outer.id)), [wider, replace(inner, inside=wider.id)])
    assert told.same == 1
    assert [[change.field for change in each.altered] for each in told.differences] == [["content"]]
