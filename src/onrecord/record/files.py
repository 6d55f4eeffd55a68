"""A record in a file: is it there, is it one, may we."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from onrecord.errors import NotARecord, RecordMissing, RecordUnwritable
from onrecord.record.dialects import sqlite, translated
from onrecord.record.dialects.sqlite import Access, Identity
from onrecord.record.places import FilePlace
from onrecord.record.tables import SCHEMA_VERSION
from onrecord.record.upgrading import check_format, upgrade

__all__ = ["prepare"]

_LEAST = 512
"""The size of the smallest page of SQLite's; a file of one byte it would take for empty and write over."""


def prepare(place: FilePlace, *, create: bool, write: bool) -> tuple[Engine, int]:
    """Make, check and upgrade the file as far as one may; gives an engine on it and the format it had.

    Raises:
        RecordError: see ``open_record``.
    """
    _check_place(place.path, create=create)
    if create:
        _make(place)
    with translated(place):
        access = Access.WRITE if create or write else _reading(place.path)
        since = _check(place, access)
    return sqlite.connect(place.path, access), since


def _check_place(path: Path, *, create: bool) -> None:
    try:
        path.lstat()  # exists() calls a name that no file can have merely missing
    except FileNotFoundError:
        there = False
    except PermissionError as error:
        raise RecordUnwritable(f"{path}: you may not look into the folder {path.parent}") from error
    except (OSError, ValueError) as error:
        raise RecordMissing(f"{path!s:.200}: this cannot be the name of a file ({error!s:.80})") from error
    else:
        there = True
    if path.is_dir():
        raise NotARecord(f"{path}: this is a folder; give the name of a file")
    if there and 0 < path.stat().st_size < _LEAST:
        raise NotARecord(f"{path}: this file is no record of Onrecord's; give another --db")
    if not there and not create:
        raise RecordMissing(f"{path}: there is no record here; make one with: onrecord read … --db {path}")
    if not there and not path.parent.is_dir():
        raise RecordUnwritable(f"{path}: the folder {path.parent} does not exist; make it first")


def _make(place: FilePlace) -> None:
    # All in one transaction, and write-ahead logging only after it: killed at any moment,
    # the file by itself is a whole record or empty.
    engine = sqlite.connect(place.path, Access.CREATE)
    try:
        with translated(place), engine.begin() as connection:
            if sqlite.identity(connection.connection.cursor()) == Identity(0, 0, empty=True):
                upgrade(connection, since=0)
                sqlite.mark(connection, SCHEMA_VERSION)
    except RecordMissing as error:
        raise RecordUnwritable(f"{place}: you may not make a file in {place.path.parent}") from error
    finally:
        engine.dispose()


def _upgrade(path: Path) -> None:
    # All in one transaction, too: killed at any moment, the record is as old as it was, and whole.
    engine = sqlite.connect(path, Access.UPGRADE)
    try:
        with engine.begin() as connection:
            since = sqlite.identity(connection.connection.cursor()).version
            if since < SCHEMA_VERSION:  # somebody else may have done it while we waited
                upgrade(connection, since)
                sqlite.mark(connection, SCHEMA_VERSION)
    finally:
        engine.dispose()


def _reading(path: Path) -> Access:
    try:
        with closing(sqlite.opened(path, Access.READ)) as connection:
            sqlite.identity(connection)
    except sqlite3.OperationalError:
        waiting = path.with_name(path.name + "-wal")
        if waiting.exists() and waiting.stat().st_size:
            raise
        return Access.AS_IT_STANDS
    return Access.READ


def _check(place: FilePlace, access: Access) -> int:
    """Whether the file is a record of ours, upgraded if it may be; gives the format it had."""
    with closing(sqlite.opened(place.path, access)) as connection:
        found = sqlite.identity(connection)
        if found.application != sqlite.APPLICATION_ID:
            what = "is empty" if found.empty else "belongs to another program"
            raise NotARecord(f"{place}: this file is no record of Onrecord's, it {what}; give another --db")
        check_format(place, found.version, write=access is Access.WRITE)
        if access is Access.WRITE:
            sqlite.write_ahead(connection)
    if found.version < SCHEMA_VERSION:
        _upgrade(place.path)
    return found.version
