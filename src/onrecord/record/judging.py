"""People's judgements about statements: made, taken back, and told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, RowMapping, Select, insert, select

from onrecord.errors import JudgementError
from onrecord.record import tables as t
from onrecord.record.judged import judgement_from, judgement_row, made
from onrecord.record.overlay import Row, found_of, judgements_on, lay, place_of
from onrecord.record.rows import actor_from
from onrecord.terms.change import CAST, Change, change
from onrecord.terms.entity import folded
from onrecord.terms.judgement import Judgement, Opinion, Undo, Verdict, in_force, judged
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor

__all__ = ["Noted", "held", "history", "judge", "judgements", "meant", "note", "noted", "relay", "undo"]


@dataclass(frozen=True, slots=True)
class Noted:
    """A judgement of a record, and whether it holds.

    Attributes:
        judgement: who decided what, when and why; what a changed field was before is in its ``seen``.
        in_force: whether it holds; one that only takes another back holds as long as it does so.
    """

    judgement: Judgement
    in_force: bool


def judge(
    connection: Connection,
    statement: str,
    verdict: Verdict,
    changes: Mapping[str, object],
    *,
    by: str,
    remark: str | None,
) -> Judgement:
    """Note what somebody says of a statement, and lay it over; see ``Record.judge``."""
    rows = _rows(connection, statement)
    if not rows:
        raise JudgementError(
            f"{statement!r}: the record has no statement with this id; onrecord search prints ids"
        )
    earlier = judgements_on(connection, [statement])[statement]
    text = place_of(connection, rows[0]["revision_id"]).article
    seen = judged(found_of(connection, rows[0]), in_force(earlier)).statement
    read = tuple(_change(connection, rows[0], field, value) for field, value in changes.items())
    for each in read:
        _check(connection, each, text.text, rows[0])
    opinion = Opinion(statement, text.digest, verdict, read, seen)
    decided = made(by, datetime.now(UTC), remark, opinion)
    run = select(t.revisions.c.run_id).where(t.revisions.c.id == rows[0]["revision_id"])
    note(connection, decided, run_id=connection.execute(run).scalar_one())
    relay(connection, statement)
    return decided


def undo(connection: Connection, id_: str, *, by: str, remark: str | None) -> Judgement:
    """Note that a judgement is taken back, and lay what is left over; see ``Record.undo``."""
    row = held(connection, id_)
    theirs = history(connection, row["statement_id"] or row["actor_id"])
    for each in theirs:
        what = each.judgement.what
        if isinstance(what, Undo) and what.judgement == id_ and each.in_force:
            raise JudgementError(
                f"{id_!r}: {each.judgement.by} took it back on {each.judgement.at:%Y-%m-%d} already;"
                f" to bring it into force again: onrecord undo {each.judgement.id}"
            )
    decided = made(by, datetime.now(UTC), remark, Undo(id_))
    about = {name: row[name] for name in ("statement_id", "digest", "actor_id")}
    note(connection, decided, **about)
    if row["statement_id"] is not None:
        relay(connection, row["statement_id"])
    return decided


def relay(connection: Connection, statement: str) -> None:
    """Lay what is in force about a statement over every copy of it."""
    judgements = judgements_on(connection, [statement])[statement]
    for row in _rows(connection, statement):
        place = place_of(connection, row["revision_id"])
        lay(connection, place, Row(row["key"], row["id"]), found_of(connection, row), judgements)


def note(connection: Connection, judgement: Judgement, **about: str | None) -> None:
    """Write a judgement down; ``about`` are further columns of its row."""
    given = {name: value for name, value in judgement_row(judgement).items() if value is not None}
    row = {**given, **about, "reviewer_id": _reviewer(connection, judgement)}
    connection.execute(insert(t.judgements), row)


def held(connection: Connection, id_: str) -> RowMapping:
    """The row of a judgement.

    Raises:
        JudgementError: if there is none.
    """
    row = connection.execute(judgements().where(t.judgements.c.id == id_)).mappings().one_or_none()
    if row is None:
        raise JudgementError(
            f"{id_!r}: the record has no judgement with this id; onrecord history prints ids"
        )
    return row


def noted(judgements: Sequence[Judgement]) -> tuple[Noted, ...]:
    """Judgements about one thing, each with whether it holds."""
    undone: set[str] = set()
    found: list[Noted] = []
    for one in reversed(judgements):
        found.append(Noted(one, one.id not in undone))
        if isinstance(one.what, Undo) and one.id not in undone:
            undone.add(one.what.judgement)
    return tuple(reversed(found))


def history(connection: Connection, id_: str) -> tuple[Noted, ...]:
    """All that was decided about the statement or the actor with this id, the first decision first."""
    rows = connection.execute(judgements().where(t.judgements.c.statement_id == id_)).mappings()
    found = [judgement_from(row) for row in rows]
    if found:
        return noted(found)
    return tuple(_about_actor(connection, id_))


def _about_actor(connection: Connection, id_: str) -> Iterator[Noted]:
    rows = connection.execute(judgements().where(t.judgements.c.actor_id.is_not(None))).mappings()
    about: set[str] = set()
    for each in noted([judgement_from(row) for row in rows]):
        what = each.judgement.what
        named = what.judgement in about if isinstance(what, Undo) else id_ in _ids(each.judgement)
        if named:
            about.add(each.judgement.id)
            yield each


def _ids(judgement: Judgement) -> set[str]:
    row = judgement_row(judgement)
    return {row["actor_id"], row["changes"].get("id"), *row["changes"].get("others", ())}


def judgements() -> "Select[*tuple[object, ...]]":
    """The rows of judgements with the names of who made them, in the order of deciding."""
    j, r = t.judgements, t.reviewers
    rows = select(j, r.c.name.label("by")).join_from(j, r, j.c.reviewer_id == r.c.id)
    return rows.order_by(j.c.number)


def _rows(connection: Connection, statement: str) -> Sequence[RowMapping]:
    s = t.statements
    wanted = select(s).where(s.c.id == statement).order_by(s.c.latest.desc(), s.c.key).with_for_update()
    return connection.execute(wanted).mappings().all()


def _reviewer(connection: Connection, judgement: Judgement) -> int:
    r = t.reviewers
    row = connection.execute(select(r.c.id, r.c.ended_at).where(r.c.name == judgement.by)).one_or_none()
    if row is None:
        values = {"name": judgement.by, "created_at": judgement.at.isoformat(timespec="seconds")}
        made_: int = connection.execute(insert(r).returning(r.c.id), values).scalar_one()
        return made_
    if row.ended_at is not None:
        raise JudgementError(f"{judgement.by}: they stopped being a reviewer on {row.ended_at[:10]}")
    number: int = row.id
    return number


def _change(connection: Connection, row: RowMapping, field: str, value: object) -> Change:
    if field not in CAST:
        return change(field, value)
    several = field == "targets" and isinstance(value, Sequence) and not isinstance(value, str)
    given = list(value) if several and isinstance(value, Sequence) else [value]
    found = [_who(connection, row, each) if isinstance(each, str) and each else (each, "") for each in given]
    actors = tuple(id_ for _, id_ in found)
    known = actors if any(actors) else ()
    whole = [actor for actor, _ in found]
    return change(field, whole if field == "targets" else whole[0], actors=known)


def _who(connection: Connection, row: RowMapping, wanted: str) -> tuple[Actor, str]:
    """An actor of the record by id or by name, in the wording of the text if it has one."""
    a, m = t.actors.c, t.mentions.c
    ids = meant(connection, wanted)
    if not ids:
        raise JudgementError(
            f"{wanted!r}: the record knows no actor with this id or name; give one it knows, or"
            ' {"name": …, "kind": …} for somebody new'
        )
    if len(ids) > 1:
        raise JudgementError(f"{wanted!r}: several actors have this name; give an id: {', '.join(ids)}")
    here = select(t.mentions).where(m.revision_id == row["revision_id"], m.actor_id == ids[0])
    worded = [actor_from(each) for each in connection.execute(here.order_by(m.id)).mappings()]
    if worded:
        return max(worded, key=lambda actor: (len(actor.name), bool(actor.role))), ids[0]
    actor = connection.execute(select(t.actors).where(a.id == ids[0])).mappings().one()
    return Actor(actor["name"], actor["kind"], None, None, actor["country"]), ids[0]


def meant(connection: Connection, wanted: str) -> tuple[str, ...]:
    """The ids of the actors whom an id or a name may mean."""
    a, n = t.actors.c, t.actor_names.c
    exact = connection.execute(select(a.id).where(a.id == wanted)).scalars().all()
    named = select(n.actor_id).where(n.folded == folded(wanted)).distinct()
    return tuple(exact or sorted(connection.execute(named).scalars()))


def _check(connection: Connection, each: Change, text: str, row: RowMapping) -> None:
    """See that a value fits the text that it is about."""
    if each.field in {"source", "cue", "content"} and isinstance(each.value, tuple):
        beyond = [span for span in each.value if isinstance(span, Span) and span.end > len(text)]
        if beyond:
            raise JudgementError(
                f"{each.field}: [{beyond[0].start}, {beyond[0].end}) lies beyond the text,"
                f" which has {len(text):,} characters"
            )
    if each.field in {"inside", "about"} and each.value:
        wanted = {each.value} if isinstance(each.value, str) else set(each.value)  # type: ignore[arg-type]
        s = t.statements.c
        there = select(s.id).where(s.revision_id == row["revision_id"], s.id != row["id"])
        if missing := wanted - set(connection.execute(there).scalars()):
            raise JudgementError(
                f"{each.field}: {min(map(str, missing))!r} is no other statement of this text"
            )
