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
        ("she said on “Arlen Tonight” …", "“Arlen Tonight”"),
        ("she said on social media …", "on social media"),
        ("she said at U.N. talks in Tarrow …", "at U.N. talks in Tarrow"),
        ("she wrote in a series of online postings …", "in a series of online postings"),
        ("she said in a Friday interview with Radio Arlen.", "in a Friday interview with Radio Arlen"),
        ("during Monday's harbour debate she said …", "during Monday's harbour debate"),
        ("Tuesday's debate began …", "tuesday's debate"),
        ("she said in a long-awaited, two-hour speech …", "in a long-awaited, two-hour speech"),
        ("on the broadcast of “Arlen Tonight,” she said …", "on the broadcast of “Arlen Tonight,”"),
    ],
)
def test_the_venue_is_named_as_the_text_names_it(words: str, venue: str) -> None:
    """Occasions, media, programmes and places."""
    assert venue in [found.text for found in venues_in(words)]


@pytest.mark.parametrize(
    ("words", "venue"),
    [
        ("In Pelmary, Foreign Minister Wrenn said …", "in Pelmary"),
        ("Analysts in Ambry said the day's events …", "in Ambry"),
        ("she said in Pelmary, Calmora, on Monday …", "in Pelmary, Calmora"),
    ],
)
def test_a_place_ends_where_its_name_does(words: str, venue: str) -> None:
    """What follows a place in capitals, or after the verb, is no part of it."""
    assert venue in [found.text for found in venues_in(words)]


@pytest.mark.parametrize(
    "words", ["she said …", "she said in July …", "In March, Anna Rask said …", "on Monday as she issued it"]
)
def test_words_for_time_are_no_venue(words: str) -> None:
    """A month is not a place, a day no occasion."""
    assert not venues_in(words)


def test_what_a_venue_is_like_is_told() -> None:
    """Kind, preposition and whether it is known already, for whoever weighs it."""
    (found,) = venues_in("she said after the speech …")
    assert (found.kind, found.lead, found.definite) == ("talk", "after", True)


def test_what_somebody_did_to_somebody_is_no_place() -> None:
    """It follows "in" as a place does."""
    assert not venues_in("in granting Anna Rask the right, the judge said …")
