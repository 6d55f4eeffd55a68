"""Where the words of a search stand in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import highlighting
from onrecord.record.highlighting import hits
from onrecord.record.words import words_of


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("The Gates held.", "gates", ["Gates"]),
        ("The Gates held.", "gat*", ["Gates"]),
        ("The Gates held.", "gat", []),
        ("“Naïve” words", "NAIVE", ["Naïve"]),
        ("the flood gates opened", '"flood gates" opened', ["flood gates", "opened"]),
        ("flood gates, flood gates", '"flood gates"', ["flood gates", "flood gates"]),
        ("one two three", '"one two" "two three"', ["one two three"]),
        ("government-backed", "government-backed", ["government-backed"]),
        ("dam or gate", "dam OR gate -river", ["dam", "gate"]),
        ("लोक नीति", "नीति", ["नीति"]),
        ("Straße", "straße", ["Straße"]),
        ("e\u0301tat", "état", ["e\u0301tat"]),
        ("gates", '"flo gates"', []),
    ],
)
def test_hits_are_what_was_sought(text: str, asked: str, expected: list[str]) -> None:
    """Whole words, beginnings, words in a row; accents and capitals are nothing to them."""
    words = words_of(asked)
    assert words
    assert [span.of(text) for span in hits(text, words)] == expected


@given(
    text=st.text(st.sampled_from("gates dam é\u0301-.") | st.characters()),
    asked=st.sampled_from(["gat*", "dam e"]),
)
def test_hits_are_in_order_and_apart(text: str, asked: str) -> None:
    """Whatever the text, spans lie in it one after the other."""
    words = words_of(asked)
    assert words
    found = hits(text, words)
    ends = [0, *(span.end for span in found)]
    assert all(end <= span.start < span.end <= len(text) for end, span in zip(ends, found, strict=False))


@given(
    text=st.text("gates dam_-.1", max_size=40),
    asked=st.sampled_from(["gat*", "dam e", '"dam e"', "d OR a* OR g", '"s d"* "d a" OR s', "1"]),
)
def test_plain_text_is_marked_as_any_other(text: str, asked: str) -> None:
    """The quick way for text without accents finds what the thorough one finds."""
    words = words_of(asked)
    assert words
    assert list(highlighting._plain_hits(text, words)) == list(highlighting._hits(text, words))
