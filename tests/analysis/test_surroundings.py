"""The sentences of a report as evidence of occasions."""

from dataclasses import replace

from marked import marked

from onrecord.analysis.scene import scene_of
from onrecord.analysis.surroundings import Surroundings


def read(text: str, outlet: str | None = None) -> Surroundings:
    article, attributions = marked(text)
    return Surroundings(scene_of(replace(article, outlet=outlet)), attributions, [None] * len(attributions))


def test_the_writers_own_days_and_venues_are_gathered() -> None:
    """What somebody says is not the report's own, in quotation marks or not."""
    told = read(
        "The council met on Tuesday at a rally.\n\n"
        "[Anna Rask] <said> {that it rained on Monday}. On Tuesday it was dry."
    ).told
    assert [len(places) for places in told["said"].values()] == [2]
    assert list(told["venue"]) == ["at a rally"]


def test_the_outlet_is_called_as_its_report_calls_it() -> None:
    """An address is not a name; where the report never names its outlet, the head's name stands."""
    text = "Anna Rask told The Harbour Gazette so. [She] <said> {so}."
    assert read(text, "harb-gaz").outlet == "Harbour Gazette"
    assert read("[She] <said> {so}.", "harb-gaz").outlet == "harb-gaz"
    assert read(text).outlet is None
