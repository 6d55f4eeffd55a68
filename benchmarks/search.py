"""How fast a record is searched: first pages, next pages and facets, on generated news.

    python benchmarks/search.py --statements 1000000 [--cache FOLDER] [--database postgresql://…]

Generates the record if the folder does not hold it (or the database is empty), asks it questions of the
kind people ask, and prints the median and the 95th percentile in milliseconds: by the clock, and of this
process's own processor time, which a busy machine does not change. The statement that a question is made
from is drawn at random, and with it the speaker, a word of its content, and the year it was said in:
who is quoted most is asked for most. Beside SQLite stand two floors in bare SQL that give keys only.
"""

import argparse
import json
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from math import ceil
from pathlib import Path
from random import Random
from typing import TypeVar

from newsprint import Newsprint, word

from onrecord.record.collection import Record
from onrecord.record.facets import FacetName
from onrecord.record.opening import open_record
from onrecord.record.query import Query

COUNTED: Sequence[FacetName] = ("act", "speaker", "outlet", "month")
FREQUENT = {word(rank) for rank in range(50)}
"""Words like "the" and "of": one question in twenty asks for one."""

NAIVE = """
SELECT s.key FROM statements s {join} WHERE s.speaker_id = ? AND s.latest AND s.dated BETWEEN ? AND ? {where}
ORDER BY s.dated DESC, s.published_at DESC, s.key LIMIT 21"""
FLOORS = {
    "id IN (subquery)": NAIVE.format(
        join="", where="AND s.key IN (SELECT rowid FROM statements_search WHERE statements_search MATCH ?)"
    ),
    "the index of words drives": NAIVE.format(
        join="JOIN statements_search f ON f.rowid = s.key", where="AND f.statements_search MATCH ?"
    ),
}


@dataclass(frozen=True)
class Asked:
    """A question and what it was made from."""

    speaker: str
    word: str
    phrase: str
    year: str

    @property
    def usual(self) -> Query:
        """A word of somebody's in a year."""
        return Query(text=self.word, speaker=self.speaker, since=self.year, until=self.year)


KINDS: dict[str, Callable[[Asked], Query]] = {
    "word, speaker, year": lambda one: one.usual,
    "phrase, speaker, year": lambda one: replace(one.usual, text=f'"{one.phrase}"'),
    "beginning, speaker, year": lambda one: replace(one.usual, text=f"{one.word[:4]}*"),
    "word, act, year": lambda one: replace(one.usual, speaker=None, act="deny"),
    "word": lambda one: Query(text=one.word),
    "word, best first": lambda one: Query(text=one.word, sort="relevance"),
    "speaker": lambda one: Query(speaker=one.speaker),
    "speaker's surname, word": lambda one: Query(text=one.word, speaker=one.speaker.rpartition("-")[2]),
    "everything": lambda _: Query(),
}


