"""Choosing between readings by weights: a field with several possible values takes the likeliest.

Rules find the possible values and say of each what tells for and against it; a table of weights, fitted
on annotated news by ``training/tables/fields.py``, says how much each of these tells.
"""

import json
import math
from collections.abc import Hashable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Generic, NamedTuple, TypeVar

from onrecord.terms.span import Spans

__all__ = ["Choice", "Option", "Table", "Told", "Traits", "choose", "score", "weights"]

Value = TypeVar("Value")
_TABLE = "fields.json"
_HIGHEST = 50.0
"""No option is surer than this, which keeps its odds a number."""


class Told:
    """Some of what tells for and against options; many options share it, and its height is reckoned once.

    Attributes:
        group: the first part of all its features' names ("own: ", "here if ").
        features: what tells, by the rest of the name.
    """

    __slots__ = ("_height", "_table", "features", "group")

    def __init__(self, group: str, features: Mapping[str, float]) -> None:
        self.group = group
        self.features = features
        self._table: Table | None = None
        self._height = 0.0

    def height(self, table: "Table") -> float:
        """What it adds up to; the table asked last is remembered, for one follows the other."""
        if self._table is not table:
            self._table, self._height = table, score(table.of(self.group), self.features)
        return self._height


class Traits:
    """What something is like: it tells in another way for each group of options that it is met in."""

    __slots__ = ("_told", "features")

    def __init__(self, features: Mapping[str, float]) -> None:
        self.features = features
        self._told: dict[str, Told] = {}

    def under(self, group: str) -> Told:
        """What it tells for the options of a group, the same each time."""
        if group not in self._told:
            self._told[group] = Told(group, self.features)
        return self._told[group]


class Option(NamedTuple, Generic[Value]):
    """One possible value of a field; a tuple, for an article makes many hundred of them.

    Attributes:
        value: the value.
        key: by what it is the same as another value.
        by: the rule that offers it, in words.
        told: what tells for and against it.
        evidence: the words it is read from.
        certain: whether a rule knows for certain that the field is not empty.
        common: more that tells, the same tuple for many options: it is added up once.
    """

    value: Value
    key: Hashable
    by: str
    told: tuple[Told, ...] = ()
    evidence: Spans = ()
    certain: bool = False
    common: tuple[Told, ...] = ()

    def features(self) -> dict[str, float]:
        """All that tells for and against it, each by its whole name."""
        return {
            f"{told.group}{name}": worth
            for told in (*self.common, *self.told)
            for name, worth in told.features.items()
            if worth
        }


class Choice(NamedTuple, Generic[Value]):
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


class Table(dict[str, float]):
    """The weights of a field by the names of features."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__(weights)
        self._groups: dict[str, Mapping[str, float]] = {"": self}

    def of(self, group: str) -> Mapping[str, float]:
        """The weights of all features whose names begin alike, by the rest of the name."""
        if group not in self._groups:
            size = len(group)
            self._groups[group] = {name[size:]: w for name, w in self.items() if name.startswith(group)}
        return self._groups[group]


@cache
def weights() -> Mapping[str, Table]:
    """The tables of weights, by field."""
    tables: Mapping[str, Mapping[str, float]] = json.loads(
        files("onrecord.languages.english").joinpath(_TABLE).read_text(encoding="utf-8")
    )
    return {field: Table(table) for field, table in tables.items()}


def score(table: Mapping[str, float], features: Mapping[str, float]) -> float:
    """What features add up to; what the table does not know counts nothing."""
    whole = 0.0
    for name, value in features.items():
        if name in table:
            whole += table[name] * value
    return whole


def choose(table: Table, options: Sequence[Option[Value]]) -> Choice[Value]:
    """The likeliest value; options that agree add up, and of them the strongest is named.

    Args:
        table: the weights of the field.
        options: its possible values, the empty one not among them.
    """
    odds: dict[Hashable, float] = {}
    strongest: dict[Hashable, tuple[float, Option[Value]]] = {}
    known: dict[int, float] = {}
    for option in options:
        common, key = option.common, option.key
        height = known.get(id(common))
        if height is None:
            height = known[id(common)] = sum([told.height(table) for told in common])
        for told in option.told:
            height += told.height(table)
        height = math.exp(min(height, _HIGHEST))
        if key not in odds:
            odds[key], strongest[key] = height, (height, option)
            continue
        odds[key] += height
        if height > strongest[key][0]:
            strongest[key] = height, option
    whole = 1.0 + sum(odds.values())
    best = max(odds, key=odds.__getitem__, default=None)
    if best is None:
        return Choice(None, 1.0)
    option, likely = strongest[best][1], round(odds[best] / whole, 2)
    if odds[best] <= 1.0 and not option.certain:
        return Choice(None, round(1.0 / whole, 2), option, likely)
    return Choice(option, likely)
