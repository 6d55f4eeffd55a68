"""How fast a record takes articles: statements a second, an article or a hundred in one transaction.

    python benchmarks/keeping.py [--statements 60000] [--server postgresql://user@host/empty_database]

The exit code is 1 if the bulk path keeps less than 5,000 statements in a second of processor time, which a
busy machine changes little. Beside it stands the plain way: the very rows that keeping wrote, written again
by ``executemany`` of the standard library into the same tables with the same indexes and triggers, once
in one transaction an article and once in one for a hundred.
"""

import argparse
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from onrecord.api import AT_ONCE
from onrecord.record.opening import open_record
from onrecord.record.values import Run
from onrecord.terms.article import Article
from onrecord.terms.origin import Origin
from onrecord.terms.span import Span
from onrecord.terms.statement import ACTS, Actor, Attribution, Decision, Said, Statement, statement_id

FLOOR = 5_000
"""Statements a second that the bulk path keeps at least."""

AN_ARTICLE = 24
"""Statements in an article, as in the corpora that Onrecord is measured on."""

TABLES = ("outlets", "runs", "articles", "revisions", "mentions", "statements", "statement_actors")
"""What keeping fills, in an order in which rows can refer to rows."""

DECIDED = tuple(Decision(field, "cue lexicon: said", 0.9) for field in ("act", "mode", "speaker", "said"))
SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]


class News:
    """Articles made of syllables; the same number gives the same ones."""

    def __init__(self, statements: int) -> None:
        self.chance = random.Random(7)  # noqa: S311 - chance, not secrets
        words = ["".join(self.chance.choices(SYLLABLES, k=1 + rank % 4)) for rank in range(20_000)]
        shares = [1 / (rank + 2.7) for rank in range(len(words))]
        self.words = self.chance.choices(words, shares, k=statements * 30)
        self.people = [Actor(f"{self._name()} {self._name()}", "person", "spokesman") for _ in range(2000)]
        self.articles = max(1, statements // AN_ARTICLE)

    def _name(self) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=3)).capitalize()

    def __iter__(self) -> Iterator[tuple[Article, tuple[Statement, ...]]]:
        for number in range(self.articles):
            yield self._article(number)

    def _article(self, number: int) -> tuple[Article, tuple[Statement, ...]]:
        words = iter(self.words[number * AN_ARTICLE * 30 :])
        sentences = [" ".join(next(words) for _ in range(30)) for _ in range(AN_ARTICLE)]
        article = Article(
            id=f"news-{number}",
            text="\n\n".join(sentences),
            title=f"News {number}",
            outlet=f"Outlet {number % 40}",
            published=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number),
            url=f"https://news.example/{number}",
            origin=Origin(f"news/{number}.txt"),
        )
        speakers = self.chance.choices(self.people, k=AN_ARTICLE // 3)
        starts = [sum(len(each) + 2 for each in sentences[:place]) for place in range(AN_ARTICLE)]
        return article, tuple(
            self._statement(article, start, len(sentence), speakers)
            for start, sentence in zip(starts, sentences, strict=True)
        )

    def _statement(self, article: Article, start: int, length: int, speakers: Sequence[Actor]) -> Statement:
        source, cue = (Span(start, start + 8),), (Span(start + 9, start + 13),)
        content = (Span(start + 14, start + length),)
        return Statement(
            id=statement_id(article.digest, Attribution(source, cue, content)),
            source=source,
            cue=cue,
            content=content,
            form="indirect",
            mode="speech",
            act=self.chance.choice(ACTS),
            speaker=self.chance.choice(speakers),
            said=Said("2026-01-01"),
            targets=(self.chance.choice(speakers),),
            confidence=0.8,
            decisions=DECIDED,
        )


def kept(place: str, news: Sequence[tuple[Article, tuple[Statement, ...]]], *, at_once: int) -> None:
    """Keep the news, so many articles in one transaction; a reading keeps each by itself."""
    run = Run("0.1.0", "0" * 64)
    with open_record(place, create=True) as record:
        for start in range(0, len(news), at_once):
            record.keep_all(news[start : start + at_once], run)


def copied(old: Path, new: Path, *, at_once: int) -> Callable[[], None]:
    """What writes the rows of a record into a new one, so many articles in one transaction."""
    open_record(new, create=True).close()
    with sqlite3.connect(old) as source:
        rows = {name: source.execute(f"SELECT * FROM {name}").fetchall() for name in TABLES}  # noqa: S608
    source.close()

    def write() -> None:
        target = sqlite3.connect(new, isolation_level=None)
        target.execute("PRAGMA synchronous = NORMAL")
        articles = len(rows["articles"])
        parts = range(0, articles, at_once)
        for start in parts:
            target.execute("BEGIN IMMEDIATE")
            for name in TABLES:
                each = len(rows[name]) / articles
                some = rows[name][round(start * each) : round((start + at_once) * each)]
                if some:
                    marks = ", ".join("?" * len(some[0]))
                    target.executemany(f"INSERT INTO {name} VALUES ({marks})", some)  # noqa: S608
            target.execute("COMMIT")
        target.close()

    return write


def report(name: str, statements: int, work: Callable[[], None]) -> float:
    """Do the work, print how fast it went, and give it: statements a second of this process's own time."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{name:<44} {statements / wall:>9,.0f} a second {statements / cpu:>9,.0f} a CPU-second")
    return statements / cpu


def main() -> int:
    """Print the figures; the exit code tells whether keeping reached its floor."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--statements", type=int, default=60_000)
    parser.add_argument("--server", help="an empty database on a PostgreSQL server, to measure it, too")
    given = parser.parse_args()
    news = list(News(given.statements))
    statements = sum(len(found) for _, found in news)
    print(f"{statements:,} statements of {len(news):,} articles")
    with tempfile.TemporaryDirectory() as folder:
        old = Path(folder) / "kept.db"
        many = Path(folder) / "many.db"
        report("Record.keep, SQLite", statements, lambda: kept(str(old), news, at_once=1))
        fast = report(
            f"Record.keep_all, SQLite, {AT_ONCE} at a time",
            statements,
            lambda: kept(str(many), news, at_once=AT_ONCE),
        )
        for name, at_once in (("an article at a time", 1), (f"{AT_ONCE} at a time", AT_ONCE)):
            work = copied(old, Path(folder) / f"{at_once}.db", at_once=at_once)
            report(f"plain executemany, SQLite, {name}", statements, work)
    if given.server:
        report(
            f"Record.keep_all, PostgreSQL, {AT_ONCE} at a time",
            statements,
            lambda: kept(given.server, news, at_once=AT_ONCE),
        )
    return 0 if fast >= FLOOR else 1


if __name__ == "__main__":
    sys.exit(main())
