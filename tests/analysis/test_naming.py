"""Words that name what was said."""

import pytest

from onrecord.analysis.naming import named_in


@pytest.mark.parametrize(
    ("content", "owner", "pick"),
    [
        ("that mr tesk's claims could not be believed", "tesk", "all"),
        ("that anna rask’s statement was true", "rask", "last"),
        ("bram tesk's comments and a film of them", "tesk", "first"),
        ("the charge", "", "last"),
        ("the decision vindicated the families", "", "first"),
    ],
)
def test_whose_words_and_which(content: str, owner: str, pick: str) -> None:
    """The noun tells the acts that are meant, its owner whose, its number how many."""
    named = named_in(content)
    assert named is not None
    assert (named.owner, named.pick) == (owner, pick)


@pytest.mark.parametrize(
    "content",
    [
        "it rained",
        "the harbour was sold and the charge is late",
        "the offer of a lifetime",
        "“those who play with words”",
    ],
)
def test_other_nouns_name_nothing(content: str) -> None:
    """Deep in a content, or with an "of", such a noun is seldom somebody's statement."""
    assert named_in(content) is None
