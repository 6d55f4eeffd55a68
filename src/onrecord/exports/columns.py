"""The columns of a table of statements: one row a statement, the same in every tabular format."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from onrecord.exports.events import event_of
from onrecord.exports.guide import iso
from onrecord.exports.sheet import Sheet
from onrecord.terms.span import Spans, words_of
from onrecord.terms.statement import Actor, Statement

__all__ = ["COLUMNS", "Cell", "Column", "Kind"]

Kind: TypeAlias = Literal["text", "integer", "number", "yes or no", "texts", "spans"]
"""What a column holds."""

Cell: TypeAlias = str | int | float | bool | tuple[str, ...] | Spans | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: its heading.
        kind: what it holds.
        meaning: one phrase for the reference.
        value: gives the cell of a statement of a sheet; ``None`` for nothing.
    """

    name: str
    kind: Kind
    meaning: str
    value: Callable[[Sheet, Statement], Cell]


def _name(actor: Actor | None) -> str | None:
    return actor.name if actor else None


def _published(sheet: Sheet, _: Statement) -> str | None:
    return iso(sheet.article.published, date_only=sheet.article.published_date_only)


def _start(_: Sheet, statement: Statement) -> int | None:
    return min((span.start for span in statement.content), default=None)


def _end(_: Sheet, statement: Statement) -> int | None:
    return max((span.end for span in statement.content), default=None)


def _said(_: Sheet, statement: Statement) -> str | None:
    return statement.said.text if statement.said else None


def _plover(sheet: Sheet, statement: Statement) -> str | None:
    event = event_of(sheet, statement)
    return event.plover if event else None


def _cameo(sheet: Sheet, statement: Statement) -> str | None:
    event = event_of(sheet, statement)
    return event.cameo if event else None


def _words(sheet: Sheet, spans: Spans) -> str:
    return words_of(sheet.article.text, spans)


COLUMNS: tuple[Column, ...] = (
    Column("article", "text", "the article's id", lambda a, _: a.article.id),
    Column("outlet", "text", "who published it", lambda a, _: a.article.outlet),
    Column("url", "text", "its address", lambda a, _: a.article.url),
    Column("published", "text", "when it was published, ISO 8601, as the article gives it", _published),
    Column("statement", "text", "the statement's id", lambda _, s: s.id),
    Column("speaker", "text", "who answers for the words", lambda _, s: s.speaker.name),
    Column("speaker_kind", "text", "what the speaker is", lambda _, s: s.speaker.kind),
    Column("speaker_role", "text", "the title, as given", lambda _, s: s.speaker.role),
    Column("act", "text", "what the speaker does by it", lambda _, s: s.act),
    Column("mode", "text", "speech, thought or ruling", lambda _, s: s.mode),
    Column("form", "text", "direct, mixed or indirect", lambda _, s: s.form),
    Column("said", "text", "when it was said: a day, or two with `/` between", _said),
    Column("source", "text", "the words of the source", lambda a, s: _words(a, s.source)),
    Column("cue", "text", "the words of the cue", lambda a, s: _words(a, s.cue)),
    Column("content", "text", "the words of the content", lambda a, s: _words(a, s.content)),
    Column("content_start", "integer", "where its first piece begins", _start),
    Column("content_end", "integer", "where its last piece ends", _end),
    Column("confidence", "number", "how sure the spans are, 0 to 1", lambda _, s: s.confidence),
    Column("title", "text", "the article's headline", lambda a, _: a.article.title),
    Column("revision", "integer", "which of the article's texts in the record", lambda a, _: a.revision),
    Column("digest", "text", "the SHA-256 of that text", lambda a, _: a.article.digest),
    Column("run", "text", "the run that read it", lambda a, _: a.run),
    Column("speaker_id", "text", "the speaker across articles", lambda a, s: a.actors.get(s.speaker)),
    Column("speaker_affiliation", "text", "the organisation of the role", lambda _, s: s.speaker.affiliation),
    Column("speaker_country", "text", "ISO 3166 alpha-2", lambda _, s: s.speaker.country),
    Column("for", "text", "on whose behalf", lambda _, s: _name(s.on_behalf_of)),
    Column("audience", "text", "to whom", lambda _, s: _name(s.audience)),
    Column("venue", "text", "where or in what it was said", lambda _, s: s.venue),
    Column("targets", "texts", "whom it is about or aimed at", lambda _, s: tuple(t.name for t in s.targets)),
    Column("status", "text", "new, repeats, retracts or continues", lambda _, s: s.status),
    Column("hedged", "yes or no", "the writer hedges the attribution", lambda _, s: s.hedged),
    Column("negated", "yes or no", "the text says that it was not said", lambda _, s: s.negated),
    Column("inside", "text", "the statement whose content holds this one", lambda _, s: s.inside),
    Column("about", "texts", "earlier statements that this one answers", lambda _, s: s.about),
    Column("source_spans", "spans", "where the source stands", lambda _, s: s.source),
    Column("cue_spans", "spans", "where the cue stands", lambda _, s: s.cue),
    Column("content_spans", "spans", "where the content stands", lambda _, s: s.content),
    Column("plover", "text", "the PLOVER event, if the act is one", _plover),
    Column("cameo", "text", "the CAMEO code, if the act has one", _cameo),
)  # fmt: skip
"""The columns, in order. Offsets are code points of the article's text, half-open."""
