"""Statements as a table, one row a statement."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from onrecord.exports.columns import COLUMNS, Cell
from onrecord.exports.sheet import Sheet
from onrecord.terms.span import Span

__all__ = ["csv_chunks"]

_FORMULA = re.compile(r"[=+\-@\t]")
_RETURN = re.compile(r"\r\n?")  # readers of tables disagree about what it ends
_NO_CHARACTER = re.compile("[\ud800-\udfff\x00]")
_PRECISION = 4


def csv_chunks(sheets: Iterable[Sheet]) -> Iterator[bytes]:
    r"""The heading, and the rows of each article as it comes.

    The words come from anybody's pages and the table is opened in spreadsheets, which run a cell
    that begins with ``=``, ``+``, ``-``, ``@`` or a tab as a formula: such a cell gets
    an apostrophe before it, as spreadsheets mark text themselves. The exact words are in the JSON
    formats, and at the offsets. Lines end with ``\n``. Lists are given with ``; `` between their members,
    spans as ``start-end`` with a space between them.
    """
    yield _lines([[column.name for column in COLUMNS]])
    for sheet in sheets:
        if sheet.statements:
            yield _lines(
                [
                    [_cell(column.value(sheet, statement)) for column in COLUMNS]
                    for statement in sheet.statements
                ]
            )


def _lines(rows: Iterable[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def _cell(value: Cell) -> str:
    match value:
        case None:
            return ""
        case str():
            return _text(value)
        case tuple():
            gap = " " if value and isinstance(value[0], Span) else "; "
            return _text(gap.join(_member(each) for each in value))
        case float():
            return str(round(value, _PRECISION))
        case _:
            return str(value).lower()


def _member(each: str | Span) -> str:
    return f"{each.start}-{each.end}" if isinstance(each, Span) else each


def _text(text: str) -> str:
    """A cell that a spreadsheet shows and does not run, in characters that every stream can write."""
    words = _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", _RETURN.sub("\n", text))
    return f"'{words}" if _FORMULA.match(words) else words
