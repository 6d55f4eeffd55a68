"""Statements found in a record, printed: to be read, one JSON object a line, or as a table."""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, TextIO, TypeAlias, TypedDict

from onrecord.cli.lines import found_entry, print_lines
from onrecord.cli.options import Listing
from onrecord.cli.streams import console
from onrecord.exports.csv import write_csv
from onrecord.exports.guide import Analysed, GuideStatement, as_guide, iso
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

    rows: Iterable[Analysed] = ((article(each.article, each.revision), (each.statement,)) for each in found)
    return write_csv(rows, stream)


_Writer: TypeAlias = Callable[[Iterable[FoundStatement], "Record", TextIO], int]

_WRITERS: Mapping[Listing, _Writer] = {Listing.TEXT: _text, Listing.JSONL: _jsonl, Listing.CSV: _csv}
