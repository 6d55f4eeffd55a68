"""Who is who across articles, and what is a copy of what: kept as somebody else has worked it out."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from sqlalchemy import (
    Connection,
    RowMapping,
    Select,
    Table,
    delete,
    func,
    insert,
    or_,
    select,
    true,
    tuple_,
    update,
)

from onrecord.record import tables as t
from onrecord.record.identity import Cast, Recast, recast
from onrecord.record.judged import judgement_from
from onrecord.record.rows import Row, actor_from
from onrecord.terms.entity import Entity, folded
from onrecord.terms.judgement import Judgement, in_force
from onrecord.terms.link import Link
from onrecord.terms.statement import Actor

__all__ = ["assign", "connect", "decisions", "linked_row", "links_of", "mentions", "write"]


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
    """Make the record's actors these, as people merged and split them; write only what differs."""
    linked = Cast({entity.id: entity for entity in entities}, ids)
    now = recast(linked, decisions(connection))
    write(connection, now)
    _remember(connection, linked, now.touched)


def decisions(connection: Connection) -> tuple[Judgement, ...]:
    """What people decided about actors, as far as it is in force, in the order of deciding."""
    j = t.judgements
    rows = (
        select(j, t.reviewers.c.name.label("by"))
        .join_from(j, t.reviewers, j.c.reviewer_id == t.reviewers.c.id)
        .where(j.c.actor_id.is_not(None))
        .order_by(j.c.number)
    )
    return in_force([judgement_from(row) for row in connection.execute(rows).mappings()])


def write(connection: Connection, now: Recast, scope: Collection[str] | None = None) -> None:
    """Make the record's actors those of a cast.

    Args:
        connection: in a transaction.
        now: who is who.
        scope: ids of actors; only they, and mentions of them, are looked at. Without it, all.
    """
    entities = now.cast.entities
    among = true() if scope is None else t.actors.c.id.in_(scope)
    standing = set(connection.execute(select(t.actors.c.id).where(among)).scalars())
    _keep_actors(connection, entities.values(), scope)
    for row in connection.execute(_mentions(scope)).mappings().all():
        if (who := _who(row, now, all_=scope is None)) != row["actor_id"]:
            _move(connection, row["id"], who)
    _keep_roles(connection, scope)
    for gone in sorted(standing - entities.keys()):
        connection.execute(delete(t.actors).where(t.actors.c.id == gone))


def _who(row: RowMapping, now: Recast, *, all_: bool) -> str | None:
    """Who a mention is: whom a person named, as far as they are there, else whom linking found."""
    member = (row["article_id"], actor_from(row))
    # A wording that came with a correction is not linked yet; it stays with whom it was given to.
    waiting = None if all_ or member in now.cast.members else row["actor_id"]
    who: str | None = row["bound_id"] or waiting
    while who is not None and who not in now.cast.entities:
        who = now.became.get(who)
    return who or now.cast.members.get(member)


def _move(connection: Connection, mention: int, who: str | None) -> None:
    connection.execute(update(t.mentions).where(t.mentions.c.id == mention).values(actor_id=who))
    spoken = update(t.statements).where(t.statements.c.speaker_mention == mention)
    connection.execute(spoken.values(speaker_id=who))


def _remember(connection: Connection, linked: Cast, touched: Collection[str]) -> None:
    """Keep the actors of whom people say something else as they were linked, so that it can be taken back."""
    m = t.mentions.c
    connection.execute(delete(t.linked_actors))
    connection.execute(update(t.mentions).where(m.linked_id.is_not(None)).values(linked_id=None))
    if not touched:
        return
    connection.execute(insert(t.linked_actors), [linked_row(linked.entities[id_]) for id_ in sorted(touched)])
    theirs = [row for row in connection.execute(_mentions()).mappings() if row["bound_id"] is None]
    for row in theirs:
        id_ = linked.members.get((row["article_id"], actor_from(row)))
        if id_ in touched:
            connection.execute(update(t.mentions).where(m.id == row["id"]).values(linked_id=id_))


def linked_row(entity: Entity) -> Mapping[str, object]:
    """The row of ``linked_actors`` for an actor as it was linked."""
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "country": entity.country,
        "names": list(entity.names),
        "roles": list(entity.roles),
    }


def connect(connection: Connection, links: Iterable[Link]) -> None:
    """Make the record's links these; write only what differs from what stands there."""
    rows = [(link.kind, link.left, link.right, link.by, link.confidence) for link in links]
    _make_rows(connection, t.links, rows)


def links_of(connection: Connection, article: str) -> tuple[Link, ...]:
    """The links that an article is an end of."""
    ends = (t.links.c.left == article) | (t.links.c.right == article)
    ordered = select(t.links).where(ends).order_by(t.links.c.kind, t.links.c.left, t.links.c.right)
    return tuple(Link(*row) for row in connection.execute(ordered))


def _mentions(scope: Collection[str] | None = None) -> "Select[*tuple[object, ...]]":
    m = t.mentions.c
    joined = select(t.revisions.c.article_id, t.mentions).join_from(t.mentions, t.revisions)
    if scope is not None:
        joined = joined.where(or_(m.actor_id.in_(scope), m.linked_id.in_(scope), m.bound_id.in_(scope)))
    return joined.order_by(m.id)


def _keep_actors(connection: Connection, entities: Collection[Entity], scope: Collection[str] | None) -> None:
    among = true() if scope is None else t.actors.c.id.in_(scope)
    standing = {row.id: tuple(row) for row in connection.execute(select(t.actors).where(among))}
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
    _make_rows(connection, t.actor_names, named, scope)


def _keep_roles(connection: Connection, scope: Collection[str] | None) -> None:
    """Work out from the mentions who held which role when, the role met most often first."""
    m, r = t.mentions.c, t.revisions.c
    day, held = func.substr(r.published, 1, 10), func.count(m.revision_id.distinct())
    met = (
        select(m.actor_id, m.role, m.affiliation, func.min(day), func.max(day), held)
        .join_from(t.mentions, t.revisions)
        .where(m.actor_id.is_not(None) if scope is None else m.actor_id.in_(scope))
        .where(or_(m.role.is_not(None), m.affiliation.is_not(None)))
        .group_by(m.actor_id, m.role, m.affiliation)
        .order_by(m.actor_id, held.desc(), func.coalesce(m.role, ""), func.coalesce(m.affiliation, ""))
    )
    places: Counter[str] = Counter()
    rows: list[tuple[object, ...]] = []
    for actor, role, affiliation, first, last, times in connection.execute(met):
        rows.append((actor, places[actor], role, affiliation, first or "", last or "", times))
        places[actor] += 1
    _make_rows(connection, t.actor_roles, rows, scope)


def _make_rows(
    connection: Connection,
    table: Table,
    wanted: Iterable[tuple[object, ...]],
    scope: Collection[str] | None = None,
) -> None:
    """Make a table hold these rows and no others, of these actors; rows that stand already stay untouched."""
    rows = set(wanted)
    among = true() if scope is None else table.c.actor_id.in_(scope)
    standing = {tuple(row) for row in connection.execute(select(table).where(among))}
    names = [column.name for column in table.columns]
    identity = list(table.primary_key.columns)
    for gone in standing - rows:
        key = [gone[names.index(column.name)] for column in identity]
        connection.execute(delete(table).where(tuple_(*identity) == tuple_(*key)))
    fresh = [dict(zip(names, row, strict=True)) for row in sorted(rows - standing, key=repr)]
    if fresh:
        connection.execute(insert(table), fresh)
