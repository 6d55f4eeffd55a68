"""What counts as a word of a quotation, and when two are the same."""

import pytest

from onrecord.linking.wording import words_in


def keys(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return [word.key for word in words_in(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“We won’t”", '"We won\'t"'),
        ("cut–off", "cut-off"),
        ("The U.N. said", "the UN said"),
        ("a  b\u00a0c", "a b c"),
        ("cafe\u0301", "caf\u00e9"),
        ("STRASSE", "straße"),
        ("−5 degrees", "-5 degrees"),
        ("ﬁne", "fine"),
    ],
)
def test_what_printers_set_differently_is_the_same(one: str, other: str) -> None:
    """Marks, dashes, spaces, capitals, composed letters and points in acronyms are no difference."""
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("3.5", "35"), ("5%", "5"), ("-5", "5"), ("never", "ever"), ("resume", "résumé"), ("10:30", "10")],
)
def test_what_says_something_else_differs(one: str, other: str) -> None:
    """Another number, sign or accent is another word."""
    assert keys(one) != keys(other)


@pytest.mark.parametrize("gap", ["…", "...", ". . .", "[…]", "(...)", "…."])
def test_an_ellipsis_is_known_however_it_is_written(gap: str) -> None:
    """One sign or three points, bare or in brackets: words are left out."""
    assert keys(f"We {gap} never") == ["we", "…", "never"]


def test_brackets_mark_the_words_inside() -> None:
    """Words in square brackets are the writer's; an ellipsis in them is one all the same."""
    found = words_in("He [the minister] said […] no [sic]")
    assert [word.key for word in found if word.bracketed] == ["the", "minister", "sic"]
    assert [word.gap for word in found] == [False, False, False, False, True, False, False]


def test_a_bracket_that_does_not_close_is_none() -> None:
    """A lone bracket marks nothing."""
    assert not any(word.bracketed for word in words_in("He [the minister said no"))


def test_words_lead_back_to_the_text() -> None:
    """The span of a word is where it stands, in any script."""
    text = "قال: «لن نغلق السد» at 10.30, O’Neill’s 71 mm"
    assert [word.span.of(text) for word in words_in(text)] == [
        "قال", "لن", "نغلق", "السد", "at", "10.30", "O’Neill’s", "71", "mm",
    ]  # fmt: skip
