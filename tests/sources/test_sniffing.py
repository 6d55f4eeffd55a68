"""First bytes tell what a file is."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.sniffing import binary_kind, wide


@given(st.text(alphabet=st.characters(min_codepoint=32, exclude_categories=["Cs"]), max_size=200))
def test_text_is_never_binary(text: str) -> None:
    """Text without control characters is not taken for binary data, in UTF-8 or marked UTF-16."""
    known = ("%PDF-", "PK", "GIF8", "{\\rtf")
    assert text.startswith(known) or binary_kind(text.encode()) is None
    assert binary_kind(text.encode("utf-16")) is None


def test_a_stray_control_character_costs_nothing() -> None:
    """One control character in a page of text does not make it binary."""
    assert binary_kind(b"The minister said so. " * 10 + b"\x02") is None


def test_marked_wide_encodings_are_told() -> None:
    """A byte order mark of UTF-16 or UTF-32 is seen; that of UTF-8 is no wide one."""
    assert wide("x".encode("utf-16"))
    assert wide("x".encode("utf-32"))
    assert not wide("x".encode("utf-8-sig"))
