"""The grammar of a search."""

import pytest

from onrecord.errors import QueryError
from onrecord.record.dialects.fts5 import expression
from onrecord.record.words import words_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("  \n", None),
        ("dam gate", '"dam" AND "gate"'),
        ("“the dam” gat*", '"the dam" AND "gat"*'),
        ("«the dam»*", '"the dam"*'),
        ("„the dam“", '"the dam"'),
        ("a OR b OR c d", '("a" OR "b" OR "c") AND "d"'),
        ("OR a", '"a"'),
        ("a NOT b", '("a") NOT ("b")'),
        ("a -b −c", '("a") NOT ("b" OR "c")'),
        ('a -"b c"', '("a") NOT ("b c")'),
        ("-a NOT b", '"a" AND "b"'),
        ("a - b", '"a" AND "b"'),
        ("O'Neill", '"o neill"'),
        ("near(a b, 2)", '"near a" AND "b" AND "2"'),
        ('say "what', '"say" AND "what"'),
        ("a and b", '"a" AND "and" AND "b"'),
        ("“OR”", '"or"'),
    ],
)
def test_words_become_an_expression(text: str, expected: str | None) -> None:
    """Only words, phrases, beginnings, OR, NOT and minus mean anything; the rest parts words."""
    words = words_of(text)
    assert (expression(words) if words else None) == expected


@pytest.mark.parametrize("text", ["*", '""', "-", "OR", "…", "\ud800"])
def test_a_question_without_a_word_is_refused(text: str) -> None:
    """There must be something to look for."""
    with pytest.raises(QueryError, match="no word"):
        words_of(text)
