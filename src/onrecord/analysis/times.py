"""When it was said: the report's own words for time, reckoned from the day it was published."""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from dateutil.relativedelta import relativedelta

from onrecord.analysis.alternatives import any_of
from onrecord.analysis.words import lowered, parts_in
from onrecord.languages.english.calendar import MONTHS, NUMBERS, SEASONS, WEEKDAYS
from onrecord.terms.statement import Said

__all__ = ["When", "said_in", "times_in"]

_MONTH, _DAY = any_of(MONTHS), any_of(WEEKDAYS)
_NOT_THEN = (
    r"(?<!next )(?<!until )(?<!since )(?<!before )(?<!by )(?<!through )(?<!from )(?<!coming )(?<!for )"
)
_SATURDAY = 5
_YEARS = range(1900, 2101)

_FULL = re.compile(
    rf"\b(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd"
    rf"|th)?(?:,? (?P<year>\d{{4}}))?\b(?!\s?(?:percent|per|%))",
)
_FULL_BRITISH = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{_MONTH})\.?(?:,? (?P<year>\d{{4}}))?\b",
)
_RANGE = re.compile(
    rf"\b(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)? ?(?:to|through|and|until|[-–—]) ?"
    rf"(?:(?P<until>{_MONTH})\.? )?(?P<last>\d{{1,2}})\b(?:,? (?P<year>\d{{4}}))?(?!\s?(?:percent|per|%))",
)
_WEEKDAY = re.compile(rf"\b(?=[fmstw]){_NOT_THEN}(?P<day>{_DAY})\b(?:[’']s)?")
_IN_MONTH = re.compile(
    rf"\b(?:(?P<first>early|late) )?(?P<lead>in|last|of|this|since|during)"
    rf" (?P<part>early |late |mid-)?(?P<month>{_MONTH})\b\.?(?:,? (?P<year>\d{{4}}))?(?! \d)",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(r"\b(?:in|during) (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_DATED = re.compile(r"\b(?:[Aa]|[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?P<year>(?:19|20)\d\d) (?=[a-z])")
_AGO = re.compile(
    rf"\b(?P<n>{'|'.join(NUMBERS)}|\d{{1,2}}) (?P<unit>day|week|month|year)s? (?:ago|earlier)\b",
)
_WEEKEND = re.compile(r"\b(?:over|at|during) the weekend\b")
_SEASON = re.compile(rf"\b(?:in|during) (?:the )?(?P<season>{'|'.join(SEASONS)}) (?:of )?(?P<year>\d{{4}})\b")
_PERIOD = re.compile(
    r"\b(?P<which>last|this|earlier this|later this|this past|previous|the past) (?P<unit>week|month"
    rf"|year|night|morning|afternoon|evening|weekend|{'|'.join(SEASONS)})\b",
)
_DATELINE = re.compile(r"^\s*[A-Z]{3}[^—–\n]{0,60}(?:[—–]|\s-\s)")
_NEAR = re.compile(r"\b(?P<word>today|tonight|yesterday|overnight)\b")
_DIGIT = re.compile(r"\d")
_NEARBY = frozenset({"today", "tonight", "yesterday", "overnight"})
_UNITS = frozenset({"week", "month", "year", "night", "morning", "afternoon", "evening", "weekend", *SEASONS})
_DISTANCE = frozenset({"ago", "earlier"})
_REACHING_BACK = _NEARBY | _UNITS | _DISTANCE
_TIMELY = frozenset({*MONTHS, *WEEKDAYS}) | _REACHING_BACK
"""One of these, or a year in figures, is in all words for time."""


@dataclass(frozen=True, slots=True)
class When:
    """Some words for time, and what they mean.

    Attributes:
        start: where they start in the words that were read.
        end: where they end.
        said: the day or the interval.
        unit: what they name: a date, a weekday, a day near by, a period, a distance, a month, a year.
    """

    start: int
    end: int
    said: Said
    unit: str


_Rule: TypeAlias = Iterator[tuple[re.Match[str], Said | None, str]]
_Read: TypeAlias = Callable[[str, date], _Rule]


def times_in(words: str, published: date | None, parts: frozenset[str] | None = None) -> tuple[When, ...]:
    """Everything some words of a report say of time, in their order; what is to come is left out.

    Days of the week and the like are looked for in the past, the day of publication included: a report
    tells what has been said.

    Args:
        words: the words.
        published: the local day of publication; only a full date can be read without it.
        parts: what ``parts_in`` makes of the words, if the caller knows.
    """
    timely = _TIMELY & (parts_in(words) if parts is None else parts)
    dated = published is not None and ("20" in words or "19" in words)
    if not timely and not dated:
        return ()
    dateline = _DATELINE.match(words)
    begin = dateline.end() if dateline else 0
    found: list[When] = []
    for rule in _rules(words, timely, published, dated=dated):
        for match, said, unit in rule(words, published or date.max):
            taken = any(w.start < match.end() and match.start() < w.end for w in found)
            if said and match.start() >= begin and not taken and _is_past(said, published):
                found.append(When(match.start(), match.end(), said, unit))
    return tuple(sorted(found, key=lambda when: when.start))


def _rules(words: str, timely: frozenset[str], published: date | None, *, dated: bool) -> Iterator[_Read]:
    """The rules that may find anything in words, by which of the words for time are among them."""
    in_months = not timely.isdisjoint(MONTHS)
    if in_months and _DIGIT.search(words):
        yield _days
    if published is None:
        return
    if not timely.isdisjoint(WEEKDAYS):
        yield _weekdays
    if not timely.isdisjoint(_REACHING_BACK):
        yield _relative
    if in_months:
        yield _months
    if dated and not timely.isdisjoint(SEASONS):
        yield _seasons
    if dated:
        yield _years


def _is_past(said: Said, published: date | None) -> bool:
    return published is None or said.text[:10] <= published.isoformat()


def said_in(words: str, published: date | None, *, years: bool = True) -> Said | None:
    """The first day or interval that some words of a report name, days before months before years.

    Args:
        words: the sentence without what is attributed.
        published: the local day of publication; only a full date can be read without it.
        years: whether a bare year counts too; "the invasion in 2003" dates no saying.
    """
    found = times_in(words, published)
    for units in (
        ("date", "range", "weekday", "near", "period", "ago"),
        ("month", "season"),
        ("year",) if years else (),
    ):
        for when in found:
            if when.unit in units:
                return when.said
    return None


def _span(start: date, end: date) -> Said:
    return Said(start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}")


def _days(words: str, published: date) -> _Rule:
    """Full dates, from one to another or single; one without a year is the last one that has passed."""
    words = lowered(words)
    for match in _RANGE.finditer(words):
        yield match, _between(match, published), "range"
    for pattern in (_FULL, _FULL_BRITISH):
        for match in pattern.finditer(words):
            month, day = MONTHS[match["month"]], int(match["day"])
            if match["year"]:
                yield match, _day(int(match["year"]), month, day), "date"
            elif published != date.max:
                this_year = _day(published.year, month, day)
                passed = this_year and this_year.text <= published.isoformat()
                yield match, this_year if passed else _day(published.year - 1, month, day), "date"


def _between(match: re.Match[str], published: date) -> Said | None:
    """The days from one date to another."""
    month = MONTHS[match["month"]]
    until = MONTHS[match["until"]] if match["until"] else month
    year = int(match["year"] or published.year)
    over = until < month
    first, last = _day(year - over, month, int(match["day"])), _day(year, until, int(match["last"]))
    if first is None or last is None or (published == date.max and not match["year"]):
        return None
    if not match["year"] and first.text > published.isoformat():
        first = _day(year - 1, month, int(match["day"]))
        last = _day(year - (not over), until, int(match["last"]))
    return (
        _span(date.fromisoformat(first.text), date.fromisoformat(last.text))
        if first and last and first.text < last.text
        else None
    )


def _day(year: int, month: int, day: int) -> Said | None:
    if year not in _YEARS or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return Said(date(year, month, day).isoformat())


def _weekdays(words: str, published: date) -> _Rule:
    for match in _WEEKDAY.finditer(lowered(words)):
        if words[match.start("day")].isupper():
            back = (published.weekday() - WEEKDAYS[match["day"]]) % 7
            yield match, _back(published, back, back), "weekday"


def _relative(words: str, published: date) -> _Rule:
    low = lowered(words)
    for match in _NEAR.finditer(low):
        back = 1 if match["word"] in ("yesterday", "overnight") else 0
        yield match, _back(published, back, back), "near"
    for match in _WEEKEND.finditer(low):
        yield match, _weekend(published, last=True), "period"
    for match in _PERIOD.finditer(low):
        yield match, _period(match["which"], match["unit"], published), "period"
    for match in _AGO.finditer(low):
        yield match, _ago(match["n"], match["unit"], published), "ago"


def _back(published: date, first: int, last: int) -> Said:
    return _span(published - timedelta(days=first), published - timedelta(days=last))


def _period(which: str, unit: str, published: date) -> Said | None:
    last = which in ("last", "previous")
    if unit in ("morning", "afternoon", "evening", "night"):
        return _back(published, int(last), int(last))
    if unit == "weekend":
        return _weekend(published, last=last)
    if which in ("the past", "this past"):
        return None
    return _calendar_period(unit, published, last=last)


def _calendar_period(unit: str, published: date, *, last: bool) -> Said | None:
    """The week, month, season or year that is running or the one before; what is running ends today."""
    weekday = published.weekday()
    if unit == "week":
        return _back(published, weekday + 7, weekday + 1) if last else _back(published, weekday, 0)
    if unit == "month":
        return _month_before(published, int(last))
    year = published.year - last
    if unit in SEASONS:
        return _season(unit, year, published)
    return _span(date(year, 1, 1), date(year, 12, 31) if last else published) if year in _YEARS else None


def _season(name: str, year: int, published: date) -> Said | None:
    """A season of three months, the last one of that name that has begun."""
    first = SEASONS[name]
    start = published.replace(year=year, month=first, day=1)
    if start > published:
        start -= relativedelta(years=1)
    end = start + relativedelta(months=3, days=-1)
    return _span(start, min(end, published)) if start.year in _YEARS else None


def _weekend(published: date, *, last: bool) -> Said | None:
    """The weekend that is past or running; on a weekday "this weekend" is still to come."""
    weekday = published.weekday()
    if weekday >= _SATURDAY and not last:
        return _back(published, weekday - _SATURDAY, 0)
    return _back(published, weekday + 2, weekday + 1) if last else None


def _month_before(published: date, months: int) -> Said | None:
    """A month by its distance; the running month ends on the day of publication."""
    number = published.year * 12 + published.month - 1 - months
    year, month = divmod(number, 12)
    if year not in _YEARS:
        return None
    end = date(year, month + 1, calendar.monthrange(year, month + 1)[1])
    return _span(date(year, month + 1, 1), min(end, published))


def _ago(number: str, unit: str, published: date) -> Said | None:
    count = NUMBERS.get(number) or int(number)
    if unit == "day":
        return _back(published, count, count)
    if unit == "week":
        start = published.weekday() + 7 * count
        return _back(published, start, start - 6)
    if unit == "year":
        year = published.year - count
        return _span(date(year, 1, 1), date(year, 12, 31)) if year in _YEARS else None
    return _month_before(published, count)


def _months(words: str, published: date) -> _Rule:
    for match in _IN_MONTH.finditer(words):
        if match["lead"].lower() == "since" or not match["month"][0].isupper():
            continue
        month = MONTHS[match["month"].lower()]
        year = int(match["year"]) if match["year"] else published.year - (month > published.month)
        distance = (published.year - year) * 12 + published.month - month
        if distance >= 0:
            whole = _month_before(published, distance)
            yield match, whole and _part(whole, (match["part"] or match["first"] or "").lower()), "month"


def _seasons(words: str, published: date) -> _Rule:
    for match in _SEASON.finditer(lowered(words)):
        year = int(match["year"] or published.year)
        if year in _YEARS and year <= published.year:
            season = _season(match["season"], year, published)
            yield match, season, "season"


def _part(whole: Said, part: str) -> Said:
    """The first, the middle or the last third of a month."""
    first = date.fromisoformat(whole.text[:10])
    last = date.fromisoformat(whole.text[-10:])
    days = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}.get(part.rstrip("- "))
    if days is None or days[0] > last.day:
        return whole
    return _span(first.replace(day=days[0]), first.replace(day=min(days[1], last.day)))


def _years(words: str, published: date) -> _Rule:
    for match in _IN_YEAR.finditer(words):
        year = int(match["year"])
        if year <= published.year:
            yield match, _span(date(year, 1, 1), min(date(year, 12, 31), published)), "year"
    for match in _DATED.finditer(words):
        year = int(match["year"])
        if year <= published.year:
            yield match, _span(date(year, 1, 1), min(date(year, 12, 31), published)), "dated"
