"""A JSON object is an article, or refused with a reason."""

import json
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cleaning.articles import clean
from onrecord.errors import Empty, InputRefused, Malformed, NotText
from onrecord.terms.article import Article
from onrecord.terms.origin import Origin
from onrecord.terms.page import Page


def document(content: bytes | dict[str, object]) -> Article:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    return clean(Page(Origin("all.jsonl", 7), "application/json", raw, "all-7"))


def test_the_guides_schema_is_read() -> None:
    """The fields of the guide are read; what else is there is passed over."""
    article = document(
        {
            "id": "a1",
            "title": "T",
            "outlet": "O",
            "published": "2026-02-03",
            "url": "u",
            "text": " Said.\n",
            "statements": [1],
        }
    )
    assert (article.id, article.title, article.outlet, article.url) == ("a1", "T", "O", "u")
    assert article.text == " Said.\n"
    assert article.published == datetime(2026, 2, 3)  # noqa: DTZ001 a day has no zone
    assert article.published_date_only


def test_other_names_of_title_and_outlet_are_read() -> None:
    """Headline and publisher are what others call them, and an id may be a number or missing."""
    article = document({"headline": "T", "publisher": "O", "text": "Said.", "id": 12, "published": None})
    assert (article.id, article.title, article.outlet, article.published) == ("12", "T", "O", None)
    assert document({"text": "Said."}).id == "all-7"


@pytest.mark.parametrize(
    ("content", "error", "says"),
    [
        (b"{", Malformed, "line 1, column 2"),
        (b"[1]", Malformed, "no object"),
        (b"{}", Malformed, 'no "text"'),
        (b'{"text": null}', Malformed, 'no "text"'),
        (b'{"text": 3}', Malformed, "must be a string"),
        (b'{"text": "x", "title": ["T"]}', Malformed, "'title' must be"),
        (b'{"text": "x", "id": true}', Malformed, "'id' must be"),
        (b'{"text": "x", "published": "soon"}', Malformed, "published: 'soon'"),
        (b'{"text": "half \\ud83d"}', Malformed, r"surrogate pair \(\\ud83d\)"),
        (b'{"text": "\\u0000"}', NotText, "NUL"),
        (b'{"text": " \\n"}', Empty, "no text"),
        (b'{"text": "\xff"}', NotText, "byte 10"),
        (b"[" * 99_999, Malformed, "nested too deep"),
        (b'{"text": "x", "n": ' + b"1" * 9_999 + b"}", Malformed, "number too long"),
    ],
)
def test_each_fault_is_told_with_its_line(content: bytes, error: type[InputRefused], says: str) -> None:
    """A line that is no article is refused with its number and what is wrong."""
    with pytest.raises(error, match=says) as caught:
        document(content)
    assert "all.jsonl:7" in str(caught.value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["text", "id", "published"]), inner)
    ),
    max_leaves=6,
)


@given(JSON | st.fixed_dictionaries({"text": st.text(alphabet=st.characters(codec=None))}))
def test_any_json_is_an_article_or_refused(value: object) -> None:
    """Whatever the JSON holds, it is read with its text as it stands or refused by InputRefused."""
    try:
        article = document(json.dumps(value).encode())
    except InputRefused:
        return
    assert isinstance(value, dict)
    assert article.text == value["text"]
