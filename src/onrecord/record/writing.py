"""Many rows at once, as fast as the database takes them."""

import json
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter

from sqlalchemy import JSON, Connection, Table, insert
from sqlalchemy.engine import Dialect

from onrecord.record.rows import Row, Value

__all__ = ["write"]

_encode = json.JSONEncoder().encode


def write(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Write rows that all name the same columns, two at least, in one go.

    What SQLAlchemy would do for every value of every row is done here for documents only: keeping
    spends most of its time in this function.
    """
    if not rows:
        return
    command, names, documents = _command(connection.dialect, table, frozenset(rows[0]))
    ready = [row | {name: _document(row[name]) for name in documents} for row in rows]
    if connection.dialect.positional:
        connection.exec_driver_sql(command, list(map(itemgetter(*names), ready)))
    else:
        connection.exec_driver_sql(command, ready)


@lru_cache(maxsize=64)
def _command(
    dialect: Dialect, table: Table, given: frozenset[str]
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The command, its columns in the order of their values, and those of them that hold documents."""
    names = tuple(column.name for column in table.columns if column.name in given)
    documents = tuple(name for name in names if isinstance(table.c[name].type, JSON))
    return str(insert(table).compile(dialect=dialect, column_keys=list(names))), names, documents


def _document(value: Value) -> str | None:
    return None if value is None else _encode(value)
