"""What was chosen for the statements before, and how often a report tells of its occasions at all."""

import math
from collections.abc import Hashable, Mapping, Sequence
from functools import cached_property

from onrecord.analysis.choosing import Told
from onrecord.analysis.standing import Standing

__all__ = ["Precedents"]

_LATE = 8
"""So many statements before are looked at."""
_NEVER = Told("", {"not chosen of late": 1.0})


class Precedents:
    """What the choices of a field for the statements right before tell of its value."""

    def __init__(self, read: Standing, number: int, name: str) -> None:
        """Note what was chosen of late.

        Args:
            read: what is known so far.
            number: the statement.
            name: the field.
        """
        first = max(0, number - _LATE)
        self._read, self._name, self._speaker = read, name, read.names[number]
        self._every = read.keys[name][first:number]
        who = read.names[first:number]
        self._mine = [key for key, by in zip(self._every, who, strict=True) if by == self._speaker]
        self._of_value: dict[Hashable, tuple[Told, ...]] = {}

    def of_value(self, key: Hashable) -> tuple[Told, ...]:
        """What tells for a value: whether it was chosen of late, and how often the article names it."""
        told = self._of_value.get(key)
        if told is None:
            late = Told("", self._late(key)) if key in self._every else _NEVER
            share = () if self._name == "audience" else (_share(self._read, self._name, key),)
            told = self._of_value[key] = (late, *share)
        return told

    def _late(self, key: Hashable) -> dict[str, float]:
        every, mine = self._every, self._mine
        found = {"of late: times": math.log1p(every.count(key)), "of late: mine": math.log1p(mine.count(key))}
        if every[-1] == key:
            found["of late: the last"] = 1.0
        if mine and mine[-1] == key:
            found["of late: my last"] = 1.0
        return found

    @cached_property
    def of_any(self) -> Told:
        """What tells for any value: how much is filled of late and in the whole report."""
        whole, shares = _telling(self._read, self._name)
        every, mine = self._every, self._mine
        found = {
            "told in the report": whole,
            "told by the speaker": shares[self._speaker],
            "lately filled": _filled(every),
            "lately filled, mine": _filled(mine),
        }
        if mine and mine[-1] is None:
            found["lately empty, mine"] = 1.0
        if every and every[-1] is None:
            found["lately empty"] = 1.0
        return Told("", found)


def _filled(keys: Sequence[Hashable]) -> float:
    return (len(keys) - keys.count(None)) / max(1, len(keys))


def _telling(read: Standing, name: str) -> tuple[float, Mapping[str, float]]:
    """The share of statements whose own sentence tells of a field: of the report's, and of each speaker's."""
    asked = "telling", name
    if asked not in read.kept:
        told: dict[str, list[bool]] = {}
        for who, sentence in zip(read.names, read.around.sentences, strict=True):
            told.setdefault(who, []).append(bool(read.around.told_in(name, sentence)))
        whole = sum(map(sum, told.values())) / len(read.names)
        read.kept[asked] = whole, {who: sum(each) / len(each) for who, each in told.items()}
    found: tuple[float, Mapping[str, float]] = read.kept[asked]
    return found


def _share(read: Standing, name: str, key: Hashable) -> Told:
    """How much of what the article names of days or venues is a value; the same each time."""
    asked = "share", name, key
    if asked not in read.kept:
        times = len(read.around.told[name].get(str(key), ()))
        share = {"share of the article": times / max(1, read.around.times_told[name])}
        read.kept[asked] = Told("", share | ({"named twice": 1.0} if times > 1 else {}))
    found: Told = read.kept[asked]
    return found
