"""A page's own account of itself is read, and what it gets wrong counts as not said."""

import pytest

from onrecord.cleaning.blocks import parsed
from onrecord.cleaning.headers import Header, header_of


def header(html: str) -> Header:
    return header_of(parsed(html, "x"))


def test_a_page_that_says_nothing_gives_nothing() -> None:
    """Nothing is made up for a page without a head."""
    assert header("<p>He said no.</p>") == Header()


def test_structured_data_is_read() -> None:
    """Headline, publisher and both dates are found in JSON-LD, whatever else is on the page."""
    data = '{"@graph": [1, {"headline": "T", "publisher": {"name": "O"}, "dateModified": "2026-02-04"}]}'
    found = header(
        f'<script type="application/ld+json">{{</script><script type="application/ld+json">{data}</script>'
    )
    assert (found.title, found.outlet) == ("T", "O")
    assert found.modified
    assert found.modified.when.day == 4


@pytest.mark.parametrize("href", ["/relative", "javascript:x", "ftp://x", "https://x y", ""])
def test_only_web_addresses_are_addresses(href: str) -> None:
    """An address that would lead nowhere is none."""
    assert header(f"<link rel=canonical href='{href}'><p>x</p>").url is None


def test_of_several_times_none_is_taken() -> None:
    """The one ``<time>`` of an article is its date; of two, one may be another article's."""
    one = "<time datetime=2026-02-03>3 Feb</time>"
    two = "<time datetime=2026-02-04>4 Feb</time>"
    found = header(f"<article>{one}</article>").published
    assert found
    assert found.when.day == 3
    assert header(f"<article>{one}{two}</article>").published is None
