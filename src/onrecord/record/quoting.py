"""Reading from a record: where words stand, in whatever article, given to somebody or not."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from math import log2
from typing import NamedTuple

from sqlalchemy import Connection, RowMapping, Select, bindparam, case, func, select

from onrecord.record import dialects
from onrecord.record import tables as t
from onrecord.record.finding import AT_ONCE, statements_of
from onrecord.record.passages import passages
from onrecord.record.rows import time_from
from onrecord.record.words import Phrase, Words, in_a_row, plain
from onrecord.terms.quotation import Attributed, Passage, Passages

__all__ = ["bits_of", "passages_like", "passages_with"]

COUNTED = 1_000
"""Passages that are counted for one question; words that stand in more are said to stand in more."""

SHOWN = 20
"""Articles of which a passage is given: nobody reads more, and each is compared word by word."""

COMMON = 2_000
"""A word that so many passages have is common, and what more precisely it is like is not asked."""

A_PASSAGE = 100
"""About so many words have a passage; in how many passages a word stands tells how often it is met."""

COMMON_BITS = 5.0
_BUDGET = 6_000
"""Passages that may be looked at for one quotation that does not stand anywhere as it is."""

_TRIED = 40
"""Passages that are looked into for the words of a quotation, and how many of them are given."""

_ALIKE = 10
p = passages.c


class _Place(NamedTuple):
    """A passage by its number, and what decides whether it is shown."""

    id: int
    article: str
    revision: int
    latest: bool
    instant: str


def bits_of(connection: Connection, words: Collection[str]) -> Mapping[str, float]:
    """How much each word tells, in bits: the rarer in the record, the more. See ``Record.bits_of``."""
    whole = _amount(connection) * A_PASSAGE
    found = {"": log2(whole)}
    for word in set(words) - {""}:
        number = _standing(connection, word)
        found[word] = log2(whole / max(1, number)) if number < COMMON else min(COMMON_BITS, log2(whole))
    return found


def _amount(connection: Connection) -> int:
    """About how many passages there are."""
    first, last = connection.execute(select(func.min(p.id), func.max(p.id))).one()
    return last - first + 1 if last else 1


def _standing(connection: Connection, word: str) -> int:
    """In how many passages a word stands, as far as they were counted."""
    phrase = in_a_row(word)
    if phrase is None:
        return COMMON
    index = dialects.index_of(connection)
    given = {"words": index.expression(Words(((phrase,),)))}
    return connection.execute(_counting(connection.dialect.name), given).scalar_one()


@cache  # putting it together takes longer than running it
def _counting(database: str) -> "Select[int]":
    some = dialects.index_called(database).passages_with().limit(COMMON).subquery()
    return select(func.count()).select_from(some)


def passages_with(connection: Connection, words: str, around: int) -> Passages:
    """Where words stand in a row; see ``Record.passages_with``."""
    phrase = in_a_row(words)
    if phrase is None:
        return Passages()
    index = dialects.index_of(connection)
    hits = index.passages_with().limit(COUNTED + 1)
    given = {"words": index.expression(Words(((phrase,),)))}
    ids = connection.execute(hits, given).scalars().all()
    shown = _one_an_article(_places(connection, ids[:COUNTED]))
    rows = sorted(shown, key=lambda place: (not place.instant, place.instant, place.id))[:SHOWN]
    return Passages(_passages(connection, rows, around), len(shown), len(ids) > COUNTED)


def passages_like(connection: Connection, words: Mapping[str, float], around: int) -> Passages:
    """Where some of these words stand together; see ``Record.passages_like``."""
    chosen = _affordable(connection, words)
    if not chosen:
        return Passages()
    index = dialects.index_of(connection)
    given = {"words": index.expression(Words((tuple(phrase for phrase, _ in chosen),)))}
    ids = connection.execute(index.passages_nearest(chosen).limit(_TRIED), given).scalars().all()
    told = _told(connection, ids, words)
    rows = sorted(_places(connection, ids), key=lambda place: (-told[place.id], not place.latest, place.id))
    rows = rows[:_ALIKE]
    return Passages(_passages(connection, rows, around), len({row.article for row in rows}))


def _told(connection: Connection, ids: Sequence[int], words: Mapping[str, float]) -> Mapping[int, float]:
    """How much the words of each passage tell together: of the rare ones alone an index can say it."""
    sought = {part: bits for word, bits in words.items() for part in _RUN.findall(plain(word))}
    found: dict[int, float] = {}
    for id_, text in connection.execute(_WORDS, {"ids": ids}):
        there = set(_RUN.findall(plain(text)))
        found[id_] = sum(bits for part, bits in sought.items() if part in there)
    return found


_RUN = re.compile(r"\w+")


def _affordable(connection: Connection, words: Mapping[str, float]) -> list[tuple[Phrase, float]]:
    """The rarest of the words, as many as can be looked up without reading half the record."""
    whole = _amount(connection) * A_PASSAGE
    chosen: list[tuple[Phrase, float]] = []
    spent = 0.0
    for word, bits in sorted(words.items(), key=lambda one: (-one[1], one[0])):
        phrase = in_a_row(word)
        spent += whole / 2**bits if bits > COMMON_BITS else COMMON
        if phrase and (spent <= _BUDGET or not chosen) and bits > COMMON_BITS:
            chosen.append((phrase, bits))
    return chosen


def _places(connection: Connection, ids: Sequence[int]) -> list[_Place]:
    found: list[_Place] = []
    for start in range(0, len(ids), AT_ONCE):
        rows = connection.execute(_PLACES, {"ids": ids[start : start + AT_ONCE]})
        found += (_Place(*row) for row in rows)
    return found


_WORDS: "Select[int, str]" = (
    select(p.id, func.substr(t.revisions.c.text, p.start + 1, p.length))
    .join_from(passages, t.revisions, t.revisions.c.id == p.revision_id)
    .where(p.id.in_(bindparam("ids", expanding=True)))
)

_PLACES: "Select[int, str, int, bool, str]" = (
    select(
        p.id,
        t.revisions.c.article_id,
        t.revisions.c.number,
        (t.revisions.c.number == t.articles.c.revision).label("latest"),
        t.revisions.c.instant,
    )
    .join_from(passages, t.revisions, t.revisions.c.id == p.revision_id)
    .join(t.articles, t.articles.c.id == t.revisions.c.article_id)
    .where(p.id.in_(bindparam("ids", expanding=True)))
)


def _one_an_article(places: Sequence[_Place]) -> list[_Place]:
    """Of each article one place: in its latest text, if that has the words, else in the last that had."""
    best: dict[str, _Place] = {}
    for place in places:
        other = best.get(place.article)
        if other is None or (place.latest, place.revision, -place.id) > (
            other.latest,
            other.revision,
            -other.id,
        ):
            best[place.article] = place
    return list(best.values())


def _passages(connection: Connection, places: Sequence[_Place], around: int) -> tuple[Passage, ...]:
    """The passages, each with so much of the text around it, in the order given."""
    if not places:
        return ()
    rows = connection.execute(_stretches(around), {"ids": [place.id for place in places]}).mappings().all()
    given = _attributed(connection, rows)
    found = {row["id"]: _passage(row, given[row["id"]]) for row in rows}
    return tuple(found[place.id] for place in places)


def _stretches(around: int) -> "Select[*tuple[object, ...]]":
    r = t.revisions.c
    start = case((p.start > around, p.start - around), else_=0)
    return (
        select(
            p.id,
            p.revision_id,
            r.article_id,
            r.number,
            r.title,
            r.published,
            r.published_date_only,
            t.articles.c.url,
            t.articles.c.revision.label("newest"),
            t.outlets.c.name.label("outlet"),
            start.label("start"),
            func.substr(r.text, start + 1, p.start + p.length + around - start).label("text"),
        )
        .join_from(passages, t.revisions, r.id == p.revision_id)
        .join(t.articles, t.articles.c.id == r.article_id)
        .outerjoin(t.outlets, t.outlets.c.id == t.articles.c.outlet_id)
        .where(p.id.in_(bindparam("ids", expanding=True)))
    )


def _passage(row: RowMapping, statements: Sequence[Attributed]) -> Passage:
    return Passage(
        article=row["article_id"],
        revision=row["number"],
        latest=row["number"] == row["newest"],
        title=row["title"],
        outlet=row["outlet"],
        published=time_from(row["published"]),
        published_date_only=row["published_date_only"],
        url=row["url"],
        start=row["start"],
        text=row["text"],
        statements=tuple(statements),
    )


def _attributed(connection: Connection, rows: Sequence[RowMapping]) -> Mapping[int, list[Attributed]]:
    """The statements of each stretch: what the revision gives to somebody of its words."""
    s = t.statements.c
    held: defaultdict[int, list[RowMapping]] = defaultdict(list)
    wanted = select(s.key, s.revision_id, s.content_spans, s.dated, s.dated_to).where(
        s.revision_id.in_(sorted({row["revision_id"] for row in rows})), s.reviewed != "wrong"
    )
    for one in connection.execute(wanted.order_by(s.revision_id, s.position)).mappings():
        held[one["revision_id"]].append(one)
    inside = {
        row["id"]: [one for one in held[row["revision_id"]] if _reaches(one["content_spans"], row)]
        for row in rows
    }
    keys = sorted({one["key"] for some in inside.values() for one in some})
    found = dict(zip(keys, statements_of(connection, keys), strict=True))
    names = _names(connection, {each.speaker_id for each in found.values() if each.speaker_id})
    return {
        id_: [
            Attributed(
                found[one["key"]].statement,
                found[one["key"]].speaker_id,
                names.get(found[one["key"]].speaker_id or "", ()),
                one["dated"],
                one["dated_to"],
            )
            for one in some
        ]
        for id_, some in inside.items()
    }


def _reaches(spans: Sequence[Sequence[int]], row: RowMapping) -> bool:
    first, last = row["start"], row["start"] + len(row["text"])
    return any(start < last and first < end for start, end in spans)


def _names(connection: Connection, actors: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    n = t.actor_names.c
    found: defaultdict[str, list[str]] = defaultdict(list)
    rows = select(n.actor_id, n.name).where(n.actor_id.in_(sorted(actors))).order_by(n.actor_id, n.position)
    for actor, name in connection.execute(rows):
        found[actor].append(name)
    return {actor: tuple(names) for actor, names in found.items()}
