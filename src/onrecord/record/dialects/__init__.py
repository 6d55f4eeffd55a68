"""All that the record knows about one database or another; the rest would not notice a third.

Each module here is a :class:`Dialect`: what databases do in their own way, under one set of names.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Protocol

from sqlalchemy import ColumnElement, Connection, FromClause, Insert, Select, Table
from sqlalchemy.exc import DBAPIError

from onrecord.errors import RecordError
from onrecord.record.dialects import fts5, postgresql, sqlite, tsvector
from onrecord.record.places import FilePlace, Place
from onrecord.record.words import Words

__all__ = ["Dialect", "Unkeepable", "WordIndex", "index_of", "of", "translated"]


class Unkeepable(ValueError):
    """A text holds a sign that this database cannot keep."""


class Dialect(Protocol):
    """What a database does in its own way."""

    def add(
        self, connection: Connection, table: Table, names: Sequence[str], rows: Sequence[tuple[object, ...]]
    ) -> None:
        """Write rows, given as the values of these columns."""

    def leaving(self, table: Table) -> Insert:
        """An insertion that leaves a row that stands there already, instead of failing."""

    def numbers(self, connection: Connection, table: Table, amount: int) -> Sequence[int]:
        """The next numbers for rows of a table that numbers them, for who writes these in this work."""


class WordIndex(Protocol):
    """How a database finds statements and names by their words; each module's functions tell more."""

    def expression(self, words: Words) -> str:
        """The words of a search, to be bound as ``words``."""

    def matches(self) -> ColumnElement[bool]:
        """Whether a statement has them."""

    def matching(self, key: ColumnElement[int] | None = None) -> "Select[int]":
        """The keys of the statements that have them; only this key, if one is given."""

    def score(self) -> ColumnElement[float]:
        """How well a statement matches them: the lower, the better."""

    def words_first(self) -> FromClause:
        """The index of words with ``statement_facets``, to be read in this order."""

    def names_with(self, phrases: Sequence[str], *, beginning: bool = False) -> "Select[str]":
        """The folded names in which one of these runs of folded words stands, or begins."""


_DIALECTS: Mapping[str, Dialect] = {"sqlite": sqlite, "postgresql": postgresql}
_INDEXES: Mapping[str, WordIndex] = {"sqlite": fts5, "postgresql": tsvector}


def of(connection: Connection) -> Dialect:
    """The dialect of the database at the other end."""
    return _DIALECTS[connection.dialect.name]


def index_of(connection: Connection) -> WordIndex:
    """The index of words of the database at the other end."""
    return _INDEXES[connection.dialect.name]


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
