"""A Parquet file is read back by two independent readers as the table that was written."""

import sys
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
import sheets

from onrecord.errors import NotInstalled
from onrecord.exports import parquet
from onrecord.exports.columns import COLUMNS
from onrecord.exports.parquet import parquet_chunks
from onrecord.exports.sheet import Sheet
from onrecord.terms.span import Span
from onrecord.terms.statement import Statement


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The newsroom as a file."""
    path = tmp_path_factory.mktemp("parquet") / "newsroom.parquet"
    path.write_bytes(b"".join(parquet_chunks(sheets.sheets())))
    return path


def expected() -> list[dict[str, object]]:
    """The cells as they were given, spans as structs."""
    return [
        {column.name: _plain(column.value(sheet, statement)) for column in COLUMNS}
        for sheet, statement in given()
    ]


def given() -> list[tuple[Sheet, Statement]]:
    """The statements, in their order."""
    return [(sheet, statement) for sheet in sheets.sheets() for statement in sheet.statements]


def _plain(value: object) -> object:
    if not isinstance(value, tuple):
        return value
    return [{"start": each.start, "end": each.end} if isinstance(each, Span) else each for each in value]


def test_pyarrow_reads_what_was_written(file: Path) -> None:
    """Every cell comes back with its type: lists as lists, spans as structs, nothing as null."""
    assert pq.read_table(file).to_pylist() == expected()


def test_duckdb_reads_what_was_written(file: Path) -> None:
    """Another reader finds the same statements, and can ask for their parts."""
    asked = "select statement, act, content_spans[1].start, len(targets) from read_parquet(?)"
    rows = duckdb.execute(asked, [str(file)]).fetchall()
    starts = [min((span.start for span in one.content), default=None) for _, one in given()]
    said = [
        (one.id, one.act, start, len(one.targets)) for (_, one), start in zip(given(), starts, strict=True)
    ]
    assert rows == said


def test_rows_are_written_in_groups(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file is written group by group, and the groups are one table."""
    monkeypatch.setattr(parquet, "_AT_ONCE", 50)
    chunks = list(parquet_chunks(sheets.sheets()))
    path = tmp_path / "grouped.parquet"
    path.write_bytes(b"".join(chunks))
    read = pq.ParquetFile(path)
    assert read.num_row_groups == len(chunks) - 1 > 1
    assert read.read().to_pylist() == expected()


def test_a_table_of_nothing_has_its_columns(tmp_path: Path) -> None:
    """No statement makes a file with every column and no row."""
    path = tmp_path / "none.parquet"
    path.write_bytes(b"".join(parquet_chunks([])))
    table = pq.read_table(path)
    assert (table.num_rows, table.column_names) == (0, [column.name for column in COLUMNS])


def test_without_pyarrow_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has not installed it is told how."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(NotInstalled, match=r"pip install 'onrecord\[parquet\]'"):
        list(parquet_chunks([]))
