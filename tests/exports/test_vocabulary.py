"""The names by which exports call things."""

from types import SimpleNamespace
from typing import cast

import pytest

from onrecord.exports.sheet import Sheet
from onrecord.exports.vocabulary import article_iri


@pytest.mark.parametrize(
    ("url", "iri"),
    [
        ("https://outlet.example/a%20b", "https://outlet.example/a%20b"),
        ("https://outlet.example/a b", "urn:onrecord:article:one"),
        ("https://outlet.example/\ud800", "urn:onrecord:article:one"),
        ("\ud800", "urn:onrecord:article:one"),
    ],
)
def test_an_article_goes_by_its_address_only_where_that_is_one(url: str, iri: str) -> None:
    """Blanks and halves of characters are in no address; the article then goes by its id."""
    sheet = SimpleNamespace(article=SimpleNamespace(url=url, id="one"))
    assert article_iri(cast("Sheet", sheet)) == iri
