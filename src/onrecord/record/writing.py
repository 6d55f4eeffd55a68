"""Many rows at once, as fast as the database takes them."""

import json
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter

from sqlalchemy import JSON, Connection, Table

from onrecord.record import dialects
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
    names, documents = _columns(table, frozenset(rows[0]))
    for row in rows:
        for name in documents:
            row[name] = _document(row[name])
    dialects.of(connection).add(connection, table, names, list(map(itemgetter(*names), rows)))


@lru_cache(maxsize=64)
def _columns(table: Table, given: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The columns in the order of their values, and those of them that hold documents."""
    names = tuple(column.name for column in table.columns if column.name in given)
    return names, tuple(name for name in names if isinstance(table.c[name].type, JSON))


def _document(value: Value) -> str | None:
    return None if value is None else _encode(value)
