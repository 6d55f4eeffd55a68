"""Choosing between readings by weights: a field with several possible values takes the likeliest.

Rules find the possible values and say of each what tells for and against it; a table of weights, fitted
on annotated news by ``training/tables/fields.py``, says how much each of these tells.
"""

import json
import math
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Generic, NamedTuple, TypeVar

from onrecord.terms.span import Spans

__all__ = ["Choice", "Option", "Table", "choose", "score", "weights"]

Value = TypeVar("Value")
_TABLE = "fields.json"
_HIGHEST = 50.0
"""No option is surer than this, which keeps its odds a number."""
_KEPT = 4000
"""So many sums of what is the case anyway are kept; few of them come up, again and again."""


class Option(NamedTuple, Generic[Value]):
    """One possible value of a field; a tuple, for an article makes many hundred of them.

    Attributes:
        value: the value.
        by: the rule that offers it, in words.
        features: what tells for and against it.
        evidence: the words it is read from.
        certain: whether a rule knows for certain that the field is not empty.
        detail: more that tells, its names to be read behind the first part ("own: " and "gap").
        given: what is the case anyway; each of it tells in its own way for what the first part names.
        shared: more that tells, each the same mapping for many options: it is added up once.
    """

    value: Value
    by: str
    features: Mapping[str, float]
    evidence: Spans = ()
    certain: bool = False
    detail: tuple[str, Mapping[str, float]] = ("", {})
    given: tuple[tuple[str, frozenset[str]], ...] = ()
    shared: tuple[Mapping[str, float], ...] = ()

    def told(self) -> dict[str, float]:
        """All that tells for and against it, each by its whole name."""
        group, more = self.detail
        return {
            **self.features,
            **{f"{group}{name}": worth for name, worth in more.items() if worth},
            **{_if(what, case): 1.0 for what, cases in self.given for case in cases},
            **{name: worth for each in self.shared for name, worth in each.items()},
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
    """The weights of a field by the names of features; what it is asked for again and again is kept."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__(weights)
        self._groups: dict[str, dict[str, float]] = {}
        self._given: dict[tuple[str, frozenset[str]], float] = {}

    def height(self, option: Option[Value]) -> float:
        """What the features of an option add up to, but for what it shares; nothing for leaving it empty."""
        group, more = option.detail
        whole = score(self, option.features)
        if more:
            whole += score(self._of_group(group), more)
        for given in option.given:
            if given not in self._given:
                if len(self._given) >= _KEPT:
                    self._given.clear()  # a server reads for weeks
                what, cases = given
                self._given[given] = sum(self.get(_if(what, case), 0.0) for case in cases)
            whole += self._given[given]
        return whole

    def _of_group(self, group: str) -> dict[str, float]:
        """The weights of what is told of a group, by names without the group's."""
        if group not in self._groups:
            size = len(group)
            self._groups[group] = {name[size:]: w for name, w in self.items() if name.startswith(group)}
        return self._groups[group]


def _if(what: str, case: str) -> str:
    return f"{what} if {case}"


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


def choose(table: Table, options: Sequence[Option[Value]], key: Callable[[Value], Hashable]) -> Choice[Value]:
    """The likeliest value; options that agree add up, and of them the strongest is named.

    Args:
        table: the weights of the field.
        options: its possible values, the empty one not among them.
        key: by what two values are the same.
    """
    odds: dict[Hashable, float] = {}
    strongest: dict[Hashable, tuple[float, Option[Value]]] = {}
    known: dict[int, float] = {}
    for option in options:
        height = table.height(option)
        for each in option.shared:
            if id(each) not in known:
                known[id(each)] = score(table, each)
            height += known[id(each)]
        height = math.exp(min(height, _HIGHEST))
        name = key(option.value)
        odds[name] = odds.get(name, 0.0) + height
        if name not in strongest or height > strongest[name][0]:
            strongest[name] = height, option
    whole = 1.0 + sum(odds.values())
    best = max(odds, key=odds.__getitem__, default=None)
    if best is None or (odds[best] <= 1.0 and not strongest[best][1].certain):
        lean = (strongest[best][1], round(odds[best] / whole, 2)) if best is not None else (None, 0.0)
        return Choice(None, round(1.0 / whole, 2), *lean)
    return Choice(strongest[best][1], round(odds[best] / whole, 2))
