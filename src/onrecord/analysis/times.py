"""When it was said: the report's own words for time, reckoned from the day it was published."""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.languages.english.calendar import MONTHS, WEEKDAYS
from onrecord.terms.statement import Said

__all__ = ["said_in"]

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_NOT_THEN = (
    r"(?<!next )(?<!until )(?<!since )(?<!before )(?<!by )(?<!through )(?<!from )(?<!coming )(?<!for )"
)
_SATURDAY = 5
_YEARS = range(1900, 2101)

_FULL = re.compile(
    rf"\b(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd"
    rf"|th)?(?:,? (?P<year>\d{{4}}))?\b(?!\s?(?:percent|per|%))",
    re.IGNORECASE,
)
_FULL_BRITISH = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{_MONTH})\.?(?:,? (?P<year>\d{{4}}))?\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"{_NOT_THEN}\b(?P<day>{_DAY})\b(?:[’']s)?", re.IGNORECASE)
_IN_MONTH = re.compile(
    rf"\b(?P<lead>in|last|early in|late in|since) (?:early |late "
    rf"|mid-)?(?P<month>{_MONTH})\b\.?(?:,? (?P<year>\d{{4}}))?(?! \d)",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(r"\b(?:in|during) (?P<year>(?:19|20)\d\d)\b")
_AGO = re.compile(
    r"\b(?P<n>a|one|two|three|four|five|six|seven|\d{1,2}) (?P<unit>day|week|month|year)s? (?:ago|earlier)\b",
    re.IGNORECASE,
)
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_PERIOD = re.compile(
    r"\b(?P<which>last|this|earlier this|later this|this past|previous|the past) (?P<unit>week|month"
    r"|year|night|morning|afternoon|evening|weekend)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^\s*[A-Z]{3}[^—–\n]{0,60}(?:[—–]|\s-\s)")
_NEAR = re.compile(r"\b(?P<word>today|tonight|yesterday|overnight)\b", re.IGNORECASE)


def said_in(words: str, published: date | None, *, years: bool = True) -> Said | None:
    """The day or the interval that some words of a report name; None if they name none.

    Days of the week and the like are looked for in the past, the day of publication included: a report
    tells what has been said.

    Args:
        words: the sentence without what is attributed.
        published: the local day of publication; only a full date can be read without it.
        years: whether a bare year counts too; "the invasion in 2003" dates no saying.
    """
    if published is None:
        return next((said for _, said in _days(words, None) if said), None)
    words = _DATELINE.sub("", words)
    found = [(at, said) for rule in (_days, _relative) for at, said in rule(words, published) if said]
    found = found or [(at, said) for at, said in _months(words, published) if said]
    if not found and years:
        found = [(at, said) for at, said in _years(words, published) if said]
    return min(found, key=lambda entry: entry[0])[1] if found else None


def _span(start: date, end: date) -> Said:
    return Said(start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}")


def _days(words: str, published: date | None) -> Iterator[tuple[int, Said | None]]:
    """Full dates; one without a year is the last one that has passed."""
    for pattern in (_FULL, _FULL_BRITISH):
        for match in pattern.finditer(words):
            month, day = MONTHS[match["month"].lower()], int(match["day"])
            if match["year"]:
                yield match.start(), _day(int(match["year"]), month, day)
            elif published:
                this_year = _day(published.year, month, day)
                passed = this_year and this_year.text <= published.isoformat()
                yield match.start(), this_year if passed else _day(published.year - 1, month, day)


def _day(year: int, month: int, day: int) -> Said | None:
    if year not in _YEARS or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return Said(date(year, month, day).isoformat())


def _relative(words: str, published: date) -> Iterator[tuple[int, Said | None]]:
    for match in _WEEKDAY.finditer(words):
        if match["day"][0].isupper():
            back = (published.weekday() - WEEKDAYS[match["day"].lower()]) % 7
            yield match.start(), _back(published, back, back)
    for match in _NEAR.finditer(words):
        back = 1 if match["word"].lower() in ("yesterday", "overnight") else 0
        yield match.start(), _back(published, back, back)
    for match in _PERIOD.finditer(words):
        yield match.start(), _period(match["which"].lower(), match["unit"].lower(), published)
    for match in _AGO.finditer(words):
        yield match.start(), _ago(match["n"].lower(), match["unit"].lower(), published)


def _back(published: date, first: int, last: int) -> Said:
    return _span(published - timedelta(days=first), published - timedelta(days=last))


def _period(which: str, unit: str, published: date) -> Said | None:
    last = which in ("last", "previous")
    weekday = published.weekday()
    if unit in ("morning", "afternoon", "evening", "night"):
        return _back(published, int(last), int(last))
    if unit == "weekend":
        return _weekend(published, last=last)
    if which in ("the past", "this past"):
        return None
    if unit == "week":
        return _back(published, weekday + 7, weekday + 1) if last else _back(published, weekday, 0)
    if unit == "month":
        return _month_before(published, int(last))
    year = published.year - last
    return _span(date(year, 1, 1), date(year, 12, 31) if last else published) if year in _YEARS else None


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
    count = _NUMBERS.get(number) or int(number)
    if unit == "day":
        return _back(published, count, count)
    if unit == "week":
        start = published.weekday() + 7 * count
        return _back(published, start, start - 6)
    return _month_before(published, count) if unit == "month" else None


def _months(words: str, published: date) -> Iterator[tuple[int, Said | None]]:
    for match in _IN_MONTH.finditer(words):
        if match["lead"].lower() == "since" or not match["month"][0].isupper():
            continue
        month = MONTHS[match["month"].lower()]
        year = int(match["year"]) if match["year"] else published.year - (month > published.month)
        distance = (published.year - year) * 12 + published.month - month
        if distance >= 0:
            yield match.start(), _month_before(published, distance)


def _years(words: str, published: date) -> Iterator[tuple[int, Said | None]]:
    for match in _IN_YEAR.finditer(words):
        year = int(match["year"])
        if year <= published.year:
            yield match.start(), _span(date(year, 1, 1), min(date(year, 12, 31), published))
