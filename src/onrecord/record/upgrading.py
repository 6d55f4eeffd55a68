"""Bringing a record's tables to the format that this version of Onrecord knows."""

from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, delete, insert, text

from onrecord.errors import RecordOutdated, RecordTooNew
from onrecord.record.places import Place
from onrecord.record.tables import SCHEMA_VERSION, meta
from onrecord.record.views import VIEWS

__all__ = ["check_format", "upgrade"]

_MIGRATIONS = Path(__file__).parent / "migrations"
_one_at_a_time = Lock()  # Alembic keeps the migration that runs in a global variable


def check_format(place: Place, found: int, *, write: bool) -> None:
    """Refuse a format that we do not know, and an old one that we may not upgrade.

    Raises:
        RecordTooNew: if a later version made the record.
        RecordOutdated: if an earlier one did, and it is only to be read.
    """
    if found > SCHEMA_VERSION:
        raise RecordTooNew(
            f"{place}: a later version of Onrecord made this record (format {found}; this "
            f"version knows {SCHEMA_VERSION}); upgrade with: pip install --upgrade onrecord"
        )
    if found < SCHEMA_VERSION and not write:
        raise RecordOutdated(
            f"{place}: an earlier version of Onrecord made this record (format {found}; this "
            f"version reads {SCHEMA_VERSION}); bring it up to date with: onrecord upgrade --db {place}"
        )


def upgrade(connection: Connection, since: int) -> None:
    """Bring the tables from the format ``since`` to ours, all in the connection's transaction.

    Args:
        connection: in a transaction that nobody else writes beside; foreign keys are not enforced in it.
        since: the format that the tables have; 0 if there are none.
    """
    from alembic import command  # noqa: PLC0415 - only who makes or upgrades a record waits for it
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    for view in reversed(tuple(VIEWS)):
        connection.execute(text(f"DROP VIEW IF EXISTS {view}"))
    with _one_at_a_time:
        if since == 1:  # files of format 1 did not know Alembic
            command.stamp(config, "0001")
        command.upgrade(config, f"{SCHEMA_VERSION:04}")
    for name, query in VIEWS.items():
        connection.execute(text(f"CREATE VIEW {name} AS {query}"))
    connection.execute(delete(meta).where(meta.c.name == "schema"))
    connection.execute(insert(meta), {"name": "schema", "value": str(SCHEMA_VERSION)})
