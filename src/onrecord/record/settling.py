"""A text read again: what was found anew takes its place beneath what people decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, RowMapping, bindparam, insert, select, update

from onrecord.record import tables as t
from onrecord.record.judged import found_json
from onrecord.record.overlay import Place, Row, add, drop, found_of, judgements_on, lay, place_of
from onrecord.terms.judgement import Judgement, Opinion, in_force, judged
from onrecord.terms.statement import Statement

__all__ = ["ENOUGH", "Settled", "judged_in", "overlap", "pairs", "settle"]

ENOUGH = 0.5
"""The share of their characters that two statements must have in common to be taken for one."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What reading a text again did to its statements.

    Attributes:
        same: statements that were found as before.
        altered: statements in which something else was found.
        new: statements that were not found before.
        gone: statements that were not found again, and are shown no longer.
        kept: statements that were not found again, and stay because people judged them.
    """

    same: int = 0
    altered: int = 0
    new: int = 0
    gone: int = 0
    kept: int = 0

    def __add__(self, other: "Settled") -> "Settled":
        """Both together."""
        return Settled(
            self.same + other.same,
            self.altered + other.altered,
            self.new + other.new,
            self.gone + other.gone,
            self.kept + other.kept,
        )


def overlap(one: Statement, other: Statement) -> float:
    """The share of characters that two statements' contents have in common, from 0 to 1."""
    common = sum(
        max(0, min(left.end, right.end) - max(left.start, right.start))
        for left in one.content
        for right in other.content
    )
    both = sum(span.end - span.start for span in (*one.content, *other.content))
    return common / (both - common)


def pairs(found: Sequence[Statement], wanted: Mapping[str, Sequence[Statement]]) -> Mapping[str, str]:
    """Which of the found statements are which of the wanted ones, one to one: wanted ids by found ids.

    The same id is the same statement. Beyond that, two are one if their contents overlap enough; who
    overlaps most goes first.

    Args:
        found: statements of a text.
        wanted: statements of the same text by id, each in one form or several.
    """
    same = {each.id: each.id for each in found if each.id in wanted}
    left = [each for each in found if each.id not in same]
    scored = [
        (max(overlap(one, form) for form in forms), one.id, id_)
        for one in left
        for id_, forms in wanted.items()
        if id_ not in same
    ]
    taken: set[str] = set()
    for score, one_id, id_ in sorted(scored, key=lambda each: (-each[0], *each[1:])):
        if score >= ENOUGH and one_id not in same and id_ not in taken:
            same[one_id] = id_
            taken.add(id_)
    return same


_JUDGED = (  # every article that is kept asks this: put together once
    select(t.judgements.c.statement_id).where(t.judgements.c.digest == bindparam("digest")).distinct()
)


def judged_in(connection: Connection, digest: str) -> Mapping[str, tuple[Judgement, ...]]:
    """All judgements about those statements of a text of which some judgement is in force."""
    ids = connection.execute(_JUDGED, {"digest": digest}).scalars().all()
    told = judgements_on(connection, ids) if ids else {}
    return {id_: each for id_, each in told.items() if in_force(each)}


def settle(
    connection: Connection, revision: int, statements: Sequence[Statement], *, run: str, again: bool
) -> Settled:
    """Make a revision's statements those that a run found, with what people decided laid over them.

    A judged statement keeps its id, and what was found in its place lies beneath it; one that was not found
    stays as it was judged. What is dropped or altered is kept among ``dropped_statements``.

    Args:
        connection: in a transaction.
        revision: the number of the record's for the revision.
        statements: what was found in it, in the order of the text.
        run: the id of the run that found them.
        again: whether its rows are what an earlier run found; else they are these statements' own.
    """
    place = place_of(connection, revision)
    return _Settling(connection, place, run, again=again).settle(statements)


