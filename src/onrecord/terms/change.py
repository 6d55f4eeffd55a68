"""One field of a statement put right: which fields there are, and what each of them may be."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise
from typing import Any, Literal, TypeAlias, TypeVar, cast, get_args

from onrecord.errors import JudgementError
from onrecord.terms.span import Span, Spans
from onrecord.terms.statement import (
    Act,
    Actor,
    ActorKind,
    Decision,
    Form,
    Mode,
    Said,
    Statement,
    Status,
)

__all__ = ["CAST", "FIELDS", "Change", "Field", "Worth", "change", "corrected", "value_of"]

Field: TypeAlias = Literal[
    "source", "cue", "content", "form", "mode", "act", "speaker", "for", "audience", "venue", "said",
    "targets", "status", "hedged", "negated", "inside", "about",
]  # fmt: skip
"""A field of a statement that can be put right, under its name in the guide."""

FIELDS: tuple[Field, ...] = get_args(Field)

CAST: frozenset[Field] = frozenset({"speaker", "for", "audience", "targets"})
"""The fields that hold actors."""

Worth: TypeAlias = Spans | Actor | tuple[Actor, ...] | tuple[str, ...] | Said | str | bool | None
"""The value of a field, as a :class:`Statement` has it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field put right.

    Attributes:
        field: which.
        value: what it has to be.
        actors: for a field that holds actors, who they are across articles, in the order of the value: ids of
            the record; empty text for one who is known only by the name given, ``()`` for none known.
    """

    field: Field
    value: Worth
    actors: tuple[str, ...] = ()


def corrected(statement: Statement, changes: Iterable[Change], *, by: str) -> Statement:
    """The statement with some fields changed; what decided them is from now on the reviewer."""
    for each in changes:
        others = tuple(one for one in statement.decisions if one.field != each.field)
        value: dict[str, Any] = {_attribute(each.field): each.value}
        decisions = (*others, Decision(each.field, f"reviewer: {by}", 1.0))
        statement = replace(statement, **value, decisions=decisions)
    return statement


def value_of(statement: Statement, field: Field) -> Worth:
    """The value of a field, by its name in the guide."""
    return cast("Worth", getattr(statement, _attribute(field)))


def _attribute(field: Field) -> str:
    return "on_behalf_of" if field == "for" else field


def change(field: str, value: object, *, actors: tuple[str, ...] = ()) -> Change:
    """A change of a field, its value given as a statement has it or as JSON has it in the guide.

    Raises:
        JudgementError: if there is no such field, or it cannot have this value.

    >>> change("content", [[10, 55]]).value
    (Span(start=10, end=55),)
    """
    if field not in _READERS:
        raise JudgementError(f"{field!r} is no field of a statement; the fields are {', '.join(FIELDS)}")
    known = cast("Field", field)
    try:
        return Change(known, _READERS[known](value), actors)
    except (TypeError, ValueError, KeyError) as error:
        raise JudgementError(f"{field}: {_shown(value)} is not possible; {_POSSIBLE[known]}") from error


def _shown(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


_Kind = TypeVar("_Kind")


def _one_of(values: tuple[str, ...]) -> Callable[[object], str]:
    def read(value: object) -> str:
        if value not in values:
            raise ValueError
        return value

    return read


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _words(value: object) -> str | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise TypeError
    return value


def _required(value: object) -> str:
    words = _words(value)
    if words is None or not words.strip():
        raise ValueError
    return words


def _spans(value: object) -> Spans:
    pieces = tuple(each if isinstance(each, Span) else Span(*_pair(each)) for each in _sequence(value))
    if any(left.end > right.start for left, right in pairwise(pieces)):
        raise ValueError
    return pieces


def _some_spans(value: object) -> Spans:
    if not (spans := _spans(value)):
        raise ValueError
    return spans


def _pair(value: object) -> tuple[int, int]:
    start, end = _sequence(value)
    if not (type(start) is int and type(end) is int):
        raise TypeError
    return start, end


def _sequence(value: object) -> Sequence[object]:
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise TypeError
    return value


def _actor(value: object) -> Actor:
    if isinstance(value, Actor):
        return value
    if not isinstance(value, Mapping) or not set(value) <= _ACTOR_KEYS or value.get("kind") not in _KINDS:
        raise TypeError
    rest = (_words(value.get(key)) for key in ("role", "affiliation", "country"))
    return Actor(_required(value["name"]), value["kind"], *rest)


_ACTOR_KEYS = {"name", "kind", "role", "affiliation", "country"}
_KINDS = get_args(ActorKind)


def _perhaps(read: Callable[[object], _Kind]) -> Callable[[object], _Kind | None]:
    return lambda value: None if value is None or value == "" else read(value)


def _said(value: object) -> Said:
    text = value.text if isinstance(value, Said) else _required(value)
    ends = text.split("/")
    if len(ends) > 2:  # noqa: PLR2004 - an interval has two ends
        raise ValueError
    for end in ends:
        _day(end)
    return Said(text)


def _day(text: str) -> date:
    """A day, the first of a month or of a year, or the day of a moment."""
    whole = text + "-01-01"[len(text) - 10 :] if len(text) in {4, 7} else text
    return datetime.fromisoformat(whole).date()


def _each(read: Callable[[object], _Kind]) -> Callable[[object], tuple[_Kind, ...]]:
    return lambda value: tuple(read(each) for each in _sequence(value))


_READERS: Mapping[Field, Callable[[object], Worth]] = {
    "source": _spans,
    "cue": _spans,
    "content": _some_spans,
    "form": _one_of(get_args(Form)),
    "mode": _one_of(get_args(Mode)),
    "act": _one_of(get_args(Act)),
    "speaker": _actor,
    "for": _perhaps(_actor),
    "audience": _perhaps(_actor),
    "venue": _words,
    "said": _perhaps(_said),
    "targets": _each(_actor),
    "status": _one_of(get_args(Status)),
    "hedged": _flag,
    "negated": _flag,
    "inside": _words,
    "about": _each(_required),
}

_SPANS = "give pieces as [start, end), in the order of the text and apart: [[10, 55], [60, 71]]"
_WHO = f'give the id of an actor of the record, or {{"name": …, "kind": …}}, kind being {", ".join(_KINDS)}'

_POSSIBLE: Mapping[Field, str] = {
    "source": f"{_SPANS}, or none at all",
    "cue": f"{_SPANS}, or none at all",
    "content": f"{_SPANS}; a statement needs one at least",
    "form": f"it is one of {', '.join(get_args(Form))}",
    "mode": f"it is one of {', '.join(get_args(Mode))}",
    "act": f"it is one of {', '.join(get_args(Act))}",
    "speaker": _WHO,
    "for": f"{_WHO}, or nothing",
    "audience": f"{_WHO}, or nothing",
    "venue": "give words, or nothing",
    "said": "give a day as 2026-02-16, a month, a year, two of them with / between, or nothing",
    "targets": f"give a list; for each, {_WHO}",
    "status": f"it is one of {', '.join(get_args(Status))}",
    "hedged": "it is true or false",
    "negated": "it is true or false",
    "inside": "give the id of a statement of the same text, or nothing",
    "about": "give a list of ids of statements of the same text",
}
