"""People's judgements about actors: that several are one, or that one is several."""

import hashlib
from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from onrecord.errors import JudgementError
from onrecord.record import tables as t
from onrecord.record.identity import Cast, recast
from onrecord.record.judged import made
from onrecord.record.judging import note
from onrecord.record.linked import decisions, linked_row, write
from onrecord.record.rows import actor_from
from onrecord.terms.entity import Entity, folded
from onrecord.terms.judgement import Decided, Judgement, Merge, Split, Standing

__all__ = ["merge", "now", "recast_touched", "split"]

KNOWN_BY = 5
"""How many mentions an actor is known again by."""


def merge(
    connection: Connection, actor: str, others: Sequence[str], *, by: str, remark: str | None
) -> Judgement:
    """Note that several actors are one, and make them one; see ``Record.merge``."""
    into = _standing(connection, actor)
    gone = tuple(_standing(connection, id_) for id_ in dict.fromkeys(others))
    if not gone or actor in others:
        raise JudgementError(f"{actor!r}: name at least one other actor to merge into this one")
    return _decide(connection, Merge(into, gone), by=by, remark=remark)


def split(
    connection: Connection,
    actor: str,
    *,
    name: str,
    names: Sequence[str],
    articles: Sequence[str],
    by: str,
    remark: str | None,
) -> Judgement:
    """Note that some of what is said of an actor is said of another one; see ``Record.split``."""
    whole = _standing(connection, actor)
    wordings = {folded(each) for each in names}
    theirs = [row for row in _mentions(connection, [actor]) if row["bound_id"] is None]
    chosen = [
        row
        for row in theirs
        if (not wordings or row["folded"] in wordings) and (not articles or row["article_id"] in articles)
    ]
    if not chosen or len(chosen) == len(theirs):
        met = ", ".join(sorted({repr(row["name"]) for row in theirs}))
        what = "all" if chosen else "none"
        raise JudgementError(
            f"{actor!r}: this would split off {what} of them; name some of their wordings ({met}) or articles"
        )
    given = Split(whole, _free_id(name), name, tuple(names), tuple(articles))
    return _decide(connection, given, by=by, remark=remark)


def recast_touched(connection: Connection) -> None:
    """Make the actors about whom people decided something what follows from it; nobody else is touched."""
    decided = decisions(connection)
    _touch(connection, _named(connection, decided))
    linked = _linked(connection)
    changed = recast(linked, decided)
    m = t.mentions.c
    held = connection.execute(select(m.actor_id).where(m.linked_id.is_not(None)).distinct()).scalars()
    scope = {*linked.entities, *changed.cast.entities, *(id_ for id_ in held if id_ is not None)}
    write(connection, changed, scope)
    _release(connection, linked.entities.keys() - changed.touched)


def now(connection: Connection, id_: str) -> str:
    """The id of whom an actor was merged into; its own if it was not."""
    became = {
        other.id: one.what.actor.id
        for one in decisions(connection)
        if isinstance(one.what, Merge)
        for other in one.what.others
    }
    met = {id_}
    while id_ in became and became[id_] not in met:
        id_ = became[id_]
        met.add(id_)
    return id_


def _decide(connection: Connection, what: Decided, *, by: str, remark: str | None) -> Judgement:
    decided = made(by, datetime.now(UTC), remark, what)
    note(connection, decided)
    recast_touched(connection)
    return decided


def _standing(connection: Connection, id_: str) -> Standing:
    if connection.execute(select(t.actors.c.id).where(t.actors.c.id == id_)).first() is None:
        raise JudgementError(
            f"{id_!r}: the record has no actor with this id; onrecord search prints their names"
        )
    rows = [row for row in _mentions(connection, [id_]) if row["bound_id"] is None]
    fullest = sorted(rows, key=lambda row: (-len(row["name"]), row["id"]))[:KNOWN_BY]
    members = dict.fromkeys((row["article_id"], actor_from(row)) for row in fullest)
    return Standing(id_, tuple(members))


