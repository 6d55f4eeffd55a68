"""Statements found in a record, printed: to be read, one JSON object a line, or as a table."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, TextIO, TypeAlias, TypedDict

from onrecord.cli.lines import found_entry, print_lines
from onrecord.cli.options import Listing
from onrecord.cli.streams import console, send
from onrecord.exports.csv import csv_chunks
from onrecord.exports.guide import GuideStatement, as_guide, iso
from onrecord.exports.sheet import Sheet
from onrecord.record.values import FoundStatement
from onrecord.terms.article import Article

if TYPE_CHECKING:
    from onrecord.record.collection import Record

__all__ = ["FoundRow", "found_row", "write_found"]


class FoundRow(TypedDict):
    """A found statement as JSON: the guide's fields, with the words and the article that they stand in.

    Attributes:
        article: the article's id in the record.
        revision: the number of the revision that the spans point into.
        title: the article's headline.
        outlet: who published it.
        published: when, as the article gives it.
        url: the article's address.
        speaker_id: who speaks, across articles.
        source_words: the words of the source spans.
        cue_words: the words of the cue spans.
        content_words: the words of the content spans.
        statement: the statement in the guide's schema.
    """

    article: str
    revision: int
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    speaker_id: str | None
    source_words: str
    cue_words: str
    content_words: str
    statement: GuideStatement


def write_found(found: Iterable[FoundStatement], record: "Record", stream: TextIO, listing: Listing) -> int:
    """Write statements as they are found; how many there were."""
    return _WRITERS[listing](found, record, stream)


def found_row(found: FoundStatement) -> FoundRow:
    """A found statement, ready for JSON."""
    guide = as_guide(Article(found.article, ""), [found.statement])
    return {
        "article": found.article,
        "revision": found.revision,
        "title": found.title,
        "outlet": found.outlet,
        "published": iso(found.published, date_only=found.published_date_only),
        "url": found.url,
        "speaker_id": found.speaker_id,
        "source_words": found.source_words,
        "cue_words": found.cue_words,
        "content_words": found.content_words,
        "statement": guide["statements"][0],
    }


def _text(found: Iterable[FoundStatement], _: "Record", stream: TextIO) -> int:
    screen = console(stream)
    number = 0
    for number, each in enumerate(found, 1):
        print_lines(screen, ["", *found_entry(each)] if number > 1 else found_entry(each))
    return number


def _jsonl(found: Iterable[FoundStatement], _: "Record", stream: TextIO) -> int:
    number = 0
    for each in found:
        stream.write(json.dumps(found_row(each), ensure_ascii=False) + "\n")
        number += 1
    return number


def _csv(found: Iterable[FoundStatement], record: "Record", stream: TextIO) -> int:
    @lru_cache(maxsize=32)
    def article(id_: str, revision: int) -> Article:
        held = record.article(id_, revision=revision)
        return held.article if held else Article(id_, "")

    number = 0

    def sheets() -> Iterator[Sheet]:
        nonlocal number
        for number, each in enumerate(found, 1):  # noqa: B007 - counted for the caller
            actors = {each.statement.speaker: each.speaker_id} if each.speaker_id else {}
            held = article(each.article, each.revision)
            yield Sheet(held, (each.statement,), revision=each.revision, actors=actors)

    send(csv_chunks(sheets()), stream)
    return number


_Writer: TypeAlias = Callable[[Iterable[FoundStatement], "Record", TextIO], int]

_WRITERS: Mapping[Listing, _Writer] = {Listing.TEXT: _text, Listing.JSONL: _jsonl, Listing.CSV: _csv}
