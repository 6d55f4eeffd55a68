"""The table of states says what it is read for."""

from onrecord.languages.states import CAPITALS, DEMONYMS, NAMES, PROVINCES, STATES


def test_every_code_has_two_capital_letters_and_one_name() -> None:
    """Codes are ISO 3166 alpha-2, and every name, people and capital leads to one of them."""
    assert all(len(code) == 2 and code.isupper() for code in STATES)
    known = set(STATES)
    assert known >= {*NAMES.values(), *DEMONYMS.values(), *CAPITALS.values(), *PROVINCES.values()}


def test_a_state_is_found_by_name_people_and_capital() -> None:
    """One state, three ways to speak of it."""
    assert NAMES["France"] == DEMONYMS["French"] == CAPITALS["Paris"] == "FR"


def test_no_capital_is_also_a_state() -> None:
    """A word stands for one government only."""
    assert not set(CAPITALS) & (set(NAMES) | set(PROVINCES))
