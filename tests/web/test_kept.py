"""What is counted through a whole record, kept where the record is large."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.record.collection import Record
from onrecord.record.opening import open_record
from onrecord.web import kept
from onrecord.web.kept import Kept


class Clock:
    """A clock that counting moves on."""

    def __init__(self) -> None:
        self.now = 0.0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock that the times of counting are read from."""
    clock = Clock()
    monkeypatch.setattr(kept, "monotonic", lambda: clock.now)
    return clock


@pytest.fixture
def record(newsroom: Path) -> Iterator[Record]:
    """A record."""
    with open_record(newsroom) as record:
        yield record


def counting(clock: Clock, seconds: float) -> Kept[int]:
    """Counts how often it was counted, and takes its time."""
    made: list[Record] = []

    def count(record: Record) -> int:
        clock.now += seconds
        made.append(record)
        return len(made)

    return Kept(count)


def test_a_small_record_is_counted_each_time(record: Record, clock: Clock) -> None:
    """What is read into it is shown at once."""
    counted = counting(clock, 1)
    assert counted.holds(record)
    assert [counted.of(record) for _ in range(3)] == [1, 2, 3]


def test_a_large_record_is_counted_now_and_then(
    record: Record, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What took a second is kept for a hundred, and then counted anew."""
    monkeypatch.setattr(kept, "is_large", lambda _: True)
    counted = counting(clock, 1)
    assert not counted.holds(record)
    assert [counted.of(record) for _ in range(3)] == [1, 1, 1]
    clock.now += 99
    assert counted.holds(record)
    assert counted.of(record) == 1
    clock.now += 1
    assert not counted.holds(record)
    assert counted.of(record) == 2


def test_nothing_is_kept_for_ever(record: Record, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the counting took on a busy machine, after ten minutes it is done again."""
    monkeypatch.setattr(kept, "is_large", lambda _: True)
    counted = counting(clock, 3600)
    counted.of(record)
    clock.now += kept.LONGEST
    assert counted.of(record) == 2


def test_each_record_has_its_own(
    record: Record, newsroom: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was counted of one record is not told of another."""
    monkeypatch.setattr(kept, "is_large", lambda _: True)
    counted = counting(clock, 1)
    with open_record(newsroom) as other:
        assert (counted.of(record), counted.of(other), counted.of(record)) == (1, 2, 1)
