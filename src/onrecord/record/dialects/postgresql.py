"""PostgreSQL 15 and later: a record in a database on a server."""

from collections.abc import Sequence
from functools import cache, lru_cache

from sqlalchemy import (
    Connection,
    Engine,
    Insert,
    Table,
    create_engine,
    event,
    text,
)
from sqlalchemy.dialects.postgresql import insert

from onrecord.errors import NotARecord, RecordError, RecordMissing, RecordUnreachable, RecordUnwritable
from onrecord.record.places import ServerPlace

__all__ = ["add", "connect", "is_unkeepable", "leaving", "meaning", "numbers"]

WAIT = 10
"""Seconds to wait for a server to answer, and for another program that is writing."""

LEAST_VERSION = (15,)

LOCK = 0x4F6E5243
"""``OnRC``: the name under which writers of a record wait for each other."""

_ONE_WRITER = text(f"SELECT pg_advisory_xact_lock({LOCK}, hashtext(current_schema()))")

_NUMBERS = text(
    "SELECT nextval(pg_get_serial_sequence(:table, :number))"
    " FROM generate_series(1, CAST(:amount AS integer))"
)


# What an SQLSTATE means, by its first letters: the longest that fits.
_MEANINGS: dict[str, tuple[type[RecordError], str]] = {
    "08": (
        RecordUnreachable,
        "the server does not answer; see whether it runs and has this address",
    ),
    "28": (RecordUnreachable, "the server does not let you in; see the user and the password"),
    "3D": (RecordMissing, "there is no such database on the server; make it with: createdb"),
    "25006": (RecordUnwritable, "you may not write to this record: it is opened to be read"),
    "40": (RecordUnwritable, "another program is writing to it; try again"),
    "42501": (RecordUnwritable, "the server does not permit you this; ask its owner for the right to write"),
    "42P01": (NotARecord, "this database holds no record of Onrecord's, or a damaged one"),
    "53100": (RecordUnwritable, "no space is left on the server; free some and read again"),
    "53300": (RecordUnreachable, "the server has no connection to spare; try again later"),
    "55P03": (RecordUnwritable, "another program is writing to it; try again later"),
    "57": (RecordUnreachable, "the server is shutting down or starting; try again later"),
}


def connect(place: ServerPlace, *, write: bool) -> Engine:
    """An engine on the database; nothing is opened before its first use.

    A reader sees one moment of the record throughout a piece of work. Writers take turns, as they do
    in a file: whoever begins a piece of work has seen all that was written before.

    Raises:
        RecordUnreachable: if the driver is not installed.
    """
    level = "READ COMMITTED" if write else "REPEATABLE READ"
    given = {"connect_timeout": str(WAIT), "application_name": "onrecord"}
    try:
        engine = create_engine(place.url, isolation_level=level, pool_pre_ping=True, connect_args=given)
    except ImportError as error:
        raise RecordUnreachable(
            f"{place}: for a record on a server install psycopg: pip install 'onrecord[postgresql]'"
        ) from error
    event.listen(engine, "begin", _begin_writing if write else _begin_reading)
    return engine


def _begin_writing(connection: Connection) -> None:
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{WAIT}s'")
    connection.execute(_ONE_WRITER)


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("SET TRANSACTION READ ONLY")


def add(
    connection: Connection, table: Table, names: Sequence[str], rows: Sequence[tuple[object, ...]]
) -> None:
    """Write rows, given as the values of these columns."""
    connection.exec_driver_sql(_addition(table.name, tuple(names)), list(rows))


@lru_cache(maxsize=64)
def _addition(table: str, names: tuple[str, ...]) -> str:
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join(['%s'] * len(names))})"  # noqa: S608


@cache
def leaving(table: Table) -> Insert:
    """An insertion that leaves a row that stands there already, instead of failing."""
    return insert(table).on_conflict_do_nothing()


def numbers(connection: Connection, table: Table, amount: int) -> Sequence[int]:
    """The next numbers for rows of a table that numbers its rows, for whoever writes them in this work."""
    [number] = table.primary_key.columns
    given = {"table": table.name, "number": number.name, "amount": amount}
    return connection.execute(_NUMBERS, given).scalars().all()


def is_unkeepable(error: BaseException) -> bool:
    """Whether an error says that a text holds U+0000, which PostgreSQL keeps in no text."""
    return "NUL (0x00)" in str(error)


def meaning(place: ServerPlace, error: BaseException) -> RecordError:
    """What an error of the server's or of its driver's means to somebody who uses the record."""
    state = getattr(error, "sqlstate", None) or "08"
    said = " ".join(str(error).split())
    if "does not exist" in said and state == "08" and "database" in said:
        state = "3D"  # a refused connection tells its state in words only
    fitting = [known for known in _MEANINGS if state.startswith(known)]
    if not fitting:
        return RecordUnwritable(f"{place}: the record cannot be used ({said})")
    kind, reason = _MEANINGS[max(fitting, key=len)]
    return kind(f"{place}: {reason} ({said})")
