"""Counting and paging: whatever is asked, the numbers are those of counting by hand."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import QueryError
from onrecord.record.collection import Record
from onrecord.record.facets import FACETS
from onrecord.record.query import Query
from onrecord.record.values import FoundStatement, Run
from onrecord.terms.article import Article
from onrecord.terms.entity import Entity, folded
from onrecord.terms.statement import Actor, Statement

Say = Callable[..., Statement]
Write = Callable[..., Article]

ORLIN = Actor("Kessa Orlin", "person", "minister", "Ministry of Waters", "XA")
WRENN = Actor("Paskal Wrenn", "person", None, "Foreign Ministry of Calmora", "XB")
CAST = (ORLIN, WRENN, Actor("Orlin", "person"), Actor("a senior official", "unnamed", None, None, "XA"))
OUTLETS = ("The Ostrel Courier", "Channel North", None)
WORDS = ("gate", "gates", "dam", "flood", "naïve", "river")
TIMES = {"year": 4, "month": 7, "day": 10}
LOOSE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@pytest.fixture
def filled(record: Record, run: Run, say: Say, write: Write) -> Record:
    """A record of sixty statements that differ in everything they can be asked by, drawn once."""
    chance = Random(3)  # noqa: S311 - chance, not secrets
    for number in range(15):
        words = [f"{chance.choice(WORDS)} {chance.choice(WORDS)} {place}" for place in range(4)]
        published = datetime(2026, 1, 20, 9, tzinfo=UTC) + timedelta(days=3 * number)
        article = write(
            ". ".join(words), id=f"a{number}", url=f"https://news.example/{number}",
            outlet=chance.choice(OUTLETS), published=published if number % 5 else None,
        )  # fmt: skip
        record.keep(article, [_statement(say, article, each, chance) for each in words], run)
    return record


def _statement(say: Say, article: Article, words: str, chance: Random) -> Statement:
    return say(
        article, words, speaker=chance.choice(CAST), act=chance.choice(("say", "deny", "refuse")),
        form=chance.choice(("direct", "indirect")), mode=chance.choice(("speech", "thought")),
        status=chance.choice(("new", "new", "repeats", "retracts")),
        said=chance.choice((None, "2026-02-01", "2026-02", "2026-01-30/2026-03-02")),
        targets=tuple(chance.sample(CAST, chance.randrange(3))),
        audience=chance.choice((None, WRENN)), confidence=chance.choice((0.2, 0.5, 0.5, 0.9)),
    )  # fmt: skip


def some(*values: str) -> st.SearchStrategy[Any]:
    """Nothing, one of the values, or several."""
    return st.none() | st.sampled_from(values) | st.lists(st.sampled_from(values), max_size=2).map(tuple)


queries = st.builds(
    Query,
    text=st.sampled_from(["", "gate", "gat*", "dam OR river", '"gate dam"', "naive -flood", "the"]),
    speaker=some("orlin", "=orlin", "wrenn", "official"),
    affiliation=some("ministry", "waters"),
    country=some("XA", "xb"),
    act=some("say", "deny,refuse"),
    status=some("new", "repeats,retracts"),
    form=some("direct"),
    mode=some("speech", "thought"),
    target=some("kessa orlin", "=a senior official"),
    audience=some("wrenn"),
    outlet=some("courier", "=channel north"),
    since=st.sampled_from([None, "2026-01-31", "2026-02", "2026-03"]),
    until=st.sampled_from([None, "2026-03", "2026"]),
    when=st.sampled_from(["said", "published"]),
    min_confidence=st.sampled_from([None, 0.5]),
    max_confidence=st.sampled_from([None, 0.5]),
    reviewed=st.sampled_from([None, True, False]),
)


def by_hand(rows: Iterable[FoundStatement], name: str, query: Query) -> Counter[str]:
    """How many statements have each value of a facet."""
    return Counter(value for row in rows for value in set(_values(row, name, query)) if value)


def _values(row: FoundStatement, name: str, query: Query) -> list[str | None]:
    one = row.statement
    actors: dict[str, Sequence[Actor | None]]
    actors = {"speaker": [one.speaker], "target": one.targets, "audience": [one.audience]}
    if name in actors:
        return ["=" + folded(actor.name) for actor in actors[name] if actor]
    published = row.published.date().isoformat() if row.published else None
    first = str(one.said).partition("/")[0] if one.said else None
    said = f"{first}-01" if first and len(first) == len("2026-02") else first
    day = said if said and query.when == "said" else published
    named = {"affiliation": one.speaker.affiliation, "outlet": row.outlet}
    if name in named:
        return [named[name] and "=" + folded(str(named[name]))]
    if name in TIMES:
        return [day and day[: TIMES[name]]]
    if name == "country":
        return [one.speaker.country]
    return [str(getattr(row if name == "reviewed" else one, name))]


@settings(max_examples=60, suppress_health_check=LOOSE, deadline=None)
@given(query=queries)
def test_facets_are_what_counting_by_hand_gives(filled: Record, query: Query) -> None:
    """For any question, every value of every facet has the number of statements that have it."""
    rows = filled.statements(replace(query, limit=1000)).rows
    found = filled.facets(query, most=1000)
    assert (found.total, tuple(found)) == (len(rows), FACETS)
    for name, facet in found.items():
        counted = by_hand(rows, name, query)
        assert {one.value: one.count for one in facet.values} == counted
        having = sum(any(_values(row, name, query)) for row in rows)
        assert (facet.more, facet.missing) == (0, len(rows) - having)


@settings(max_examples=60, suppress_health_check=LOOSE, deadline=None)
@given(query=queries, sort=st.sampled_from(["date", "doubt", "relevance"]), limit=st.integers(1, 25))
def test_pages_are_the_unpaged_list(filled: Record, query: Query, sort: Any, limit: int) -> None:  # noqa: ANN401
    """For any question and order, pages one after the other are the one long page, cut."""
    query = replace(query, sort="date" if sort == "relevance" and not query.text else sort)
    whole = filled.statements(replace(query, limit=1000))
    paged: list[FoundStatement] = []
    page: Query | None = replace(query, limit=limit)
    while page:
        found = filled.statements(page)
        assert found.total == whole.total
        assert len(found.rows) <= limit
        paged += found.rows
        page = replace(page, after=found.next) if found.next else None
    assert paged == list(whole.rows)


@settings(max_examples=25, suppress_health_check=LOOSE, deadline=None)
@given(
    query=queries,
    name=st.sampled_from(["speaker", "affiliation", "country", "act", "status", "outlet", "target"]),
)
def test_a_value_of_a_facet_finds_what_it_counts(filled: Record, query: Query, name: str) -> None:
    """Asked by the value that a facet gives, a query finds as many statements as the facet told."""
    plain = replace(query, **{name: None})  # type: ignore[arg-type]
    for value in filled.facets(plain, [name])[name].values:
        assert filled.statements(replace(plain, **{name: value.value})).total == value.count  # type: ignore[arg-type]


def test_an_actor_is_counted_once_under_all_names(filled: Record) -> None:
    """Once linked, an actor's statements are theirs under whatever name, and a target is one target."""
    one = Entity("kessa-orlin", "Kessa Orlin", "person", ("Kessa Orlin", "Orlin"), (), "XA")
    pairs = {pair: one.id for pair in filled.mentions() if pair[1].name in one.names}
    before = filled.facets(names=["speaker"])["speaker"]
    filled.assign((one,), pairs)
    after = filled.facets(names=["speaker", "target"])
    count = {value.value: value.count for value in before.values}
    [orlin] = [value for value in after["speaker"].values if value.value == one.id]
    assert (orlin.label, orlin.count) == ("Kessa Orlin", count["=kessa orlin"] + count["=orlin"])
    [orlin] = [value for value in after["target"].values if value.value == one.id]
    assert orlin.count == filled.statements(Query(target=one.id)).total
    assert filled.statements(Query(speaker="orlin")).total == filled.statements(Query(speaker=one.id)).total


