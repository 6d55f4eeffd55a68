"""Who a headline's description turns out to be."""

import pytest
from marked import marked

from onrecord.analysis.scene import scene_of
from onrecord.analysis.speakers import speakers
from onrecord.terms.statement import Actor

HEADLINE = "[1:{description}] <1:says> {{1:the harbour bridge will close}}.\n\n"
BODY = (
    "[2:Anna Rask, a diver from the quay,] <2:said> {2:the harbour bridge would be closed in autumn}. "
    "[3:She] <3:added> {3:that nobody was asked}.\n"
)


def spoken(text: str) -> list[Actor]:
    article, attributions = marked(text)
    return [s.actor for s in speakers(scene_of(article), attributions)]


def test_whoever_a_headline_describes_goes_by_the_name_given_after() -> None:
    """The text names the diver of the headline, who says the same."""
    assert [actor.name for actor in spoken(HEADLINE.format(description="Veteran diver") + BODY)] == [
        "Anna Rask"
    ] * 3


def test_a_description_of_nobody_named_stays() -> None:
    """A nameless official is nobody who is named before."""
    text = "[1:Anna Rask] <1:said> {1:it rained}.\n\n[2:A veteran diver] <2:said> {2:it did not}."
    assert [actor.name for actor in spoken(text)] == ["Anna Rask", "A veteran diver"]


@pytest.mark.parametrize("plural", ["Veteran divers", "Critics"])
def test_several_are_nobody_in_particular(plural: str) -> None:
    """A plural in the headline is not the one person named after."""
    assert spoken(HEADLINE.format(description=plural) + BODY)[0].name == plural


def test_the_description_lends_its_office() -> None:
    """Whose spokesman it is stays known under the name."""
    text = (
        "[1:Arlen's chief spokesman] <1:denied> {1:that the harbour gate was open}.\n\n"
        "[2:Bram Tesk] <2:said> {2:the harbour gate was never opened}."
    )
    assert spoken(text)[1].role == "Arlen's chief spokesman"
