"""Turns: who has spoken so far, where, and in whose words a position stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from onrecord.languages.english.people import Gender
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor, Decision

__all__ = ["Fits", "Spoken", "Turn", "who_speaks_here"]

Fits: TypeAlias = Callable[[Actor, Gender | None], bool]
"""Whether an actor may be meant."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A speaker already made out, where its source stands.

    Attributes:
        at: the position of the source.
        actor: who speaks.
        gender: their gender, if anything tells.
        spans: the content's pieces.
    """

    at: int
    actor: Actor
    gender: Gender | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who speaks, and what decided it.

    Attributes:
        actor: who.
        by: the rule.
        confidence: between 0 and 1.
        evidence: the words that decided; ``()`` where they are the statement's source.
        told: what decided the role, the affiliation and the country.
    """

    actor: Actor
    by: str
    confidence: float
    evidence: tuple[Span, ...] = ()
    told: tuple[Decision, ...] = ()

    def decisions(self, source: tuple[Span, ...]) -> tuple[Decision, ...]:
        """What decided the speaker and what is said of them, for a statement with that source."""
        return Decision("speaker", self.by, self.confidence, self.evidence or source), *self.told


def who_speaks_here(at: int, turns: Sequence[Turn]) -> Turn | None:
    """The speaker in whose words a position stands; the tightest content of several."""
    holding = [
        (span.end - span.start, turn.at, turn)
        for turn in turns
        for span in turn.spans
        if span.start <= at < span.end
    ]
    return min(holding, key=lambda entry: entry[:2])[2] if holding else None
