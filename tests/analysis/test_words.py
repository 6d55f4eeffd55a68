"""Words, sentences and lemmas by plain rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.words import lemmas, lowered, paragraphs, sentences, words


def test_the_possessive_is_a_word_of_its_own() -> None:
    """A name is the same name when it owns something."""
    assert [w.text for w in words("Doe’s dog didn't bark in the U.S. capital")] == [
        "Doe", "’s", "dog", "didn't", "bark", "in", "the", "U.S.", "capital",
    ]  # fmt: skip


def test_abbreviations_and_initials_end_no_sentence() -> None:
    """A full stop after a title or an initial does not end the sentence."""
    text = 'Sen. Jo B. Doe spoke. "It rained." She left.\nA new line.'
    assert [s.of(text).strip() for s in sentences(text)] == [
        "Sen. Jo B. Doe spoke.", '"It rained."', "She left.", "A new line.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("denies", "deny"),
        ("denied", "deny"),
        ("admitted", "admit"),
        ("urging", "urge"),
        ("slams", "slam"),
        ("vowing", "vow"),
    ],
)
def test_regular_endings_are_undone(word: str, lemma: str) -> None:
    """The table's form is among what an inflected word may come from."""
    assert lemma in lemmas(word)


@given(st.text())
def test_sentences_tile_their_paragraphs(text: str) -> None:
    """Nothing of a paragraph is lost between its sentences, and none overlaps another."""
    assert "".join(s.of(text) for s in sentences(text)) == "".join(p.of(text) for p in paragraphs(text))


def test_an_endless_line_is_cut() -> None:
    """A sentence is never so long that the rules slow down."""
    assert max(s.end - s.start for s in sentences("word " * 5000)) <= 2000


def test_lower_case_keeps_every_place() -> None:
    """A letter that would become two stays as it is."""
    assert lowered("İzmir SAID “No”") == "İzmir said “no”"
    assert lowered("The U.S.") == "the u.s."
