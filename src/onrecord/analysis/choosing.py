"""Choosing between readings by weights: a field with several possible values takes the likeliest.

Rules find the possible values and say of each what tells for and against it; a table of weights, fitted
on annotated news by ``training/tables/fields.py``, says how much each of these tells.
"""

import json
import math
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Generic, TypeVar

from onrecord.terms.span import Spans

__all__ = ["Choice", "Option", "choose", "score", "weights"]

Value = TypeVar("Value")
_TABLE = "fields.json"


@dataclass(frozen=True, slots=True)
class Option(Generic[Value]):
    """One possible value of a field.

    Attributes:
        value: the value.
        by: the rule that offers it, in words.
        features: what tells for and against it.
        evidence: the words it is read from.
        certain: whether a rule knows for certain that the field is not empty.
    """

    value: Value
    by: str
    features: Mapping[str, float] = field(repr=False)
    evidence: Spans = ()
    certain: bool = False


@dataclass(frozen=True, slots=True)
class Choice(Generic[Value]):
    """The value chosen, or None for leaving the field empty, and how likely it is."""

    option: Option[Value] | None
    confidence: float


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """The table of weights: of each field, of each feature."""
    table: Mapping[str, Mapping[str, float]] = json.loads(
        files("onrecord.languages.english").joinpath(_TABLE).read_text(encoding="utf-8")
    )
    return table


def score(table: Mapping[str, float], features: Mapping[str, float]) -> float:
    """What the features of an option add up to; leaving the field empty adds up to nothing."""
    whole = 0.0
    for name, value in features.items():
        if name in table:
            whole += table[name] * value
    return whole


def choose(
    table: Mapping[str, float], options: Sequence[Option[Value]], key: Callable[[Value], Hashable]
) -> Choice[Value]:
    """The likeliest value; options that agree add up, and of them the strongest is named.

    Args:
        table: the weights of the field.
        options: its possible values, the empty one not among them.
        key: by what two values are the same.
    """
    odds: dict[Hashable, float] = {}
    strongest: dict[Hashable, tuple[float, Option[Value]]] = {}
    for option in options:
        height = math.exp(min(score(table, option.features), 50.0))
        name = key(option.value)
        odds[name] = odds.get(name, 0.0) + height
        if name not in strongest or height > strongest[name][0]:
            strongest[name] = height, option
    whole = 1.0 + sum(odds.values())
    best = max(odds, key=lambda name: odds[name], default=None)
    if best is None or (odds[best] <= 1.0 and not strongest[best][1].certain):
        return Choice(None, round(1.0 / whole, 2))
    return Choice(strongest[best][1], round(odds[best] / whole, 2))
