"""Statements as a Parquet file; pyarrow is loaded when one is written, and need not be installed before."""

from collections.abc import Iterable, Iterator
from io import RawIOBase
from typing import TYPE_CHECKING, Any

from onrecord.errors import NotInstalled
from onrecord.exports.columns import COLUMNS, Cell, Kind
from onrecord.exports.sheet import Sheet
from onrecord.terms.span import Span

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["parquet_chunks"]

_AT_ONCE = 10_000
"""Rows of a row group: enough for a reader to skip by, few enough to hold."""


def parquet_chunks(sheets: Iterable[Sheet]) -> Iterator[bytes]:
    """A file of row groups, each written as soon as it is full.

    Raises:
        NotInstalled: if pyarrow is not there.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - a reader of news need not have it
        import pyarrow.parquet as pq  # noqa: PLC0415 - likewise
    except ImportError as error:
        message = "Parquet needs pyarrow; install it with: pip install 'onrecord[parquet]'"
        raise NotInstalled(message) from error
    schema = pa.schema([pa.field(column.name, _type(pa, column.kind)) for column in COLUMNS])
    sink = _Sink()
    with pq.ParquetWriter(sink, schema, compression="zstd") as writer:
        for rows in _batches(sheets):
            cells = {column.name: [row[place] for row in rows] for place, column in enumerate(COLUMNS)}
            writer.write_table(pa.table(cells, schema=schema))
            yield sink.drain()
    yield sink.drain()


def _type(pa: Any, kind: Kind) -> "pa.DataType":  # noqa: ANN401 - the module itself
    span = pa.struct([("start", pa.int64()), ("end", pa.int64())])
    types: dict[Kind, pa.DataType] = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "yes or no": pa.bool_(),
        "texts": pa.list_(pa.string()),
        "spans": pa.list_(span),
    }
    return types[kind]


def _batches(sheets: Iterable[Sheet]) -> Iterator[list[list[object]]]:
    rows: list[list[object]] = []
    for sheet in sheets:
        for statement in sheet.statements:
            rows.append([_held(column.value(sheet, statement)) for column in COLUMNS])
            if len(rows) == _AT_ONCE:
                yield rows
                rows = []
    if rows:
        yield rows


def _held(value: Cell) -> object:
    """A cell as Arrow takes it: half a character, which UTF-8 cannot hold, becomes ``?``."""
    match value:
        case str():
            return value.encode("utf-8", "replace").decode()
        case tuple():
            return [_member(each) for each in value]
        case _:
            return value


def _member(each: str | Span) -> object:
    return {"start": each.start, "end": each.end} if isinstance(each, Span) else _held(each)


class _Sink(RawIOBase):
    """A file that is written from front to back and carried away while it grows."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._at = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:  # noqa: ANN401 - whatever gives its bytes
        part = bytes(data)
        self._parts.append(part)
        self._at += len(part)
        return len(part)

    def tell(self) -> int:
        return self._at

    def drain(self) -> bytes:
        """What was written since the last time."""
        parts, self._parts = self._parts, []
        return b"".join(parts)
