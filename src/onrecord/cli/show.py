"""``onrecord show``: one thing of a record, whole."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from onrecord.cli.account import table
from onrecord.cli.lines import entry, found_entry, heading, print_lines, who
from onrecord.cli.options import Database
from onrecord.cli.streams import console, visible
from onrecord.errors import QueryError
from onrecord.record.values import FoundArticle, FoundSpeaker, FoundStatement
from onrecord.settings import Settings
from onrecord.terms.statement import Actor

if TYPE_CHECKING:
    from onrecord.record.collection import Record

__all__ = ["show"]

_LATEST = 10


def show(
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID", show_default=False, help="The id of a statement, an article or a speaker."
        ),
    ],
    db: Database = None,
) -> None:
    """Show a statement, an article or a speaker of a record.

    A statement with all of its fields and what decided each; an article with its statements, by its id
    or its address; a speaker with their names, roles and latest statements.

    \b
    Examples:
      onrecord show 5f0e6b1c2d3a4958 --db news.db
      onrecord show 2026-02-02-meridian-wire-korvane-flood
      onrecord show joren-maddrick
    """
    from onrecord.record.opening import open_record

    with open_record(db or Settings.from_environment().db) as record:
        print_lines(console(sys.stdout), _lines(record, id_))


def _lines(record: "Record", id_: str) -> list[Text]:
    if statement := record.statement(id_):
        return _statement(statement)
    if article := record.article(id_):
        return _article(article)
    if speaker := record.speaker(id_):
        return _speaker(speaker, record)
    raise QueryError(
        f"{id_!r}: the record has no statement, article or speaker with this id; onrecord search prints ids."
    )


def _statement(found: FoundStatement) -> list[Text]:
    decisions = [
        (f"  {each.field}", f"{each.by} ({each.confidence:.2f})") for each in found.statement.decisions
    ]
    head = [Text("decided by")] if decisions else []
    return [*found_entry(found), Text(), *table([*_places(found), *_fields(found)]), *head, *table(decisions)]


def _places(found: FoundStatement) -> list[tuple[str, str]]:
    """Each role's offsets and words."""
    statement = found.statement
    roles = (
        ("source", statement.source, found.source_words),
        ("cue", statement.cue, found.cue_words),
        ("content", statement.content, found.content_words),
    )
    return [
        (role, f"{', '.join(f'{span.start}–{span.end}' for span in spans)}  {words}" if spans else "none")
        for role, spans, words in roles
    ]


def _fields(found: FoundStatement) -> list[tuple[str, str]]:
    """Every field that the statement has."""
    statement = found.statement
    facts = [
        ("speaker", _actor(statement.speaker, found.speaker_id)),
        ("act", statement.act),
        ("form, mode, status", f"{statement.form}, {statement.mode}, {statement.status}"),
        ("for", _actor(statement.on_behalf_of)),
        ("audience", _actor(statement.audience)),
        ("venue", statement.venue),
        ("said", statement.said and str(statement.said)),
        ("targets", "; ".join(_actor(target) or "" for target in statement.targets)),
        ("hedged", "yes" if statement.hedged else None),
        ("negated", "yes" if statement.negated else None),
        ("inside", statement.inside),
        ("about", ", ".join(statement.about)),
        ("article", f"{found.article}, revision {found.revision}"),
        ("confidence", f"{statement.confidence:.2f}"),
    ]
    return [(name, value) for name, value in facts if value]


def _article(found: FoundArticle) -> list[Text]:
    article = found.article
    lines = list(heading(article, len(found.statements)))
    facts = [("address", article.url), ("id", article.id), ("revision", _revisions(found))]
    lines += table([(name, value) for name, value in facts if value])
    for each in found.statements:
        lines += [Text(), *entry(article, each.statement)]
    return lines


def _revisions(found: FoundArticle) -> str | None:
    if len(found.revisions) == 1:
        return None
    read = ", ".join(f"{each.number} read {each.read_at:%Y-%m-%d %H:%M}" for each in found.revisions)
    return f"{found.revision} of {len(found.revisions)} ({read})"


def _speaker(found: FoundSpeaker, record: "Record") -> list[Text]:
    from onrecord.record.query import Query

    entity = found.entity
    facts = [
        ("id", entity.id),
        ("kind", entity.kind),
        ("names", "; ".join(entity.names)),
        ("roles", "; ".join(entity.roles)),
        ("country", entity.country),
        ("statements", f"{found.statements:,}"),
        ("first, last", " to ".join(day for day in (found.first, found.last) if day)),
    ]
    lines = [Text(visible(entity.name), "bold"), *table([(name, value) for name, value in facts if value])]
    for each in record.statements(Query(speaker=entity.id, limit=_LATEST)).rows:
        lines += [Text(), *found_entry(each)]
    if found.statements > _LATEST:
        lines += [
            Text(),
            Text(f"These are the latest {_LATEST}; onrecord search --speaker {entity.id} gives all.", "dim"),
        ]
    return lines


def _actor(actor: Actor | None, id_: str | None = None) -> str | None:
    if actor is None:
        return None
    facts = (actor.kind, actor.affiliation, actor.country, id_)
    return f"{who(actor)} ({', '.join(fact for fact in facts if fact)})"
