"""Articles cut into passages, by which words are found wherever they stand in a text.

An index of whole articles would find too much: the words of nearly any sentence stand somewhere in a
long report. A passage is a few paragraphs, or a part of one that is longer than any paragraph should be.
"""

import re
from collections.abc import Iterator

from sqlalchemy import Column, Connection, ForeignKey, Integer, Table

from onrecord.record import dialects
from onrecord.record.tables import tables

__all__ = ["cut", "keep_passages", "passages"]

passages = Table(
    "passages",
    tables,
    Column("id", Integer, primary_key=True),
    Column("revision_id", ForeignKey("revisions.id"), nullable=False, index=True),
    Column("start", Integer, nullable=False, comment="where it begins in the text, in code points"),
    Column("length", Integer, nullable=False, comment="in code points"),
)

ENOUGH = 500
"""Code points that a passage has before it ends with the next paragraph: some eighty words."""

LONGEST = 1_500
OVERLAP = 300
"""Of a paragraph that is cut, so that a sentence stands whole in one of the passages."""

_PARAGRAPH = re.compile(r"\S[^\r\n\u2028\u2029]*")


def cut(text: str) -> Iterator[tuple[int, int]]:
    r"""The passages of a text in its order, as start and length; every sign that is no space is in one.

    >>> list(cut("One paragraph.\n\nAnother one."))
    [(0, 28)]
    """
    start: int | None = None
    end = 0
    for paragraph in _PARAGRAPH.finditer(text):
        if start is not None and paragraph.end() - start > LONGEST:
            yield from _windows(text, start, end)
            start = None
        start = paragraph.start() if start is None else start
        end = paragraph.end()
        if end - start >= ENOUGH:
            yield from _windows(text, start, end)
            start = None
    if start is not None:
        yield from _windows(text, start, end)


def _windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        stop = _space(text, start + LONGEST - OVERLAP, start + LONGEST, start + LONGEST)
        yield start, stop - start
        start = _space(text, stop - OVERLAP, stop - OVERLAP // 2, stop - OVERLAP)
    yield start, end - start


def _space(text: str, first: int, last: int, otherwise: int) -> int:
    found = text.rfind(" ", first, last)
    return otherwise if found < 0 else found + 1


def keep_passages(connection: Connection, revision: int, text: str) -> None:
    """Write the passages of a revision, and their words into the index."""
    places = list(cut(text))
    if not places:
        return
    ids = dialects.of(connection).numbers(connection, passages, len(places))
    rows = [
        (id_, revision, start, length, text[start : start + length])
        for id_, (start, length) in zip(ids, places, strict=True)
    ]
    dialects.index_of(connection).keep_passages(connection, rows)
