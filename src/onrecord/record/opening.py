"""Opening a record, wherever it is."""

from pathlib import Path

from sqlalchemy import Engine

from onrecord.record import files, servers
from onrecord.record.collection import Record
from onrecord.record.places import FilePlace, Place, place_of
from onrecord.record.tables import SCHEMA_VERSION

__all__ = ["open_record", "upgrade_record"]


def open_record(place: str | Path, *, create: bool = False, write: bool = False) -> Record:
    """The record at a place, to be read unless ``create`` or ``write`` is given.

    Reading needs no permission to write, neither to a file and its folder nor on a server.

    Args:
        place: a file, or a database of a PostgreSQL server: ``postgresql://user@host/database``.
        create: make the record if nothing is there, and open it to be written.
        write: open it to be written; it must exist.

    Raises:
        RecordMissing: if there is no such file or database.
        NotARecord: if it is something else.
        RecordTooNew: if a later version of Onrecord made it.
        RecordOutdated: if an earlier version made it and it is only to be read; opened to be
            written, it is upgraded.
        RecordUnwritable: if it is to be written and cannot be.
        RecordUnreachable: if the server does not answer or does not let us in.
    """
    where = place_of(place)
    engine, _ = _prepare(where, create=create, write=write)
    return Record(engine, where)


def upgrade_record(place: str | Path) -> tuple[int, int]:
    """Bring the record at a place to the format of this version; gives the formats before and after.

    Raises:
        RecordError: as ``open_record`` does.
    """
    engine, before = _prepare(place_of(place), create=False, write=True)
    engine.dispose()
    return before, SCHEMA_VERSION


def _prepare(place: Place, *, create: bool, write: bool) -> tuple[Engine, int]:
    if isinstance(place, FilePlace):
        return files.prepare(place, create=create, write=write)
    return servers.prepare(place, create=create, write=write)
