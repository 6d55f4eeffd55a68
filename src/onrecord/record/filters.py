"""What a query leaves over: its filters as conditions on the rows that statements are found by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from sqlalchemy import ColumnElement, Connection, Select, and_, false, func, literal, or_, select

from onrecord.record import dialects
from onrecord.record import tables as t
from onrecord.record.query import OneOrMore, Query, first_day, last_day, values
from onrecord.terms.entity import folded

__all__ = ["EXACT", "Condition", "Filters", "filters"]

Condition: TypeAlias = ColumnElement[bool]

EXACT = "="
"""Before a name: just this one, and no longer name that has it in it."""

MOST_NAMES = 5_000
"""The most names that words may stand for: whoever asks for every "official" has asked for nobody."""

f = t.statement_facets.c


@dataclass(frozen=True, slots=True)
class Filters:
    """The conditions that a query sets, those on its words aside.

    Attributes:
        indexed: those that an index finds the statements for, by the name of the index.
        keyed: those that give the statements' keys.
        others: the rest.
    """

    indexed: Mapping[str, Condition] = field(default_factory=dict)
    keyed: tuple[Condition, ...] = ()
    others: tuple[Condition, ...] = ()

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """All of them."""
        return (*self.others, *self.indexed.values(), *self.keyed)


def filters(connection: Connection, query: Query) -> Filters:
    """The conditions that a query sets; looks up the names that it mentions."""
    others: list[Condition] = []
    if not query.superseded:
        others.append(or_(f.latest, f.reviewed == "wrong") if "wrong" in values(query.reviewed) else f.latest)
    others += _days(connection, query)
    closed = ((f.form, query.form), (f.mode, query.mode), (f.reviewed, query.reviewed))
    others += (column.in_(values(given)) for column, given in closed if given)
    if query.min_confidence is not None:
        others.append(f.confidence >= query.min_confidence)
    if query.max_confidence is not None:
        others.append(f.confidence <= query.max_confidence)
    return Filters(dict(_indexed(connection, query)), tuple(_keyed(connection, query)), tuple(others))


def _indexed(connection: Connection, query: Query) -> Iterator[tuple[str, Condition]]:
    if query.speaker:
        yield "facets_by_speaker", _is_one(connection, f.speaker, query.speaker)
    if query.affiliation:
        yield "facets_by_affiliation", _is_called(connection, f.affiliation, query.affiliation)
    if query.outlet:
        yield "facets_by_outlet", f.outlet_id.in_(_outlets(query.outlet))
    if query.country:
        yield "facets_by_country", f.country.in_(values(query.country))
    if query.act:
        yield "facets_by_act", f.act.in_(values(query.act))


def _keyed(connection: Connection, query: Query) -> Iterator[Condition]:
    p = t.statement_parties.c
    for part, given in (("target", query.target), ("audience", query.audience)):
        if given:
            theirs = select(p.statement_key).where(p.part == part, _is_one(connection, p.actor, given))
            yield f.key.in_(theirs)
    s = t.statements.c
    if query.status:
        yield f.key.in_(select(s.key).where(s.status.in_(values(query.status))))
    if query.article is not None:
        yield f.key.in_(select(s.key).where(s.article_id == query.article))


def _is_one(connection: Connection, column: ColumnElement[str], wanted: OneOrMore) -> Condition:
    """Whether a column of actors holds one of those wanted: by id, by exact name, or by words of a name."""
    ids = select(t.actors.c.id).where(t.actors.c.id.in_(values(wanted)))
    known = set(connection.execute(ids).scalars())
    exact = known | {_exact(one) for one in values(wanted) if one.startswith(EXACT)}
    named = [one for one in values(wanted) if one not in known and not one.startswith(EXACT)]
    if names := _names(connection, named):
        n = t.actor_names.c
        exact.update(connection.execute(select(n.actor_id).where(n.folded.in_(names))).scalars())
        exact.update(EXACT + name for name in names)
    return column.in_(sorted(exact)) if exact else false()


def _is_called(connection: Connection, column: ColumnElement[str], wanted: OneOrMore) -> Condition:
    """Whether a column of folded names holds one of those wanted: exactly, or by its words."""
    exact = {_exact(one) for one in values(wanted) if one.startswith(EXACT)}
    named = [one for one in values(wanted) if not one.startswith(EXACT)]
    exact.update(EXACT + name for name in _names(connection, named))
    return column.in_(sorted(exact)) if exact else false()


def _exact(wanted: str) -> str:
    return EXACT + folded(wanted)


def _names(connection: Connection, wanted: list[str]) -> list[str]:
    """The folded names in which the words of one of the wanted stand in a row."""
    phrases = [words for one in wanted if (words := folded(one))]
    if not phrases:
        return []
    found = dialects.index_of(connection).names_with(phrases).limit(MOST_NAMES)
    return list(connection.execute(found).scalars())


def _outlets(wanted: OneOrMore) -> "Select[int]":
    o = t.outlets.c
    return select(o.id).where(or_(false(), *(_has_words(o.folded, one) for one in values(wanted))))


def _has_words(names: ColumnElement[str], wanted: str) -> Condition:
    words = folded(wanted)
    if not words:
        return false()
    if wanted.startswith(EXACT):
        return names == words
    return (literal(" ") + names + " ").contains(f" {words} ", autoescape=True)


def _days(connection: Connection, query: Query) -> Iterator[Condition]:
    since, until = first_day(query.since), last_day(query.until)
    if query.when == "published":
        if since:
            yield f.published_on >= since
        if until:
            yield and_(f.published_on <= until, f.published_on != "")
        return
    if since:
        # What was said "in February" counts from the 3rd on, too. The condition on the first day says
        # nothing new: it is where an index may stop.
        yield f.dated_to >= since
        yield f.dated >= _reaching(connection, since)
    if until:
        yield f.dated <= until
        if not since:
            yield f.dated > ""


def _reaching(connection: Connection, since: str) -> str:
    """The first day of whatever was said over several days and was not over by then."""
    over = select(func.min(f.dated)).where(f.dated_to > f.dated, f.dated_to >= since)
    first = connection.execute(over).scalar_one()
    return min(first, since) if first else since
