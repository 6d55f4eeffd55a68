"""What a noun phrase is called by, and what it is by its shape."""

import pytest

from onrecord.analysis.shapes import by_shape, is_taken_up_as_person, name_of, restricted


@pytest.mark.parametrize(
    ("core", "kind"),
    [
        ("Orrin Vash", "person"),
        ("the Vash", "organisation"),
        ("a surveyor", "unnamed"),
        ("the aftermath", "document"),
        ("", "unknown"),
    ],
)
def test_capitals_and_endings_tell_the_kind(core: str, kind: str) -> None:
    """Two capitals are a person's, one a body's; a noun for who does something is somebody."""
    assert by_shape(core, core)[0].kind == kind


def test_an_article_is_no_part_of_the_name() -> None:
    """The article goes; a word for how many stays, in lower case."""
    assert name_of("The harbour board") == "harbour board"
    assert name_of("Some clerks") == "some clerks"


def test_a_lone_noun_keeps_its_clause() -> None:
    """Those who stayed are not those; a longer phrase says enough."""
    assert restricted("those", "those who stayed at home, and others") == "those who stayed at home"
    assert restricted("the harbour clerks", "the harbour clerks who stayed") == "the harbour clerks"


def test_a_name_alone_is_a_person_if_he_or_she_takes_it_up() -> None:
    """Pronouns tell what no table of names does."""
    assert is_taken_up_as_person("Vash said he was late. Vash told her that his boat sank.", "Vash")
    assert not is_taken_up_as_person("Vash said it was late. Vash sold its boats.", "Vash")
