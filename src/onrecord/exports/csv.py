"""Statements as a table, one row a statement."""

import csv
import re
from collections.abc import Iterable, Sequence
from typing import TextIO

from onrecord.exports.guide import Analysed, iso
from onrecord.terms.article import Article
from onrecord.terms.span import words_of
from onrecord.terms.statement import Statement

__all__ = ["COLUMNS", "write_csv"]

COLUMNS = (
    "article",
    "outlet",
    "url",
    "published",
    "statement",
    "speaker",
    "speaker_kind",
    "speaker_role",
    "act",
    "mode",
    "form",
    "said",
    "source",
    "cue",
    "content",
    "content_start",
    "content_end",
    "confidence",
)
"""The columns, in order. ``content_start`` and ``content_end`` are code points of the article's text,
half-open, from the first piece of the content to its last."""

_FORMULA = re.compile(r"[=+\-@\t]")
_RETURN = re.compile(r"\r\n?")  # readers of tables disagree about what it ends
_NO_CHARACTER = re.compile("[\ud800-\udfff\x00]")


def write_csv(articles: Iterable[Analysed], stream: TextIO) -> int:
    r"""Write the heading and a row for each statement as it comes; the number of statements written.

    The words come from anybody's pages and the table is opened in spreadsheets, which run a cell
    that begins with ``=``, ``+``, ``-``, ``@`` or a tab as a formula: such a cell gets
    an apostrophe before it, as spreadsheets mark text themselves. The exact words are in the JSON
    formats, and at the offsets. Lines end with ``\n``, and the stream should be opened with ``newline=""``.
    """
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(COLUMNS)
    count = 0
    for article, statements in articles:
        for statement in statements:
            table.writerow(_row(article, statement))
        count += len(statements)
    return count


def _row(article: Article, statement: Statement) -> Sequence[str | int | float]:
    texts = (
        article.id,
        article.outlet,
        article.url,
        iso(article.published, date_only=article.published_date_only),
        statement.id,
        statement.speaker.name,
        statement.speaker.kind,
        statement.speaker.role,
        statement.act,
        statement.mode,
        statement.form,
        statement.said.text if statement.said else None,
        *(words_of(article.text, spans) for spans in (statement.source, statement.cue, statement.content)),
    )
    start, end = statement.content[0].start, max(span.end for span in statement.content)
    return (*map(_cell, texts), start, end, round(statement.confidence, 4))


def _cell(text: str | None) -> str:
    """A cell that a spreadsheet shows and does not run, in characters that every stream can write."""
    words = _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", _RETURN.sub("\n", text or ""))
    return f"'{words}" if _FORMULA.match(words) else words
