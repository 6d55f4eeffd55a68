"""Statements as one JSON document: a list of articles in the guide's schema."""

from collections.abc import Iterable
from typing import TextIO

from onrecord.exports.guide import Analysed, as_guide
from onrecord.exports.jsontext import dumped

__all__ = ["write_json"]


def write_json(articles: Iterable[Analysed], stream: TextIO, *, explain: bool = False) -> int:
    """Write the list, each article as it comes, on a line of its own; the number of articles written.

    With ``explain``, each statement has ``decisions``.
    """
    count = 0
    stream.write("[")
    for count, (article, statements) in enumerate(articles, 1):
        stream.write(",\n" if count > 1 else "\n")
        stream.write(dumped(as_guide(article, statements, explain=explain)))
    stream.write("\n]\n" if count else "]\n")
    return count
