"""What two readings of the same texts found: statements that are gone, new or altered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from sqlalchemy import Connection, select

from onrecord.record import tables as t
from onrecord.record.finding import statements_of
from onrecord.record.judged import found_from
from onrecord.record.overlay import place_of
from onrecord.record.settling import pairs
from onrecord.terms.article import Article
from onrecord.terms.change import FIELDS, Field, Worth, value_of
from onrecord.terms.span import words_of
from onrecord.terms.statement import Statement

__all__ = ["Altered", "Compared", "Difference", "Kind", "Reading", "compare", "next_reading", "reading_of"]

Kind: TypeAlias = Literal["gone", "new", "altered"]
"""What became of a statement from the one reading to the other."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one text, whatever people said of it since.

    Attributes:
        place: the number that the record knows the text by; the next text has a higher one.
        article: the text, under its id in the record.
        found: the statements as they were found, by the ids that they have in the record.
        judged: the ids of those that people judged.
    """

    place: int
    article: Article
    found: Mapping[str, Statement]
    judged: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Altered:
    """One field of which something else was found."""

    field: Field
    old: Worth
    new: Worth


@dataclass(frozen=True, slots=True)
class Difference:
    """One statement that is not found by both readings, or not with the same fields.

    Attributes:
        kind: what became of it.
        statement: as it was found, by the later reading if that found it.
        id: its id in the record that has it; in the earlier one, if both do.
        words: its content, in the words of the text.
        altered: the fields that differ; of confidence and of what decided a field nothing is said.
        judged: whether people judged it: what they said holds, whatever a later reading finds.
    """

    kind: Kind
    statement: Statement
    id: str
    words: str
    altered: tuple[Altered, ...]
    judged: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """What two readings of one text found.

    Attributes:
        article: the text, under its id in the earlier record.
        same: how many statements both found alike.
        differences: the others, in the order of the text.
    """

    article: Article
    same: int
    differences: tuple[Difference, ...]


def compare(old: Reading, new: Sequence[Statement]) -> Compared:
    """Set what was found in a text beside what another reading found in it.

    Two statements are one if they have the same id, or else if their contents have at least half of their
    characters in common.
    """
    ids = {found.id: id_ for id_, found in old.found.items()}
    named = {
        one: ids[other]
        for one, other in pairs(new, {each.id: (each,) for each in old.found.values()}).items()
    }
    told: list[Difference] = []
    for found in new:
        id_ = named.get(found.id)
        if id_ is None:
            told.append(_difference("new", found, found.id, old))
        elif altered := tuple(_altered(old.found[id_], _renamed(found, named))):
            told.append(_difference("altered", found, id_, old, altered))
    gone = [id_ for id_ in old.found if id_ not in set(named.values())]
    told += [_difference("gone", old.found[id_], id_, old) for id_ in gone]
    told.sort(key=lambda each: (each.statement.content, each.id))
    same = len(old.found) - len(gone) - sum(each.kind == "altered" for each in told)
    return Compared(old.article, same, tuple(told))


def next_reading(connection: Connection, *, after: int) -> Reading | None:
    """The text that follows the one with this number; none if there are no more."""
    r = t.revisions.c
    following = select(r.id).where(r.id > after).order_by(r.id).limit(1)
    revision = connection.execute(following).scalar_one_or_none()
    return None if revision is None else _reading(connection, revision)


def reading_of(connection: Connection, article: Article) -> Reading | None:
    """What was found in the same words of an article: of the same article, else of any."""
    r, a = t.revisions.c, t.articles.c
    rows = select(r.id, a.key).join_from(t.revisions, t.articles).where(r.digest == article.digest)
    held = connection.execute(rows.order_by(r.id)).all()
    same = [row.id for row in held if row.key == article.key] or [row.id for row in held]
    return _reading(connection, same[0]) if same else None


def _reading(connection: Connection, revision: int) -> Reading:
    s = t.statements
    rows = select(s.c.key, s.c.id, s.c.found, s.c.reviewed).where(s.c.revision_id == revision)
    held = connection.execute(rows.order_by(s.c.position)).all()
    shown = statements_of(connection, [row.key for row in held])
    found = {
        row.id: each.statement if row.found is None else found_from(row.found)
        for row, each in zip(held, shown, strict=True)
    }
    judged = frozenset(row.id for row in held if row.reviewed != "unreviewed")
    return Reading(revision, place_of(connection, revision).article, found, judged)


def _altered(old: Statement, new: Statement) -> Iterator[Altered]:
    for field in FIELDS:
        before, after = value_of(old, field), value_of(new, field)
        if before != after:
            yield Altered(field, before, after)


def _renamed(statement: Statement, named: Mapping[str, str]) -> Statement:
    inside = named.get(statement.inside, statement.inside) if statement.inside else None
    return replace(statement, inside=inside, about=tuple(named.get(each, each) for each in statement.about))


def _difference(
    kind: Kind, found: Statement, id_: str, old: Reading, altered: tuple[Altered, ...] = ()
) -> Difference:
    words = words_of(old.article.text, found.content)
    return Difference(kind, found, id_, words, altered, id_ in old.judged)