def main() -> None:
    """Generate, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--cache", type=Path, help="keep the generated record in this folder")
    parser.add_argument("--database", help="an empty database on a PostgreSQL server, or one filled before")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = (given.cache or Path(folder)) / f"generated-{given.statements}.db"
        place = given.database or str(path)
        _fill(place, given.statements)
        with open_record(place) as record:
            _report(record, list(_questions(record, given.statements, given.questions)))
        if not given.database:
            with open_record(place) as record:
                _floors(path, list(_questions(record, given.statements, given.questions)))


def _fill(place: str, statements: int) -> None:
    server = place.startswith("postgresql://")
    if not server and Path(place).exists():
        return
    with open_record(place, create=True) as record:
        if record.statements(Query(limit=1)).total:
            return
    start = time.perf_counter()
    (_fill_server if server else _fill_file)(place, Newsprint(statements))
    print(f"generated {statements:,} statements in {time.perf_counter() - start:,.0f} s")


def _fill_file(place: str, news: Newsprint) -> None:
    with closing(sqlite3.connect(place, isolation_level=None)) as bare:
        bare.execute("PRAGMA journal_mode = OFF")
        bare.execute("PRAGMA synchronous = OFF")
        bare.execute("PRAGMA cache_size = -400000")
        bare.execute("BEGIN")
        for tables in news.rows():
            for table, rows in tables.items():
                if not rows:
                    continue
                names, marks = ", ".join(rows[0]), ", ".join("?" * len(rows[0]))
                values = [tuple(map(_plain, row.values())) for row in rows]
                bare.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)  # noqa: S608 - ours
        bare.execute("COMMIT")
        bare.execute("PRAGMA journal_mode = WAL")


def _fill_server(place: str, news: Newsprint) -> None:
    import psycopg
    from psycopg import sql

    with psycopg.connect(place) as bare, bare.cursor() as cursor:
        for tables in news.rows():
            for table, rows in tables.items():
                names = sql.SQL(", ").join(map(sql.Identifier, rows[0] if rows else ()))
                command = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), names)
                if not rows:
                    continue
                with cursor.copy(command) as copy:
                    for row in rows:
                        copy.write_row([_plain(value) for value in row.values()])
    with psycopg.connect(place, autocommit=True) as bare:
        bare.execute("VACUUM ANALYZE")


def _plain(value: object) -> object:
    return json.dumps(value) if isinstance(value, list | dict) else value


def _questions(record: Record, statements: int, amount: int) -> Iterator[Asked]:
    """Questions made from statements that were drawn; the same every time."""
    chance = Random(11)  # noqa: S311 - chance, not secrets
    return islice(_drawn(record, statements, chance), amount)


def _drawn(record: Record, statements: int, chance: Random) -> Iterator[Asked]:
    while True:
        found = record.statement(f"{chance.randrange(1, statements + 1):016x}")
        if not found or not found.speaker_id or not found.latest:
            continue
        words = found.content_words.split()
        rare = [one for one in words if one not in FREQUENT]
        common = [one for one in words if one in FREQUENT]
        pool = (common or rare) if chance.random() < 0.05 else (rare or common)
        start = chance.randrange(max(1, len(words) - 1))
        year = found.published.isoformat()[:4] if found.published else ""
        yield Asked(found.speaker_id, chance.choice(pool), " ".join(words[start : start + 2]), year)


@dataclass
class _Times:
    """How long each of a row of calls took, in milliseconds."""

    wall: list[float]
    processor: list[float]

    def __str__(self) -> str:
        return f"{_shown(self.wall)}   ({_shown(self.processor)})"


def _shown(times: Sequence[float]) -> str:
    ordered = sorted(times)
    return f"{statistics.median(ordered):8.1f} / {ordered[ceil(0.95 * len(ordered)) - 1]:8.1f}"


_Result = TypeVar("_Result")


def _timed(calls: Sequence[Callable[[], _Result]]) -> tuple[_Times, list[_Result]]:
    wall, processor, results = [], [], []
    for call in calls:
        start, own = time.perf_counter(), time.process_time()
        results.append(call())
        wall.append((time.perf_counter() - start) * 1000)
        processor.append((time.process_time() - own) * 1000)
    return _Times(wall, processor), results


def _report(record: Record, asked: Sequence[Asked]) -> None:
    print("\nmedian / 95th percentile in ms by the clock (and of processor time)\n")
    for kind, question in KINDS.items():
        queries = [question(one) for one in asked]
        for query in queries[:5]:  # what an interpreter and a database do once
            record.statements(query)
        first, found = _timed([partial(record.statements, query) for query in queries])
        more = [
            replace(query, after=page.next) for query, page in zip(queries, found, strict=True) if page.next
        ]
        totals = sorted(page.total for page in found)
        print(f"{kind}: finds {totals[len(totals) // 2]:,} in the median, {totals[-1]:,} at most")
        print(f"    first page {first}")
        if more:
            print(f"    next page  {_timed([partial(record.statements, query) for query in more])[0]}")
        some = queries if kind == "word, speaker, year" else queries[:40]
        counted = [partial(record.facets, query, COUNTED) for query in some]
        print(f"    facets     {_timed(counted)[0]}", flush=True)


def _floors(path: Path, asked: Sequence[Asked]) -> None:
    with closing(sqlite3.connect(path)) as bare:
        for name, command in FLOORS.items():

            def ask(one: Asked, command: str = command) -> object:
                days = (f"{one.year}-01-01", f"{one.year}-12-31")
                return bare.execute(command, (one.speaker, *days, one.word)).fetchall()

            times = _timed([partial(ask, one) for one in asked[:60]])[0]
            print(f"bare SQL, {name}: word, speaker, year, keys only {times}")


if __name__ == "__main__":
    main()
