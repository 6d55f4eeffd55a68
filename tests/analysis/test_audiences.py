"""To whom something was said, by the words of the report."""

import pytest
from marked import marked

from onrecord.analysis.audiences import addressees_in, writer_in
from onrecord.analysis.scene import scene_of
from onrecord.terms.span import Span


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Bram Tesk came. She told Radio Arlen host Bram Tesk that it rained.", "Bram Tesk"),
        ("She said so in an interview with Ferolin.", "Ferolin"),
        ("She told Morning Call that it rained.", "Morning Call"),
    ],
)
def test_whoever_is_addressed_is_named(words: str, name: str) -> None:
    """A host goes before the house, and a name that no table knows is one too."""
    scene = scene_of(marked(words)[0])
    assert name in {found.actor.name for found in addressees_in(scene, Span(0, len(words)))}


def test_a_day_is_nobody() -> None:
    """An interview on a Monday is not with Monday."""
    words = "She said so in an interview with Monday."
    assert not addressees_in(scene_of(marked(words)[0]), Span(0, len(words)))


def test_who_tells_me_tells_the_writer() -> None:
    """The report's own "me" is its outlet, and so is whoever asked for comment."""
    words = "She told me that it rained. She did not respond to a request for comment."
    scene = scene_of(marked(words)[0])
    found = list(writer_in(scene, Span(0, len(words)), "Harbour Gazette"))
    assert {(a.kind, a.actor.name, a.actor.kind) for a in found} == {
        ("told me", "Harbour Gazette", "writer"),
        ("asked for comment", "Harbour Gazette", "writer"),
    }
    assert not list(writer_in(scene, Span(0, len(words)), None))
