"""What a person decided about something of the record."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, TypeAlias

from onrecord.terms.change import CAST, FIELDS, Change, Field, corrected, value_of
from onrecord.terms.statement import Actor, Statement

__all__ = [
    "Decided",
    "Judged",
    "Judgement",
    "Member",
    "Merge",
    "Opinion",
    "Review",
    "Reviewed",
    "Split",
    "Standing",
    "Undo",
    "Verdict",
    "in_force",
    "judged",
    "judgement_id",
]

Verdict: TypeAlias = Literal["right", "wrong", "corrected"]
"""What was said of a statement: right as it was seen (with the changes given), no statement or beyond
repair, or right in the fields that were changed."""

Reviewed: TypeAlias = Literal["unreviewed", "right", "wrong", "corrected"]
"""How a statement stands by all that is in force about it; ``corrected`` differs from what was found."""

Member: TypeAlias = tuple[str, Actor]
"""An actor as an article names it, with the article's id."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What somebody said of a statement.

    Attributes:
        statement: its id.
        digest: that of the text that it stands in.
        verdict: whether it is right.
        changes: the fields put right.
        seen: the statement as it stood before their eyes, without these changes.
    """

    statement: str
    digest: str
    verdict: Verdict
    changes: tuple[Change, ...]
    seen: Statement


@dataclass(frozen=True, slots=True)
class Standing:
    """An actor of the record as it stood when somebody decided about it.

    Attributes:
        id: its id, which may change as more is read.
        members: some of the mentions that it was made of, by which it is known again.
    """

    id: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """Several actors are one: ``others`` are ``actor``."""

    actor: Standing
    others: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """Some of what is said of an actor is said of another one.

    Attributes:
        actor: who is split.
        id: the id of the other one.
        name: the name of the other one.
        names: the wordings that mean the other one; ``()`` for all.
        articles: the ids of the articles that mean the other one; ``()`` for all.
    """

    actor: Standing
    id: str
    name: str
    names: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Undo:
    """A judgement is taken back, by its id; one that took back another brings that one into force again."""

    judgement: str


Decided: TypeAlias = Opinion | Merge | Split | Undo


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision of a person; it is never changed and never erased.

    Attributes:
        id: derived from all the rest.
        by: the name of the reviewer.
        at: when, with a time zone.
        what: what was decided.
        note: why, in the reviewer's words.
    """

    id: str
    by: str
    at: datetime
    what: Decided
    note: str | None = None


def judgement_id(facts: Mapping[str, object]) -> str:
    """The id of a judgement whose particulars, ready for JSON, are these: 16 hexadecimal digits."""
    raw = json.dumps(facts, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(raw.encode()).hexdigest()[:16]


def in_force(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Those that nobody took back, without those that only take back; both in the order of deciding."""
    undone: set[str] = set()
    kept: list[Judgement] = []
    for one in reversed(judgements):
        if one.id in undone:
            continue
        if isinstance(one.what, Undo):
            undone.add(one.what.judgement)
        else:
            kept.append(one)
    return tuple(reversed(kept))


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement with what is in force about it laid over it.

    Attributes:
        statement: as it has to be shown; its id and its confidence are those it was found with.
        reviewed: how it stands.
        actors: who is meant where a person has said so: by part (``speaker``, ``for``, ``audience``,
            ``targets``), the ids of actors of the record, in the order of the value.
    """

    statement: Statement
    reviewed: Reviewed
    actors: Mapping[Field, tuple[str, ...]]


def judged(found: Statement, judgements: Iterable[Judgement]) -> Judged:
    """Lay what is in force over a statement as it was found, in the order of deciding.

    Of several changes of one field the last one holds. Whoever calls a statement right vouches for every
    field as they saw it; ``corrected`` vouches for the fields that were changed; ``wrong`` for none.
    """
    shown = found
    last: Verdict | None = None
    actors: dict[Field, tuple[str, ...]] = {}
    for one in judgements:
        if not isinstance(one.what, Opinion):
            continue
        last = one.what.verdict
        if last == "right":
            shown = replace(one.what.seen, id=found.id, confidence=found.confidence)
        shown = corrected(shown, one.what.changes, by=one.by)
        actors |= {each.field: each.actors for each in one.what.changes if each.field in CAST}
    return Judged(shown, _standing(found, shown, last), actors)


@dataclass(frozen=True, slots=True)
class Review:
    """A statement that somebody judged, with what they judged.

    Attributes:
        statement: as it is shown.
        found: as it was found.
        reviewed: how it stands.
        judgements: those in force, in the order of deciding; there is one at least.
    """

    statement: Statement
    found: Statement
    reviewed: Reviewed
    judgements: tuple[Judgement, ...]

    @property
    def vouched(self) -> tuple[Field, ...]:
        """The fields that somebody vouches for: all that were seen to be right, and those put right."""
        told = [one.what for one in self.judgements if isinstance(one.what, Opinion)]
        if any(one.verdict == "right" for one in told):
            return FIELDS
        changed = {each.field for one in told for each in one.changes}
        return tuple(field for field in FIELDS if field in changed)


def _standing(found: Statement, shown: Statement, last: Verdict | None) -> Reviewed:
    if last is None or last == "wrong":
        return last or "unreviewed"
    same = all(value_of(found, field) == value_of(shown, field) for field in FIELDS)
    return "right" if same else "corrected"
