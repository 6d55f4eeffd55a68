"""Who “I” is outside quotations."""

from onrecord.analysis.bylines import first_person_of
from onrecord.analysis.scene import scene_of
from onrecord.terms.article import Article

BODY = "I walked over the bridge. I think that it will hold.\n\nIt was cold.\n\n"


def writer(text: str) -> tuple[str, str]:
    actor = first_person_of(scene_of(Article("a", text, outlet="The Tarrow Courier"))).actor
    return actor.name, actor.kind


def test_the_note_under_a_piece_names_its_writer() -> None:
    """A last paragraph that begins with a person and says what they are."""
    assert writer(f"{BODY}Anna Rask is an engineer in Tarrow.") == ("Anna Rask", "person")


def test_a_byline_names_its_writer() -> None:
    """So does a first line that says by whom."""
    assert writer(f"By Anna Rask\n\n{BODY}") == ("Anna Rask", "person")


def test_without_either_it_is_the_outlet() -> None:
    """A person who is only named last has not written it."""
    assert writer(f"{BODY}Nobody saw Anna Rask.") == ("The Tarrow Courier", "writer")
