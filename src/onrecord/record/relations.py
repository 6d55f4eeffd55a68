"""Who speaks for whom: on somebody's behalf as the text says, or in a role at an organisation."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Join, Select, func, literal, select, union

from onrecord.record import tables as t
from onrecord.record.facets import labels
from onrecord.record.filters import EXACT
from onrecord.record.listing import held_now
from onrecord.record.values import FacetValue

__all__ = ["representatives", "represented"]

f = t.statement_facets.c
n = t.actor_names.c
m = t.mentions.c
p = t.statement_actors.c


def represented(connection: Connection, id_: str, *, most: int) -> tuple[FacetValue, ...]:
    """Those on whose behalf an actor speaks; see ``Record.represented``."""
    who = func.coalesce(m.actor_id, literal(EXACT) + m.folded)
    said = select(who.label("who"), f.key).select_from(_for()).where(f.speaker == id_, held_now(f.latest))
    role = select(f.affiliation.label("who"), f.key).where(
        f.speaker == id_, held_now(f.latest), f.affiliation.is_not(None)
    )
    return _most_frequent(connection, [said, role], id_, most)


def representatives(connection: Connection, id_: str, *, most: int) -> tuple[FacetValue, ...]:
    """Those who speak on an actor's behalf; see ``Record.representatives``."""
    names = [EXACT + one for one in connection.execute(select(n.folded).where(n.actor_id == id_)).scalars()]
    said = (
        select(f.speaker.label("who"), f.key).select_from(_for()).where(m.actor_id == id_, held_now(f.latest))
    )
    role = select(f.speaker.label("who"), f.key).where(f.affiliation.in_(names), held_now(f.latest))
    return _most_frequent(connection, [said, role], id_, most)


def _for() -> Join:
    theirs = (p.mention_id == m.id) & (p.part == "for")
    return t.mentions.join(t.statement_actors, theirs).join(t.statement_facets, f.key == p.statement_key)


def _most_frequent(
    connection: Connection, rows: Sequence["Select[str, int]"], id_: str, most: int
) -> tuple[FacetValue, ...]:
    met = union(*rows).subquery()
    who: ColumnElement[str] = met.c.who
    held = func.count()
    counted = select(who, held).where(who != id_, who != f"{EXACT}unknown").group_by(who)
    found = connection.execute(counted.order_by(held.desc(), who).limit(most)).all()
    told = labels(connection, "speaker", [row[0] for row in found])
    return tuple(FacetValue(value, told.get(value, value), number) for value, number in found)
