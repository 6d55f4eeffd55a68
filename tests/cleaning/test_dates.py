"""Dates are read as given or refused."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cleaning.dates import ACCEPTED, moment


@pytest.mark.parametrize(
    ("given_date", "iso"),
    [
        ("2026-02-03T08:15", "2026-02-03T08:15:00"),
        ("2026-02-03 08:15:09", "2026-02-03T08:15:09"),
        ("2026-02-03 08:15:09 +01:00", "2026-02-03T08:15:09+01:00"),
        ("2026-02-03T08:15:09.250+0100", "2026-02-03T08:15:09.250000+01:00"),
        ("2026-02-03t08:15:09z".upper(), "2026-02-03T08:15:09+00:00"),
        ("Tue, 3 Feb 2026 08:15:00 +0100", "2026-02-03T08:15:00+01:00"),
        ("3 Feb 2026 08:15:00 GMT", "2026-02-03T08:15:00+00:00"),
    ],
)
def test_times_keep_the_zone_they_give(given_date: str, iso: str) -> None:
    """A time is read with its zone, or without one if it gives none."""
    found = moment(given_date)
    assert found.when.isoformat() == iso
    assert not found.date_only


@given(st.dates(min_value=date(1600, 1, 1), max_value=date(9998, 12, 31)))
def test_a_day_is_its_midnight(day: date) -> None:
    """A day alone is known to be one, and has no zone."""
    found = moment(f" {day.isoformat()} ")
    assert found.date_only
    assert (found.when.date(), found.when.tzinfo) == (day, None)


@given(st.datetimes(min_value=datetime(1600, 1, 1), timezones=st.one_of(st.none(), st.timezones())))  # noqa: DTZ001
def test_iso_times_read_back(when: datetime) -> None:
    """What Python writes is read as the same moment, unless it lies where zones cannot be applied."""
    offset = when.utcoffset()
    if when.year == 9999 or (offset and offset.seconds % 60):
        return
    assert moment(when.isoformat()).when.isoformat() == when.isoformat()


@given(st.text(max_size=40) | st.from_regex(r"[0-9T:+Z -]{4,30}", fullmatch=True))
def test_anything_else_says_what_is_accepted(text: str) -> None:
    """No text raises anything but a ValueError that gives the accepted forms."""
    said = ACCEPTED
    try:
        moment(text)
    except ValueError as error:
        said = str(error)
    assert ACCEPTED in said
