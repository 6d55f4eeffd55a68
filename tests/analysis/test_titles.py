"""Titles before and after a name."""

import pytest

from onrecord.analysis.titles import title_after, title_before
from onrecord.analysis.words import words


@pytest.mark.parametrize(
    ("before", "role"),
    [
        ("the former deputy prime minister ", "former deputy prime minister"),
        ("when Secretary of State ", "Secretary of State"),
        ("said Arlen Green Party Chairwoman ", "Arlen Green Party Chairwoman"),
        ("told Sen. ", "Sen."),
    ],
)
def test_a_title_runs_up_to_the_name(before: str, role: str) -> None:
    """Offices with the words that belong to them, no determiners, no verbs."""
    title = title_before(before + "Jo Doe", words(before + "Jo Doe"), len(words(before)))
    assert title is not None
    assert title.role == role


@pytest.mark.parametrize("before", ["the river and ", "He met ", "In Arlen, "])
def test_no_office_no_title(before: str) -> None:
    """Words before a name are no title without an office among them."""
    assert title_before(before + "Jo Doe", words(before + "Jo Doe"), len(words(before))) is None


@pytest.mark.parametrize(
    ("after", "role", "affiliation"),
    [
        (", chairman of the Harbour Board, said", "chairman", "Harbour Board"),
        (", 51, a nurse who lives here, said", "nurse", None),
        (" has been Minister of Waters for three years", "Minister of Waters", "Ministry of Waters"),
    ],
)
def test_an_apposition_tells_role_and_affiliation(after: str, role: str, affiliation: str | None) -> None:
    """What follows a name between commas, or after "has been"."""
    title = title_after("Jo Doe" + after, 6)
    assert title is not None
    assert (title.role, title.affiliation) == (role, affiliation)


@pytest.mark.parametrize(
    "after", [", and the mayor, said", ", said the report.", " was a great help, she said", ", Kim Roe"]
)
def test_what_is_no_apposition_is_no_title(after: str) -> None:
    """Lists and verbs after a comma tell nothing of the name."""
    assert title_after("Jo Doe" + after, 6) is None
