"""Columns that are sorted by: times and days."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.rows import days_of, instant
from onrecord.terms.statement import Said

times = st.datetimes(
    min_value=datetime(2, 1, 1),  # noqa: DTZ001 - strategies give the zone
    max_value=datetime(9998, 1, 1),  # noqa: DTZ001
    timezones=st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)


@given(times, times)
def test_instants_sort_as_times_do(one: datetime, other: datetime) -> None:
    """Text and time agree on which is earlier, to the second."""
    whole = [moment.astimezone(UTC).replace(microsecond=0) for moment in (one, other)]
    assert (instant(one) < instant(other)) == (whole[0] < whole[1])
    assert instant(None) < instant(one)


def test_the_ends_of_the_calendar_have_an_instant() -> None:
    """A time that has no counterpart in UTC is taken as it stands."""
    east = timezone(timedelta(hours=5))
    assert instant(datetime.min.replace(tzinfo=east)) == "0001-01-01T00:00:00"


@pytest.mark.parametrize(
    ("said", "days"),
    [
        (None, ("2026-02-05", "2026-02-05")),
        ("2026-02-03", ("2026-02-03", "2026-02-03")),
        ("2026-01-20/2026-02-03", ("2026-01-20", "2026-02-03")),
        ("2026-02-03/2026-01-20", ("2026-02-03", "2026-02-03")),
        ("2026-01", ("2026-01-01", "2026-01-31")),
        ("2025", ("2025-01-01", "2025-12-31")),
        ("9999-12", ("2026-02-05", "2026-02-05")),
        ("2026-02-03T09:00", ("2026-02-03", "2026-02-03")),
        ("last week", ("2026-02-05", "2026-02-05")),
        ("2026-13", ("2026-02-05", "2026-02-05")),
    ],
)
def test_what_was_said_has_its_days(said: str | None, days: tuple[str, str]) -> None:
    """An unreadable time of saying counts as none; the day of publication stands in."""
    published = datetime(2026, 2, 5, 23, tzinfo=timezone(timedelta(hours=-8)))
    assert days_of(Said(said) if said else None, published) == days
    assert days_of(None, None) == ("", "")
