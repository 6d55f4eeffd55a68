"""Opening a record: is it there, is it one, may we."""

import sqlite3
from contextlib import closing
from pathlib import Path

from onrecord.errors import NotARecord, RecordMissing, RecordOutdated, RecordTooNew, RecordUnwritable
from onrecord.record import dialects
from onrecord.record.collection import Record
from onrecord.record.dialects import Access, Identity
from onrecord.record.tables import SCHEMA_VERSION
from onrecord.record.upgrading import upgrade

__all__ = ["open_record", "upgrade_record"]

_LEAST = 512
"""The size of the smallest page of SQLite's; a file of one byte it would take for empty and write over."""


def open_record(path: str | Path, *, create: bool = False, write: bool = False) -> Record:
    """The record in the file at ``path``, to be read unless ``create`` or ``write`` is given.

    Reading needs no permission to write, neither to the file nor to its folder.

    Args:
        path: the file.
        create: make the record if nothing is there, and open it to be written.
        write: open it to be written; it must exist.

    Raises:
        RecordMissing: if there is no such file.
        NotARecord: if the file is something else.
        RecordTooNew: if a later version of Onrecord made it.
        RecordOutdated: if an earlier version made it and it is only to be read; opened to be
            written, it is upgraded.
        RecordUnwritable: if it is to be written and cannot be.
    """
    place = Path(path)
    _check_place(place, create=create)
    if create:
        _make(place)
    with dialects.translated(place):
        access = Access.WRITE if create or write else _reading(place)
        _check(place, access)
    return Record(dialects.connect(place, access), place)


def upgrade_record(path: str | Path) -> tuple[int, int]:
    """Bring the record at ``path`` to the format of this version; gives the formats before and after.

    Raises:
        RecordError: as ``open_record`` does.
    """
    place = Path(path)
    _check_place(place, create=False)
    with dialects.translated(place):
        before = _check(place, Access.WRITE)
    return before, SCHEMA_VERSION


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


def _make(path: Path) -> None:
    # All in one transaction, and write-ahead logging only after it: killed at any moment,
    # the file by itself is a whole record or empty.
    engine = dialects.connect(path, Access.CREATE)
    try:
        with dialects.translated(path), engine.begin() as connection:
            if dialects.identity(connection.connection.cursor()) == Identity(0, 0, empty=True):
                upgrade(connection, since=0)
                dialects.mark(connection, SCHEMA_VERSION)
    except RecordMissing as error:
        raise RecordUnwritable(f"{path}: you may not make a file in {path.parent}") from error
    finally:
        engine.dispose()


def _upgrade(path: Path) -> None:
    # All in one transaction, too: killed at any moment, the record is as old as it was, and whole.
    engine = dialects.connect(path, Access.UPGRADE)
    try:
        with engine.begin() as connection:
            since = dialects.identity(connection.connection.cursor()).version
            if since < SCHEMA_VERSION:  # somebody else may have done it while we waited
                upgrade(connection, since)
                dialects.mark(connection, SCHEMA_VERSION)
    finally:
        engine.dispose()


def _reading(path: Path) -> Access:
    try:
        with closing(dialects.opened(path, Access.READ)) as connection:
            dialects.identity(connection)
    except sqlite3.OperationalError:
        waiting = path.with_name(path.name + "-wal")
        if waiting.exists() and waiting.stat().st_size:
            raise
        return Access.AS_IT_STANDS
    return Access.READ


def _check(path: Path, access: Access) -> int:
    """Whether the file is a record of ours, upgraded if it may be; gives the format it had."""
    with closing(dialects.opened(path, access)) as connection:
        found = dialects.identity(connection)
        if found.application != dialects.APPLICATION_ID:
            what = "is empty" if found.empty else "belongs to another program"
            raise NotARecord(f"{path}: this file is no record of Onrecord's, it {what}; give another --db")
        if found.version > SCHEMA_VERSION:
            raise RecordTooNew(
                f"{path}: a later version of Onrecord made this record (format {found.version}; this "
                f"version knows {SCHEMA_VERSION}); upgrade with: pip install --upgrade onrecord"
            )
        if access is Access.WRITE:
            dialects.write_ahead(connection)
        elif found.version < SCHEMA_VERSION:
            raise RecordOutdated(
                f"{path}: an earlier version of Onrecord made this record (format {found.version}; this "
                f"version reads {SCHEMA_VERSION}); bring it up to date with: onrecord upgrade --db {path}"
            )
    if found.version < SCHEMA_VERSION:
        _upgrade(path)
    return found.version
