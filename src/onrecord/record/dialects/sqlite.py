"""SQLite: a record in one file."""

import os
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from sqlalchemy import (
    Connection,
    Engine,
    Insert,
    Table,
    create_engine,
    event,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.pool import NullPool, QueuePool

from onrecord.errors import NotARecord, RecordError, RecordMissing, RecordUnwritable
from onrecord.record.places import FilePlace

__all__ = [
    "APPLICATION_ID",
    "Access",
    "Identity",
    "add",
    "connect",
    "identity",
    "leaving",
    "mark",
    "meaning",
    "numbers",
    "opened",
    "write_ahead",
]

APPLICATION_ID = 0x4F6E5243
"""``OnRC`` in the file's header: what tells a record from any other SQLite file, to us and to file(1)."""


class Access(Enum):
    """How a file is opened, as SQLite's own words for it."""

    CREATE = "mode=rwc"
    UPGRADE = "mode=rw&&"
    """To change the tables themselves: references between them are checked at the end, and not on the way."""
    WRITE = "mode=rw"
    READ = "mode=rw&"
    """Read-only by a pragma: a connection that may tidy up leaves no ``-wal`` beside the file."""
    AS_IT_STANDS = "mode=ro&immutable=1"
    """For a folder that we may not write to, where SQLite cannot lay its shared-memory file."""


_VALUES = 16_384
"""The most values that one command writes; SQLite takes twice as many, but before 3.32 only 999."""

WAIT = 10.0
"""Seconds to wait for another program that is writing."""

_MEANINGS: dict[int, tuple[type[RecordError], str]] = {
    sqlite3.SQLITE_FULL: (RecordUnwritable, "no space is left on the disk; free some and read again"),
    sqlite3.SQLITE_IOERR: (RecordUnwritable, "the disk fails, or is full"),
    sqlite3.SQLITE_READONLY: (RecordUnwritable, "you may not write to this record or to its folder"),
    sqlite3.SQLITE_CANTOPEN: (RecordUnwritable, "you may not open this record, or not write to its folder"),
    sqlite3.SQLITE_BUSY: (RecordUnwritable, "another program is writing to it; try again later"),
    sqlite3.SQLITE_LOCKED: (RecordUnwritable, "another program has locked it; try again later"),
    sqlite3.SQLITE_NOTADB: (NotARecord, "this file is no record of Onrecord's; give another --db"),
    sqlite3.SQLITE_CORRUPT: (NotARecord, "this file is damaged; restore it from a copy"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Identity:
    """What a file of SQLite's says that it is.

    Attributes:
        application: whose it is; 0 if nobody's.
        version: the version of its tables, in its owner's count.
        empty: whether it holds no table at all.
    """

    application: int
    version: int
    empty: bool


def connect(path: Path, access: Access) -> Engine:
    """An engine on the file at ``path``; nothing is opened before its first use.

    A reader that sees the file as it stands opens it anew for every piece of work, so that it
    sees what somebody with more rights has written since.
    """
    pool = NullPool if access is Access.AS_IT_STANDS else QueuePool
    engine = create_engine("sqlite://", creator=lambda: opened(path, access), poolclass=pool)
    # A writer takes its place in the queue at once: two that begin by reading and write later
    # would each wait for the other, and SQLite would fail one of them without waiting.
    begin = "BEGIN IMMEDIATE" if access in (Access.WRITE, Access.CREATE, Access.UPGRADE) else "BEGIN"
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def opened(path: Path, access: Access) -> sqlite3.Connection:
    """A bare connection to the file, its transactions left to whoever uses it."""
    uri = f"file:{quote(os.fsencode(path.absolute()))}?{access.value}"
    connection = sqlite3.connect(uri, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False)
    if access not in (Access.CREATE, Access.UPGRADE):
        connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    if access is Access.WRITE:  # many articles in a row touch the same pages of the indexes again and again
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA wal_autocheckpoint = 16000")
    if access is Access.READ:
        connection.execute("PRAGMA query_only = ON")
    return connection


class Asks(Protocol):
    """What a bare connection and the cursor of any other have in common."""

    def execute(self, command: str, /) -> sqlite3.Cursor: ...


def identity(connection: Asks) -> Identity:
    """What the file says that it is."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    holds = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return Identity(application, version, empty=holds == 0)


def write_ahead(connection: sqlite3.Connection) -> None:
    """Let readers go on while somebody writes, and make sure that we may write."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")


def mark(connection: Connection, version: int) -> None:
    """Write the mark of a record and the format of its tables into the file's header."""
    if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
        raise NotARecord(f"this record is damaged: {broken[0][0]} points to what is not there")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def add(
    connection: Connection, table: Table, names: Sequence[str], rows: Sequence[tuple[object, ...]]
) -> None:
    """Write rows, given as the values of these columns.

    Many in one command: after each command that fires triggers the index of words writes down what it
    has, and a command a row takes three times as long.
    """
    start, most = 0, _rows_at_once(connection, len(names))
    while left := len(rows) - start:
        some = min(most, 1 << left.bit_length() - 1)  # few commands to know, whatever the number of rows
        command = _addition(table.name, tuple(names), some)
        connection.exec_driver_sql(command, tuple(chain.from_iterable(rows[start : start + some])))
        start += some


def _rows_at_once(connection: Connection, columns: int) -> int:
    bare: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
    values = min(_VALUES, bare.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER))
    return 1 << (values // columns).bit_length() - 1


@lru_cache(maxsize=256)
def _addition(table: str, names: tuple[str, ...], rows: int) -> str:
    one = f"({', '.join('?' * len(names))})"
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES {', '.join([one] * rows)}"  # noqa: S608 - ours


@cache
def leaving(table: Table) -> Insert:
    """An insertion that leaves a row that stands there already, instead of failing."""
    return insert(table).on_conflict_do_nothing()


def numbers(connection: Connection, table: Table, amount: int) -> Sequence[int]:
    """The next numbers for rows of a table that numbers its rows, for whoever writes them in this work."""
    [number] = table.primary_key.columns
    last: int = connection.exec_driver_sql(
        f"SELECT coalesce(max({number.name}), 0) FROM {table.name}"  # noqa: S608 - names of our own
    ).scalar_one()
    return range(last + 1, last + 1 + amount)


def meaning(place: FilePlace, error: BaseException) -> RecordError:
    """What an error of SQLite's means to somebody who uses the record."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF  # the rest says where it happened
    if code == sqlite3.SQLITE_CANTOPEN and not place.path.exists():
        return RecordMissing(f"{place}: there is no record here; make one with: onrecord read … --db {place}")
    kind, reason = _MEANINGS.get(code, (RecordUnwritable, f"the record cannot be used ({error})"))
    return kind(f"{place}: {reason}")
