"""What every record must do, whatever database it stands on: the records and the things to keep in them."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TypeAlias

import pytest

from onrecord.record.collection import Record
from onrecord.record.opening import open_record
from onrecord.record.values import Run
from onrecord.terms.article import Article
from onrecord.terms.origin import Origin
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor, Attribution, Said, Statement, statement_id

Say: TypeAlias = Callable[..., Statement]
Write: TypeAlias = Callable[..., Article]

MADDRICK = Actor("Joren Maddrick", "person", "government spokesman", None, "XA")


@pytest.fixture
def record(record_url: str) -> Iterator[Record]:
    """An empty record on each database that we support."""
    with open_record(record_url, create=True) as opened:
        yield opened


@pytest.fixture
def run() -> Run:
    """A run at a fixed time."""
    return Run("0.1.0", "model-digest", {"threads": "1"}, datetime(2026, 3, 1, tzinfo=UTC))


@pytest.fixture
def say() -> Say:
    """Make a statement whose content is certain words of an article."""

    def make(article: Article, words: str, **fields: object) -> Statement:
        start = article.text.index(words)
        spans = Attribution((), (), (Span(start, start + len(words)),))
        given: dict[str, object] = {
            "form": "direct",
            "mode": "speech",
            "act": "say",
            "speaker": MADDRICK,
            **fields,
        }
        if isinstance(given.get("said"), str):
            given["said"] = Said(str(given["said"]))
        id_ = statement_id(article.digest, spans)
        return Statement(id_, (), (), spans.content, **given)  # type: ignore[arg-type]

    return make


@pytest.fixture
def write() -> Write:
    """Make an article of a text."""

    def make(text: str, *, id: str = "flood", **fields: object) -> Article:  # noqa: A002 - the field's name
        given: dict[str, object] = {
            "title": "The gate",
            "outlet": "The Ostrel Courier",
            "published": datetime(2026, 2, 5, 9, tzinfo=UTC),
            "origin": Origin(f"{id}.txt"),
            **fields,
        }
        return Article(id, text, **given)  # type: ignore[arg-type]

    return make


@pytest.fixture
def article(write: Write) -> Article:
    """A text with three things said."""
    return write("He said that the gate held. He denied the rest, and asked for time.")


@pytest.fixture
def said(record: Record, run: Run, say: Say, article: Article) -> tuple[Statement, ...]:
    """What was found in it, and is kept."""
    found = (
        say(article, "that the gate held", confidence=0.9),
        say(article, "the rest", act="deny", confidence=0.4),
        say(article, "for time", act="urge", confidence=0.7),
    )
    record.keep(article, found, run)
    return found
