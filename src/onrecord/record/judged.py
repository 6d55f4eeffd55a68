"""Judgements, and statements as they were found, as rows of the tables and back again, without loss."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeAlias

from sqlalchemy import RowMapping

from onrecord.record.rows import decision_from, decision_json, spans_from, spans_json
from onrecord.terms.change import Change, Worth, change
from onrecord.terms.judgement import (
    Decided,
    Judgement,
    Member,
    Merge,
    Opinion,
    Split,
    Standing,
    Undo,
    judgement_id,
)
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor, Said, Statement

__all__ = ["Json", "found_from", "found_json", "judgement_from", "judgement_row", "made", "worth_json"]

Json: TypeAlias = Mapping[str, Any]
"""An object as the database's JSON has it."""


def found_json(statement: Statement) -> Json:
    """A statement as JSON, in the words of the guide, with what decided its fields."""
    return {
        "id": statement.id,
        "source": spans_json(statement.source),
        "cue": spans_json(statement.cue),
        "content": spans_json(statement.content),
        "form": statement.form,
        "mode": statement.mode,
        "act": statement.act,
        "speaker": worth_json(statement.speaker),
        "for": worth_json(statement.on_behalf_of),
        "audience": worth_json(statement.audience),
        "venue": statement.venue,
        "said": worth_json(statement.said),
        "targets": worth_json(statement.targets),
        "status": statement.status,
        "hedged": statement.hedged,
        "negated": statement.negated,
        "inside": statement.inside,
        "about": list(statement.about),
        "confidence": statement.confidence,
        "decisions": [decision_json(each) for each in statement.decisions],
    }


def found_from(given: Json) -> Statement:
    """The statement of such JSON."""
    return Statement(
        id=given["id"],
        source=spans_from(given["source"]),
        cue=spans_from(given["cue"]),
        content=spans_from(given["content"]),
        form=given["form"],
        mode=given["mode"],
        act=given["act"],
        speaker=Actor(**given["speaker"]),
        on_behalf_of=_perhaps(given["for"]),
        audience=_perhaps(given["audience"]),
        venue=given["venue"],
        said=None if given["said"] is None else Said(given["said"]),
        targets=tuple(Actor(**each) for each in given["targets"]),
        status=given["status"],
        hedged=given["hedged"],
        negated=given["negated"],
        inside=given["inside"],
        about=tuple(given["about"]),
        confidence=given["confidence"],
        decisions=tuple(decision_from(*each) for each in given["decisions"]),
    )


def _perhaps(given: Json | None) -> Actor | None:
    return None if given is None else Actor(**given)


def worth_json(value: Worth) -> Any:  # noqa: ANN401 - what JSON can hold
    """The value of a field as JSON, in the words of the guide."""
    match value:
        case Actor(name, kind, role, affiliation, country):
            return {
                "name": name,
                "kind": kind,
                "role": role,
                "affiliation": affiliation,
                "country": country,
            }
        case Said(text):
            return text
        case Span(start, end):
            return [start, end]
        case tuple():
            return [worth_json(each) for each in value]  # type: ignore[arg-type]
    return value


def made(by: str, at: datetime, note: str | None, what: Decided) -> Judgement:
    """A judgement with the id that follows from all the rest."""
    facts = {"by": by, "at": _moment(at), "note": note, **_decided_row(what)}
    return Judgement(judgement_id(facts), by, at, what, note)


def judgement_row(judgement: Judgement) -> Json:
    """The row of ``judgements``, all but who decided and which run had found the statement."""
    facts = {"id": judgement.id, "at": _moment(judgement.at), "note": judgement.note}
    return {**facts, **_decided_row(judgement.what)}


def judgement_from(row: RowMapping) -> Judgement:
    """The judgement of a row of ``judgements`` joined with ``reviewers``."""
    at = datetime.fromisoformat(row["at"])
    return Judgement(row["id"], row["by"], at, _decided_from(row), row["note"])


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _decided_row(what: Decided) -> Json:
    nothing: Json = dict.fromkeys(("statement_id", "digest", "actor_id", "undoes", "changes", "who", "seen"))
    match what:
        case Opinion(statement, digest, verdict, changes, seen):
            return {
                **nothing,
                "kind": verdict,
                "statement_id": statement,
                "digest": digest,
                "changes": {each.field: worth_json(each.value) for each in changes},
                "who": {each.field: list(each.actors) for each in changes if each.actors},
                "seen": found_json(seen),
            }
        case Merge(actor, others):
            return {
                **nothing,
                "kind": "merge",
                "actor_id": actor.id,
                "changes": {"others": [each.id for each in others]},
                "who": _standings_json((actor, *others)),
            }
        case Split(actor, id_, name, names, articles):
            given = {"id": id_, "name": name, "names": list(names), "articles": list(articles)}
            who = _standings_json((actor,))
            return {**nothing, "kind": "split", "actor_id": actor.id, "changes": given, "who": who}
        case Undo(judgement):
            return {**nothing, "kind": "undo", "undoes": judgement}


def _decided_from(row: RowMapping) -> Decided:
    changes, who = row["changes"] or {}, row["who"] or {}
    match row["kind"]:
        case "undo":
            return Undo(row["undoes"])
        case "merge":
            others = tuple(_standing(each, who) for each in changes["others"])
            return Merge(_standing(row["actor_id"], who), others)
        case "split":
            names, articles = tuple(changes["names"]), tuple(changes["articles"])
            return Split(_standing(row["actor_id"], who), changes["id"], changes["name"], names, articles)
    return Opinion(
        row["statement_id"],
        row["digest"],
        row["kind"],
        tuple(_change(field, value, who) for field, value in changes.items()),
        found_from(row["seen"]),
    )


def _change(field: str, value: object, who: Json) -> Change:
    return change(field, value, actors=tuple(who.get(field, ())))


def _standings_json(actors: Sequence[Standing]) -> Json:
    return {each.id: [[article, worth_json(actor)] for article, actor in each.members] for each in actors}


def _standing(id_: str, who: Json) -> Standing:
    members: tuple[Member, ...] = tuple((article, Actor(**actor)) for article, actor in who[id_])
    return Standing(id_, members)
