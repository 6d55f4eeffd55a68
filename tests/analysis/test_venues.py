"""Where or in what, from the words around a cue."""

import pytest

from onrecord.analysis.venues import venues_in


@pytest.mark.parametrize(
    ("words", "venue"),
    [
        ("she said in an interview with Radio Arlen on Tuesday …", "in an interview with Radio Arlen"),
        ("In a letter to the Harbour Board, she wrote …", "in a letter to the Harbour Board"),
        ("she said in a statement …", "in a statement"),
        ("she tweeted …", "on Twitter"),
        ("she told a news conference …", "a news conference"),
        ("she told reporters in Tarrow …", "in Tarrow"),
        ("she said by telephone …", "by telephone"),
        ("she told Radio Arlen's Morning Hour …", "Radio Arlen's Morning Hour"),
    ],
)
def test_the_venue_is_named_as_the_text_names_it(words: str, venue: str) -> None:
    """Occasions, media, programmes and places."""
    assert venue in [found.text for found in venues_in(words)]


@pytest.mark.parametrize("words", ["she said …", "she said after the speech of the mayor in court …"])
def test_a_clause_of_its_own_is_no_venue(words: str) -> None:
    """What happened before is not where it was said."""
    assert not [found for found in venues_in(words) if found.kind != "place" and found.lead != "after"]
