"""What was chosen for the statements before, and how often a report tells of its occasions at all."""

import math
from collections.abc import Hashable, Mapping

from onrecord.analysis.standing import Standing, same_value

__all__ = ["Precedents", "precedents"]

Precedents = tuple[Mapping[Hashable, Mapping[str, float]], Mapping[str, float]]
"""What tells for each value chosen of late, and what tells of any value."""
_LATE = 8
"""So many statements before are looked at."""


def precedents(read: Standing, number: int, name: str, signs: str) -> Precedents:
    """What the choices of a field for the statements right before tell of its value.

    Args:
        read: what is known so far.
        number: the statement.
        name: the field.
        signs: where the surroundings keep the field's signs.
    """
    rank = read.rank[number]
    me = read.speakers[number].name
    chosen = [
        (choice.option and same_value(choice.option.value), read.speakers[n].name == me)
        for n in read.order[max(0, rank - _LATE) : rank]
        if (choice := read.chosen[n].choices.get(name))
    ]
    every = [value for value, _ in chosen]
    mine = [value for value, own in chosen if own]
    of_value = {value: _of_value(value, every, mine) for value in set(every) if value is not None}
    whole, own = _telling(read, me, name, signs)
    return of_value, {
        "told in the report": whole,
        "told by the speaker": own,
        "lately filled": _filled(every),
        "lately filled, mine": _filled(mine),
        "lately empty, mine": float(bool(mine) and mine[-1] is None),
        "lately empty": float(bool(every) and every[-1] is None),
    }


def _of_value(value: Hashable, every: list[Hashable], mine: list[Hashable]) -> dict[str, float]:
    return {
        "of late: times": math.log1p(every.count(value)),
        "of late: mine": math.log1p(mine.count(value)),
        "of late: the last": float(every[-1] == value),
        "of late: my last": float(bool(mine) and mine[-1] == value),
    }


def _filled(values: list[Hashable]) -> float:
    return sum(value is not None for value in values) / max(1, len(values))


def _telling(read: Standing, speaker: str, name: str, signs: str) -> tuple[float, float]:
    """The share of statements whose own sentence tells of a field: of the report's, and of the speaker's."""
    if name not in read.telling:
        read.telling[name] = [
            (
                read.speakers[n].name,
                bool(getattr(read.around.told_in(read.sentence_of(n)), signs)),
            )
            for n in read.order
        ]
    told = [tells for _, tells in read.telling[name]]
    own = [tells for who, tells in read.telling[name] if who == speaker]
    return sum(told) / len(told), sum(own) / len(own)
