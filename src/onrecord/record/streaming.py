"""Reading a record from end to end: its articles one after the other, in memory that does not grow."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from sqlalchemy import Connection, RowMapping, Select, and_, select

from onrecord.record import tables as t
from onrecord.record.finding import sought, statements_of
from onrecord.record.query import Query
from onrecord.record.rows import actor_from, article_from, time_from
from onrecord.record.values import FoundStatement, HeldArticle
from onrecord.terms.statement import Actor

__all__ = ["stream"]

_STATEMENTS = 500
_ARTICLES = 100

_Group: TypeAlias = tuple[int, Sequence[int]]
"""The number of a revision, and the keys of its statements that are asked for."""


def stream(connection: Connection, query: Query) -> Iterator[HeldArticle]:
    """The articles of what a query finds, in the order of reading, each with the statements that fit.

    A query that asks for nothing in particular gives the articles without a statement, too. The order
    and the limit of the query are passed over. All is read in one transaction: it is the record of
    one moment, whatever is written meanwhile.
    """
    for batch in _batches(_groups(connection, query)):
        keys = [key for _, some in batch for key in some]
        statements = dict(zip(keys, statements_of(connection, keys), strict=True))
        yield from _articles(connection, [(id_, [statements[key] for key in some]) for id_, some in batch])


def _groups(connection: Connection, query: Query) -> Iterator[_Group]:
    wanted, given = sought(connection, query)
    s = t.statements.c
    plain = Query(superseded=query.superseded)
    if replace(query, sort=plain.sort, when=plain.when, limit=plain.limit, after=None) == plain:
        rows = _all_revisions(query)
    else:
        rows = select(s.revision_id, s.key).where(*wanted).order_by(s.revision_id, s.position)
    found = connection.execute(rows.execution_options(yield_per=_STATEMENTS), given)
    for id_, group in groupby(found, key=itemgetter(0)):
        yield id_, [row[1] for row in group if row[1] is not None]


def _all_revisions(query: Query) -> "Select[int, int]":
    s, r, a = t.statements.c, t.revisions.c, t.articles.c
    shown = and_(s.revision_id == r.id, s.reviewed != "wrong")
    rows = select(r.id, s.key).outerjoin_from(t.revisions, t.statements, shown)
    if not query.superseded:
        rows = rows.join(t.articles, and_(a.id == r.article_id, a.revision == r.number))
    return rows.order_by(r.id, s.position)


def _batches(groups: Iterator[_Group]) -> Iterator[list[_Group]]:
    batch: list[_Group] = []
    held = 0
    for group in groups:
        batch.append(group)
        held += len(group[1])
        if held >= _STATEMENTS or len(batch) == _ARTICLES:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def _articles(
    connection: Connection, found: Sequence[tuple[int, Sequence[FoundStatement]]]
) -> Iterator[HeldArticle]:
    ids = [id_ for id_, _ in found]
    rows = {row["id"]: row for row in connection.execute(_revisions(ids)).mappings()}
    known: dict[int, dict[Actor, str]] = {id_: {} for id_ in ids}
    for row in connection.execute(_known(ids)).mappings():
        known[row["revision_id"]][actor_from(row)] = row["actor_id"]
    for id_, statements in found:
        yield _article(rows[id_], statements, known[id_])


def _revisions(ids: Sequence[int]) -> "Select[*tuple[object, ...]]":
    return (
        select(t.revisions, t.articles.c.url, t.outlets.c.name.label("outlet"))
        .join_from(t.revisions, t.articles)
        .outerjoin(t.outlets)
        .where(t.revisions.c.id.in_(ids))
    )


def _known(ids: Sequence[int]) -> "Select[*tuple[object, ...]]":
    m = t.mentions.c
    return select(t.mentions).where(m.revision_id.in_(ids), m.actor_id.is_not(None))


def _article(row: RowMapping, statements: Sequence[FoundStatement], actors: dict[Actor, str]) -> HeldArticle:
    read_at = time_from(row["read_at"])
    assert read_at is not None  # noqa: S101 - the column takes no null
    return HeldArticle(
        article=article_from(row),
        revision=row["number"],
        run=row["run_id"],
        read_at=read_at,
        statements=tuple(statements),
        actors=actors,
    )
