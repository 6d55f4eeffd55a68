"""Everything that reviewers decided, in the order of deciding."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, RowMapping, func, select

from onrecord.record import tables as t
from onrecord.record.judged import judgement_from
from onrecord.record.judging import Noted, judgements, noted

__all__ = ["Logged", "judged_since", "log"]

j = t.judgements.c


@dataclass(frozen=True, slots=True)
class Logged(Noted):
    """A judgement with its place among all of the record.

    Attributes:
        number: 1, 2, … in the order of deciding.
        about: the id of the statement or the actor that it is about.
    """

    number: int
    about: str


def log(connection: Connection, *, limit: int, before: int | None, by: str | None) -> tuple[Logged, ...]:
    """What was decided, the latest first; see ``Record.log``."""
    rows = judgements().order_by(None).order_by(j.number.desc()).limit(limit)
    if before is not None:
        rows = rows.where(j.number < before)
    if by is not None:
        rows = rows.where(t.reviewers.c.name == by)
    shown = connection.execute(rows).mappings().all()
    holding = _holding(connection, shown)
    return tuple(
        Logged(
            judgement=judgement_from(row),
            in_force=row["id"] in holding,
            number=row["number"],
            about=row["statement_id"] or row["actor_id"],
        )
        for row in shown
    )


def judged_since(connection: Connection, moment: datetime, by: str) -> int:
    """How many judgements of statements somebody made since then that were not taken back."""
    since = moment.astimezone(UTC).isoformat(timespec="microseconds")
    again = t.judgements.alias("again")
    # One that was taken back, and that taken back in its turn, holds: nobody goes further in a day's work.
    undoing = t.judgements.alias("undoing")
    undone = (
        select(undoing.c.id)
        .where(undoing.c.undoes == j.id)
        .where(~select(again.c.id).where(again.c.undoes == undoing.c.id).exists())
        .exists()
    )
    theirs = select(t.reviewers.c.id).where(t.reviewers.c.name == by).scalar_subquery()
    made = select(func.count()).where(
        j.reviewer_id == theirs, j.at >= since, j.kind.in_(("right", "wrong", "corrected")), ~undone
    )
    number: int = connection.execute(made).scalar_one()
    return number


def _holding(connection: Connection, shown: Sequence[RowMapping]) -> set[str]:
    """The ids of those of these judgements that hold: of what took them back all is read, however deep."""
    met = {row["number"]: row for row in shown}
    fresh: Iterable[str] = [row["id"] for row in shown]
    while fresh:
        rows = connection.execute(judgements().where(j.undoes.in_(list(fresh)))).mappings().all()
        fresh = [row["id"] for row in rows if row["number"] not in met]
        met |= {row["number"]: row for row in rows}
    ordered = [judgement_from(met[number]) for number in sorted(met)]
    return {each.judgement.id for each in noted(ordered) if each.in_force}
