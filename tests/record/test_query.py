"""Questions: how words and days are understood."""

from datetime import date, datetime

import pytest

from onrecord.errors import QueryError
from onrecord.record.query import Query, first_day, last_day, match


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("", None),
        ("  \n", None),
        ("dam gate", '"dam" AND "gate"'),
        ("“the dam” gat*", '"the dam" AND "gat"*'),
        ("«the dam»*", '"the dam"*'),
        ("„the dam“", '"the dam"'),
        ("a OR b OR c d", '("a" OR "b" OR "c") AND "d"'),
        ("OR a", '"a"'),
        ("a NOT b", '("a") NOT ("b")'),
        ("a -b −c", '("a") NOT ("b" OR "c")'),
        ('a -"b c"', '("a") NOT ("b c")'),
        ("-a NOT b", '"a" AND "b"'),
        ("a - b", '"a" AND "b"'),
        ("O'Neill", '"o neill"'),
        ("near(a b, 2)", '"near a" AND "b" AND "2"'),
        ('say "what', '"say" AND "what"'),
        ("a and b", '"a" AND "and" AND "b"'),
        ("“OR”", '"or"'),
    ],
)
def test_words_become_an_expression(text: str, expression: str | None) -> None:
    """Only words, phrases, beginnings, OR, NOT and minus mean anything; the rest parts words."""
    assert match(text) == expression


@pytest.mark.parametrize("text", ["*", '""', "-", "OR", "…", "\ud800"])
def test_a_question_without_a_word_is_refused(text: str) -> None:
    """There must be something to look for."""
    with pytest.raises(QueryError, match="no word"):
        match(text)


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
