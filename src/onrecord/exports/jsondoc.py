"""Statements as one JSON document: a list of articles in the guide's schema."""

from collections.abc import Iterable, Iterator

from onrecord.exports.jsonl import guide_line
from onrecord.exports.jsontext import dumped, listed
from onrecord.exports.sheet import Sheet

__all__ = ["json_chunks"]


def json_chunks(sheets: Iterable[Sheet], *, explain: bool = False) -> Iterator[bytes]:
    """The list, each article as it comes, on a line of its own; on demand with ``decisions``."""
    yield from listed(dumped(guide_line(sheet, explain=explain)) for sheet in sheets)
