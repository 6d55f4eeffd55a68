"""The kinds of actors, by their head nouns."""

import pytest

from onrecord.analysis.kinds import core_of, head_of, kind_of_head, kind_of_name


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("the watchdog group", "organisation"),
        ("a group of fishermen", "group"),
        ("the latest forecasts", "document"),
        ("several inquiries", "document"),
        ("many in the harbour", "group"),
        ("the rising generation", "group"),
        ("senior campaign advisers", "unnamed"),
        ("367,491 people", "group"),
        ("you", "group"),
        ("any company", "group"),
        ("almost every newspaper", "group"),
        ("nearly all of the mayors", "group"),
        ("harbour personnel", "group"),
        ("two women", "unnamed"),
        ("people close to the mayor", "unnamed"),
        ("one of the delegates", "unnamed"),
    ],
)
def test_a_head_noun_tells_the_kind(phrase: str, kind: str) -> None:
    """Bodies, sets, documents and people kept nameless."""
    assert kind_of_head(head_of(phrase), phrase) == kind


def test_a_number_has_commas_and_a_phrase_ends_at_a_dash() -> None:
    """Thousands are not cut in two; what stands behind a double hyphen is no part of the phrase."""
    assert core_of("367,491 people, who came") == "367,491 people"
    assert core_of("the clerk -- author of a book") == "the clerk"


def test_a_department_of_state_is_no_state() -> None:
    """The last word of a ministry's name does not make it a government."""
    assert kind_of_name("Tarrow Department of State") == "organisation"


def test_a_body_in_front_of_a_noun_is_not_the_head() -> None:
    """A Bank of Arlen survey is a survey."""
    assert head_of("a Bank of Arlen survey") == "survey"


@pytest.mark.parametrize(
    ("name", "kind"), [("Islamic State", "organisation"), ("Harbour News Poll", "document")]
)
def test_what_a_name_ends_in_tells_its_kind(name: str, kind: str) -> None:
    """A poll is a document, and not everything called a state is one."""
    assert kind_of_name(name) == kind
