"""What reviewers decided, in words."""

from onrecord.record.collection import Record
from onrecord.record.judging import Noted
from onrecord.terms.change import Change, Worth, value_of
from onrecord.terms.judgement import Judgement, Merge, Opinion, Split, Undo
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor, Statement
from onrecord.web import urls, wording
from onrecord.web.elements import Moment
from onrecord.web.review_elements import Alteration, Decided

__all__ = ["decided"]

_FIELDS = {"for": "on behalf of", "audience": "to whom", "venue": "where", "targets": "about whom"}
_LONGEST = 160


def decided(record: Record, noted: Noted, *, about: str = "") -> Decided:
    """A decision as the pages show it.

    Args:
        record: the record, to be asked for the words that it is about.
        noted: the decision.
        about: the id of the statement or the actor, for one that only takes another one back.
    """
    one = noted.judgement
    told, url = _about(record, one, about)
    return Decided(
        id=one.id,
        by=one.by,
        when=Moment(wording.moment_words(one.at), one.at.isoformat()),
        what=_what(one),
        about=told,
        url=url,
        alterations=_alterations(one),
        note=one.note or "",
        holds=noted.in_force,
    )


def _what(one: Judgement) -> str:
    match one.what:
        case Opinion(verdict="wrong"):
            return "judged to be no statement"
        case Opinion(verdict="right", changes=changes):
            return "judged right, with changes" if changes else "judged right"
        case Opinion():
            return "put right"
        case Merge(actor, others):
            return f"{', '.join(each.id for each in others)} is {actor.id}"
        case Split(name=name):
            return f"split off {name}"
        case Undo():
            return "took a decision back"


def _about(record: Record, one: Judgement, about: str) -> tuple[str, str | None]:
    match one.what:
        case Opinion(statement, seen=seen):
            return _statement(record, statement, seen)
        case Merge(actor, _) | Split(actor=actor):
            return _actor(record, actor.id)
        case Undo():
            if (found := record.statement(about)) is not None:
                return _statement(record, about, found.statement)
            return _actor(record, about) if about else ("", None)


def _statement(record: Record, id_: str, seen: Statement) -> tuple[str, str | None]:
    found = record.statement(id_)
    told = f"{seen.speaker.name} {wording.verb(seen)}"
    if found is None:
        return told, None
    words = found.content_words
    return f"{told}: {words[:_LONGEST]}{'…' if len(words) > _LONGEST else ''}", urls.statement(id_)


def _actor(record: Record, id_: str) -> tuple[str, str | None]:
    found = record.speaker(id_)
    return (found.entity.name, urls.speaker(found.entity.id)) if found else (id_, None)


def _alterations(one: Judgement) -> tuple[Alteration, ...]:
    if not isinstance(one.what, Opinion):
        return ()
    seen = one.what.seen
    return tuple(_alteration(each, value_of(seen, each.field)) for each in one.what.changes)


def _alteration(change: Change, before: Worth) -> Alteration:
    return Alteration(_FIELDS.get(change.field, change.field), _worth(before), _worth(change.value))


def _worth(value: Worth) -> str:
    """The value of a field, in words."""
    match value:
        case bool():
            return "yes" if value else "no"
        case Actor(name, kind, role):
            return "nobody known" if kind == "unknown" else f"{name}, {role or wording.KIND_WORDS[kind]}"
        case Span(start, end):
            return f"characters {start} to {end}"
        case tuple():
            return "; ".join(_worth(each) for each in value) or "none"  # type: ignore[arg-type]
    return str(value or "none")
