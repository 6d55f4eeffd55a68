"""Why a statement's fields are what they are: what decided, how sure, and the words it was read from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.terms.span import Spans, words_of
from onrecord.terms.statement import Actor, Decision, Statement

__all__ = ["Reason", "evidence", "reasons", "who"]

_MOST = 48
"""So many characters of evidence are shown; the offsets tell the rest."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What decided one field of a statement.

    Attributes:
        field: the field's name in the guide.
        value: its value, shortly; "none" if it has none.
        by: the rule or the model.
        confidence: how often such a decision is right, 0 to 1.
        words: the words that it was read from, cut if they are many; empty if it was read from none.
        place: where they stand: "12–18, 40–44"; empty likewise.
    """

    field: str
    value: str
    by: str
    confidence: float
    words: str = ""
    place: str = ""


def reasons(text: str, statement: Statement) -> tuple[Reason, ...]:
    """What decided each field of a statement, in the order of deciding.

    Args:
        text: the text that the statement stands in.
        statement: the statement.
    """
    return tuple(
        Reason(
            decision.field,
            _VALUES[decision.field](statement) or "none",
            decision.by,
            decision.confidence,
            *evidence(text, decision),
        )
        for decision in statement.decisions
        if decision.field in _VALUES
    )


def evidence(text: str, decision: Decision) -> tuple[str, str]:
    """The words that a decision was read from and where they stand; both empty if there are none."""
    if not decision.evidence:
        return "", ""
    words = " ".join(words_of(text, decision.evidence).split())
    cut = words if len(words) <= _MOST else f"{words[: _MOST - 1].rstrip()}…"
    return cut, _offsets(decision.evidence)


def who(actor: Actor) -> str:
    """An actor's name and role; a name nobody could make out says so."""
    name = "speaker unknown" if actor.kind == "unknown" else actor.name
    return f"{name}, {actor.role}" if actor.role and actor.role != name else name


def _offsets(spans: Spans) -> str:
    return ", ".join(f"{span.start}–{span.end}" for span in spans)


def _actors(actors: Sequence[Actor | None]) -> str:
    return "; ".join(who(actor) for actor in actors if actor)


def _yes(given: bool) -> str:
    return "yes" if given else "no"


_VALUES: dict[str, Callable[[Statement], str | None]] = {
    "speaker": lambda s: who(s.speaker),
    "for": lambda s: _actors((s.on_behalf_of,)),
    "audience": lambda s: _actors((s.audience,)),
    "venue": lambda s: s.venue,
    "said": lambda s: str(s.said or ""),
    "act": lambda s: s.act,
    "mode": lambda s: s.mode,
    "form": lambda s: s.form,
    "status": lambda s: s.status,
    "hedged": lambda s: _yes(s.hedged),
    "negated": lambda s: _yes(s.negated),
    "targets": lambda s: _actors(s.targets),
    "inside": lambda s: s.inside,
    "about": lambda s: ", ".join(s.about),
}
