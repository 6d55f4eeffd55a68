"""What has to be counted through a whole record, kept for a while where the record is large."""

from collections.abc import Callable
from time import monotonic
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from onrecord.record.collection import Record
from onrecord.web.searching import is_large

__all__ = ["Kept"]

_Counted = TypeVar("_Counted")

TIMES = 100
"""A value is kept for so many times as long as it took: no more than a hundredth of the time goes into it."""

LONGEST = 600.0
"""Seconds that a value is kept at most, however busy the machine was when it was counted."""


class Kept(Generic[_Counted]):
    """Something about a record that is counted at once in a small one, and now and then in a large one.

    Args:
        count: counts it.
    """

    def __init__(self, count: Callable[[Record], _Counted]) -> None:
        self._count = count
        self._held: WeakKeyDictionary[Record, tuple[_Counted, float]] = WeakKeyDictionary()

    def holds(self, record: Record) -> bool:
        """Whether the next answer takes no time: the record is small, or was counted a short while ago."""
        held = self._held.get(record)
        return not is_large(record) or (held is not None and monotonic() < held[1])

    def of(self, record: Record) -> _Counted:
        """What was counted: just now, or in a large record a short while ago."""
        if not is_large(record):
            return self._count(record)
        began = monotonic()
        held = self._held.get(record)
        if held is not None and began < held[1]:
            return held[0]
        counted = self._count(record)
        ended = monotonic()
        self._held[record] = counted, ended + min(LONGEST, TIMES * (ended - began))
        return counted
