"""JSON is cut into its articles."""

import pytest

from onrecord.errors import Malformed
from onrecord.sources.documents import objects_in


def test_objects_one_after_another_are_each_an_article() -> None:
    """A document of several objects without a list is read too, each with the line it begins on."""
    assert list(objects_in(b'{"a": 1}\n\n {"b": 2}', "x")) == [(1, b'{"a": 1}'), (3, b'{"b": 2}')]


def test_utf_16_is_read() -> None:
    """JSON in UTF-16 comes out as UTF-8."""
    assert list(objects_in('{"a": "é"}'.encode("utf-16"), "x")) == [(1, '{"a": "é"}'.encode())]


@pytest.mark.parametrize(
    "content", [b"[{}", b"[{},", b"[{} {}]", b"[{}] x", b"nothing", b"[" * 9999, b"1" * 9999]
)
def test_what_does_not_parse_is_malformed(content: bytes) -> None:
    """A list not closed, a missing comma, something behind the list: no other error is raised."""
    with pytest.raises(Malformed):
        list(objects_in(content, "x"))
