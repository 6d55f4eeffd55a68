"""Who is who across articles, and what is a copy of what: kept as somebody else has worked it out."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from sqlalchemy import Connection, Select, Table, delete, func, insert, or_, select, tuple_, update

from onrecord.record import tables as t
from onrecord.record.rows import Row, actor_from
from onrecord.terms.entity import Entity, folded
from onrecord.terms.link import Link
from onrecord.terms.statement import Actor

__all__ = ["assign", "connect", "links_of", "mentions"]


def mentions(connection: Connection) -> Iterator[tuple[str, Actor]]:
    """Every actor as an article names it, with the article's id; each wording of an article once."""
    met: set[tuple[str, Actor]] = set()
    for row in connection.execute(_mentions()).mappings():
        pair = (row["article_id"], actor_from(row))
        if pair not in met:
            met.add(pair)
            yield pair


def assign(
    connection: Connection, entities: Collection[Entity], ids: Mapping[tuple[str, Actor], str]
) -> None:
    """Make the record's actors these; write only what differs from what stands there."""
    standing = set(connection.execute(select(t.actors.c.id)).scalars())
    _keep_actors(connection, entities)
    moved = [
        {"mention": row["id"], "actor": ids.get((row["article_id"], actor_from(row)))}
        for row in connection.execute(_mentions()).mappings()
        if ids.get((row["article_id"], actor_from(row))) != row["actor_id"]
    ]
    for one in moved:
        connection.execute(
            update(t.mentions).where(t.mentions.c.id == one["mention"]).values(actor_id=one["actor"])
        )
        connection.execute(
            update(t.statements)
            .where(t.statements.c.speaker_mention == one["mention"])
            .values(speaker_id=one["actor"])
        )
    _keep_roles(connection)
    for gone in sorted(standing - {entity.id for entity in entities}):
        connection.execute(delete(t.actors).where(t.actors.c.id == gone))


def connect(connection: Connection, links: Iterable[Link]) -> None:
    """Make the record's links these; write only what differs from what stands there."""
    rows = [(link.kind, link.left, link.right, link.by, link.confidence) for link in links]
    _make_rows(connection, t.links, rows)


def links_of(connection: Connection, article: str) -> tuple[Link, ...]:
    """The links that an article is an end of."""
    ends = (t.links.c.left == article) | (t.links.c.right == article)
    ordered = select(t.links).where(ends).order_by(t.links.c.kind, t.links.c.left, t.links.c.right)
    return tuple(Link(*row) for row in connection.execute(ordered))


def _mentions() -> "Select[*tuple[object, ...]]":
    joined = select(t.revisions.c.article_id, t.mentions).join_from(t.mentions, t.revisions)
    return joined.order_by(t.mentions.c.id)


def _keep_actors(connection: Connection, entities: Collection[Entity]) -> None:
    standing = {row.id: tuple(row) for row in connection.execute(select(t.actors))}
    for entity in entities:
        facts: Row = {
            "id": entity.id,
            "name": entity.name,
            "kind": entity.kind,
            "role": entity.roles[0] if entity.roles else None,
            "country": entity.country,
        }
        if entity.id not in standing:
            connection.execute(insert(t.actors), facts)
        elif standing[entity.id] != tuple(facts.values()):
            connection.execute(update(t.actors).where(t.actors.c.id == entity.id).values(facts))
    named = [
        (entity.id, place, name, folded(name))
        for entity in entities
        for place, name in enumerate(entity.names)
    ]
    _make_rows(connection, t.actor_names, named)


def _keep_roles(connection: Connection) -> None:
    """Work out from the mentions who held which role when, the role met most often first."""
    m, r = t.mentions.c, t.revisions.c
    day, held = func.substr(r.published, 1, 10), func.count(m.revision_id.distinct())
    met = (
        select(m.actor_id, m.role, m.affiliation, func.min(day), func.max(day), held)
        .join_from(t.mentions, t.revisions)
        .where(m.actor_id.is_not(None), or_(m.role.is_not(None), m.affiliation.is_not(None)))
        .group_by(m.actor_id, m.role, m.affiliation)
        .order_by(m.actor_id, held.desc(), func.coalesce(m.role, ""), func.coalesce(m.affiliation, ""))
    )
    places: Counter[str] = Counter()
    rows: list[tuple[object, ...]] = []
    for actor, role, affiliation, first, last, times in connection.execute(met):
        rows.append((actor, places[actor], role, affiliation, first or "", last or "", times))
        places[actor] += 1
    _make_rows(connection, t.actor_roles, rows)


def _make_rows(connection: Connection, table: Table, wanted: Iterable[tuple[object, ...]]) -> None:
    """Make a table hold these rows and no others; rows that stand already stay untouched."""
    rows = set(wanted)
    standing = {tuple(row) for row in connection.execute(select(table))}
    names = [column.name for column in table.columns]
    identity = list(table.primary_key.columns)
    for gone in standing - rows:
        key = [gone[names.index(column.name)] for column in identity]
        connection.execute(delete(table).where(tuple_(*identity) == tuple_(*key)))
    fresh = [dict(zip(names, row, strict=True)) for row in sorted(rows - standing, key=repr)]
    if fresh:
        connection.execute(insert(table), fresh)
