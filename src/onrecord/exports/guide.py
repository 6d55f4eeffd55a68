"""Statements in the schema of the project's guide, and back."""

from collections.abc import Sequence
from datetime import datetime
from typing import NotRequired, TypedDict

from onrecord.terms.article import Article
from onrecord.terms.event import Event
from onrecord.terms.span import Span, Spans
from onrecord.terms.statement import Act, Actor, ActorKind, Form, Mode, Said, Statement, Status

__all__ = [
    "Guide",
    "GuideActor",
    "GuideEvent",
    "GuideStatement",
    "as_guide",
    "event_guide",
    "from_guide",
    "iso",
    "statement_guide",
]


class GuideDecision(TypedDict):
    """What decided one field, how sure it is, and the spans of the words that it was read from."""

    field: str
    by: str
    confidence: float
    evidence: list[list[int]]


class GuideActor(TypedDict):
    """An actor in the guide's schema."""

    name: str
    kind: ActorKind
    role: str | None
    affiliation: str | None
    country: str | None


GuideStatement = TypedDict(
    "GuideStatement",
    {
        "id": str,
        "source": list[list[int]],
        "cue": list[list[int]],
        "content": list[list[int]],
        "form": Form,
        "mode": Mode,
        "act": Act,
        "speaker": GuideActor,
        "for": GuideActor | None,
        "audience": GuideActor | None,
        "venue": str | None,
        "said": str | None,
        "targets": list[GuideActor],
        "status": Status,
        "hedged": bool,
        "negated": bool,
        "inside": str | None,
        "about": list[str],
        "confidence": float,
        "decisions": NotRequired[list[GuideDecision]],
    },
)
"""A statement in the guide's schema; spans are ``[start, end]``, half-open, in code points."""


class GuideEvent(TypedDict):
    """A reported deed in the guide's schema."""

    span: list[int]
    type: str
    actor: GuideActor | None
    recipient: GuideActor | None
    when: str | None
    where: str | None
    decisions: NotRequired[list[GuideDecision]]


class Guide(TypedDict):
    """One article with its statements in the guide's schema."""

    id: str
    title: str | None
    published: str | None
    outlet: str | None
    url: str | None
    text: str
    statements: list[GuideStatement]
    events: list[GuideEvent]


def as_guide(
    article: Article,
    statements: Sequence[Statement],
    events: Sequence[Event] = (),
    *,
    explain: bool = False,
) -> Guide:
    """One article and its statements in the guide's schema, ready for JSON; ids are kept as they are.

    With ``explain``, each statement and each event has ``decisions`` besides.
    """
    return {
        "id": article.id,
        "title": article.title,
        "published": iso(article.published, date_only=article.published_date_only),
        "outlet": article.outlet,
        "url": article.url,
        "text": article.text,
        "statements": [statement_guide(statement, explain=explain) for statement in statements],
        "events": [event_guide(event, explain=explain) for event in events],
    }


def from_guide(guide: Guide) -> tuple[Article, tuple[Statement, ...]]:
    """The article and the statements that ``as_guide`` was given.

    What the schema does not hold comes back empty: where the article was read, its furniture and captions,
    when it was modified, what decided the fields, and the events.
    """
    published = guide["published"]
    article = Article(
        id=guide["id"],
        text=guide["text"],
        title=guide["title"],
        outlet=guide["outlet"],
        published=datetime.fromisoformat(published) if published else None,
        url=guide["url"],
        published_date_only=bool(published and "T" not in published),
    )
    return article, tuple(_read(statement) for statement in guide["statements"])


def iso(when: datetime | None, *, date_only: bool) -> str | None:
    """A moment as the article gave it: a day alone stays a day."""
    if when is None:
        return None
    return when.date().isoformat() if date_only else when.isoformat()


def statement_guide(statement: Statement, *, explain: bool = False) -> GuideStatement:
    """One statement in the guide's schema; with ``explain``, it has ``decisions`` besides."""
    guide: GuideStatement = {
        "id": statement.id,
        "source": _pairs(statement.source),
        "cue": _pairs(statement.cue),
        "content": _pairs(statement.content),
        "form": statement.form,
        "mode": statement.mode,
        "act": statement.act,
        "speaker": _actor(statement.speaker),
        "for": _perhaps(statement.on_behalf_of),
        "audience": _perhaps(statement.audience),
        "venue": statement.venue,
        "said": statement.said.text if statement.said else None,
        "targets": [_actor(target) for target in statement.targets],
        "status": statement.status,
        "hedged": statement.hedged,
        "negated": statement.negated,
        "inside": statement.inside,
        "about": list(statement.about),
        "confidence": statement.confidence,
    }
    if explain:
        guide["decisions"] = [
            {"field": d.field, "by": d.by, "confidence": d.confidence, "evidence": _pairs(d.evidence)}
            for d in statement.decisions
        ]
    return guide


def event_guide(event: Event, *, explain: bool = False) -> GuideEvent:
    """One reported deed in the guide's schema; with ``explain``, it has ``decisions`` besides."""
    guide: GuideEvent = {
        "span": [event.span.start, event.span.end],
        "type": event.type,
        "actor": _perhaps(event.actor),
        "recipient": _perhaps(event.recipient),
        "when": event.when.text if event.when else None,
        "where": event.where,
    }
    if explain:
        evidence = _pairs(event.evidence)
        guide["decisions"] = [
            {"field": "type", "by": event.by, "confidence": event.confidence, "evidence": evidence}
        ]
    return guide


def _read(given: GuideStatement) -> Statement:
    return Statement(
        id=given["id"],
        source=_spans(given["source"]),
        cue=_spans(given["cue"]),
        content=_spans(given["content"]),
        form=given["form"],
        mode=given["mode"],
        act=given["act"],
        speaker=Actor(**given["speaker"]),
        on_behalf_of=_read_actor(given["for"]),
        audience=_read_actor(given["audience"]),
        venue=given["venue"],
        said=Said(given["said"]) if given["said"] else None,
        targets=tuple(Actor(**target) for target in given["targets"]),
        status=given["status"],
        hedged=given["hedged"],
        negated=given["negated"],
        inside=given["inside"],
        about=tuple(given["about"]),
        confidence=given["confidence"],
    )


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _spans(pairs: list[list[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)


def _actor(actor: Actor) -> GuideActor:
    return {
        "name": actor.name,
        "kind": actor.kind,
        "role": actor.role,
        "affiliation": actor.affiliation,
        "country": actor.country,
    }


def _perhaps(actor: Actor | None) -> GuideActor | None:
    return _actor(actor) if actor else None


def _read_actor(given: GuideActor | None) -> Actor | None:
    return Actor(**given) if given else None
