"""The log of all decisions, and whom a name may mean."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from onrecord.errors import QueryError
from onrecord.record.collection import Record
from onrecord.record.query import Query
from onrecord.record.values import Run
from onrecord.terms.article import Article
from onrecord.terms.entity import Entity
from onrecord.terms.statement import Actor, Statement

Say = Callable[..., Statement]
Write = Callable[..., Article]

SINCE = datetime(2026, 1, 1, tzinfo=UTC)


def test_the_log_is_the_latest_first_with_what_holds(record: Record, said: tuple[Statement, ...]) -> None:
    """What was taken back does not hold, wherever on the pages of the log that was told."""
    one = record.judge(said[0].id, verdict="right", by="Ann")
    two = record.judge(said[1].id, changes={"act": "say"}, by="Ben")
    gone = record.undo(one.id, by="Ben")
    back = record.undo(gone.id, by="Ann")
    told = record.log()
    assert [each.judgement for each in told] == [back, gone, two, one]
    assert [each.in_force for each in told] == [True, False, True, True]
    assert [each.about for each in told] == [said[0].id, said[0].id, said[1].id, said[0].id]
    record.undo(back.id, by="Ann")
    [last] = record.log(limit=1, before=told[2].number)
    assert (last.judgement, last.in_force) == (one, False)
    assert [each.judgement.by for each in record.log(by="Ben")] == ["Ben", "Ben"]
    assert record.log(by="Nobody") == ()
    assert record.log(by="\0\ud800") == ()


def test_what_somebody_judged_since_is_counted(record: Record, said: tuple[Statement, ...]) -> None:
    """Only theirs, only since then, and nothing that was taken back and has stayed so."""
    made = [record.judge(each.id, verdict="right", by="Ann") for each in said]
    record.judge(said[0].id, verdict="wrong", by="Ben")
    assert record.judged_since(SINCE, by="Ann") == 3
    assert record.judged_since(datetime.now(UTC) + timedelta(minutes=1), by="Ann") == 0
    gone = record.undo(made[0].id, by="Ben")
    assert record.judged_since(SINCE, by="Ann") == 2
    record.undo(gone.id, by="Ben")
    assert record.judged_since(SINCE, by="Ann") == 3


def test_what_is_to_be_reviewed_is_narrowed_like_a_search(
    record: Record, said: tuple[Statement, ...]
) -> None:
    """Words and filters of a query, and a state of review other than none."""
    record.judge(said[2].id, verdict="wrong", by="Ann")
    found = record.to_review(Query(text="rest OR time"))
    assert [row.statement.id for row in found] == [said[1].id]
    assert any(piece.hit for piece in found[0].pieces)
    assert record.to_review(Query(act="say"), after=said[1].id)[0].statement.id == said[0].id
    assert [row.statement.id for row in record.to_review(Query(reviewed="wrong"))] == [said[2].id]
    with pytest.raises(QueryError, match="half a character"):
        record.to_review(Query(text="gate", speaker="\ud800"))


def test_actors_are_known_by_the_beginning_of_a_name(
    record: Record, run: Run, say: Say, write: Write
) -> None:
    """The most quoted first; by id too; nobody for what is in no name."""
    article = write("He said it. She said so. They said no.", id="names")
    names = {"it": "Joren Maddrick", "so": "Jora Maddern", "no": "Maddrick"}
    found = [say(article, words, speaker=Actor(name, "person")) for words, name in names.items()]
    record.keep(article, found, run)
    entities = [
        Entity("joren", "Joren Maddrick", "person", ("Joren Maddrick", "Maddrick")),
        Entity("jora", "Jora Maddern", "person", ("Jora Maddern",)),
    ]
    ids = {"Joren Maddrick": "joren", "Maddrick": "joren", "Jora Maddern": "jora"}
    record.assign(entities, {each: ids[each[1].name] for each in record.mentions()})
    assert [each.entity.id for each in record.actors("madd")] == ["joren", "jora"]
    assert [each.entity.id for each in record.actors("JOREN ma")] == ["joren"]
    assert [each.entity.id for each in record.actors("jora")] == ["jora"]
    assert [each.entity.id for each in record.actors("madd", limit=1)] == ["joren"]
    assert record.actors("addrick") == record.actors("\0\ud800 '") == record.actors("") == ()
    assert record.meant("maddrick") == ("joren",)
    assert record.meant("jora") == ("jora",)
    assert record.meant("Nobody") == ()
