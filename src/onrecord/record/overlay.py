"""What people decided, laid over what was found: the searched columns always hold what has to be shown.

A judged statement's row holds the statement as it is to be shown, in the columns that everything reads,
and beside it, in ``found``, the statement as it was found. Whoever judges, takes back or reads again lays
the judgements over it anew, in the same transaction.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from onrecord.record import tables as t
from onrecord.record.judged import found_from, found_json, judgement_from
from onrecord.record.rows import (
    Part,
    actor_from,
    actor_row,
    actors_of,
    article_from,
    statement_from,
    statement_row,
)
from onrecord.terms.article import Article
from onrecord.terms.change import Field
from onrecord.terms.entity import folded
from onrecord.terms.judgement import Judged, Judgement, in_force, judged
from onrecord.terms.statement import Actor, Statement

__all__ = [
    "Place",
    "Row",
    "add",
    "drop",
    "found_of",
    "judgements_on",
    "lay",
    "place_of",
    "statement_of",
]

AT_ONCE = 500

NAMELESS = ("unnamed", "unknown")
"""Kinds of actors of whom a wording tells who they are within one article only."""

_Who = Mapping[tuple[Part, int], str]


class Place:
    """A revision in which statements are laid over: its text, and who is named in it."""

    def __init__(self, row: RowMapping) -> None:
        self.revision: int = row["id"]
        self.article: Article = article_from(row)
        self.is_latest: bool = row["number"] == row["latest_number"]


def place_of(connection: Connection, revision: int) -> Place:
    """The revision with this number of the record's."""
    a = t.articles.c
    rows = (
        select(t.revisions, a.url, a.revision.label("latest_number"), t.outlets.c.name.label("outlet"))
        .join_from(t.revisions, t.articles)
        .outerjoin(t.outlets)
        .where(t.revisions.c.id == revision)
    )
    return Place(connection.execute(rows).mappings().one())


def judgements_on(connection: Connection, statements: Sequence[str]) -> Mapping[str, tuple[Judgement, ...]]:
    """All that was decided about these statements, undoing included, in the order of deciding."""
    j = t.judgements
    found: dict[str, list[Judgement]] = {id_: [] for id_ in statements}
    for start in range(0, len(statements), AT_ONCE):
        some = statements[start : start + AT_ONCE]
        rows = (
            select(j, t.reviewers.c.name.label("by"))
            .join_from(j, t.reviewers, j.c.reviewer_id == t.reviewers.c.id)
            .where(j.c.statement_id.in_(some))
            .order_by(j.c.number)
        )
        for row in connection.execute(rows).mappings():
            found[row["statement_id"]].append(judgement_from(row))
    return {id_: tuple(each) for id_, each in found.items()}


def found_of(connection: Connection, row: RowMapping) -> Statement:
    """A row of ``statements`` as the statement was found, whatever people decided since."""
    return statement_of(connection, row) if row["found"] is None else found_from(row["found"])


def statement_of(connection: Connection, row: RowMapping) -> Statement:
    """A row of ``statements`` as it shows the statement."""
    a = t.statement_actors
    rows = select(a, t.mentions).join_from(a, t.mentions).where(a.c.statement_key == row["key"])
    actors = {
        (each["part"], each["position"]): actor_from(each) for each in connection.execute(rows).mappings()
    }
    return statement_from(row, actors)


class Row(NamedTuple):
    """A row of ``statements``: the number that the search index knows it by, and the statement's id."""

    key: int
    id: str


def lay(
    connection: Connection, place: Place, row: Row, found: Statement, judgements: Iterable[Judgement] = ()
) -> Judged:
    """Make a row of ``statements`` show what is in force about it; what it then shows.

    Args:
        connection: in a transaction.
        place: the revision that the statement stands in.
        row: which row, and the id that it has to have.
        found: the statement as it was found.
        judgements: all that was decided about it, in the order of deciding.
    """
    standing = in_force(tuple(judgements))
    shown = judged(found, standing)
    mentions = _mentions(connection, place, shown)
    before = _write_actors(connection, row.key, shown.statement, mentions)
    speaker = mentions["speaker", 0]
    who = select(t.mentions.c.actor_id).where(t.mentions.c.id == speaker)
    values: dict[str, Any] = {
        **statement_row(place.article, shown.statement),
        "id": row.id,
        "reviewed": shown.reviewed,
        "found": found_json(found) if standing or found.id != row.id else None,
        "latest": place.is_latest and shown.reviewed != "wrong",
        "speaker_mention": speaker,
        "speaker_id": connection.execute(who).scalar_one(),
    }
    connection.execute(update(t.statements).where(t.statements.c.key == row.key).values(values))
    _forget(connection, before)
    return shown


