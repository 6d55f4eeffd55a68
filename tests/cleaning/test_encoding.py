"""Bytes become text without guessing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cleaning.encoding import decoded, decoded_html
from onrecord.errors import NotText


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff\x00"), min_size=1)
)
def test_unicode_reads_back(text: str) -> None:
    """Text in any marked Unicode encoding, and in UTF-8 without a mark, comes back as it was."""
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        assert decoded(text.encode(encoding), "x") == text


@pytest.mark.parametrize("content", [b"\xff\xfea", b"\xff\xfe\x00\x00a", b"ab\xc3", b"\xed\xa0\x80"])
def test_broken_unicode_is_refused(content: bytes) -> None:
    """A sequence cut short and half a surrogate pair are refused, whatever mark stands before them."""
    with pytest.raises(NotText, match="save it as UTF-8"):
        decoded(content, "x")


@pytest.mark.parametrize("declared", ["utf-7", "unicode_escape", "idna", "rot13", "nothing", "iso-8859-99"])
def test_only_encodings_of_the_web_are_believed(declared: str) -> None:
    """A page cannot choose one of Python's other codecs by declaring it."""
    with pytest.raises(NotText):
        decoded_html(f"<meta charset={declared}>".encode() + b"\xe9", "x")
