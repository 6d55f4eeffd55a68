"""Statements as events of PLOVER, one a line."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from onrecord.exports.events import day_of, event_of, quad
from onrecord.exports.guide import iso
from onrecord.exports.jsontext import dumped
from onrecord.exports.sheet import Sheet
from onrecord.languages.countries import ALPHA_3
from onrecord.languages.events import GOLDSTEIN, Event
from onrecord.terms.span import Spans, words_of
from onrecord.terms.statement import Actor, Statement

__all__ = ["SECTORS", "plover_chunks"]


def plover_chunks(sheets: Iterable[Sheet]) -> Iterator[bytes]:
    """The events of each article as it comes, but those of no type of PLOVER's and those without a day.

    The names of the fields are those of PLOVER's manual (chapter "JSON Data Fields"), which invites
    others beside them; ours say where the event leads back to.
    """
    for sheet in sheets:
        lines = [dumped(record) for record in _records(sheet)]
        if lines:
            yield ("\n".join(lines) + "\n").encode()


def _records(sheet: Sheet) -> Iterator[Mapping[str, object]]:
    for statement in sheet.statements:
        event, day = event_of(sheet, statement), day_of(sheet, statement)
        if event is not None and event.plover is not None and day is not None:
            yield {name: value for name, value in _record(sheet, statement, event, day) if value is not None}


def _record(sheet: Sheet, statement: Statement, event: Event, day: date) -> Iterator[tuple[str, object]]:
    article = sheet.article
    yield "id", statement.id
    yield "date", day.isoformat()
    yield "enddate", _last_day(statement)
    yield "source", [_actor(sheet, statement.speaker)]
    yield "target", [_actor(sheet, target) for target in statement.targets]
    yield "event", event.plover
    yield "mode", [event.mode] if event.mode else None
    yield "quadCode", quad(event)
    yield "eventScale", GOLDSTEIN[event.cameo]
    yield "eventText", words_of(article.text, statement.content)
    yield "text", words_of(article.text, (*statement.source, *statement.cue))
    yield (
        "textInfo",
        {
            "start": min(span.start for span in _all_spans(statement)),
            "end": max(span.end for span in _all_spans(statement)),
        },
    )
    yield "url", article.url
    yield "publication", article.outlet
    yield "published", iso(article.published, date_only=article.published_date_only)
    yield "coder", "Onrecord"
    yield "codebook", "PLOVER"
    yield "dateCoded", sheet.read_at.isoformat() if sheet.read_at else None
    yield "cameo", event.cameo
    yield "act", statement.act
    yield "hedged", statement.hedged
    yield "confidence", statement.confidence
    yield "article", article.id
    yield "digest", article.digest
    yield "revision", sheet.revision
    yield "run", sheet.run


def _all_spans(statement: Statement) -> Spans:
    return (*statement.source, *statement.cue, *statement.content)


def _last_day(statement: Statement) -> str | None:
    """The last day, where it was said over several."""
    return statement.said.text.partition("/")[2][:10] or None if statement.said else None


def _actor(sheet: Sheet, actor: Actor) -> Mapping[str, str]:
    given = {
        "code": ALPHA_3.get(actor.country or ""),
        "sector": SECTORS.get(actor.kind),
        "identifier": sheet.actors.get(actor),
        "actorText": actor.name,
        "office": actor.role,
    }
    return {name: value for name, value in given.items() if value is not None}


SECTORS: Mapping[str, str] = {"government": "GOV", "writer": "MED"}
"""The sectors of CAMEO and PLOVER that a kind of actor tells for certain."""
