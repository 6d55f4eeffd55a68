"""Who of those that a source names is the one who speaks."""

import pytest

from onrecord.analysis.scene import scene_of
from onrecord.analysis.sources import pointed_at
from onrecord.terms.article import Article
from onrecord.terms.span import Span


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("Karen Tarrow, a teacher and longtime Robert Kellan critic,", "Karen Tarrow", "person"),
        ("Karen Tarrow, an aide to Robert Kellan and David Marsh,", "Karen Tarrow", "person"),
        ("Karen Tarrow, wearing a hat and “Robert Kellan” pins,", "Karen Tarrow", "person"),
        ("Karen Tarrow, along with Robert Kellan,", "Karen Tarrow and Robert Kellan", "group"),
        ("Karen Tarrow and green groups in the state", "Karen Tarrow and green groups in the state", "group"),
        ("Another walker, Karen Tarrow,", "Karen Tarrow", "person"),
        ("A walker -- Karen Tarrow, who lost --", "Karen Tarrow", "person"),
        ("Two walkers, Karen Tarrow and Robert Kellan,", "Karen Tarrow and Robert Kellan", "group"),
        ("Reps. Karen Tarrow (Ky.) and Robert Kellan (Pa.)", "Karen Tarrow and Robert Kellan", "group"),
        (
            "Karen Tarrow, Robert Kellan, and other walkers",
            "Karen Tarrow, Robert Kellan and other walkers",
            "group",
        ),
        ("Fight for Harbours organizing director Karen Tarrow", "Karen Tarrow", "person"),
    ],
)
def test_who_only_lends_a_name_does_not_speak(source: str, name: str, kind: str) -> None:
    """A supporter's candidate, a boss and a slogan are not among the speakers; who comes along is."""
    text = f"{source} said it was late. Karen Tarrow left. Robert Kellan stayed. David Marsh slept."
    actor = pointed_at(scene_of(Article(id="a", text=text)), Span(0, len(source)))
    assert actor is not None
    assert (actor.name, actor.kind) == (name, kind)
