"""Reading from a record by name: an article, a speaker, and how much there is."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    RowMapping,
    Select,
    Table,
    and_,
    bindparam,
    exists,
    false,
    func,
    literal,
    null,
    select,
    true,
    union_all,
)

from onrecord.record import dialects
from onrecord.record import tables as t
from onrecord.record.filters import EXACT
from onrecord.record.finding import AT_ONCE, statements_of
from onrecord.record.rows import article_from, time_from
from onrecord.record.values import Counts, FoundArticle, FoundSpeaker, FoundStatement, HeldRole, Revision
from onrecord.terms.entity import Entity, folded
from onrecord.terms.statement import ActorKind

__all__ = [
    "article",
    "article_ids",
    "called",
    "counts",
    "held_now",
    "last_day",
    "speaker",
    "speakers",
    "statement",
]

f = t.statement_facets.c

_AFTER_NAMES = chr(ord(EXACT) + 1)
"""What sorts just behind all speakers who are a name and not an actor of the record."""

_Row: TypeAlias = RowMapping | Mapping[str, Any]

MOST_NAMES = 200
"""The most names that a beginning may stand for; whoever types on has fewer."""


def article(
    connection: Connection, wanted: str, revision: int | None, *, wrong: bool = False
) -> FoundArticle | None:
    """An article by its id or its address, latest revision or a certain one; see ``Record.article``."""
    a, r = t.articles.c, t.revisions.c
    number = a.revision if revision is None else revision
    chosen = (
        select(t.revisions, a.url, t.outlets.c.name.label("outlet"))
        .join_from(t.revisions, t.articles)
        .outerjoin(t.outlets)
        .where(r.number == number)
    )
    for known_by in (a.id, a.url):
        row = connection.execute(chosen.where(known_by == wanted)).mappings().first()
        if row is not None:
            return _found_article(connection, row, wrong=wrong)
    return None


def _found_article(connection: Connection, row: RowMapping, *, wrong: bool) -> FoundArticle:
    s = t.statements.c
    held = select(s.key).where(s.revision_id == row["id"], true() if wrong else s.reviewed != "wrong")
    keys = connection.execute(held.order_by(s.position))
    return FoundArticle(
        article=article_from(row),
        revision=row["number"],
        statements=statements_of(connection, keys.scalars().all()),
        revisions=_revisions(connection, row["article_id"]),
    )


def _revisions(connection: Connection, article_id: str) -> tuple[Revision, ...]:
    r = t.revisions.c
    latest = select(t.articles.c.revision).where(t.articles.c.id == article_id).scalar_subquery()
    held = func.count(t.statements.c.key)
    shown = and_(t.statements.c.revision_id == r.id, t.statements.c.reviewed != "wrong")
    rows = (
        select(t.revisions, held.label("held"), (r.number == latest).label("latest"))
        .outerjoin_from(t.revisions, t.statements, shown)
        .where(r.article_id == article_id)
        .group_by(r.id)
        .order_by(r.number)
    )
    return tuple(_revision(row) for row in connection.execute(rows).mappings())


def _revision(row: RowMapping) -> Revision:
    read_at = time_from(row["read_at"])
    assert read_at is not None  # noqa: S101 - the column takes no null
    return Revision(
        number=row["number"],
        digest=row["digest"],
        title=row["title"],
        published=time_from(row["published"]),
        modified=time_from(row["modified"]),
        read_at=read_at,
        statements=row["held"],
        latest=row["latest"],
    )


def last_day(connection: Connection) -> str | None:
    """The latest day on which an article was published that has statements; see ``Record.last_day``."""
    latest = connection.execute(select(func.max(f.published_on)).where(f.latest)).scalar_one()
    return latest or None


def article_ids(connection: Connection) -> Sequence[str]:
    """The ids of all articles, by the time of their publication and then by id."""
    latest = (t.revisions.c.article_id == t.articles.c.id) & (t.revisions.c.number == t.articles.c.revision)
    rows = select(t.articles.c.id).join_from(t.articles, t.revisions, latest)
    return connection.execute(rows.order_by(t.revisions.c.instant, t.articles.c.id)).scalars().all()


def statement(connection: Connection, wanted: str) -> FoundStatement | None:
    """A statement by its id; where copies of one text share it, that of the article read first."""
    s = t.statements.c
    keys = select(s.key).where(s.id == wanted).order_by(s.latest.desc(), s.key)
    key = connection.execute(keys).scalars().first()
    return None if key is None else statements_of(connection, [key])[0]


def speakers(
    connection: Connection, *, kinds: Collection[ActorKind] | None = None, limit: int | None = None
) -> tuple[FoundSpeaker, ...]:
    """Whoever speaks in the record, the most quoted first."""
    counted = _counted().subquery()
    if kinds is not None:
        theirs = t.actors.c.kind.in_(kinds)
        counted = select(counted).join(t.actors, t.actors.c.id == counted.c.id).where(theirs).subquery()
    most = select(counted).order_by(counted.c.held.desc(), counted.c.id).limit(limit)
    return _those(connection, {row[0]: row[1] for row in connection.execute(most)})


def speaker(connection: Connection, wanted: str) -> FoundSpeaker | None:
    """An actor by id, whether they speak or are only spoken to or about."""
    held = select(func.count()).where(f.speaker == wanted, held_now(f.latest))
    return next(iter(_those(connection, {wanted: connection.execute(held).scalar_one()})), None)


def called(connection: Connection, beginning: str, *, limit: int) -> tuple[Entity, ...]:
    """Actors of whose names a word begins so, or whose id this is, those named in most articles first."""
    a, n, roles = t.actors.c, t.actor_names.c, t.actor_roles.c
    theirs = a.id == beginning
    if words := folded(beginning):
        names = dialects.index_of(connection).names_with([words], beginning=True).limit(MOST_NAMES)
        theirs |= a.id.in_(select(n.actor_id).where(n.folded.in_(names)))
    # Their statements would have to be counted; in how many articles a role of theirs stands is kept.
    named = select(func.coalesce(func.sum(roles.articles), 0)).where(roles.actor_id == a.id).scalar_subquery()
    rows = select(t.actors, literal(0).label("held"), null().label("first"), null().label("last"))
    some = connection.execute(rows.where(theirs).order_by(named.desc(), a.id).limit(limit)).mappings().all()
    return tuple(each.entity for each in _found_speakers(connection, some))


def _counted() -> "CompoundSelect[*tuple[str, int]]":
    """Every actor who speaks, and how many statements of theirs are found unasked.

    Read from one index and nothing else; what lies between the two halves are names that are nobody's.
    """
    held = select(f.speaker.label("id"), func.count().label("held")).where(held_now(f.latest))
    return union_all(
        *(held.where(part).group_by(f.speaker) for part in (f.speaker < EXACT, f.speaker >= _AFTER_NAMES))
    )


def _those(connection: Connection, held: Mapping[str, int]) -> tuple[FoundSpeaker, ...]:
    """The actors with these ids, in this order, each with so many statements."""
    rows: dict[str, RowMapping] = {}
    ids = [*held]
    for start in range(0, len(ids), AT_ONCE):
        found = connection.execute(_spanning(), {"ids": ids[start : start + AT_ONCE]}).mappings()
        rows.update((row["id"], row) for row in found)
    later = _over_several_days(connection, [row["last"] for row in rows.values() if row["last"]])
    some = [{**rows[id_], "held": number} for id_, number in held.items() if id_ in rows]
    for row in some:
        row["last"] = max(row["last"] or "", later.get(row["id"], "")) or None
    return _found_speakers(connection, some)


@cache  # putting it together takes as long as running it
def _spanning() -> "Select[*tuple[Any, ...]]":
    """Actors, and the first days of their first and last statement, each found by one look into an index."""
    theirs = (f.speaker == t.actors.c.id) & f.latest & (f.dated > "")
    first, last = (select(end(f.dated)).where(theirs).scalar_subquery() for end in (func.min, func.max))
    wanted = t.actors.c.id.in_(bindparam("ids", expanding=True))
    return select(t.actors, first.label("first"), last.label("last")).where(wanted)


def _over_several_days(connection: Connection, last: Collection[str]) -> Mapping[str, str]:
    """By actor the last day of what they said over several days, where that may be after all of these.

    Only what had begun by the latest of these days, and was not over by the earliest, can be.
    """
    if not last:
        return {}
    over = (f.dated_to > f.dated) & (f.dated_to > min(last)) & (f.dated <= max(last))
    rows = select(f.speaker, f.dated_to).where(over, held_now(f.latest)).order_by(f.dated_to)
    return {row[0]: row[1] for row in connection.execute(rows)}


def _found_speakers(connection: Connection, rows: Sequence[_Row]) -> tuple[FoundSpeaker, ...]:
    ids = [row["id"] for row in rows]
    names = _each(connection, t.actor_names, ids)
    held = _each(connection, t.actor_roles, ids)
    return tuple(_found_speaker(row, names[row["id"]], held[row["id"]]) for row in rows)


def _found_speaker(row: _Row, names: Sequence[RowMapping], held: Sequence[RowMapping]) -> FoundSpeaker:
    roles = dict.fromkeys(each["role"] for each in held if each["role"] is not None)
    named = tuple(each["name"] for each in names)
    return FoundSpeaker(
        Entity(row["id"], row["name"], row["kind"], named, tuple(roles), row["country"]),
        statements=row["held"],
        first=row["first"],
        last=row["last"],
        held=tuple(
            HeldRole(e["role"], e["affiliation"], e["first"] or None, e["last"] or None, e["articles"])
            for e in held
        ),
    )


def _each(connection: Connection, rows: Table, ids: Sequence[str]) -> Mapping[str, Sequence[RowMapping]]:
    """The rows of each of these actors, by their position."""
    found: defaultdict[str, list[RowMapping]] = defaultdict(list)
    for start in range(0, len(ids), AT_ONCE):
        some = rows.select().where(rows.c.actor_id.in_(ids[start : start + AT_ONCE]))
        for row in connection.execute(some.order_by(rows.c.actor_id, rows.c.position)).mappings():
            found[row["actor_id"]].append(row)
    return found


def counts(connection: Connection) -> Counts:
    """How much the record holds."""
    a = t.actors.c
    speaks = exists().where(f.speaker == a.id, f.latest)
    first, last = connection.execute(_days_of_publication()).one()
    return Counts(
        articles=_count(connection, t.articles.select()),
        revisions=_count(connection, select(t.revisions.c.id)),
        statements=_count(connection, select(f.key).where(f.latest)),
        by_act=_shares(connection, "act"),
        by_form=_shares(connection, "form"),
        speakers=_count(connection, select(a.id).where(a.kind != "unnamed", speaks)),
        unknown_speakers=_count(connection, _spoken_by("unknown")),
        unnamed_speakers=_count(connection, _spoken_by("unnamed")),
        outlets=_count(connection, t.outlets.select()),
        refusals=_count(connection, select(t.refusals.c.id).where(t.refusals.c.ended_at.is_(None))),
        first=first,
        last=last,
    )


def _count(connection: Connection, rows: "Select[*tuple[object, ...]]") -> int:
    return connection.execute(select(func.count()).select_from(rows.subquery())).scalar_one()


def _shares(connection: Connection, name: str) -> Mapping[str, int]:
    value, held = f[name], func.count()
    rows = select(value, held).where(held_now(f.latest)).group_by(value).order_by(held.desc(), value)
    return {row[0]: row[1] for row in connection.execute(rows)}


def _spoken_by(kind: ActorKind) -> "Select[int]":
    s, m = t.statements.c, t.mentions.c
    spoken = select(s.key).join_from(t.statements, t.mentions, s.speaker_mention == m.id)
    return spoken.where(held_now(s.latest), m.kind == kind)


def held_now(latest: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a statement is found unasked, without the index by that: nearly every statement is in it."""
    return func.coalesce(latest, false())


def _days_of_publication() -> "Select[str | None, str | None]":
    day = func.substr(t.articles.c.published, 1, 10)
    return select(func.min(day), func.max(day))
