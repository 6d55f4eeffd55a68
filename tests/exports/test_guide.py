"""Statements in the guide's schema read back as they were."""

import json
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.guide import as_guide, from_guide
from onrecord.terms.article import Article
from onrecord.terms.event import Event
from onrecord.terms.span import Span, Spans
from onrecord.terms.statement import ACTS, UNKNOWN, Actor, ActorKind, Said, Statement, Status

WORDS = st.text(max_size=12)
MAYBE = st.one_of(st.none(), WORDS)
KINDS: tuple[ActorKind, ...] = ("person", "government", "unnamed", "unknown")
STATUSES: tuple[Status, ...] = ("new", "repeats", "retracts", "continues")
ACTORS = st.builds(
    Actor,
    name=WORDS,
    kind=st.sampled_from(KINDS),
    role=MAYBE,
    affiliation=MAYBE,
    country=st.sampled_from([None, "RU"]),
)
ACTOR = st.one_of(st.none(), ACTORS)
SPAN = st.tuples(st.integers(0, 50), st.integers(1, 50)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def spans(least: int) -> st.SearchStrategy[Spans]:
    return st.lists(SPAN, min_size=least, max_size=3).map(tuple)


STATEMENTS = st.builds(
    Statement,
    id=WORDS,
    source=spans(0),
    cue=spans(0),
    content=spans(1),
    form=st.sampled_from(["direct", "mixed", "indirect"]),
    mode=st.sampled_from(["speech", "thought", "ruling"]),
    act=st.sampled_from(ACTS),
    speaker=ACTORS,
    on_behalf_of=ACTOR,
    audience=ACTOR,
    venue=MAYBE,
    said=st.one_of(st.none(), st.dates().map(lambda day: Said(day.isoformat()))),
    targets=st.lists(ACTORS, max_size=2).map(tuple),
    status=st.sampled_from(STATUSES),
    hedged=st.booleans(),
    negated=st.booleans(),
    inside=MAYBE,
    about=st.lists(WORDS, max_size=2).map(tuple),
    confidence=st.floats(0, 1),
    decisions=st.just(()),
)
MOMENTS = st.one_of(st.none(), st.datetimes(timezones=st.one_of(st.none(), st.just(UTC))))
ARTICLES = st.builds(
    Article, id=WORDS, text=st.text(min_size=1), title=MAYBE, outlet=MAYBE, url=MAYBE, published=MOMENTS
)


@given(ARTICLES, st.lists(STATEMENTS, max_size=3))
def test_the_schema_reads_back(article: Article, statements: list[Statement]) -> None:
    """What went out through JSON comes back the same, ids and all."""
    guide = json.loads(json.dumps(as_guide(article, statements)))
    assert from_guide(guide) == (article, tuple(statements))


@given(st.dates())
def test_a_day_stays_a_day(day: date) -> None:
    """An article that gave its day alone is written with the day alone, and read so."""
    when = datetime(day.year, day.month, day.day)  # noqa: DTZ001 a day has no zone
    article = Article("a", "x", published=when, published_date_only=True)
    guide = as_guide(article, ())
    assert guide["published"] == day.isoformat()
    assert from_guide(guide)[0] == article


def test_the_keys_are_the_guides() -> None:
    """The keys are those the scorer reads, in the guide's words."""
    statement = Statement("E1", (), (), (Span(0, 1),), "direct", "speech", "say", UNKNOWN)
    guide = as_guide(Article("a", "x"), [statement])
    assert list(guide) == ["id", "title", "published", "outlet", "url", "text", "statements", "events"]
    assert list(guide["statements"][0]) == [
        "id",
        "source",
        "cue",
        "content",
        "form",
        "mode",
        "act",
        "speaker",
        "for",
        "audience",
        "venue",
        "said",
        "targets",
        "status",
        "hedged",
        "negated",
        "inside",
        "about",
        "confidence",
    ]
    assert guide["statements"][0]["speaker"] == {
        "name": "unknown",
        "kind": "unknown",
        "role": None,
        "affiliation": None,
        "country": None,
    }


def test_events_are_written_with_what_decided_on_demand() -> None:
    """A deed has its clause, its type and its parties; ``explain`` adds the rule and its evidence."""
    event = Event(Span(0, 4), "CONSULT", None, None, None, "Tarrow", "deed: met", 0.75, (Span(1, 2),))
    plain = {
        "span": [0, 4],
        "type": "CONSULT",
        "actor": None,
        "recipient": None,
        "when": None,
        "where": "Tarrow",
    }
    assert as_guide(Article("a", "text"), (), [event])["events"] == [plain]
    (told,) = as_guide(Article("a", "text"), (), [event], explain=True)["events"]
    decision = {"field": "type", "by": "deed: met", "confidence": 0.75, "evidence": [[1, 2]]}
    assert told == plain | {"decisions": [decision]}
