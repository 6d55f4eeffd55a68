"""Choosing between readings by weights: a field with several possible values takes the likeliest.

Rules find the possible values and say of each what tells for and against it; a table of weights, fitted
on annotated news by ``training/tables/fields.py``, says how much each of these tells.
"""

import json
import math
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Generic, TypeVar

from onrecord.terms.span import Spans

__all__ = ["Choice", "Option", "choose", "given", "score", "weights"]

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
        shared: more that tells for and against it, each the same for many options: it is added up once.
    """

    value: Value
    by: str
    features: Mapping[str, float] = field(repr=False)
    evidence: Spans = ()
    certain: bool = False
    shared: tuple[Mapping[str, float], ...] = ()

    def told(self) -> dict[str, float]:
        """All that tells for and against it, each by its name."""
        return {**self.features, **{key: worth for each in self.shared for key, worth in each.items()}}


@dataclass(frozen=True, slots=True)
class Choice(Generic[Value]):
    """The value chosen, or None for leaving the field empty, and how likely it is.

    Attributes:
        option: the value chosen.
        confidence: how likely that is.
        leaning: where the field is left empty, the value that it would likeliest have.
        lean: how likely that is.
    """

    option: Option[Value] | None
    confidence: float
    leaning: Option[Value] | None = None
    lean: float = 0.0


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


@lru_cache(maxsize=2000)
def given(what: str, context: frozenset[str]) -> Mapping[str, float]:
    """What it tells of something that a statement is like this; few of either come up, again and again."""
    return {f"{what} if {key}": 1.0 for key in context}


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
    known: dict[int, float] = {}
    strongest: dict[Hashable, tuple[float, Option[Value]]] = {}
    for option in options:
        height = score(table, option.features)
        for each in option.shared:
            if id(each) not in known:
                known[id(each)] = score(table, each)
            height += known[id(each)]
        height = math.exp(min(height, 50.0))
        name = key(option.value)
        odds[name] = odds.get(name, 0.0) + height
        if name not in strongest or height > strongest[name][0]:
            strongest[name] = height, option
    whole = 1.0 + sum(odds.values())
    best = max(odds, key=lambda name: odds[name], default=None)
    if best is None or (odds[best] <= 1.0 and not strongest[best][1].certain):
        lean = (strongest[best][1], round(odds[best] / whole, 2)) if best is not None else (None, 0.0)
        return Choice(None, round(1.0 / whole, 2), *lean)
    return Choice(strongest[best][1], round(odds[best] / whole, 2))
