"""All that the record knows about one database or another; the rest would not notice a third.

Each module here is a :class:`Dialect`: what databases do in their own way, under one set of names.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol

from sqlalchemy import Connection, Insert, Select, Table
from sqlalchemy.exc import DBAPIError

from onrecord.errors import RecordError
from onrecord.record.dialects import postgresql, sqlite
from onrecord.record.dialects.sqlite import HIT, UNHIT
from onrecord.record.places import FilePlace, Place

__all__ = ["HIT", "UNHIT", "Dialect", "Unkeepable", "of", "translated"]


class Unkeepable(ValueError):
    """A text holds a sign that this database cannot keep."""


class Dialect(Protocol):
    """What a database does in its own way."""

    def leaving(self, table: Table) -> Insert:
        """An insertion that leaves a row that stands there already, instead of failing."""

    def matching(self) -> "Select[int]":
        """The keys of the statements whose words match the bound expression ``words``."""

    def ranked(self) -> "Select[int, float]":
        """Likewise with ``score``: the lower, the better the match."""

    def highlighted(self) -> "Select[int, str]":
        """The content of the statements with the bound ``keys``, hits between ``HIT`` and ``UNHIT``."""


_DIALECTS: Mapping[str, Dialect] = {"sqlite": sqlite, "postgresql": postgresql}


def of(connection: Connection) -> Dialect:
    """The dialect of the database at the other end."""
    return _DIALECTS[connection.dialect.name]


@contextmanager
def translated(place: Place) -> Iterator[None]:
    """Raise what goes wrong with the database inside the block as the error that its user can act on.

    Raises:
        Unkeepable: if a text holds a sign that the database cannot keep.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _meaning(place, error) from error
    except DBAPIError as error:
        if error.orig is None:
            raise
        if postgresql.is_unkeepable(error.orig):
            raise Unkeepable from error
        raise _meaning(place, error.orig) from error


def _meaning(place: Place, error: BaseException) -> RecordError:
    if isinstance(place, FilePlace):
        return sqlite.meaning(place, error)
    return postgresql.meaning(place, error)
