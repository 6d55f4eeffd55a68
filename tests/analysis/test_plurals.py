"""Sets of people that “they” may take up."""

from onrecord.analysis.plurals import plurals
from onrecord.analysis.scene import scene_of
from onrecord.terms.article import Article


def told(text: str) -> list[str]:
    return [mention.actor.name for mention in plurals(scene_of(Article("test", text)), len(text))]


def test_plural_nouns_of_people_are_sets_with_what_describes_them() -> None:
    """A set is called as it is described, without its article."""
    assert told("The harbour workers met. ") == ["harbour workers"]


def test_two_named_side_by_side_are_a_set() -> None:
    """Two persons joined by “and” may be taken up together."""
    assert "Anna Rask and Bram Tesk" in told("The judge heard Anna Rask and Bram Tesk. ")


def test_sets_in_quotations_and_far_back_are_none() -> None:
    """What somebody quotes, and what was told many sentences ago, is not taken up."""
    assert told("“Two farmers came,” Anna Rask said. ") == []
    assert told("The voters slept. " + "It rained on the quay. " * 6) == []
