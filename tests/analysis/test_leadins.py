"""Words that lead up to a name and are no part of it."""

import pytest

from onrecord.analysis.cast import cast_of
from onrecord.analysis.leadins import full_name_in, is_given, without_lead_in
from onrecord.analysis.words import words


def test_what_describes_is_no_part_of_the_name() -> None:
    """A department, a verb and a common word before a given name are taken off."""
    for written in ("of State Jane Doe", "Regarding Jane Doe", "Certainly Jane Doe", "Republican Jane Doe"):
        assert [w.text for w in without_lead_in(words(written))] == ["Jane", "Doe"]


def test_an_initial_may_come_before_the_given_name() -> None:
    """A full name begins with a given name, or with an initial and one."""
    assert is_given(words("Jane Doe"))
    assert is_given(words("J. Robert Doe"))
    assert not is_given(words("Harbour Board"))


def test_a_longer_run_holds_the_full_name_of_whom_the_text_calls_by_surname() -> None:
    """The surname has to be used alone elsewhere."""
    run = words("Mornings With Jane Tarrow Live")
    assert [w.text for w in full_name_in(run, {"tarrow"})] == ["Jane", "Tarrow"]
    assert full_name_in(run, {"kell"}) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Robert Danish, the owner of a mill, paid. Danish said so.", "Robert Danish"),
        ("The chief told Deputy Chief of Staff Karen Tarrow. Tarrow said no.", "Karen Tarrow"),
        ("The bridge shut, said Will Tarrow, a professor of law. Tarrow objects.", "Will Tarrow"),
        ("A guest of The Karen Tarrow Show spoke. Then Tarrow said no.", "Karen Tarrow"),
        ("The Karen Tarrow campaign began. Later Tarrow said no.", "Karen Tarrow"),
        ("Jane West, an education professor, left. West said no.", "Jane West"),
        ("J. Robert Kellan Jr., a senior official, left. Mr. Kellan said no.", "J. Robert Kellan Jr"),
        ("Karen Tarrow Marsh, the chairwoman, left. Ms. Tarrow said no.", "Karen Tarrow Marsh"),
        ("Karen O’Tarrow, a judge, left. O’Tarrow said no.", "Karen O'Tarrow"),
    ],
)
def test_the_one_who_is_called_by_surname_is_the_one_named_in_full(text: str, name: str) -> None:
    """However the full name is wrapped, the surname alone leads to it."""
    assert cast_of(text).mentions[-1].actor.name == name


def test_a_plain_word_before_a_known_surname_is_no_given_name() -> None:
    """A sentence may begin with a common word and a surname."""
    cast = cast_of("Absent Tarrow mocks the debate.\n\nKaren Tarrow stayed at home. She was tired.")
    assert {person.name for person in cast.people} == {"Karen Tarrow"}


def test_an_outlet_is_taken_up_by_the_last_word_of_its_name() -> None:
    """The short form leads to the full one."""
    cast = cast_of("The Tarrow Evening Herald saw the letter. The mayor told the Herald no.")
    assert cast.mentions[-1].actor.name == "Tarrow Evening Herald"
