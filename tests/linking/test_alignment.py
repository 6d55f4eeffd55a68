"""The nearest way from a text to a quotation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking.alignment import align
from onrecord.linking.wording import words_in

TEXT = "It held. We never opened the gates during the night, and nobody asked us, and never will. It rained."


def pairs(quotation: str, text: str = TEXT) -> list[tuple[str | None, str | None]]:
    """The words beside each other."""
    ours, theirs = words_in(quotation), words_in(text)
    return [
        (None if one is None else ours[one].key, None if at is None else theirs[at].key)
        for one, at in align(ours, theirs).steps
    ]


def differences(quotation: str, text: str = TEXT) -> list[tuple[str | None, str | None]]:
    """Those that differ."""
    return [(one, other) for one, other in pairs(quotation, text) if one != other]


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("we never opened the gates", []),
        ("we always opened the gates", [("always", "never")]),
        ("never opened gates during", [(None, "the")]),
        ("never really opened the gates", [("really", None)]),
        ("opened the gates at night", [(None, "during"), ("at", "the")]),
    ],
)
def test_the_fewest_differences_are_told(quotation: str, expected: list[tuple[str, str]]) -> None:
    """A word replaced, left out or put in is told as just that."""
    assert differences(quotation) == expected


def test_words_left_out_together_are_one_cut() -> None:
    """Both halves of a quotation are found again, however long the clause between them is."""
    found = differences("We never opened the gates, and never will")
    assert {one for one, _ in found} == {None}
    assert [other for _, other in found] == ["during", "the", "night", "and", "nobody", "asked", "us"]


def test_an_ellipsis_leaves_out_for_nothing() -> None:
    """What an ellipsis stands for is the nearer way, and costs less than any word."""
    ours, theirs = words_in("We never opened … and never will"), words_in(TEXT)
    assert align(ours, theirs).cost < 100


@given(st.lists(st.sampled_from("abcde"), max_size=12), st.lists(st.sampled_from("abcde"), max_size=30))
def test_every_word_of_the_quotation_is_there_in_order(quotation: list[str], text: list[str]) -> None:
    """Whatever the two are, no word of the quotation is lost, and those of the text run on without a gap."""
    ours, theirs = words_in(" ".join(quotation)), words_in(" ".join(text))
    steps = align(ours, theirs).steps
    assert [one for one, _ in steps if one is not None] == list(range(len(ours)))
    beside = [at for _, at in steps if at is not None]
    assert beside == list(range(beside[0], beside[-1] + 1)) if beside else True


@given(st.lists(st.sampled_from("abcde"), min_size=1, max_size=30), st.data())
def test_what_is_cut_out_of_a_text_costs_nothing(text: list[str], data: st.DataObject) -> None:
    """Any run of a text's words lies in it at no cost."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert align(words_in(" ".join(text[start:end])), words_in(" ".join(text))).cost == 0
