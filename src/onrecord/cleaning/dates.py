"""The dates that articles give for themselves."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from onrecord.terms.span import Spans

__all__ = ["ACCEPTED", "Moment", "moment", "stamped"]

ACCEPTED = "2026-02-03, 2026-02-03T08:15, 2026-02-03T08:15:00+01:00 or Tue, 3 Feb 2026 08:15:00 +0100"
"""An example of each form that ``moment`` reads, for messages."""

_MAIL = re.compile(
    r"(?:[A-Z][a-z]{2},\s*)?\d{1,2}\s+[A-Z][a-z]{2}\s+\d{4}\s+\d\d:\d\d(?::\d\d)?\s+(?:[A-Z]{1,4}|[+-]\d{4})"
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d(?::?\d\d){0,2}(?:[.,]\d+)?\s*(?:Z|z|[+-]\d\d(?::?\d\d)?)?")
_STAMP = re.compile(r"\s*(?:last\s+|first\s+)?(?:published|updated|modified)\b", re.IGNORECASE)
_WRITTEN = re.compile(
    r"\b(?:(?P<day>\d{1,2})\s+)?(?P<month>[A-Z][a-z]{2,8})\.?\s+(?:(?P<late>\d{1,2}),?\s+)?(?P<year>\d{4})\b"
)
_YEARS = range(
    1600, 9999
)  # the first newspapers; a day short of what a date can hold, so zones can be applied


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was published.

    Attributes:
        when: with a time zone if one was given; a day alone is its midnight, without one.
        date_only: whether the day was given and no time.
    """

    when: datetime
    date_only: bool = False


def moment(text: str) -> Moment:
    """Read a date in ISO 8601, with or without a time and a zone, or as mail writes it (RFC 2822).

    Raises:
        ValueError: if it is in neither form, or no such day exists; the message gives the accepted forms.
    """
    given = text.strip()
    try:
        found = _read(given)
    except (ValueError, OverflowError):
        found = None
    if found is None or found.when.year not in _YEARS:
        message = f"{given[:60]!r} is no date that can be read; write it as {ACCEPTED}"
        raise ValueError(message)
    return found


def _read(given: str) -> Moment | None:
    if _DAY.fullmatch(given):
        day = date.fromisoformat(given)
        return Moment(datetime(day.year, day.month, day.day), date_only=True)  # noqa: DTZ001 a day has no zone
    if _TIME.fullmatch(given):
        return Moment(datetime.fromisoformat(re.sub(r"\s+(?=[Zz+-])", "", given).upper()))
    if _MAIL.fullmatch(given):
        return Moment(parsedate_to_datetime(given))
    return None


def stamped(text: str, furniture: Spans) -> Moment | None:
    """The day of the first stamp in an article's furniture ("Updated: April 08, 2022, 7:14 AM"), if any."""
    stamps = (span.of(text) for span in furniture)
    days = (_written(stamp) for stamp in stamps if _STAMP.match(stamp))
    return next((day for day in days if day), None)


def _written(stamp: str) -> Moment | None:
    for found in _WRITTEN.finditer(stamp):
        day = found["day"] or found["late"]
        for form in ("%d %B %Y", "%d %b %Y"):
            try:
                when = datetime.strptime(f"{day} {found['month']} {found['year']}", form)  # noqa: DTZ007 a day
            except ValueError:
                continue
            return Moment(when, date_only=True)
    return None
