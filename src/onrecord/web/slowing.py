"""Slowing down whoever tries one password after the other."""

from collections import OrderedDict
from collections.abc import Callable
from math import ceil
from threading import Lock
from time import monotonic

__all__ = ["Attempts"]

_MOST_KEPT = 4096
_FORGOTTEN = 15 * 60
_LONGEST = 5 * 60
_FREE = {"name": 5, "address": 20}


class Attempts:
    """Counts wrong passwords, by the name that was given and by the address that they came from.

    Five for one name, and twenty from one address, cost nothing; each further one makes the next wait twice
    as long, five minutes at most. After a quarter of an hour without one, all is forgotten. A name that
    nobody has is counted like any other. The counts are kept in memory: whoever starts the server anew
    begins anew.

    Args:
        clock: seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._made: OrderedDict[tuple[str, str], tuple[int, float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, name: str, address: str) -> int:
        """Note an attempt; the seconds to wait instead if it comes too early, and else 0."""
        with self._lock:
            now = self._clock()
            keys = (("name", name.casefold()), ("address", address))
            if left := max(self._left(key, now) for key in keys):
                return ceil(left)
            for key in keys:
                made, last = self._made.pop(key, (0, now))
                self._made[key] = (1 if now - last > _FORGOTTEN else made + 1, now)
            while len(self._made) > _MOST_KEPT:
                self._made.popitem(last=False)
            return 0

    def succeeded(self, name: str, address: str) -> None:
        """Note that the attempt just noted was right."""
        with self._lock:
            self._made.pop(("name", name.casefold()), None)
            made, last = self._made.pop(("address", address), (1, self._clock()))
            if made > 1:
                self._made[("address", address)] = (made - 1, last)

    def _left(self, key: tuple[str, str], now: float) -> float:
        made, last = self._made.get(key, (0, now))
        over = made - _FREE[key[0]]
        if over < 0 or now - last > _FORGOTTEN:
            return 0
        return max(0.0, last + min(_LONGEST, 2.0 ** min(over, 20)) - now)
