"""How the statements of a query are spread: over speakers, acts, outlets, months."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias, cast, get_args

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    FromClause,
    Join,
    Select,
    Subquery,
    func,
    literal,
    select,
    union_all,
)

from onrecord.errors import QueryError
from onrecord.record import tables as t
from onrecord.record.dialects.fts5 import Across
from onrecord.record.filters import EXACT, filters
from onrecord.record.query import Query
from onrecord.record.searching import Search, search
from onrecord.record.values import Facet, Facets, FacetValue
from onrecord.record.words import words_of

__all__ = ["FACETS", "FacetName", "facets", "labels"]

FacetName: TypeAlias = Literal[
    "speaker", "affiliation", "country", "act", "status", "form", "mode", "target", "audience", "outlet",
    "year", "month", "day", "reviewed",
]  # fmt: skip
"""What statements can be counted by."""

FACETS: tuple[FacetName, ...] = get_args(FacetName)

MOST = 1000
"""The most values that one facet may be asked for."""

_TIMES: Mapping[str, int] = {"year": 4, "month": 7, "day": 10}
"""Facets that are a course of time, by the number of a day's signs that tell them apart."""

_PARTS = ("target", "audience")
"""Facets of which one statement may have several values."""

f = t.statement_facets.c
p = t.statement_parties.c


def facets(connection: Connection, query: Query, names: Sequence[str], *, most: int) -> Facets:
    """The facets with these names of all that a query finds; see ``Record.facets``."""
    wanted = _names(names)
    if not 1 <= most <= MOST:
        raise QueryError(f"most {most}: a facet gives 1 to {MOST} values")
    sought = search(connection, filters(connection, query), words_of(query.text))
    hits = _hits(sought, query, wanted)
    name, value = literal("").label("name"), literal("").label("value")
    total = select(name, value, func.count(), literal(0), literal(0)).select_from(hits[""])
    counted = [_ranked(name, _values(hits[name], name).subquery(), most) for name in wanted]
    found: defaultdict[str, list[tuple[str, int, int, int]]] = defaultdict(list)
    for name, *rest in connection.execute(union_all(total, *counted), sought.given):
        found[name].append(tuple(rest))
    number = found[""][0][1]
    return Facets(number, tuple(_facet(connection, name, found[name], number) for name in wanted))


def _names(names: Sequence[str]) -> tuple[FacetName, ...]:
    for name in names:
        if name not in FACETS:
            raise QueryError(f"facet {name!r}: this must be one of {', '.join(FACETS)}")
    return cast("tuple[FacetName, ...]", tuple(dict.fromkeys(names)))


def _hits(sought: Search, query: Query, names: Sequence[str]) -> Mapping[str, FromClause]:
    """What is found, to be counted by each name.

    What words or filters leave over is gathered once. Of everything, each index by itself counts faster.
    """
    columns = {name: _column(name, query).label(name) for name in names if name not in _PARTS}
    if sought.narrow:
        gathered = sought.rows(f.key, *columns.values()).cte("hits").prefix_with("MATERIALIZED")
        return dict.fromkeys(("", *names), gathered)
    whole = sought.rows(f.key).subquery()
    found: dict[str, FromClause] = dict.fromkeys(("", *names), whole)
    for name, column in columns.items():
        index = _INDEXES.get(name)
        found[name] = (sought.all_of(column, index) if index else sought.rows(f.key, column)).subquery()
    return found


_INDEXES: Mapping[str, str] = {
    name: f"facets_by_{name}" for name in ("speaker", "affiliation", "country", "act", "outlet")
}


def _column(name: str, query: Query) -> ColumnElement[Any]:
    if name in _TIMES:
        return f.dated if query.when == "said" else f.published_on
    if name == "status":  # not among the narrow rows: hardly any statement is but new
        s = t.statements.c
        return select(s.status).where(s.key == f.key).correlate(t.statement_facets).scalar_subquery()
    return f.outlet_id if name == "outlet" else f[name]


def _values(hits: FromClause, name: str) -> "Select[*tuple[Any, ...]]":
    """Each value, how many statements have it, and, where one may have several, how many have any."""
    number, none = func.count().label("held"), literal(0).label("having")
    if name in _PARTS:
        theirs = (p.statement_key == hits.c.key) & (p.part == name)
        # A few hits look up who is in them, whatever SQLite thinks of it.
        join = Across if isinstance(hits, CTE) else Join
        joined = join(hits, t.statement_parties, theirs)
        any_ = select(func.count(p.statement_key.distinct())).select_from(joined)
        of_any = any_.scalar_subquery().label("having")
        rows = select(p.actor.label("value"), number, of_any).select_from(joined)
        return rows.group_by(p.actor)
    column = hits.c[name]
    rows = select(column.label("value"), number, none).where(column.is_not(None)).group_by(column)
    # Days and outlets are counted as their indexes have them, and put together afterwards.
    each = rows.subquery()
    summed = func.sum(each.c.held).label("held")
    if name == "outlet":
        value = (literal(EXACT) + t.outlets.c.folded).label("value")
        whole = select(value, summed, none).join_from(each, t.outlets, t.outlets.c.id == each.c.value)
        return whole.group_by(t.outlets.c.folded)
    if length := _TIMES.get(name):
        value = func.substr(each.c.value, 1, length).label("value")
        return select(value, summed, none).where(each.c.value != "").group_by(value)
    return rows


def _ranked(name: str, values: Subquery, most: int) -> "Select[*tuple[Any, ...]]":
    """The most frequent values, each with how many there are and how many statements have any."""
    v = values.c
    having = v.having if name in _PARTS else func.sum(v.held).over()
    rows = select(literal(name).label("name"), v.value, v.held, func.count().over().label("met"), having)
    ordered = rows.order_by(v.value) if name in _TIMES else rows.order_by(v.held.desc(), v.value).limit(most)
    return select(ordered.subquery())


def _facet(connection: Connection, name: str, rows: Sequence[tuple[str, int, int, int]], total: int) -> Facet:
    told = labels(connection, name, [row[0] for row in rows])
    values = tuple(FacetValue(value, told.get(value, value), int(held)) for value, held, _, _ in rows)
    met, having = rows[0][2:] if rows else (0, 0)
    return Facet(name, values, more=met - len(values), missing=total - int(having))


def labels(connection: Connection, name: str, values: Sequence[str]) -> Mapping[str, str]:
    """What values are called, where that is not what they are."""
    if name == "outlet":
        o = t.outlets.c
        rows = select(literal(EXACT) + o.folded, func.min(o.name)).group_by(o.folded)
        return {row[0]: row[1] for row in connection.execute(rows)}
    if name not in ("speaker", "affiliation", *_PARTS):
        return {}
    a, n = t.actors.c, t.names.c
    folded = [value.removeprefix(EXACT) for value in values if value.startswith(EXACT)]
    met = select(literal(EXACT) + n.folded, n.name).where(n.folded.in_(folded))
    called = select(a.id, a.name).where(a.id.in_(values)).union_all(met)
    return {row[0]: row[1] for row in connection.execute(called)}
