"""Reading from a record: the statements that answer a question, a page at a time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, and_, bindparam, func, or_, select

from onrecord.errors import QueryError
from onrecord.record import tables as t
from onrecord.record.dialects import Unkeepable
from onrecord.record.filters import Condition, filters
from onrecord.record.highlighting import hits
from onrecord.record.query import Cursor, Place, Query, cursor_from, cursor_text
from onrecord.record.rows import Part, actor_from, statement_from, time_from
from onrecord.record.searching import Search, search
from onrecord.record.values import Found, FoundStatement, Piece
from onrecord.record.words import Words, words_of
from onrecord.terms.statement import Actor

__all__ = ["asking", "find", "sought", "statements_of"]

_Parts: TypeAlias = Mapping[tuple[Part, int], Actor]

AT_ONCE = 500
"""Keys in one question: far below the number of variables that any SQLite allows."""

f = t.statement_facets.c


def find(connection: Connection, query: Query) -> Found:
    """The page of statements that a query asks for."""
    words, cursor = words_of(query.text), cursor_from(query)
    found = search(connection, filters(connection, query), words)
    rows = _page(found, query, cursor.place if cursor else None)
    places = [tuple(row) for row in connection.execute(rows, found.given)]
    total = cursor.total if cursor else _total(connection, found)
    shown = places[: query.limit]
    more = cursor_text(query, Cursor(shown[-1], total)) if len(places) > query.limit else None
    return Found(statements_of(connection, [place[-1] for place in shown], words), more, total)


def sought(connection: Connection, query: Query) -> tuple[Sequence[Condition], Mapping[str, object]]:
    """The conditions on ``statements`` that a query makes, and the values that they are bound to."""
    found = search(connection, filters(connection, query), words_of(query.text))
    return [t.statements.c.key.in_(found.rows(f.key))], found.given


def _total(connection: Connection, found: Search) -> int:
    number: int = connection.execute(found.rows(func.count()), found.given).scalar_one()
    return number


def _page(found: Search, query: Query, after: Place | None) -> "Select[*tuple[Any, ...]]":
    """What a page and the row after it are sorted by, in order; the key comes last and settles a tie."""
    most = query.limit + 1
    if query.sort == "relevance":
        rows = found.scored(f.key)
        columns = tuple(rows.selected_columns)
        return rows.where(*_beyond(columns, "aa", after)).order_by(*columns).limit(most)
    columns, ways = _ORDERS[query.sort, query.when]
    ordered = [
        column.desc() if way == "d" else column.asc() for column, way in zip(columns, ways, strict=True)
    ]
    return found.rows(*columns, few=most).where(*_beyond(columns, ways, after)).order_by(*ordered).limit(most)


_ORDERS: Mapping[tuple[str, str], tuple[tuple[ColumnElement[Any], ...], str]] = {
    # The latest first; within a day by the moment of publication, then in the order of reading.
    ("date", "said"): ((f.dated, f.published_at, f.key), "dda"),
    ("date", "published"): ((f.published_on, f.published_at, f.key), "dda"),
    ("doubt", "said"): ((f.confidence, f.key), "aa"),
    ("doubt", "published"): ((f.confidence, f.key), "aa"),
}
"""What each order sorts by, and which way: ``a`` the least first, ``d`` the greatest."""


def _beyond(columns: Sequence[ColumnElement[Any]], ways: str, place: Place | None) -> Iterator[Condition]:
    """Whether a row comes after a place in an order."""
    if place is None:
        return
    pairs = list(zip(columns, ways, place, strict=True))
    further = [column < value if way == "d" else column > value for column, way, value in pairs]
    level = [column == value for column, _, value in pairs]
    # The first condition says nothing new; it is what an index can jump to.
    yield _up_to(*pairs[0])
    yield or_(*(and_(*level[:nth], step) for nth, step in enumerate(further)))


def _up_to(column: ColumnElement[Any], way: str, value: str | float) -> Condition:
    return column <= value if way == "d" else column >= value


def statements_of(
    connection: Connection, keys: Sequence[int], words: Words | None = None
) -> tuple[FoundStatement, ...]:
    """The statements with these keys, in the order of the keys."""
    found: dict[int, FoundStatement] = {}
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        parts = _parts_of(connection, some)
        for row in connection.execute(_rows(), {"keys": some}).mappings():
            found[row["key"]] = _found(row, parts[row["key"]], words)
    return tuple(found[key] for key in keys)


@cache  # putting it together takes as long as running it
def _rows() -> "Select[*tuple[Any, ...]]":
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
        .where(t.statements.c.key.in_(bindparam("keys", expanding=True)))
    )


def _parts_of(connection: Connection, keys: Sequence[int]) -> Mapping[int, _Parts]:
    found: defaultdict[int, dict[tuple[Part, int], Actor]] = defaultdict(dict)
    for row in connection.execute(_parts(), {"keys": keys}).mappings():
        found[row["statement_key"]][row["part"], row["position"]] = actor_from(row)
    return found


@cache
def _parts() -> "Select[*tuple[Any, ...]]":
    a, m = t.statement_actors.c, t.mentions.c
    facts = (m.name, m.kind, m.role, m.affiliation, m.country)
    rows = select(a.statement_key, a.part, a.position, *facts).join_from(t.statement_actors, t.mentions)
    return rows.where(a.statement_key.in_(bindparam("keys", expanding=True)))


def _found(row: RowMapping, parts: _Parts, words: Words | None) -> FoundStatement:
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
        pieces=tuple(_pieces(row["content_words"], words)),
        reviewed=row["reviewed"],
    )


def _pieces(text: str, words: Words | None) -> Iterator[Piece]:
    """The text cut where the words that were searched for begin and end."""
    at = 0
    for hit in hits(text, words) if words else ():
        if hit.start > at:
            yield Piece(text[at : hit.start])
        yield Piece(hit.of(text), hit=True)
        at = hit.end
    if at < len(text) or not text:
        yield Piece(text[at:])


@contextmanager
def asking() -> Iterator[None]:
    """Say of a question what no database can look for.

    Raises:
        QueryError: if it holds half a character, or U+0000.
    """
    try:
        yield
    except UnicodeEncodeError as error:
        raise QueryError("the question holds half a character (a lone surrogate)") from error
    except Unkeepable as error:
        raise QueryError("the question holds a sign that is no text (U+0000)") from error