class _Settling:
    """One revision, its rows, and what has become of them so far."""

    def __init__(self, connection: Connection, place: Place, run: str, *, again: bool) -> None:
        self._connection = connection
        self._place = place
        self._run = run
        self._again = again
        self._judgements = judged_in(connection, place.article.digest)
        rows = connection.execute(select(t.statements).where(t.statements.c.revision_id == place.revision))
        self._rows = {row["id"]: row for row in rows.mappings()}
        self._counts = dict.fromkeys(("same", "altered", "new", "gone", "kept"), 0)

    def settle(self, statements: Sequence[Statement]) -> Settled:
        named = self._named(statements)
        found = [_renamed(each, named) for each in statements]
        placed = {named.get(each.id, each.id): self._place_one(each, named) for each in found}
        for id_, row in self._rows.items():
            if id_ not in placed and id_ not in named:
                placed |= self._left_over(id_, row)
        for id_ in self._judgements.keys() - placed.keys():
            placed[id_] = self._bring_back(id_)
        self._order(placed, [named.get(each.id, each.id) for each in statements])
        return Settled(**self._counts)

    def _named(self, statements: Sequence[Statement]) -> Mapping[str, str]:
        """Which of these statements are judged ones, under the ids of those."""
        wanted = {id_: self._forms(id_) for id_ in self._judgements}
        own = self._rows.keys() - wanted.keys() if self._again else set()
        return pairs([each for each in statements if each.id not in own], wanted)

    def _forms(self, id_: str) -> tuple[Statement, ...]:
        first = _first_seen(self._judgements[id_])
        return first, judged(first, in_force(self._judgements[id_])).statement

    def _place_one(self, found: Statement, named: Mapping[str, str]) -> Row:
        id_ = named.get(found.id, found.id)
        row = self._rows.get(id_) or (None if self._again else self._rows.get(found.id))
        if row is None:
            self._counts["new"] += 1
            place = add(self._connection, self._place, found, id_)
        else:
            place = Row(row["key"], id_)
            before = found_of(self._connection, row)
            if before == found and row["id"] == id_ and (id_ not in self._judgements or row["found"]):
                self._counts["same"] += 1
                return place
            self._counts["altered"] += 1
            if self._again:
                self._note_dropped(id_, before)
        lay(self._connection, self._place, place, found, self._judgements.get(id_, ()))
        return place

    def _left_over(self, id_: str, row: RowMapping) -> Mapping[str, Row]:
        place = Row(row["key"], id_)
        if id_ in self._judgements:
            self._counts["kept"] += 1
            return {id_: place}
        self._counts["gone"] += 1
        self._note_dropped(id_, found_of(self._connection, row))
        drop(self._connection, place)
        return {}

    def _bring_back(self, id_: str) -> Row:
        """Write a statement that was judged when the text was read in another place."""
        found = _first_seen(self._judgements[id_])
        row = add(self._connection, self._place, found, id_)
        lay(self._connection, self._place, row, found, self._judgements[id_])
        self._counts["kept"] += 1
        return row

    def _note_dropped(self, id_: str, found: Statement) -> None:
        r = t.revisions.c
        found_by = select(r.run_id).where(r.id == self._place.revision).scalar_subquery()
        started = select(t.runs.c.started).where(t.runs.c.id == self._run).scalar_subquery()
        values = {
            "id": id_,
            "revision_id": self._place.revision,
            "run_id": found_by,
            "dropped_by": self._run,
            "at": started,
            "found": found_json(found),
        }
        self._connection.execute(insert(t.dropped_statements).values(values))

    def _order(self, placed: Mapping[str, Row], found: Sequence[str]) -> None:
        """Give every statement its place in the order of the text; found ones stay in the order given."""
        s = t.statements.c
        keys = [row.key for row in placed.values()]
        rows = self._connection.execute(select(s.id, s.position, s.content_spans).where(s.key.in_(keys)))
        shown = {row.id: row for row in rows}
        ordered = [id_ for id_ in found if id_ in shown]
        for id_ in sorted(shown.keys() - set(found), key=lambda id_: (shown[id_].content_spans, id_)):
            starts = [shown[each].content_spans > shown[id_].content_spans for each in ordered]
            ordered.insert(starts.index(True) if True in starts else len(starts), id_)
        for position, id_ in enumerate(ordered):
            if shown[id_].position != position:
                here = s.key == placed[id_].key
                self._connection.execute(update(t.statements).where(here).values(position=position))


def _first_seen(judgements: Sequence[Judgement]) -> Statement:
    """A judged statement as it was found before anybody judged it."""
    return next(each.what.seen for each in judgements if isinstance(each.what, Opinion))


def _renamed(statement: Statement, named: Mapping[str, str]) -> Statement:
    """A statement that knows the others of its text under the ids that they have in the record."""
    inside = named.get(statement.inside, statement.inside) if statement.inside else None
    about = tuple(named.get(each, each) for each in statement.about)
    return replace(statement, inside=inside, about=about)
