"""Reading from a record: the statements that answer a question, a page at a time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    and_,
    false,
    func,
    literal,
    or_,
    select,
)

from onrecord.record import dialects
from onrecord.record import tables as t
from onrecord.record.query import Cursor, Query, cursor_from, cursor_text, first_day, last_day, match
from onrecord.record.rows import Part, actor_from, statement_from, time_from
from onrecord.record.values import Found, FoundStatement, Piece
from onrecord.terms.entity import folded
from onrecord.terms.statement import Actor

__all__ = ["find", "sought", "statements_of"]

_Parts: TypeAlias = Mapping[tuple[Part, int], Actor]
_Condition: TypeAlias = ColumnElement[bool]

AT_ONCE = 500
"""Keys in one question: far below the number of variables that any SQLite allows."""


def find(connection: Connection, query: Query) -> Found:
    """The page of statements that a query asks for."""
    words = match(query.text)
    wanted, given = sought(connection, query)
    counted = select(func.count()).select_from(t.statements).where(*wanted)
    total = connection.execute(counted, given).scalar_one()
    page = _by_relevance(connection, query, wanted) if query.sort == "relevance" else _by_date(query, wanted)
    places = [tuple(row) for row in connection.execute(page.limit(query.limit + 1), given)]
    shown = places[: query.limit]
    keys = [place[-1] for place in shown]
    more = cursor_text(query, shown[-1]) if len(places) > query.limit else None
    return Found(statements_of(connection, keys, words), more, total)


def sought(connection: Connection, query: Query) -> tuple[Sequence[_Condition], Mapping[str, str]]:
    """The conditions on ``statements`` that a query makes, and the values that they are bound to."""
    words = match(query.text)
    wanted = _conditions(connection, query)
    if words is None:
        return wanted, {}
    return [*wanted, t.statements.c.key.in_(dialects.of(connection).matching())], {"words": words}


def _by_date(query: Query, wanted: Sequence[_Condition]) -> "Select[str, str, int]":
    """The latest first; within a day by the moment of publication, then in the order of reading."""
    s = t.statements.c
    day = s.dated if query.when == "said" else s.published_on
    page = select(day, s.published_at, s.key).where(*wanted)
    if place := cursor_from(query):
        page = page.where(*_beyond((day, s.published_at, s.key), place))
    return page.order_by(day.desc(), s.published_at.desc(), s.key)


def _beyond(
    columns: tuple[ColumnElement[str], ColumnElement[str], ColumnElement[int]], place: Cursor
) -> tuple[_Condition, ...]:
    day, moment, key = columns
    # The first condition says nothing new; it is what the index can jump to.
    return day <= place[0], or_(day < place[0], moment < place[1], and_(moment == place[1], key > place[2]))


def _by_relevance(connection: Connection, query: Query, wanted: Sequence[_Condition]) -> "Select[float, int]":
    scored = dialects.of(connection).ranked().subquery()
    score, key = scored.c.score, t.statements.c.key
    page = select(score, key).join_from(scored, t.statements, scored.c.rowid == key).where(*wanted)
    if place := cursor_from(query):
        page = page.where(or_(score > place[0], and_(score == place[0], key > place[1])))
    return page.order_by(score, key)


def _conditions(connection: Connection, query: Query) -> list[_Condition]:
    s = t.statements.c
    plain = ((s.act, query.act), (s.form, query.form), (s.mode, query.mode), (s.article_id, query.article))
    found: list[_Condition] = [part == value for part, value in plain if value is not None]
    if not query.superseded:
        found.append(s.latest)
    if query.speaker is not None:
        found.append(_speaks(connection, query.speaker))
    if query.outlet is not None:
        theirs = select(t.articles.c.id).join(t.outlets).where(_has_words(t.outlets.c.folded, query.outlet))
        found.append(s.article_id.in_(theirs))
    first, last = (s.dated, s.dated_to) if query.when == "said" else (s.published_on, s.published_on)
    if since := first_day(query.since):
        found.append(last >= since)
    if until := last_day(query.until):
        found += (first <= until, first != "")
    return found


def _speaks(connection: Connection, wanted: str) -> _Condition:
    if connection.execute(select(t.actors.c.id).where(t.actors.c.id == wanted)).first():
        return t.statements.c.speaker_id == wanted
    theirs = select(t.actor_names.c.actor_id).where(_has_words(t.actor_names.c.folded, wanted))
    # Whoever was read but is linked to nobody yet, or cannot be, is found by the name in the text.
    unlinked = select(t.mentions.c.id).where(
        t.mentions.c.actor_id.is_(None), _has_words(t.mentions.c.folded, wanted)
    )
    return or_(t.statements.c.speaker_id.in_(theirs), t.statements.c.speaker_mention.in_(unlinked))


def _has_words(names: ColumnElement[str], wanted: str) -> _Condition:
    """Whether the wanted words stand in a row in a folded name."""
    words = folded(wanted)
    if not words:
        return false()
    return (literal(" ") + names + " ").contains(f" {words} ", autoescape=True)


def statements_of(
    connection: Connection, keys: Sequence[int], words: str | None = None
) -> tuple[FoundStatement, ...]:
    """The statements with these keys, in the order of the keys."""
    found: dict[int, FoundStatement] = {}
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        parts = _parts_of(connection, some)
        marked = _marked(connection, some, words)
        for row in connection.execute(_rows().where(t.statements.c.key.in_(some))).mappings():
            found[row["key"]] = _found(row, parts[row["key"]], marked.get(row["key"]))
    return tuple(found[key] for key in keys)


def _rows() -> "Select[*tuple[object, ...]]":
    r = t.revisions.c
    return (
        select(
            t.statements,
            r.number,
            r.published,
            r.published_date_only,
            t.articles.c.url,
            t.articles.c.revision.label("newest"),
            t.outlets.c.name.label("outlet"),
        )
        .join_from(t.statements, t.revisions)
        .join(t.articles, t.articles.c.id == t.statements.c.article_id)
        .outerjoin(t.outlets, t.outlets.c.id == t.articles.c.outlet_id)
    )


def _parts_of(connection: Connection, keys: Sequence[int]) -> Mapping[int, _Parts]:
    found: defaultdict[int, dict[tuple[Part, int], Actor]] = defaultdict(dict)
    rows = (
        select(t.statement_actors, t.mentions)
        .join_from(t.statement_actors, t.mentions)
        .where(t.statement_actors.c.statement_key.in_(keys))
    )
    for row in connection.execute(rows).mappings():
        found[row["statement_key"]][row["part"], row["position"]] = actor_from(row)
    return found


def _marked(connection: Connection, keys: Sequence[int], words: str | None) -> Mapping[int, str]:
    if words is None or not keys:
        return {}
    given = {"words": words, "keys": list(keys)}
    return {row[0]: row[1] for row in connection.execute(dialects.of(connection).highlighted(), given)}


def _found(row: RowMapping, parts: _Parts, marked: str | None) -> FoundStatement:
    return FoundStatement(
        statement=statement_from(row, parts),
        article=row["article_id"],
        revision=row["number"],
        latest=row["number"] == row["newest"],
        title=row["title"],
        outlet=row["outlet"],
        published=time_from(row["published"]),
        published_date_only=row["published_date_only"],
        url=row["url"],
        speaker_id=row["speaker_id"],
        source_words=row["source_words"],
        cue_words=row["cue_words"],
        content_words=row["content_words"],
        pieces=_pieces(row["content_words"], marked),
        reviewed=row["reviewed"],
    )


def _pieces(words: str, marked: str | None) -> tuple[Piece, ...]:
    """The words cut at the marks round the hits; in one piece if the words have such marks of their own."""
    if marked is None or dialects.HIT in words or dialects.UNHIT in words:
        return (Piece(words),)
    pieces: list[Piece] = []
    for after in marked.replace(dialects.HIT, "\0" + dialects.HIT).split("\0"):
        hit, _, rest = after.rpartition(dialects.UNHIT)
        pieces += (Piece(hit.removeprefix(dialects.HIT), hit=True), Piece(rest))
    return tuple(piece for piece in pieces if piece.text)
