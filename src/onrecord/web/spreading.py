"""How statements are spread, as the pages show it: facets in words, and columns over time."""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from onrecord.languages.states import STATES
from onrecord.record.collection import Record
from onrecord.record.query import Query
from onrecord.record.values import Facet as Spread
from onrecord.record.values import FacetValue
from onrecord.terms.statement import ACTS
from onrecord.web import charts, wording
from onrecord.web.asking import Asked
from onrecord.web.search_elements import Bin, Chip, Facet, FacetLine, Histogram
from onrecord.web.today_elements import Tally

__all__ = [
    "HEADINGS",
    "bars",
    "chips",
    "facet",
    "histogram",
    "in_days",
    "in_words",
    "over_time",
    "said",
    "tallies",
    "unit",
]

HEADINGS: Mapping[str, str] = {
    "speaker": "Who spoke",
    "target": "About whom",
    "act": "What they did",
    "status": "New or again",
    "outlet": "Outlet",
    "form": "Whose words",
    "mode": "Way",
    "affiliation": "Speaks for",
    "country": "Country",
    "audience": "To whom",
    "reviewed": "Review",
}
"""What statements can be narrowed by, in the order of the page, as the page calls it."""

_OPENED = ("speaker", "target", "act", "outlet")
_LONG = 100
_WORDS: Mapping[str, Mapping[str, str]] = {
    "act": {act: wording.past(act) for act in ACTS},
    "status": {**wording.STATUS_WORDS, "new": "new"},
    "form": wording.FORM_MEANINGS,
    "mode": {"speech": "said or written", "thought": "thought or wanted", "ruling": "ruled"},
    "country": STATES,
    "reviewed": {
        "unreviewed": "not reviewed",
        "no": "not reviewed",
        "yes": "reviewed",
        "right": "confirmed",
        "corrected": "put right",
        "wrong": "judged wrong",
    },
}
_UNKNOWN = "=unknown"
_NOBODY = {"unspecified": "somebody not named", "unknown": "speaker unknown"}
_MOST_DAYS, _MOST_MONTHS = 4, 60
_LENGTH_OF_MONTH, _LENGTH_OF_YEAR = 7, 4
_DECEMBER = 12


def said(name: str, value: str, label: str = "") -> str:
    """A value of a facet or a filter in words."""
    if name in ("since", "until"):
        return wording.said_words(value)
    if known := _WORDS.get(name):
        return known.get(value, value)
    label = label or value.removeprefix("=")
    return _NOBODY.get(label, label)


def facet(name: str, spread: Spread, asked: Asked, *, long: bool = False) -> Facet:
    """One facet, each of its values a link that narrows the search, or widens it again."""
    chosen = set(asked.all(name))
    most = max((value.count for value in spread.values), default=1)
    at_most = long or spread.more > _LONG
    return Facet(
        name=name,
        heading=HEADINGS[name],
        lines=tuple(_line(name, value, asked, most, value.value in chosen) for value in spread.values),
        more=f"{spread.more:,} more" if spread.more else "",
        more_url=None if at_most or not spread.more else asked.address(more=name) + f"#by-{name}",
        missing=f"{spread.missing:,} without" if spread.missing else "",
        opened=bool(chosen) or name in _OPENED or long,
    )


def _line(name: str, value: FacetValue, asked: Asked, most: int, chosen: bool) -> FacetLine:
    beside = asked.but(name, value=value.value) if chosen else asked.also(name, value.value)
    return FacetLine(
        text=said(name, value.value, value.label),
        count=f"{value.count:,}",
        percent=round(100 * value.count / most),
        url=beside.address(),
        chosen=chosen,
    )


def chips(asked: Asked, spreads: Mapping[str, Spread]) -> tuple[Chip, ...]:
    """The filters in force, each with the way to be rid of it."""
    found = []
    for name, value in asked.given:
        if name in HEADINGS or name in ("since", "until", "article"):
            values = spreads[name].values if name in spreads else ()
            label = next((one.label for one in values if one.value == value), "")
            heading = {"since": "Since", "until": "Until", "article": "Article"}.get(
                name, HEADINGS.get(name, "")
            )
            found.append(Chip(heading, said(name, value, label), asked.but(name, value=value).address()))
    return tuple(found)


def bars(name: str, spread: Spread, asked: Asked) -> tuple[charts.Bar, ...]:
    """A facet as the bars of a plot."""
    return tuple(
        charts.Bar(
            key=value.value,
            label=said(name, value.value, value.label),
            count=value.count,
            url=asked.also(name, value.value).address(),
        )
        for value in spread.values
    )


