"""The tables behind deeds, institutions and parties agree with the others."""

from onrecord.languages.english.deeds import DEEDS
from onrecord.languages.english.institutions import INSTITUTIONS_OF, PARTIES
from onrecord.languages.states import NAMES, STATES
from onrecord.terms.event import EVENT_TYPES


def test_deeds_have_types_of_the_guide_and_known_needs() -> None:
    """No row is of a type that there is not, or needs what nothing looks for."""
    assert {deed.type for deed in DEEDS} <= set(EVENT_TYPES)
    assert {deed.needs for deed in DEEDS} <= {"", "people", "person", "place", "somebody"}


def test_types_done_by_words_are_left_to_statements() -> None:
    """Agreeing, requesting and threatening are acts of statements."""
    assert not {deed.type for deed in DEEDS} & {"AGREE", "REQUEST", "THREATEN"}


def test_institutions_belong_to_states_that_there_are() -> None:
    """Every code is in the table of states, and no institution is a state's own name."""
    assert set(INSTITUTIONS_OF.values()) <= set(STATES)
    assert not set(INSTITUTIONS_OF) & set(NAMES)


def test_parties_are_called_in_lower_case() -> None:
    """A title's word is looked up in lower case."""
    assert all(word == word.lower() for word in PARTIES)
