"""The noun phrase before a position."""

import pytest

from onrecord.analysis.phrases import phrase_before


@pytest.mark.parametrize(
    ("before", "personal", "phrase"),
    [
        ("She rebuked critics ", True, "critics"),
        ("Rask wooed the young voters ", True, "the young voters"),
        ("He passed 29 others ", True, "29 others"),
        ("She met officials in the capital ", True, "officials in the capital"),
        ("A harbour reporter ", True, "A harbour reporter"),
        ("the nominee for president, ", True, "the nominee for president"),
        ("They published two articles ", False, "two articles"),
        ("They met Anna Rask ", True, None),
        ("They read reports ", True, None),
    ],
)
def test_a_phrase_of_people_or_of_things(before: str, phrase: str | None, *, personal: bool) -> None:
    """People for “who”, over a place or an office behind them; things for “that”."""
    found = phrase_before(f"{before}who", 0, len(before), personal=personal)
    assert (found.of(before).strip() if found else None) == phrase
