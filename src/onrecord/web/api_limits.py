"""How much one reader may ask of the API, and how much may be sent to it."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from threading import Lock
from time import monotonic

__all__ = ["OPEN_TO_READ", "Buckets", "Policy"]

_MOST_READERS = 4096


@dataclass(frozen=True, slots=True)
class Policy:
    """What the API allows.

    Attributes:
        token: what whoever judges must send; without one the record can only be read.
        rate: requests a minute from one address; as many may come at once.
        origins: web sites whose pages may read the record, as ``https://desk.example``; by default none,
            since a page of anybody's could else read the record of whoever opens it.
    """

    token: str | None = None
    rate: int = 600
    origins: tuple[str, ...] = ()


OPEN_TO_READ = Policy()
"""What holds when nobody says otherwise."""


class Buckets:
    """Counts requests: each reader has a bucket that fills steadily and that a request takes one from.

    Args:
        rate: requests a minute, and the size of a bucket.
        clock: seconds that only grow.
    """

    def __init__(self, rate: int, clock: Callable[[], float] = monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._held: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, reader: str) -> int:
        """Take one; the seconds to wait if there is none, and else 0."""
        with self._lock:
            now = self._clock()
            held, since = self._held.pop(reader, (float(self._rate), now))
            held = min(float(self._rate), held + (now - since) * self._rate / 60)
            self._held[reader] = (held - 1 if held >= 1 else held, now)
            while len(self._held) > _MOST_READERS:  # those that asked longest ago have full buckets again
                self._held.popitem(last=False)
            return 0 if held >= 1 else ceil((1 - held) * 60 / self._rate)
