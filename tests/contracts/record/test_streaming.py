"""A record is read from end to end, whole or what a query finds, in the order of reading."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from onrecord.errors import QueryError
from onrecord.record import streaming
from onrecord.record.collection import Record
from onrecord.record.query import Query
from onrecord.record.values import Run
from onrecord.terms.article import Article
from onrecord.terms.entity import Entity
from onrecord.terms.statement import Statement

Say = Callable[..., Statement]
Write = Callable[..., Article]


@pytest.fixture
def filled(record: Record, run: Run, say: Say, write: Write) -> Record:
    """Three articles, one of them without a statement and one with an earlier text."""
    first = write("Gate one. Gate two.", id="first", url="https://a.example/1")
    record.keep(first, (say(first, "Gate two"), say(first, "Gate one", act="deny")), run)
    record.keep(write("It rained.", id="silent"), (), run)
    last = write("Gate three.", id="last", published=datetime(2026, 1, 1, tzinfo=UTC))
    record.keep(last, (say(last, "Gate three"),), run)
    again = write("Gate four.", id="first", url="https://a.example/1")
    record.keep(again, (say(again, "Gate four"),), run)
    return record


def words(record: Record, query: Query | None = None) -> list[tuple[str, list[str]]]:
    return [
        (each.article.id, [one.content_words for one in each.statements]) for each in record.stream(query)
    ]


def test_the_whole_record_comes_in_the_order_of_reading(filled: Record) -> None:
    """Each article in its latest text, one without a statement as well."""
    assert words(filled) == [("silent", []), ("last", ["Gate three"]), ("first", ["Gate four"])]


def test_a_query_narrows_it(filled: Record) -> None:
    """Only what fits comes, and articles with nothing that fits do not."""
    assert words(filled, Query(text="three OR four")) == [("last", ["Gate three"]), ("first", ["Gate four"])]
    assert words(filled, Query(act="deny")) == []


def test_earlier_texts_can_be_asked_for(filled: Record) -> None:
    """With ``superseded`` every text comes, its statements in the order in which they were kept."""
    assert words(filled, Query(superseded=True))[0] == ("first", ["Gate two", "Gate one"])
    assert words(filled, Query(superseded=True, act="deny")) == [("first", ["Gate one"])]


def test_order_and_limit_are_passed_over(filled: Record) -> None:
    """A page's size says nothing about how much there is."""
    assert len(words(filled, Query(limit=1))) == 3
    assert len(words(filled, Query(text="gate", limit=1, sort="relevance"))) == 2


def test_it_tells_how_it_came_about(filled: Record, run: Run) -> None:
    """The revision, the run and the time of reading are those of the text."""
    latest = list(filled.stream())[-1]
    assert (latest.revision, latest.run) == (2, run.id)
    assert latest.read_at.tzinfo is not None


def test_it_tells_who_is_who(filled: Record) -> None:
    """Actors have their ids across articles, once somebody has worked these out."""
    ids = dict.fromkeys(filled.mentions(), "joren-maddrick")
    filled.assign([Entity("joren-maddrick", "Joren Maddrick", "person", ("Joren Maddrick",))], ids)
    latest = list(filled.stream())[-1]
    assert latest.actors == {latest.statements[0].statement.speaker: "joren-maddrick"}


def test_many_come_in_several_rounds(filled: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """However few are fetched at once, the same come."""
    whole = list(filled.stream(Query(superseded=True)))
    monkeypatch.setattr(streaming, "_ARTICLES", 1)
    assert list(filled.stream(Query(superseded=True))) == whole


def test_half_a_character_is_refused_in_a_sentence(filled: Record) -> None:
    """A question that no database can be asked is a question that cannot be understood."""
    with pytest.raises(QueryError, match="half a character"):
        list(filled.stream(Query(outlet="x", speaker="\ud83d")))
