"""How often something was the case over time, line by line: whom somebody spoke about, what they did."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from onrecord.record.collection import Record
from onrecord.record.query import Query
from onrecord.record.values import Facet
from onrecord.web import charts, spreading, wording
from onrecord.web.asking import Asked
from onrecord.web.search_elements import Picture
from onrecord.web.speaker_elements import Course, CourseRow

__all__ = ["COURSES", "course", "picture"]

COURSES: Mapping[str, tuple[str, str]] = {
    "targets-over-time": ("target", "about whom over time"),
    "acts-over-time": ("act", "acts over time"),
}
"""The courses, by what the address of their pictures calls them: what they count, and what they show."""

_LINES = 8
_STRAY = 0.1
"""The share of statements that are left out of a course if its other columns then are days, not months."""


def course(record: Record, query: Query, asked: Asked, name: str) -> Course | None:
    """A course; None if nothing of it is dated.

    Args:
        record: the record.
        query: what was asked.
        asked: the same, as the search that a column narrows.
        name: which one of ``COURSES``.
    """
    facet, told = COURSES[name]
    lines, stray = _lines(record, query, asked, facet)
    if not lines:
        return None
    most = max(bar.count for _, bars in lines for bar in bars) or 1
    times = lines[0][1]
    held = [place for place in range(len(times)) if any(bars[place].count for _, bars in lines)]
    return Course(
        id=name,
        heading=told[0].upper() + told[1:],
        unit=spreading.unit(times),
        first=spreading.in_words(times[0].key),
        last=spreading.in_words(times[-1].key),
        periods=tuple(spreading.in_words(times[place].key) for place in held),
        rows=tuple(_row(line, bars, held, most) for line, bars in lines),
        picture=Picture(told, asked.address(f"/plots/{name}.svg")),
        stray=f"{wording.counted(stray, 'earlier statement')}" if stray else "",
        stray_url=asked.also("until", _day_before(times[0].since)).address() if stray else "",
    )


def picture(record: Record, query: Query, asked: Asked, name: str, of: str) -> bytes | None:
    """The same as a picture; None if nothing of it is dated.

    Args:
        record: the record.
        query: what was asked.
        asked: the same, as a search.
        name: which one of ``COURSES``.
        of: what the search is called.
    """
    lines, _ = _lines(record, query, asked, COURSES[name][0])
    rows = [(f"{line.label}  {line.count:,}", bars) for line, bars in lines]
    if not rows:
        return None
    period = wording.period(rows[0][1][0].since, rows[0][1][-1].until)
    told = COURSES[name][1]
    return charts.courses_picture(rows, title=f"{told[0].upper()}{told[1:]}, {period}: {of}")


_Line = tuple[charts.Bar, Sequence[charts.Bar]]
"""A value of a facet, and its columns over time."""


def _lines(record: Record, query: Query, asked: Asked, facet: str) -> tuple[tuple[_Line, ...], int]:
    """The most frequent values over time, and how many statements are too early to be drawn."""
    spread = record.facets(query, [facet, "month"], most=_LINES)
    months, stray = _without_stray(spread["month"])
    # A query without these months gives the days of the others.
    later = replace(query, since=months.values[0].value) if stray else query
    times = spreading.over_time(record, later, months, asked)
    chosen = asked.all(facet)
    named = (bar for bar in spreading.bars(facet, spread[facet], asked) if not chosen or bar.key in chosen)
    lines = (
        (bar, _columns(record, query, asked, facet=facet, line=bar, times=times)) for bar in named if times
    )
    return tuple((bar, bars) for bar, bars in lines if any(one.count for one in bars)), stray


def _without_stray(months: Facet) -> tuple[Facet, int]:
    """The months without those few long before most of it, if there are such, and what they held.

    A sentence of last year that somebody recalls would else make one column of what was said this month.
    """
    if not months.values or spreading.in_days(months.values[0].value, months.values[-1].value):
        return months, 0
    total = sum(one.count for one in months.values)
    stray = 0
    for place, one in enumerate(months.values):
        if spreading.in_days(one.value, months.values[-1].value):
            return replace(months, values=months.values[place:]), stray
        stray += one.count
        if stray > _STRAY * total:
            break
    return months, 0


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _columns(
    record: Record, query: Query, asked: Asked, *, facet: str, line: charts.Bar, times: Sequence[charts.Bar]
) -> tuple[charts.Bar, ...]:
    unit = spreading.unit(times)
    theirs = replace(query, target=line.key) if facet == "target" else replace(query, act=line.key)
    counts = {one.value: one.count for one in record.facets(theirs, [unit])[unit].values}
    narrowed = asked.also(facet, line.key)
    return tuple(_column(one, counts.get(one.key, 0), narrowed) for one in times)


def _column(time: charts.Bar, count: int, asked: Asked) -> charts.Bar:
    told = f"{wording.counted(count, 'statement')}, {spreading.in_words(time.key)}"
    within = asked.but("since", "until").also("since", time.since).also("until", time.until)
    return replace(time, count=count, told=told, url=within.address())


def _row(line: charts.Bar, bars: Sequence[charts.Bar], held: Sequence[int], most: int) -> CourseRow:
    return CourseRow(
        name=line.label,
        url=line.url,
        count=f"{line.count:,}",
        strip=charts.strip(bars, most=most),
        cells=tuple(f"{bars[place].count:,}" if bars[place].count else "" for place in held),
    )
