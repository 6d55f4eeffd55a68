"""Two speakers on a subject, side by side in the order of time."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.errors import QueryError
from onrecord.record.collection import Record
from onrecord.record.query import Query
from onrecord.record.values import FacetValue, Found, FoundSpeaker, FoundStatement
from onrecord.web import urls, wording
from onrecord.web.asking import Asked
from onrecord.web.elements import Name
from onrecord.web.lines import line, said_day
from onrecord.web.searching import AT_ONCE, is_large
from onrecord.web.speaker_contexts import ComparePage
from onrecord.web.speaker_elements import ComparedDay, Party, Side

__all__ = ["compare_page"]

_MOST = 100
_NAMES = 300
_ACTS = 4
_SUGGESTED = 6
_WORDS = 60
_CANDIDATES = 50


def compare_page(record: Record, a: str, b: str, subject: str) -> ComparePage:
    """``/compare``; what cannot be understood is told on the page, with the form still filled in.

    Args:
        record: the record.
        a: one speaker, by id, name, or words of a name.
        b: another one.
        subject: words, as one searches for them; empty for everything that they said.
    """
    spoken = _spoken(record)
    names = tuple(dict.fromkeys(value.label for value in spoken))
    blank = ComparePage(
        title="Compare two speakers · Onrecord", section="speakers", query=subject, a=a, b=b, names=names
    )
    try:
        one, other = (_who(record, given) if given else None for given in (a, b))
        blank = replace(blank, a=_field(record, one, a), b=_field(record, other, b))
        if one is None or other is None:
            return replace(blank, suggested=tuple(_suggested(spoken, one or other, subject)))
        return _compared(record, blank, one, other)
    except QueryError as error:
        return replace(blank, problem=wording.sentence(error))


def _spoken(record: Record) -> tuple[FacetValue, ...]:
    """Who speaks, those with most statements first."""
    if is_large(record):
        return ()  # names can be typed all the same, or words of them
    values = record.facets(Query(), ["speaker"], most=_NAMES)["speaker"].values
    return tuple(one for one in values if not one.value.startswith("=") and one.label != "unspecified")


def _suggested(spoken: Sequence[FacetValue], met: "_Met | None", subject: str) -> Iterator[Party]:
    if met is None:
        for one, other in pairwise(spoken[: _SUGGESTED + 1]):
            yield Party(f"{one.label} and {other.label}", urls.compare(one.value, other.value, subject), "")
        return
    id_ = met[0].entity.id
    for value in [value for value in spoken if value.value != id_][:_SUGGESTED]:
        yield Party(value.label, urls.compare(id_, value.value, subject), f"{value.count:,}")


_Met = tuple[FoundSpeaker, int]
"""Somebody, and how many others the same words may mean."""


def _who(record: Record, given: str) -> _Met:
    """Whoever is meant: by id, else by the whole name, else by words of it; of several the most quoted.

    Raises:
        QueryError: if nobody is.
    """
    known = record.speaker(given)
    if known is not None:
        return known, 0
    ids = record.meant(given) or [entity.id for entity in record.actors(given, limit=_CANDIDATES)]
    named = [one for id_ in ids if (one := record.speaker(id_))]
    found = sorted(named, key=lambda one: -one.statements)
    if not found:
        raise QueryError(
            f"nobody called {given!r} is on this record; give a name as articles have it, or words of it"
        )
    return found[0], len(found) - 1


def _field(record: Record, met: _Met | None, given: str) -> str:
    """What stands in a speaker's field: the name, if it leads to just them."""
    if met is None:
        return given
    entity = met[0].entity
    return entity.name if record.meant(entity.name) == (entity.id,) else entity.id


def _compared(record: Record, page: ComparePage, one: _Met, other: _Met) -> ComparePage:
    left, right = one[0].entity, other[0].entity
    if left.id == right.id:
        raise QueryError(f"both fields mean {left.name}; choose somebody else in one of them")
    asked = [_asked(met[0], page.query) for met in (one, other)]
    found = [record.statements(each.query(limit=_MOST)) for each in asked]
    subject = f" on {page.query}" if page.query else ""
    return replace(
        page,
        title=f"{left.name} and {right.name}{subject} · Onrecord",
        left=_side(record, one, asked[0], found[0]),
        right=_side(record, other, asked[1], found[1]),
        days=_days(found[0].rows, found[1].rows),
        swap=urls.compare(right.id, left.id, page.query),
    )


def _asked(speaker: FoundSpeaker, subject: str) -> Asked:
    return Asked((*([("q", subject)] if subject else []), ("speaker", speaker.entity.id)))


def _side(record: Record, met: _Met, asked: Asked, found: Found) -> Side:
    speaker, others = met
    entity = speaker.entity
    detail = entity.roles[0] if entity.roles else wording.KIND_WORDS[entity.kind]
    few = 0 < found.total <= AT_ONCE
    acts = record.facets(asked.query(), ["act"], most=_ACTS)["act"].values if few else ()
    return Side(
        name=Name(entity.name, urls.speaker(entity.id), detail=detail),
        total=wording.counted(found.total, "statement"),
        acts=", ".join(f"{wording.past(one.value)} {one.count:,}" for one in acts),
        all=asked.address(),
        shown=f"the latest {len(found.rows)} of them are shown" if found.next else "",
        others=f"the name fits {wording.counted(others, 'other')}, too" if others else "",
    )


def _days(left: Sequence[FoundStatement], right: Sequence[FoundStatement]) -> tuple[ComparedDay, ...]:
    """Both by day, the earliest first, what has no day last."""
    held: dict[str, tuple[list[FoundStatement], list[FoundStatement]]] = {}
    for place, rows in enumerate((left, right)):
        for row in reversed(rows):
            held.setdefault(said_day(row), ([], []))[place].append(row)
    return tuple(
        ComparedDay(
            heading=wording.day_heading(day) if day else "No date",
            anchor=f"day-{day or 'none'}",
            left=tuple(line(row, longest=_WORDS) for row in one),
            right=tuple(line(row, longest=_WORDS) for row in other),
        )
        for day, (one, other) in sorted(held.items(), key=lambda item: (not item[0], item[0]))
    )
