"""A record on a server: is the database there, is it one, may we."""

from sqlalchemy import Connection, Engine, func, select, text

from onrecord.errors import NotARecord, RecordUnreachable
from onrecord.record.dialects import postgresql, translated
from onrecord.record.places import ServerPlace
from onrecord.record.tables import SCHEMA_VERSION
from onrecord.record.upgrading import check_format, upgrade

__all__ = ["prepare"]

_TABLES = text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
_FORMAT = text("SELECT version_num FROM alembic_version")


def prepare(place: ServerPlace, *, create: bool, write: bool) -> tuple[Engine, int]:
    """Make, check and upgrade the tables as far as one may; gives an engine on them and the format they had.

    Raises:
        RecordError: see ``open_record``.
    """
    write = write or create
    engine = postgresql.connect(place, write=write)
    try:
        # One transaction: killed at any moment, the record is there or is not, is new or is old.
        with translated(place), engine.begin() as connection:
            since = _format(connection, place, create=create)
            check_format(place, since, write=write)
            if since < SCHEMA_VERSION:
                upgrade(connection, since)
    except BaseException:
        engine.dispose()
        raise
    return engine, since


def _format(connection: Connection, place: ServerPlace, *, create: bool) -> int:
    """The format of the record in the connection's schema; 0 if there is none and one may be made."""
    _check_server(connection, place)
    there = set(connection.execute(_TABLES).scalars())
    if not there and create:
        return 0
    if not there:
        raise NotARecord(
            f"{place}: this database is empty; make a record in it with: onrecord read … --db {place}"
        )
    if not {"alembic_version", "meta", "statements"} <= there:
        raise NotARecord(f"{place}: this database belongs to another program; give another --db")
    return int(connection.execute(_FORMAT).scalar_one())


def _check_server(connection: Connection, place: ServerPlace) -> None:
    version, wanted = connection.dialect.server_version_info or (), postgresql.LEAST_VERSION
    if version < wanted:
        found = ".".join(map(str, version))
        raise RecordUnreachable(f"{place}: this is PostgreSQL {found}; a record needs {wanted[0]} or later")
    encoding = connection.execute(select(func.current_setting("server_encoding"))).scalar_one()
    if encoding != "UTF8":
        raise NotARecord(
            f"{place}: this database keeps text as {encoding}; make one with: createdb --encoding UTF8"
        )
