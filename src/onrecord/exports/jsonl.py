"""Statements as JSON Lines, one article a line, in the guide's schema."""

from collections.abc import Iterable
from typing import TextIO

from onrecord.exports.guide import Analysed, as_guide
from onrecord.exports.jsontext import dumped

__all__ = ["write_jsonl"]


def write_jsonl(articles: Iterable[Analysed], stream: TextIO, *, explain: bool = False) -> int:
    """Write each article as it comes, on demand with ``decisions``; the number of articles written."""
    count = 0
    for article, statements in articles:
        stream.write(dumped(as_guide(article, statements, explain=explain)) + "\n")
        count += 1
    return count
