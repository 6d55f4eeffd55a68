"""Plain text is taken character for character; a front matter says what is known about it."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cleaning.articles import clean
from onrecord.errors import Empty, InputRefused, Malformed, NotText
from onrecord.terms.article import Article
from onrecord.terms.origin import Origin
from onrecord.terms.page import Page

FLOOD = """---
title: "Nobody rang": the mayor's account
outlet: The Example Post
Published: 2026-02-02T13:40:00Z
modified: 2026-02-03
url: https://example.com/a
tags:
  - flood
editor: somebody
---

"No gate was opened," he said.
"""


def plain(text: str | bytes) -> Article:
    content = text if isinstance(text, bytes) else text.encode()
    return clean(Page(Origin("flood.txt"), "text/plain", content, "flood"))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1))
def test_text_without_front_matter_is_kept_char_for_char(text: str) -> None:
    """Article.text is the file's text whatever its line ends, spaces and scripts."""
    text = "x" + text
    article = plain(text)
    assert article.text == text
    assert article.id == "flood"


def test_front_matter_is_read() -> None:
    """The known keys are read in any case, the others passed over, and a quoted headline keeps its marks."""
    article = plain(FLOOD)
    assert article.title == '"Nobody rang": the mayor\'s account'
    assert article.outlet == "The Example Post"
    assert article.published == datetime(2026, 2, 2, 13, 40, tzinfo=UTC)
    assert not article.published_date_only
    assert article.modified == datetime(2026, 2, 3)  # noqa: DTZ001 a day has no zone
    assert article.url == "https://example.com/a"
    assert article.text == '"No gate was opened," he said.\n'


@pytest.mark.parametrize(
    ("between", "text"),
    [("", "Body\n"), ("\n", "Body\n"), ("\r\n", "Body\n"), ("\n\n", "\nBody\n"), ("\n  ", "  Body\n")],
)
def test_one_blank_line_after_the_block_is_no_text(between: str, text: str) -> None:
    """The text is everything behind the block and one blank line, not one character less."""
    assert plain(f"---\ntitle: T\n---\n{between}Body\n").text == text


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nA rule above a text, and another below.\n\n---\n",
        "---\ntitle: never closed\n",
        "---\nNote: a line with a colon\n---\nBody",
        "---\ntitle: T\nand a sentence that is no field\n---\nBody",
        "--- he said\ntitle: T\n---\n",
        "----\ntitle: T\n----\n",
        " ---\ntitle: T\n---\nBody",
        "---",
    ],
)
def test_what_only_looks_like_front_matter_is_text(text: str) -> None:
    """A text that merely begins with a rule loses nothing."""
    assert plain(text).text == text


@pytest.mark.parametrize(
    "date", ["yesterday", "2026-02-30", "03/02/2026", "2026", "0001-01-01T00:00:00+14:00"]
)
def test_a_bad_date_names_its_line_and_the_forms(date: str) -> None:
    """The message gives the line, the value and the accepted forms."""
    with pytest.raises(Malformed, match=r"flood\.txt, line 3: published: .* write it as 2026-02-03, "):
        plain(f"---\ntitle: T\npublished: {date}\n---\nBody")


def test_a_key_given_twice_is_refused() -> None:
    """Of two titles neither is taken in silence."""
    with pytest.raises(Malformed, match="line 3: 'title'"):
        plain("---\ntitle: A\ntitle: B\n---\nBody")


@pytest.mark.parametrize("text", ["", " \n\t\n", "---\ntitle: T\n---\n\n  \n", "\ufeff"])
def test_no_words_is_empty(text: str) -> None:
    """A text of white space alone is refused, under a front matter too."""
    with pytest.raises(Empty, match=r"flood\.txt has no text"):
        plain(text)


def test_bad_bytes_are_named_by_their_place() -> None:
    """Bytes that are no UTF-8 are refused with the position of the first, and not guessed at."""
    with pytest.raises(NotText, match=r"byte 1 \(0xE9\)"):
        plain(b"r\xe9sum\xe9")
    with pytest.raises(NotText, match="NUL at character 1"):
        plain(b"a\x00b")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_are_no_text(encoding: str) -> None:
    """Text in a Unicode encoding that says so is read, and its mark is no character of it."""
    assert plain("“No,” he said.".encode(encoding)).text == "“No,” he said."


@given(st.binary(max_size=200), st.sampled_from(["", "---\ntitle: T\n---\n", "---\npublished: ", "\ufeff"]))
def test_any_bytes_are_an_article_or_refused(content: bytes, before: str) -> None:
    """No bytes whatever raise anything but InputRefused."""
    try:
        said = plain(before.encode() + content).text
    except InputRefused as refused:
        said = str(refused)
    assert said


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Updated: April 08, 2031, 7:14 AM", "2031-04-08"),
        ("Last updated: 8 Apr 2031 19.40", "2031-04-08"),
        ("Published: 8 April 2031", "2031-04-08"),
    ],
)
def test_a_stamp_dates_a_text_that_nothing_else_dates(stamp: str, day: str) -> None:
    """Without a front matter, the article's own stamp is the day that “on Thursday” is counted from."""
    article = clean(Page(Origin("a.txt"), "text/plain", f"Berl resigned on Monday.\n\n{stamp}".encode(), "a"))
    assert article.published is not None
    assert (article.published.date().isoformat(), article.published_date_only) == (day, True)
