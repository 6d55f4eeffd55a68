"""Articles to write down: the annotated newsroom, those that are hard to show, and any others."""

from datetime import UTC, datetime

import records
from hypothesis import strategies as st

from onrecord.exports.sheet import Sheet
from onrecord.terms.article import Article
from onrecord.terms.span import Span, Spans
from onrecord.terms.statement import ACTS, Actor, Said, Statement

READ_AT = datetime(2026, 3, 1, 12, tzinfo=UTC)


def sheets() -> list[Sheet]:
    """The articles of the newsroom and of the shelf, as a record would give them."""
    held = [*records.newsroom(), *records.shelf()]
    return [
        Sheet(article, tuple(statements), revision=1, run="cafe0123cafe0123", read_at=READ_AT)
        for article, statements in held
    ]


ANY = st.text(alphabet=st.characters(codec=None), max_size=12)
PLACES = st.lists(st.tuples(st.integers(0, 39), st.integers(1, 12)), min_size=1, max_size=3)
ACTORS = st.builds(
    Actor,
    name=ANY,
    kind=st.sampled_from(["person", "government", "group", "document", "writer", "unnamed", "unknown"]),
    role=st.none() | ANY,
    affiliation=st.none() | ANY,
    country=st.sampled_from([None, "RU", "XA"]),
)


def _spans(places: list[tuple[int, int]]) -> Spans:
    found = {start: Span(start, start + length) for start, length in places}
    pieces: list[Span] = []
    for start in sorted(found):
        if not pieces or start >= pieces[-1].end:
            pieces.append(found[start])
    return tuple(pieces)


STATEMENTS = st.builds(
    Statement,
    id=st.uuids().map(lambda each: each.hex[:16]),
    source=PLACES.map(_spans) | st.just(()),
    cue=PLACES.map(_spans) | st.just(()),
    content=PLACES.map(_spans) | st.just(()),
    form=st.sampled_from(["direct", "mixed", "indirect"]),
    mode=st.sampled_from(["speech", "thought", "ruling"]),
    act=st.sampled_from(ACTS),
    speaker=ACTORS,
    on_behalf_of=st.none() | ACTORS,
    audience=st.none() | ACTORS,
    venue=st.none() | ANY,
    said=st.sampled_from([None, Said("2026-02-03"), Said("2026-02-03/2026-02-05"), Said("2026-02")]),
    targets=st.lists(ACTORS, max_size=2).map(tuple),
    hedged=st.booleans(),
    negated=st.booleans(),
    confidence=st.floats(0, 1),
).filter(lambda each: each.source or each.cue or each.content)

TEXTS = st.text(
    alphabet=st.characters(codec=None) | st.sampled_from(list("\n\n\n\r \t<&\"'>]")), min_size=52, max_size=80
)

ARTICLES = st.builds(
    Article,
    id=ANY.filter(bool),
    text=TEXTS,
    title=st.none() | ANY,
    outlet=st.none() | ANY,
    url=st.none() | ANY | st.just("https://news.example/a?b=c#d"),
    published=st.none() | st.datetimes(timezones=st.none() | st.just(UTC)),
    published_date_only=st.booleans(),
)

SHEETS = st.builds(
    Sheet,
    ARTICLES,
    st.lists(STATEMENTS, max_size=4, unique_by=lambda each: each.id),
    revision=st.none() | st.integers(1, 9),
    run=st.none() | st.just("cafe0123cafe0123"),
    read_at=st.none() | st.just(READ_AT),
)
