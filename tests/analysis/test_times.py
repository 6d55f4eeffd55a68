"""Calendar arithmetic from the words of a report."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.times import said_in

THURSDAY = date(2026, 2, 12)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("on Thursday", "2026-02-12"),
        ("on Wednesday", "2026-02-11"),
        ("on Friday", "2026-02-06"),
        ("yesterday", "2026-02-11"),
        ("today", "2026-02-12"),
        ("last night", "2026-02-11"),
        ("last week", "2026-02-02/2026-02-08"),
        ("this week", "2026-02-09/2026-02-12"),
        ("last month", "2026-01-01/2026-01-31"),
        ("earlier this month", "2026-02-01/2026-02-12"),
        ("in January", "2026-01-01/2026-01-31"),
        ("in March", "2025-03-01/2025-03-31"),
        ("last year", "2025-01-01/2025-12-31"),
        ("in 2019", "2019-01-01/2019-12-31"),
        ("two days ago", "2026-02-10"),
        ("on Jan. 19", "2026-01-19"),
        ("on 3 February", "2026-02-03"),
        ("on November 30", "2025-11-30"),
        ("on 5 May 2024", "2024-05-05"),
        ("last weekend", "2026-02-07/2026-02-08"),
        ("over the weekend", "2026-02-07/2026-02-08"),
        ("two years ago", "2024-01-01/2024-12-31"),
        ("in late January", "2026-01-21/2026-01-31"),
        ("in early February", "2026-02-01/2026-02-10"),
        ("in the spring of 2024", "2024-03-01/2024-05-31"),
        ("from Jan. 3 to 6", "2026-01-03/2026-01-06"),
        ("from Dec. 30 to Jan. 2", "2025-12-30/2026-01-02"),
    ],
)
def test_words_for_time_are_reckoned_from_the_day_of_publication(words: str, expected: str) -> None:
    """Each expression gives its day or its interval, in the past."""
    assert str(said_in(f"she said {words} that", THURSDAY)) == expected


@pytest.mark.parametrize(
    "words", ["next Friday", "until Monday", "by Tuesday", "since Monday", "they may go", "on 31 June 2020"]
)
def test_what_does_not_date_the_saying_is_left(words: str) -> None:
    """A day to come, a limit, the verb "may" and a day that no calendar has date nothing."""
    assert said_in(f"she said {words}", THURSDAY) is None


def test_a_dateline_dates_nothing() -> None:
    """The day in a dateline is when it was written, the weekday in the sentence when it was said."""
    assert str(said_in("ARLEN, Feb 12 (Wire) - She said on Tuesday that", THURSDAY)) == "2026-02-10"


def test_without_a_day_of_publication_only_full_dates_count() -> None:
    """Nothing is guessed."""
    assert said_in("on Thursday", None) is None
    assert str(said_in("on 5 May 2024", None)) == "2024-05-05"


@given(
    st.text(alphabet="0123456789 ,.adfjlmnorstuyMJFTW", max_size=60),
    st.dates(date(1950, 1, 1), date(2090, 1, 1)),
)
def test_any_words_give_a_date_or_none(words: str, published: date) -> None:
    """No words raise, and a day that is found exists."""
    said = said_in(words, published)
    if said:
        assert all(date.fromisoformat(day) for day in str(said).split("/"))