def add(connection: Connection, place: Place, found: Statement, id_: str) -> Row:
    """Write a row of ``statements`` for one that a revision has not; its position is still to be given."""
    mentions = _mentions(connection, place, Judged(found, "unreviewed", {}))
    values: dict[str, Any] = {
        **statement_row(place.article, found),
        "id": id_,
        "article_id": place.article.id,
        "revision_id": place.revision,
        "position": 0,
        "latest": place.is_latest,
        "speaker_mention": mentions["speaker", 0],
    }
    key: int = connection.execute(insert(t.statements).returning(t.statements.c.key), values).scalar_one()
    _write_actors(connection, key, found, mentions)
    lay(connection, place, Row(key, id_), found)
    return Row(key, id_)


def drop(connection: Connection, row: Row) -> None:
    """Take a row of ``statements`` out."""
    a, s = t.statement_actors, t.statements
    mentions = connection.execute(select(a.c.mention_id).where(a.c.statement_key == row.key)).scalars().all()
    connection.execute(delete(s).where(s.c.key == row.key))
    _forget(connection, mentions)


def _write_actors(
    connection: Connection, key: int, statement: Statement, mentions: Mapping[tuple[Part, int], int]
) -> Sequence[int]:
    """Write who is in a statement; the mentions that it had before."""
    a = t.statement_actors
    theirs = a.c.statement_key == key
    before = connection.execute(select(a.c.mention_id).where(theirs)).scalars().all()
    connection.execute(delete(a).where(theirs))
    rows = [
        {"statement_key": key, "part": part, "position": at, "mention_id": mentions[part, at]}
        for part, at, _ in actors_of(statement)
    ]
    connection.execute(insert(a), rows)
    return before


def _mentions(connection: Connection, place: Place, shown: Judged) -> Mapping[tuple[Part, int], int]:
    """The mention of everybody in a statement; a new one for whoever the revision did not name so far."""
    m = t.mentions.c
    rows = connection.execute(select(t.mentions).where(m.revision_id == place.revision)).mappings()
    there = {(actor_from(row), row["bound_id"]): row["id"] for row in rows}
    chosen = _chosen(shown)
    found: dict[tuple[Part, int], int] = {}
    for part, at, actor in actors_of(shown.statement):
        bound = chosen.get((part, at)) or None
        if (actor, bound) not in there:
            there[actor, bound] = _mention(connection, place, actor, bound)
        found[part, at] = there[actor, bound]
    return found


_PARTS: Mapping[Field, Part] = {
    "speaker": "speaker",
    "for": "for",
    "audience": "audience",
    "targets": "target",
}


def _chosen(shown: Judged) -> _Who:
    """Who somebody is, where a person said so: the id by part and place."""
    return {
        (_PARTS[field], at): id_ for field, ids in shown.actors.items() for at, id_ in enumerate(ids) if id_
    }


def _mention(connection: Connection, place: Place, actor: Actor, bound: str | None) -> int:
    who = bound if bound and _is_actor(connection, bound) else _known(connection, place, actor)
    values = {**actor_row(actor), "revision_id": place.revision, "actor_id": who, "bound_id": bound}
    number: int = connection.execute(insert(t.mentions).returning(t.mentions.c.id), values).scalar_one()
    return number


def _is_actor(connection: Connection, id_: str) -> bool:
    return connection.execute(select(t.actors.c.id).where(t.actors.c.id == id_)).first() is not None


def _known(connection: Connection, place: Place, actor: Actor) -> str | None:
    """Who an actor is by name, as long as nobody has linked the record anew."""
    m, n = t.mentions.c, t.actor_names.c
    here = (
        select(m.actor_id)
        .join_from(t.mentions, t.revisions)
        .where(
            t.revisions.c.article_id == place.article.id,
            m.folded == folded(actor.name),
            m.kind == actor.kind,
            m.actor_id.is_not(None),
        )
        .distinct()
    )
    anywhere = (
        select(n.actor_id)
        .join_from(t.actor_names, t.actors)
        .where(n.folded == folded(actor.name), t.actors.c.kind == actor.kind)
        .distinct()
    )
    for rows in (here, anywhere)[: 1 if actor.kind in NAMELESS else 2]:
        ids: Sequence[str] = connection.execute(rows.limit(2)).scalars().all()
        if ids:
            return ids[0] if len(ids) == 1 else None
    return None


def _forget(connection: Connection, mentions: Sequence[int]) -> None:
    """Drop those of these wordings that no statement has any longer: linking would believe in them."""
    m, a = t.mentions.c, t.statement_actors.c
    used = select(a.statement_key).where(a.mention_id == m.id).exists()
    connection.execute(delete(t.mentions).where(m.id.in_(mentions), ~used))