def _mentions(connection: Connection, ids: Collection[str]) -> Sequence[RowMapping]:
    m = t.mentions
    rows = select(t.revisions.c.article_id, m).join_from(m, t.revisions).where(m.c.actor_id.in_(ids))
    return connection.execute(rows.order_by(m.c.id)).mappings().all()


def _free_id(name: str) -> str:
    # Linking gives ids from names; this one must not be what it would give to somebody else later.
    slug = folded(name).replace(" ", "-")
    digits = hashlib.sha256(f"{name}\n{datetime.now(UTC).isoformat()}".encode()).hexdigest()[:6]
    return f"{slug}-{digits}" if slug else digits


def _named(connection: Connection, decided: Sequence[Judgement]) -> set[str]:
    """The ids of the actors as they are linked whom decisions name."""
    found: set[str] = set()
    for one in decided:
        what = one.what
        if isinstance(what, Merge | Split):
            actors = (what.actor, *(what.others if isinstance(what, Merge) else ()))
            found |= {each.id for each in actors}
            for article, actor in {member for each in actors for member in each.members}:
                m = t.mentions
                rows = (
                    select(m)
                    .join(t.revisions)
                    .where(t.revisions.c.article_id == article, m.c.folded == folded(actor.name))
                )
                found |= {
                    row["linked_id"] or row["actor_id"]
                    for row in connection.execute(rows).mappings()
                    if actor_from(row) == actor and row["actor_id"]
                }
    return found


def _touch(connection: Connection, ids: Collection[str]) -> None:
    """Remember how these actors were linked, before something else is made of them."""
    a, m, held = t.actors.c, t.mentions.c, t.linked_actors.c
    fresh = select(t.actors).where(a.id.in_(ids), a.id.not_in(select(held.id)))
    for row in connection.execute(fresh).mappings().all():
        theirs = (m.actor_id == row["id"], m.linked_id.is_(None), m.bound_id.is_(None))
        if connection.execute(select(m.id).where(*theirs)).first() is None:
            continue  # made by people, and not by linking
        names = select(t.actor_names.c.name).where(t.actor_names.c.actor_id == row["id"])
        roles = select(t.actor_roles.c.role).where(
            t.actor_roles.c.actor_id == row["id"], t.actor_roles.c.role.is_not(None)
        )
        entity = Entity(
            row["id"],
            row["name"],
            row["kind"],
            tuple(connection.execute(names.order_by(t.actor_names.c.position)).scalars()),
            tuple(dict.fromkeys(connection.execute(roles.order_by(t.actor_roles.c.position)).scalars())),
            row["country"],
        )
        connection.execute(insert(t.linked_actors), linked_row(entity))
        connection.execute(update(t.mentions).where(*theirs).values(linked_id=row["id"]))


def _linked(connection: Connection) -> Cast:
    """The actors about whom people decided something, as they were linked."""
    entities = {
        row["id"]: Entity(
            row["id"], row["name"], row["kind"], tuple(row["names"]), tuple(row["roles"]), row["country"]
        )
        for row in connection.execute(select(t.linked_actors)).mappings()
    }
    m = t.mentions
    rows = select(t.revisions.c.article_id, m).join_from(m, t.revisions).where(m.c.linked_id.is_not(None))
    members = {
        (row["article_id"], actor_from(row)): row["linked_id"]
        for row in connection.execute(rows.order_by(m.c.id)).mappings()
    }
    return Cast(entities, members)


def _release(connection: Connection, ids: Collection[str]) -> None:
    """Forget how actors were linked about whom nothing else is true any longer."""
    m = t.mentions.c
    connection.execute(delete(t.linked_actors).where(t.linked_actors.c.id.in_(ids)))
    connection.execute(update(t.mentions).where(m.linked_id.in_(ids)).values(linked_id=None))
