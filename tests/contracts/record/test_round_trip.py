"""Whatever can be said in the terms comes back from the record as it was."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.record.opening import open_record
from onrecord.record.query import Query
from onrecord.record.values import Run
from onrecord.terms.article import Article
from onrecord.terms.origin import Origin
from onrecord.terms.span import Span
from onrecord.terms.statement import (
    ACTS,
    Actor,
    ActorKind,
    Decision,
    Form,
    Mode,
    Said,
    Statement,
    Status,
)

RUN = Run("0.1.0", "digest", started=datetime(2026, 3, 1, tzinfo=UTC))

# No NUL: cleaning refuses a text that has one, and the record spells it out in the name of a file.
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
maybe = st.none() | texts
shares = st.floats(0, 1)
ids = st.text("0123456789abcdef", min_size=16, max_size=16)
zones = st.none() | st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
times = st.none() | st.datetimes(timezones=zones)
spans = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), max_size=3).map(
    lambda pairs: tuple(Span(start, start + length) for start, length in pairs)
)
actors = st.builds(
    Actor, name=texts, kind=st.sampled_from(get_args(ActorKind)), role=maybe, affiliation=maybe, country=maybe
)
statements = st.builds(
    Statement,
    id=ids,
    source=spans,
    cue=spans,
    content=spans,
    form=st.sampled_from(get_args(Form)),
    mode=st.sampled_from(get_args(Mode)),
    act=st.sampled_from(ACTS),
    speaker=actors,
    on_behalf_of=st.none() | actors,
    audience=st.none() | actors,
    venue=maybe,
    said=st.none() | st.builds(Said, texts | st.dates().map(str)),
    targets=st.lists(actors, max_size=3).map(tuple),
    status=st.sampled_from(get_args(Status)),
    hedged=st.booleans(),
    negated=st.booleans(),
    inside=st.none() | ids,
    about=st.lists(ids, max_size=2).map(tuple),
    confidence=shares,
    decisions=st.lists(st.builds(Decision, texts, texts, shares), max_size=2).map(tuple),
)
articles = st.builds(
    Article,
    id=texts.filter(bool),
    text=texts,
    title=maybe,
    outlet=maybe,
    published=times,
    modified=times,
    url=maybe,
    origin=st.builds(Origin, texts, st.none() | st.integers(1, 10**9)),
    furniture=spans,
    captions=spans,
    published_date_only=st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(
    kept=st.lists(
        st.tuples(articles, st.lists(statements, max_size=4, unique_by=lambda each: each.id)),
        max_size=3,
        unique_by=(lambda pair: pair[0].key, lambda pair: pair[0].id),
    )
)
def test_what_goes_in_comes_out(kept: list[tuple[Article, list[Statement]]]) -> None:
    """Articles and statements of any Unicode text, any time, any spans are found as they were kept."""
    with TemporaryDirectory() as folder, open_record(Path(folder) / "r.db", create=True) as record:
        for article, said in kept:
            record.keep(article, said, RUN)
        for article, said in kept:
            found = record.article(article.id)
            assert found is not None
            assert found.article == article
            assert [row.statement for row in found.statements] == said
        everything = record.statements(Query(limit=1000))
        assert everything.total == len(everything.rows) == sum(len(said) for _, said in kept)
        assert set(record.mentions()) == {
            (article.id, actor)
            for article, said in kept
            for each in said
            for actor in (each.speaker, each.on_behalf_of, each.audience, *each.targets)
            if actor is not None
        }
