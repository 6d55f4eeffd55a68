"""How the words of a search and its filters are brought together: by which of them the statements are found.

PostgreSQL weighs that itself. SQLite cannot: it knows nothing of how often a word occurs, and goes by its
index of words whatever the question, or never. So we look how much each way would have to read,
count a bounded number of rows for it, and take the shortest.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from sqlalchemy import ColumnElement, Connection, Select, func, select

from onrecord.record import dialects
from onrecord.record import tables as t
from onrecord.record.dialects import fts5
from onrecord.record.filters import Condition, Filters
from onrecord.record.words import Words

__all__ = ["Search", "search"]

_facets = t.statement_facets
f = _facets.c


class Search:
    """The statements that a question finds, to be read in one order or another.

    Attributes:
        given: what its queries are bound to.
    """

    def __init__(self, connection: Connection, filters: Filters, words: Words | None) -> None:
        self._connection = connection
        self._filters = filters
        self._words = words
        self._index = dialects.index_of(connection)
        expression = self._index.expression(words) if words else None
        self.given: Mapping[str, object] = {"words": expression} if expression else {}

    @property
    def narrow(self) -> bool:
        """Whether anything is asked for but what everybody is shown."""
        given = self._filters
        return bool(self._words or given.indexed or given.keyed or len(given.others) > 1)

    def rows(
        self, *columns: ColumnElement[Any], few: int | None = None, ordered: str = ""
    ) -> "Select[*tuple[Any, ...]]":
        """Columns of ``statement_facets`` of what is found.

        Args:
            columns: the columns.
            few: how many rows will be taken, in the order of an index; None if all will.
            ordered: the index in whose order they will be taken, if it is not that of the date.
        """
        del few, ordered
        found = select(*columns).select_from(_facets).where(*self._filters.conditions)
        return found.where(f.key.in_(self._index.matching())) if self._words else found

    def all_of(self, column: ColumnElement[Any], index: str) -> "Select[*tuple[Any, ...]]":
        """The keys of what is found and one column, best read through an index with this name."""
        del index
        return self.rows(f.key, column)

    def scored(self, *columns: ColumnElement[Any]) -> "Select[*tuple[Any, ...]]":
        """The score of each statement that is found by words, the lower the better, and columns."""
        found = select(self._index.score().label("score"), *columns).select_from(self._index.words_first())
        return found.where(self._index.matches(), *self._filters.conditions)


_Way: TypeAlias = Literal["words", "among", "each"]
"""By the words, each hit then held against the filters; by a filter's index, each row then looked up among
all hits; or likewise with each row looked up in the index of words by itself."""

# What one step costs, in microseconds on a machine of 2024; only how they compare matters.
_HIT, _AMONG, _ROW, _PROBE = 0.9, 0.2, 0.6, 22.0
_PROBE_OF_BEGINNINGS = 5_000.0
"""All words with a beginning are gathered anew for each probe."""

_SORTED = 2_000
_SAMPLE = 5_000
_MANY = 20_000


@dataclass(frozen=True, slots=True)
class _Driver:
    """An index that finds the statements of one filter.

    Attributes:
        hint: what tells SQLite to go by it; empty if there is nothing to tell.
        rows: how many statements it finds, as far as we counted.
    """

    hint: str
    rows: float


class WeighedSearch(Search):
    """Likewise in SQLite."""

    def __init__(self, connection: Connection, filters: Filters, words: Words | None) -> None:
        super().__init__(connection, filters, words)
        self._drivers = self._measure()
        self._statements = self._newest() if words else 0
        self._hits = self._estimated_hits() if words else 0.0

    def all_of(self, column: ColumnElement[Any], index: str) -> "Select[*tuple[Any, ...]]":
        return self._by(_Driver(f"INDEXED BY {index}", 0), select(f.key, column))

    def rows(
        self, *columns: ColumnElement[Any], few: int | None = None, ordered: str = ""
    ) -> "Select[*tuple[Any, ...]]":
        driver = self._drivers[0]
        if not self._words:
            if ordered and driver.rows > _SORTED:  # the first of many are met soon in their own order
                driver = _Driver(f"INDEXED BY {ordered}", driver.rows)
            return self._by(driver, select(*columns))
        match self._way(driver, few):
            case "words":
                found = select(*columns).select_from(self._index.words_first())
                return found.where(self._index.matches(), *self._filters.conditions)
            case "among":
                # The sum hides the key from the planner, which would go by it.
                return self._by(driver, select(*columns)).where((f.key + 0).in_(self._index.matching()))
            case "each":
                return self._by(driver, select(*columns)).where(self._index.matching(f.key).exists())

    def _by(self, driver: _Driver, found: "Select[*tuple[Any, ...]]") -> "Select[*tuple[Any, ...]]":
        through = fts5.Through(driver.hint) if driver.hint else _facets
        return found.select_from(through).where(*self._filters.conditions)

    def _way(self, driver: _Driver, few: int | None) -> _Way:
        rows = driver.rows
        if few is not None:
            share = self._hits / self._statements
            for other in self._drivers[1:]:
                share *= min(1.0, other.rows / self._statements)
            rows = min(rows, few / max(share, 1e-9))
        costs: dict[_Way, float] = {
            "words": self._hits * _HIT,
            "among": self._hits * _AMONG + rows * _ROW,
            "each": rows * (_PROBE_OF_BEGINNINGS if self._has_beginnings() else _PROBE),
        }
        return min(costs, key=lambda way: costs[way])

    def _has_beginnings(self) -> bool:
        phrases = (*self._words.phrases, *self._words.without) if self._words else ()
        return any(phrase.prefix for phrase in phrases)

    def _measure(self) -> list[_Driver]:
        """The ways in by the filters, the one that finds least first."""
        given = self._filters
        if not self._words and not given.indexed and not given.keyed:
            return [_Driver("", 0)]  # there is nothing to weigh
        found = [
            _Driver(f"INDEXED BY {name}", self._counted(condition, *given.others))
            for name, condition in given.indexed.items()
        ]
        found += (_Driver("NOT INDEXED", self._counted(condition)) for condition in given.keyed)
        return sorted(found, key=lambda one: one.rows) or [_Driver("", self._newest())]

    def _newest(self) -> int:
        """About how many statements there are."""
        return self._connection.execute(select(func.max(f.key))).scalar_one() or 1

    def _counted(self, *conditions: Condition) -> int:
        some = select(f.key).where(*conditions).limit(_MANY).subquery()
        return self._connection.execute(select(func.count()).select_from(some)).scalar_one()

    def _estimated_hits(self) -> float:
        """How many statements have the words: exactly if few do, else by how dense the first ones lie."""
        some = self._index.matching().limit(_SAMPLE).subquery()
        sampled = select(func.count(), func.max(some.c.rowid))
        row = self._connection.execute(sampled, self.given).one()
        number, last = int(row[0]), int(row[1] or 1)
        return number if number < _SAMPLE else number * self._statements / last


def search(connection: Connection, filters: Filters, words: Words | None) -> Search:
    """The statements that filters and words leave over."""
    kind = WeighedSearch if connection.dialect.name == "sqlite" else Search
    return kind(connection, filters, words)
