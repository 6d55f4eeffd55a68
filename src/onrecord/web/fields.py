"""Everything that is known of a statement, field by field, with what decided each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.record.values import FoundStatement
from onrecord.terms.statement import Actor, Decision, Statement
from onrecord.web import urls, wording
from onrecord.web.elements import Field
from onrecord.web.explaining import evidence

__all__ = ["fields", "percent"]


def fields(found: FoundStatement, numbers: Mapping[str, int], text: str = "") -> tuple[Field, ...]:
    """The fields of a statement in the order of the guide; empty ones are left out.

    Args:
        found: the statement.
        numbers: the number of each statement of the article, by id, for the ones that it answers.
        text: the text that it stands in, for the words that each field was read from.
    """
    decided = {decision.field: decision for decision in found.statement.decisions}
    return tuple(
        _with_decision(field, decided.get(guide_name), text)
        for guide_name, field in _all(found, numbers)
        if field.value
    )


def percent(share: float) -> str:
    """A share between 0 and 1 for people: "93 %"."""
    return f"{share * 100:.0f} %"


def _with_decision(field: Field, decision: Decision | None, text: str) -> Field:
    if decision is None:
        return field
    words, place = evidence(text, decision)
    return replace(
        field, by=decision.by, confidence=percent(decision.confidence), evidence=words, place=place
    )


def _all(found: FoundStatement, numbers: Mapping[str, int]) -> Iterator[tuple[str, Field]]:
    statement = found.statement
    yield from _speaker(found)
    yield "act", Field("act", _act(statement), urls.search(act=statement.act))
    yield "form", Field("form", f"{statement.form}, {wording.FORM_MEANINGS[statement.form]}")
    yield "mode", Field("mode", statement.mode)
    yield "for", Field("on behalf of", _told(statement.on_behalf_of))
    yield "audience", Field("to", _told(statement.audience))
    yield "venue", Field("where", statement.venue or "")
    said = wording.said_words(statement.said.text) if statement.said else "the text does not say"
    yield "said", Field("said", said)
    yield "targets", Field("about whom", "; ".join(_told(actor) for actor in statement.targets))
    yield from _relations(statement, numbers)
    yield "", Field("the words that say so", found.cue_words)
    yield "", Field("confidence", percent(statement.confidence))


def _speaker(found: FoundStatement) -> Iterator[tuple[str, Field]]:
    speaker = found.statement.speaker
    link = urls.speaker(found.speaker_id) if found.speaker_id else None
    who = "could not be made out" if speaker.kind == "unknown" else speaker.name
    yield "speaker", Field("speaker", who, link)
    told = ", ".join(part for part in (speaker.role, speaker.affiliation, speaker.country) if part)
    yield "", Field("role", told)
    yield "", Field("kind", "" if speaker.kind == "person" else wording.KIND_WORDS[speaker.kind])
    yield "", Field("in the text", found.source_words or "not named there")


def _act(statement: Statement) -> str:
    return f"{statement.act}, {wording.ACT_MEANINGS[statement.act]}"


def _told(actor: Actor | None) -> str:
    if actor is None:
        return ""
    return f"{actor.name} ({actor.role})" if actor.role else actor.name


def _relations(statement: Statement, numbers: Mapping[str, int]) -> Iterator[tuple[str, Field]]:
    yield "status", Field("status", wording.STATUS_WORDS[statement.status])
    yield "hedged", Field("hedged", "the writer is not sure that it was said" if statement.hedged else "")
    yield "negated", Field("negated", "the text says that it was not said" if statement.negated else "")
    inside = (statement.inside,) if statement.inside else ()
    yield "inside", Field("inside", _numbers(inside, numbers), _where(inside))
    yield "about", Field("answers", _numbers(statement.about, numbers), _where(statement.about))


def _numbers(ids: Sequence[str], numbers: Mapping[str, int]) -> str:
    told = (f"statement {numbers[id_]}" if id_ in numbers else "another statement" for id_ in ids)
    return ", ".join(told)


def _where(ids: Sequence[str]) -> str | None:
    return urls.statement(ids[0]) if len(ids) == 1 else None
