"""Two that are taken up together."""

import pytest

from onrecord.analysis.pairs import pair
from onrecord.analysis.scene import scene_of
from onrecord.terms.article import Article

TEXT = "Anna Rask met Bram Tesk in Tarrow. Rask was late, and Tesk was cross. Ivo Kell watched. They left."


@pytest.mark.parametrize(
    "phrase", ["the two", "Both", "The two leaders", "both candidates", "neither side", "each"]
)
def test_two_are_those_most_spoken_of(phrase: str) -> None:
    """Whom the text names most just before, in the order of their naming."""
    found = pair(scene_of(Article("a", TEXT)), phrase, len(TEXT), ())
    assert found is not None
    assert (found.name, found.kind) == ("Anna Rask and Bram Tesk", "group")


@pytest.mark.parametrize("phrase", ["the two bridges", "the mayor", "two"])
def test_what_takes_up_nobody_is_no_pair(phrase: str) -> None:
    """Things, single persons and bare numbers are left alone."""
    assert pair(scene_of(Article("a", TEXT)), phrase, len(TEXT), ()) is None


def test_states_are_taken_up_by_their_own_words() -> None:
    """Neighbours are states, not persons."""
    text = "France wrote to Belgium. Anna Rask and Bram Tesk read it. The two countries agreed."
    found = pair(scene_of(Article("a", text)), "The two countries", text.index("The two"), ())
    assert found is not None
    assert found.name == "France and Belgium"


def test_the_sentence_before_tells_which_two() -> None:
    """Two named alone in the sentence nearest before are meant, whoever is spoken of more elsewhere."""
    text = (
        "Anna Rask met Ivo Kell near the old harbour wall. Rask and Kell talked about their boats. "
        "Later in the week Bram Tesk greeted Ivo Kell. Nobody else was there. The two left."
    )
    found = pair(scene_of(Article("a", text)), "The two", text.index("The two"), ())
    assert found is not None
    assert found.name == "Bram Tesk and Ivo Kell"
