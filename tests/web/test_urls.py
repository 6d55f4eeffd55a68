from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.web import urls

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(words)
def test_any_id_comes_back_from_its_address(id_: str) -> None:
    """An id with slashes, question marks or spaces is one segment of the path, and the same afterwards."""
    path = urlsplit(urls.article(id_)).path
    assert path.count("/") == 2
    assert unquote(path.removeprefix("/article/")) == id_


@given(words, words)
def test_any_question_comes_back_from_its_address(query: str, speaker: str) -> None:
    """What was asked for is in the address, and nothing else."""
    asked = parse_qs(urlsplit(urls.search(q=query, speaker=speaker, act="")).query, strict_parsing=True)
    assert asked == {"q": [query], "speaker": [speaker]}


def test_an_article_is_asked_for_as_it_is_wanted() -> None:
    """Version and statement are in the address; the plain address is the latest."""
    assert urls.article("a") == "/article/a"
    assert urls.article("a", revision=2) == "/article/a?revision=2"
    assert urls.article("a", statement="00ff") == "/article/a#t-00ff"


def test_a_last_page_leads_nowhere() -> None:
    """Where there is no cursor there is no next page."""
    assert urls.with_cursor("/", None) is None
    assert urls.with_cursor("/search", "abc=", {"q": "dam"}) == "/search?q=dam&after=abc%3D"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//host/x", "file:///etc", "http://[", ""]
)
def test_only_web_addresses_become_links(address: str) -> None:
    """An address from an article becomes a link only if it is http or https."""
    assert urls.outside(address) is None
    assert urls.outside("https://news.example/1") == "https://news.example/1"
