"""The form that puts a statement right: what stands in it, and what somebody changed in it."""

import re
from collections.abc import Mapping, Sequence
from typing import get_args

from onrecord.errors import JudgementError
from onrecord.record.collection import Record
from onrecord.record.values import FoundStatement
from onrecord.terms.span import Span, Spans
from onrecord.terms.statement import ACTS, UNKNOWN, Actor, ActorKind, Form, Mode, Statement, Status
from onrecord.web import wording
from onrecord.web.elements import Choice
from onrecord.web.review_elements import FieldKind, FormField
from onrecord.web.sending import Sent

__all__ = ["changes", "form_fields"]

ROLES = ("source", "cue", "content")
BETWEEN = "…"
"""Stands on a line of its own between two pieces of words."""

_KINDS = tuple(kind for kind in get_args(ActorKind) if kind not in ("writer", "unknown"))
_NEW = re.compile(rf"(?P<name>.+?)\s*\((?P<kind>{'|'.join(_KINDS)})(?:,\s*(?P<role>[^()]+))?\)", re.DOTALL)
_PIECE = re.compile(r"(\d{1,9})\s*[-–]\s*(\d{1,9})")
_YES_NO = ("no", "yes")

_LABELS: Mapping[str, str] = {
    "source": "Source, the words naming who",
    "cue": "Cue, the words that say so",
    "content": "Content, what is given to them",
    "speaker": "Speaker",
    "act": "Act",
    "mode": "Mode",
    "form": "Form",
    "status": "Status",
    "said": "Said on",
    "audience": "To whom",
    "for": "On behalf of",
    "venue": "Where",
    "targets": "About whom, one a line",
    "hedged": "The writer hedges it",
    "negated": "It was not said",
}
_KEYS: Mapping[str, str] = {
    "source": "1",
    "cue": "2",
    "content": "3",
    "speaker": "p",
    "act": "a",
    "mode": "o",
    "form": "f",
    "status": "x",
    "said": "d",
    "audience": "t",
    "for": "b",
    "venue": "v",
    "targets": "g",
}
_CHOICES: Mapping[str, Sequence[str]] = {
    "act": ACTS,
    "mode": get_args(Mode),
    "form": get_args(Form),
    "status": get_args(Status),
    "hedged": _YES_NO,
    "negated": _YES_NO,
}
_HINTS: Mapping[str, str] = {
    "said": "2026-02-16, 2026-02, or 2026-02-10/2026-02-16",
    "speaker": "empty if nobody can tell; somebody new: Ann Ray (person, mayor)",
}


def form_fields(found: FoundStatement, text: str, given: Sent | None = None) -> tuple[FormField, ...]:
    """The fields of the form: as they stand, or as somebody has just typed them.

    Args:
        found: the statement.
        text: that of its article.
        given: what was typed.
    """
    shown = _standing(found.statement, text)
    if given is not None:
        shown = {name: given.get(name, value) for name, value in shown.items()}
    return tuple(_field(name, label, shown) for name, label in _LABELS.items())


def _field(name: str, label: str, shown: Mapping[str, str]) -> FormField:
    return FormField(
        name=name,
        label=label,
        kind=_kind(name),
        value=shown[name],
        place=shown.get(f"{name}-at", ""),
        choices=tuple(
            Choice(value, _choice(name, value), value == shown[name]) for value in _CHOICES.get(name, ())
        ),
        key=_KEYS.get(name, ""),
        hint=_HINTS.get(name, ""),
    )


def _kind(name: str) -> FieldKind:
    if name in ROLES:
        return "words"
    if name in _CHOICES:
        return "choice"
    if name == "targets":
        return "actors"
    return "actor" if name in ("speaker", "audience", "for") else "line"


def _choice(name: str, value: str) -> str:
    meaning = wording.ACT_MEANINGS.get(value) if name == "act" else wording.FORM_MEANINGS.get(value)
    return f"{value}: {meaning}" if meaning else value


