"""What was chosen for the statements before, and how often a report tells of its occasions at all."""

import math
from collections.abc import Hashable, Mapping, Sequence

from onrecord.analysis.standing import Standing

__all__ = ["Precedents", "precedents"]

Precedents = tuple[Mapping[Hashable, Mapping[str, float]], Mapping[str, float]]
"""What tells for each value chosen of late, and what tells of any value."""
_LATE = 8
"""So many statements before are looked at."""


def precedents(read: Standing, number: int, name: str) -> Precedents:
    """What the choices of a field for the statements right before tell of its value.

    Args:
        read: what is known so far.
        number: the statement.
        name: the field.
    """
    me = read.names[number]
    late = range(max(0, number - _LATE), number)
    every = [read.chosen[n].key(name) for n in late]
    mine = [value for n, value in zip(late, every, strict=True) if read.names[n] == me]
    of_value = {value: _of_value(value, every, mine) for value in set(every) if value is not None}
    whole, shares = _telling(read, name)
    return of_value, {
        "told in the report": whole,
        "told by the speaker": shares[me],
        "lately filled": _filled(every),
        "lately filled, mine": _filled(mine),
        "lately empty, mine": float(bool(mine) and mine[-1] is None),
        "lately empty": float(bool(every) and every[-1] is None),
    }


def _of_value(value: Hashable, every: Sequence[Hashable], mine: Sequence[Hashable]) -> dict[str, float]:
    return {
        "of late: times": math.log1p(every.count(value)),
        "of late: mine": math.log1p(mine.count(value)),
        "of late: the last": float(every[-1] == value),
        "of late: my last": float(bool(mine) and mine[-1] == value),
    }


def _filled(values: Sequence[Hashable]) -> float:
    return (len(values) - values.count(None)) / max(1, len(values))


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
