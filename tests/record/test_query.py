"""Questions: how words and days are understood."""

from datetime import date, datetime

import pytest

from onrecord.errors import QueryError
from onrecord.record.query import Query, first_day, last_day


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        (None, None, None),
        ("", None, None),
        ("2026", "2026-01-01", "2026-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        (" 2026-2-3 ", "2026-02-03", "2026-02-03"),
        (date(2026, 2, 3), "2026-02-03", "2026-02-03"),
        (datetime(2026, 2, 3, 12), "2026-02-03", "2026-02-03"),  # noqa: DTZ001 - only its day counts
    ],
)
def test_days_may_be_given_roughly(given: date | str | None, first: str | None, last: str | None) -> None:
    """A month or a year means all of it."""
    assert (first_day(given), last_day(given)) == (first, last)


@pytest.mark.parametrize(
    "given", ["0", "99999", "2026-00", "2026-13", "2026-01-32", "-2026", "now", "2026-02-"]
)
def test_what_is_no_day_is_refused(given: str) -> None:
    """A date that does not exist is a mistake, not an empty answer."""
    with pytest.raises(QueryError, match="no date"):
        Query(since=given)