def tallies(spread: Spread, asked: Asked) -> tuple[Tally, ...]:
    """A facet as a list of bars; whoever nobody could make out is left to be counted elsewhere."""
    most = max((value.count for value in spread.values), default=1)
    return tuple(
        Tally(bar.label, f"{bar.count:,}", round(100 * bar.count / most), bar.url)
        for bar in bars(spread.name, spread, asked)
        if bar.key != _UNKNOWN
    )


def histogram(record: Record, query: Query, months: Spread, asked: Asked) -> Histogram | None:
    """What was found as columns over days, months or years; None if nothing of it is dated."""
    columns = over_time(record, query, months, asked)
    if not columns:
        return None
    each = unit(columns)
    period = wording.period(columns[0].since, columns[-1].until)
    number = sum(one.count for one in columns)
    return Histogram(
        plot=charts.columns(columns, told=f"{wording.counted(number, 'statement')} by {each}, {period}"),
        unit=each,
        period=period,
        bins=tuple(Bin(in_words(one.key), f"{one.count:,}", one.url) for one in columns if one.count),
    )


def unit(columns: Sequence[charts.Bar]) -> str:
    """What each of some columns over time stands for: a day, a month or a year."""
    return {_LENGTH_OF_YEAR: "year", _LENGTH_OF_MONTH: "month"}.get(len(columns[0].key), "day")


def over_time(record: Record, query: Query, months: Spread, asked: Asked) -> tuple[charts.Bar, ...]:
    """The columns: years of a long time, days of a short one, else months; none of it is left out.

    Args:
        record: the record.
        query: what was asked.
        months: how many statements each month has.
        asked: the search that a column narrows.
    """
    counts = {value.value: value.count for value in months.values}
    if not counts:
        return ()
    first, last = min(counts), max(counts)
    span = len(list(_months(first, last)))
    if span > _MOST_MONTHS:
        years: dict[str, int] = {}
        for month, count in counts.items():
            years[month[:_LENGTH_OF_YEAR]] = years.get(month[:_LENGTH_OF_YEAR], 0) + count
        keys = [f"{year:04}" for year in range(int(min(years)), int(max(years)) + 1)]
        return tuple(_column(key, years.get(key, 0), asked) for key in keys)
    if span <= _MOST_DAYS:
        days = {one.value: one.count for one in record.facets(query, ["day"])["day"].values}
        return tuple(_column(key, days.get(key, 0), asked) for key in _days(min(days), max(days)))
    return tuple(_column(key, counts.get(key, 0), asked) for key in _months(first, last))


def in_days(first: str, last: str) -> bool:
    """Whether a time, given by its first and its last month, is short enough to be drawn by days."""
    return len(list(_months(first, last))) <= _MOST_DAYS


def _column(key: str, count: int, asked: Asked) -> charts.Bar:
    since, until = _bounds(key)
    narrowed = asked.but("since", "until").also("since", since).also("until", until)
    return charts.Bar(
        key=key,
        label=_shortly(key),
        count=count,
        url=narrowed.address(),
        told=f"{wording.counted(count, 'statement')}, {in_words(key)}",
        since=since,
        until=until,
    )


def _months(first: str, last: str) -> Iterator[str]:
    year, month = int(first[:4]), int(first[5:])
    while (key := f"{year:04}-{month:02}") <= last:
        yield key
        year, month = (year, month + 1) if month < _DECEMBER else (year + 1, 1)


def _days(first: str, last: str) -> Sequence[str]:
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    return [(day + timedelta(days=n)).isoformat() for n in range((end - day).days + 1)]


def _bounds(key: str) -> tuple[str, str]:
    if len(key) == _LENGTH_OF_YEAR:
        return f"{key}-01-01", f"{key}-12-31"
    if len(key) == _LENGTH_OF_MONTH:
        return f"{key}-01", f"{key}-{monthrange(int(key[:4]), int(key[5:]))[1]}"
    return key, key


def in_words(key: str) -> str:
    """A day, a month or a year, as columns over time are told apart, in words."""
    if len(key) == _LENGTH_OF_YEAR:
        return key
    if len(key) == _LENGTH_OF_MONTH:
        return f"{date.fromisoformat(key + '-01'):%B %Y}"
    return wording.day_words(key)


def _shortly(key: str) -> str:
    if len(key) == _LENGTH_OF_YEAR:
        return key
    if len(key) == _LENGTH_OF_MONTH:
        return f"{date.fromisoformat(key + '-01'):%b %Y}"
    return f"{int(key[8:])} {date.fromisoformat(key):%b}"
