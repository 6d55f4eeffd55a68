"""A reported deed that is no statement: who did what to whom."""

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from onrecord.terms.span import Span
from onrecord.terms.statement import Actor, Said

__all__ = ["EVENT_TYPES", "Event", "EventType"]

EventType: TypeAlias = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
"""The event types of PLOVER that the guide names."""

EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)


@dataclass(frozen=True, slots=True)
class Event:
    """A deed that the writer reports.

    Attributes:
        span: the clause that reports it.
        type: what kind of deed, in PLOVER's words.
        actor: who did it; ``None`` if nobody is named.
        recipient: to whom; ``None`` if it was done to nobody in particular.
        when: the day or the interval, if the clause or its sentence tells.
        where: the place, in the words of the text.
        by: the rule that found it.
        confidence: between 0 and 1; how often such a find is right.
        evidence: the words that decided the type.
    """

    span: Span
    type: EventType
    actor: Actor | None = None
    recipient: Actor | None = None
    when: Said | None = None
    where: str | None = None
    by: str = ""
    confidence: float = 1.0
    evidence: tuple[Span, ...] = ()
