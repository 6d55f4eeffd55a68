"""A reading that is killed again and again, at any moment, as a program of its own.

    python killing.py PLACE KILLS SEED

Reads made-up articles into the record at PLACE without the model, each time in a process that is killed
after a time drawn at random, until one comes to its end; then looks whether the record is the one that a
reading makes that nobody disturbs, and begins anew. Ends after so many kills, and prints how many there were.
"""

import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

import quoting
import servers

from onrecord import pipeline
from onrecord.record.collection import Record
from onrecord.record.opening import open_record
from onrecord.record.values import Run
from onrecord.terms.article import Article
from onrecord.terms.origin import Origin

__all__ = ["articles", "read", "told"]

RUN = Run("test", "0" * 64, started=datetime(2026, 3, 1, tzinfo=UTC))
PEOPLE = ("Joren Maddrick", "Paskal Wrenn", "Kessa Orlin", "Aldric Toumer", "Sigrun Tolland")
ARTICLES = 16


def articles() -> Iterator[Article]:
    """Articles of a few statements each: some are revised, some are copies, one breaks what reads it."""
    for number in range(ARTICLES):
        said = [
            f'"Gate {number * (at + 1) % 7} of dam {at} held for {number // 3} hours," {who} said.'
            for at, who in enumerate(PEOPLE)
        ]
        yield Article(
            f"news-{number}",
            "break here" if number == ARTICLES // 2 else "\n\n".join(said),
            title=f"Gate {number}",
            outlet=f"Outlet {number % 3}",
            published=datetime(2026, 2, 1, tzinfo=UTC) + timedelta(days=number),
            url=f"https://news.example/{number - number % 4}",
            origin=Origin(f"news/{number}.txt"),
        )


def read(place: str, *, backwards: bool = False) -> None:
    """Read the articles into the record at a place, half of them a few at a time."""
    extracting = partial(pipeline.extracts, attribute=quoting.attribute)
    found = sorted(articles(), key=lambda each: each.published or RUN.started, reverse=backwards)
    half = len(found) // 2
    with open_record(place, create=True) as record:
        pipeline.read(found[:half], record, extracting, run=RUN)
        pipeline.read(found[half:], record, extracting, run=RUN, at_once=4)


def told(record: Record) -> object:
    """Everything that a record says, but for when it was read."""
    faults = [str(fault) for each in record.verify() for fault in each.faults]
    held = [(each.article, each.revision, each.run, each.statements) for each in record.stream()]
    links = [record.links(article.id) for article, *_ in held]
    return faults, held, links, record.speakers(), record.mentions(), record.facets(), record.counts()


def _disturbed(place: str, longest: float, chance: Random) -> bool:
    """Begin a reading and kill it some time later; whether it was still alive."""
    child = os.fork()
    if not child:
        read(place)
        os._exit(0)
    time.sleep(chance.uniform(0, longest))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        sys.exit(f"a reading failed after one that was killed ({status})")
    return os.WIFSIGNALED(status)


def _emptied(place: str, folder: Path, number: int) -> str:
    """Where the next reading begins: every fifth one where no record is."""
    if not place.startswith("postgresql:"):
        new = str(folder / f"{number}.db")
        if number % 5:
            open_record(new, create=True).close()
        return new
    if number % 5:
        servers.empty(place)
    else:
        servers.clear(place)
    return place


def _seconds(place: str) -> float:
    began = time.perf_counter()
    read(place)
    return time.perf_counter() - began


def main(place: str, kills: int, seed: int) -> None:
    """Read, kill, compare."""
    chance = Random(seed)  # noqa: S311 - chance, not secrets
    done = rounds = 0
    with tempfile.TemporaryDirectory(dir=None if place.startswith("postgresql:") else place) as name:
        folder = Path(name)
        at = _emptied(place, folder, 0)
        making = _seconds(at)
        at = _emptied(place, folder, 1)
        keeping = _seconds(at)
        with open_record(at) as record:
            expected = told(record)
        while done < kills:
            at = _emptied(place, folder, rounds)
            longest = keeping / 2 if rounds % 5 else making
            while _disturbed(at, longest, chance):
                done += 1
                longest *= 1.15  # so that every reading ends, however slow the machine has become
            with open_record(at) as record:
                if told(record) != expected:
                    sys.exit(f"after {done} kills the record at {at} is another one")
            rounds += 1
    sys.stdout.write(f"{done} kills in {rounds} readings\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