def test_the_most_frequent_come_first_and_the_rest_is_told(filled: Record) -> None:
    """A facet that is cut says how many further values there are; a course of time is never cut."""
    whole, cut = filled.facets(names=["speaker", "month"]), filled.facets(names=["speaker", "month"], most=1)
    assert cut["speaker"].values == whole["speaker"].values[:1]
    assert cut["speaker"].more == len(whole["speaker"].values) - 1
    counts = [value.count for value in whole["speaker"].values]
    assert counts == sorted(counts, reverse=True)
    assert cut["month"] == whole["month"]
    assert [value.value for value in cut["month"].values] == sorted(
        value.value for value in cut["month"].values
    )


def test_least_certain_first(filled: Record) -> None:
    """Sorted by doubt, what we are least sure of comes first."""
    rows = filled.statements(Query(sort="doubt", limit=100)).rows
    assert [row.statement.confidence for row in rows] == sorted(row.statement.confidence for row in rows)


def test_a_facet_that_is_none_is_refused(filled: Record) -> None:
    """The sentence names those there are; so does one about too many values."""
    with pytest.raises(QueryError, match="must be one of speaker, affiliation"):
        filled.facets(names=["mood"])
    with pytest.raises(QueryError, match="1 to 1000"):
        filled.facets(most=0)
