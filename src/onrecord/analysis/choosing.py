"""Choosing between readings by weights: a field with several possible values takes the likeliest.

Rules find the possible values and say of each what tells for and against it; a table of weights, fitted
on annotated news by ``training/tables/fields.py``, says how much each of these tells.
"""

import json
import math
from collections import Counter
from collections.abc import Collection, Hashable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Generic, NamedTuple, TypeVar

from onrecord.terms.span import Spans

__all__ = ["Choice", "Given", "Ground", "Option", "Table", "Told", "Traits", "choose", "score", "weights"]

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
            weights = table.of(self.group)
            self._table = table
            self._height = sum([weights[name] * w for name, w in self.features.items() if name in weights])
        return self._height

    def named(self) -> dict[str, float]:
        """All of it by its whole names."""
        return {f"{self.group}{name}": worth for name, worth in self.features.items() if worth}


class Ground(NamedTuple):
    """On what ground a group of options stands.

    Attributes:
        by_itself: what tells for and against all of them.
        with_cases: for what it tells, each in its own way, what is the case anyway.
    """

    by_itself: tuple[str, ...]
    with_cases: tuple[str, ...]


class Given(Told):
    """What tells for and against a whole group of options, what is the case anyway among it."""

    __slots__ = ("_cases", "_ground")

    def __init__(self, ground: Ground, cases: Collection[str]) -> None:
        self._ground = ground
        self._cases = cases

    def height(self, table: "Table") -> float:
        """What it adds up to; it is asked once a choice."""
        whole, weights = table.on(self._ground)
        return whole + sum([weights[case] for case in self._cases if case in weights])

    def named(self) -> dict[str, float]:
        """All of it by its whole names."""
        cases = {f"{what} if {case}": 1.0 for what in self._ground.with_cases for case in self._cases}
        return dict.fromkeys(self._ground.by_itself, 1.0) | cases


class Traits:
    """What something is like: it tells in another way for each group of options that it is met in."""

    __slots__ = ("_told", "features")

    def __init__(self, features: Mapping[str, float]) -> None:
        self.features = features
        self._told: dict[str, Told] = {}

    def under(self, group: str) -> Told:
        """What it tells for the options of a group, the same each time."""
        told = self._told.get(group)
        if told is None:
            told = self._told[group] = Told(group, self.features)
        return told


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
        found: dict[str, float] = {}
        for told in (*self.common, *self.told):
            found |= told.named()
        return found


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
        self._grounds: dict[Ground, tuple[float, Mapping[str, float]]] = {}

    def of(self, group: str) -> Mapping[str, float]:
        """The weights of all features whose names begin alike, by the rest of the name."""
        weights = self._groups.get(group)
        if weights is None:
            size = len(group)
            weights = {name[size:]: w for name, w in self.items() if name.startswith(group)}
            self._groups[group] = weights
        return weights

    def on(self, ground: Ground) -> tuple[float, Mapping[str, float]]:
        """What tells for a group of options by itself, and what each case adds to that."""
        if ground not in self._grounds:
            cases: Counter[str] = Counter()
            for what in ground.with_cases:
                cases.update(self.of(f"{what} if "))
            self._grounds[ground] = sum(self.get(name, 0.0) for name in ground.by_itself), dict(cases)
        return self._grounds[ground]


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
