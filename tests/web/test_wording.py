from datetime import UTC, datetime, timedelta, timezone

import pytest

from onrecord.errors import QueryError
from onrecord.terms.statement import ACTS, UNKNOWN, Statement
from onrecord.web import wording


def statement(**fields: object) -> Statement:
    """A plain statement with these fields."""
    plain: dict[str, object] = {"form": "direct", "mode": "speech", "act": "say", "speaker": UNKNOWN}
    return Statement(id="0" * 16, source=(), cue=(), content=(), **{**plain, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize("act", ACTS)
def test_every_act_has_its_words(act: str) -> None:
    """Each act of the guide has a verb in the past tense and a meaning."""
    assert wording.verb(statement(act=act)).endswith("ed") or act == "say"
    assert wording.ACT_MEANINGS[act]


def test_what_was_not_said_or_is_not_certain_is_told() -> None:
    """A negated statement is not told as said, nor a hedged one as certain."""
    assert wording.verb(statement(act="explain", negated=True)) == "did not explain"
    assert wording.verb(statement(hedged=True)) == "reportedly said"
    assert wording.verb(statement(act="deny", negated=True, hedged=True)) == "reportedly did not deny"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-02-16", "16 February 2026"),
        ("2026-02-01/2026-02-16", "1 to 16 February 2026"),
        ("2026-01-30/2026-02-02", "30 January to 2 February 2026"),
        ("2025-12-30/2026-01-02", "30 December 2025 to 2 January 2026"),
        ("2026-02-16/", "16 February 2026"),
        ("next spring", "next spring"),
        ("", ""),
    ],
)
def test_days_are_told_as_people_tell_them(text: str, expected: str) -> None:
    """Days and intervals become words; what is neither stays what it is."""
    assert wording.said_words(text) == expected


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        (None, "16 February 2026, 06:05"),
        (UTC, "16 February 2026, 06:05 UTC"),
        (timezone(timedelta(hours=1)), "16 February 2026, 06:05 UTC+1"),
        (timezone(-timedelta(hours=3, minutes=30)), "16 February 2026, 06:05 UTC−3:30"),
    ],
)
def test_moments_keep_their_zone(zone: timezone | None, expected: str) -> None:
    """A time is told where it was given; none is made up."""
    assert wording.moment_words(datetime(2026, 2, 16, 6, 5, tzinfo=zone)) == expected


def test_a_bare_date_has_no_time() -> None:
    """Midnight is not told where only the day is known."""
    assert wording.moment_words(datetime(2026, 2, 16, tzinfo=UTC), date_only=True) == "16 February 2026"


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, ""),
        ("2026-02-01", "2026-02-01", "1 February 2026"),
        ("2026-02-01", "2026-02-03", "1 to 3 February 2026"),
    ],
)
def test_a_period_is_as_short_as_it_can_be(first: str | None, last: str | None, expected: str) -> None:
    """One day is told once, no day not at all."""
    assert wording.period(first, last) == expected


def test_numbers_agree_with_their_nouns() -> None:
    """One statement, several statements."""
    assert wording.counted(1, "statement") == "1 statement"
    assert wording.counted(1204, "statement") == "1,204 statements"


def test_errors_are_told_as_sentences() -> None:
    """What an error says begins with a capital letter and ends with a full stop, once."""
    assert wording.sentence(QueryError("limit 0: too few")) == "Limit 0: too few."
    assert wording.sentence(QueryError("Is it full?")) == "Is it full?"