def _standing(statement: Statement, text: str) -> Mapping[str, str]:
    """Every field as the form has it."""
    roles = {"source": statement.source, "cue": statement.cue, "content": statement.content}
    shown = {role: _words(text, spans) for role, spans in roles.items()}
    shown |= {f"{role}-at": _places(spans) for role, spans in roles.items()}
    return shown | {
        "speaker": "" if statement.speaker.kind == "unknown" else statement.speaker.name,
        "act": statement.act,
        "mode": statement.mode,
        "form": statement.form,
        "status": statement.status,
        "said": statement.said.text if statement.said else "",
        "audience": statement.audience.name if statement.audience else "",
        "for": statement.on_behalf_of.name if statement.on_behalf_of else "",
        "venue": statement.venue or "",
        "targets": "\n".join(each.name for each in statement.targets),
        "hedged": _YES_NO[statement.hedged],
        "negated": _YES_NO[statement.negated],
    }


def _words(text: str, spans: Spans) -> str:
    return f"\n{BETWEEN}\n".join(span.of(text) for span in spans)


def _places(spans: Spans) -> str:
    return ", ".join(f"{span.start}-{span.end}" for span in spans)


def changes(record: Record, found: FoundStatement, text: str, sent: Sent) -> Mapping[str, object]:
    """What somebody changed in the form, by field, as a judgement takes it.

    Raises:
        JudgementError: if a field cannot be read: words that are not in the text, a name of nobody.
    """
    standing = _standing(found.statement, text)
    changed = {
        name: sent.get(name).strip()
        for name in standing
        if name in sent.fields and _tidy(sent.get(name)) != _tidy(standing[name])
    }
    made: dict[str, object] = {}
    for role in ROLES:
        if f"{role}-at" in changed:
            made[role] = _placed(role, changed[f"{role}-at"])
        elif role in changed:
            made[role] = _found(role, changed[role], text, found.statement)
    for name in _LABELS:
        if name in changed and name not in ROLES:
            made[name] = _value(record, found.statement, name, changed[name])
    return made


def _tidy(typed: str) -> str:
    return " ".join(typed.split())


def _placed(role: str, typed: str) -> list[list[int]]:
    pieces = [piece.strip() for piece in typed.split(",") if piece.strip()]
    found = [_PIECE.fullmatch(piece) for piece in pieces]
    if not all(piece and int(piece[1]) < int(piece[2]) for piece in found):
        raise JudgementError(f"{role}: {typed!r} is no place in the text; write it like 10-55, 60-71")
    return [[int(piece[1]), int(piece[2])] for piece in found if piece]


def _found(role: str, typed: str, text: str, statement: Statement) -> list[Span]:
    """Where the words stand: of several places the one that is nearest to where they stood before."""
    spans: Spans = getattr(statement, role) or statement.content
    pieces = [piece for piece in re.split(rf"^\s*{BETWEEN}\s*$", typed, flags=re.MULTILINE) if piece.strip()]
    return sorted(_one_place(role, piece, text, near=spans[0].start) for piece in pieces)


def _one_place(role: str, words: str, text: str, *, near: int) -> Span:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    places = [Span(*place.span()) for place in re.finditer(pattern, text)]
    if not places:
        raise JudgementError(
            f"{role}: the text does not have the words “{_tidy(words)[:80]}”; copy them as they stand there"
        )
    return min(places, key=lambda span: abs(span.start - near))


def _value(record: Record, statement: Statement, name: str, typed: str) -> object:
    if name in ("hedged", "negated"):
        return {"yes": True, "no": False}.get(typed, typed)
    if name == "targets":
        standing = {each.name: each for each in statement.targets}
        lines = [line.strip() for line in typed.split("\n") if line.strip()]
        return [standing.get(line) or _actor(record, name, line) for line in lines]
    if name == "speaker" and not typed:
        return UNKNOWN
    if name in ("speaker", "audience", "for"):
        return _actor(record, name, typed) if typed else None
    return typed or None


def _actor(record: Record, name: str, typed: str) -> Actor | str:
    """Whom somebody means: an actor of the record, by id, or somebody new who is given with what they are."""
    ids = record.meant(typed)
    if len(ids) == 1:
        return ids[0]
    told = _LABELS[name].partition(",")[0]
    if ids:
        raise JudgementError(f"{told}: several are called {typed!r}; write one of {', '.join(ids)} instead")
    if new := _NEW.fullmatch(typed):
        role = new["role"].strip() if new["role"] else None
        return Actor(_tidy(new["name"]), new["kind"], role)  # type: ignore[arg-type]
    raise JudgementError(
        f"{told}: this record knows nobody called {typed!r}; for somebody new write what they are behind the"
        f" name, as in “{typed[:40]} (person)”: {', '.join(_KINDS)}"
    )
