"""Where a record is: in a file, or in a database on a server."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from onrecord.errors import RecordMissing

__all__ = ["FilePlace", "Place", "ServerPlace", "place_of"]

_SERVER = re.compile(r"postgres(ql)?(\+psycopg)?:/", re.IGNORECASE)
_OTHER = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A record in one SQLite file; as text, its path."""

    path: Path

    def __str__(self) -> str:
        return str(self.path)

    @property
    def name(self) -> str:
        """What to call it in a few letters."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class ServerPlace:
    """A record in a database of a PostgreSQL server; as text, its address without the password."""

    url: URL

    def __str__(self) -> str:
        shown = self.url.set(drivername="postgresql")
        if "password" in shown.query:
            shown = shown.update_query_dict({"password": "***"})
        return shown.render_as_string(hide_password=True)

    @property
    def name(self) -> str:
        """What to call it in a few letters."""
        return self.url.database or "postgresql"


Place: TypeAlias = FilePlace | ServerPlace


def place_of(given: str | Path) -> Place:
    """The place that somebody names: ``news.db``, or ``postgresql://user@host/database``.

    Raises:
        RecordMissing: if it begins like an address of a server and is none.
    """
    if not _SERVER.match(str(given)):
        if isinstance(given, str) and (other := _OTHER.match(given)):
            raise RecordMissing(
                f"--db: a record is a file, or in a database like postgresql://user@host/database; "
                f"{other.group(1)}:// is neither"
            )
        return FilePlace(Path(given))
    try:
        return ServerPlace(make_url(str(given)).set(drivername="postgresql+psycopg"))
    except (ArgumentError, ValueError) as error:
        raise RecordMissing(
            "--db: this is no address of a database; write it like postgresql://user@host:5432/database"
        ) from error
