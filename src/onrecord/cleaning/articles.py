"""From a page to an article, whatever the page is made of."""

from collections.abc import Callable, Mapping

from onrecord.cleaning.document import clean_document
from onrecord.cleaning.plain import clean_plain
from onrecord.terms.article import Article
from onrecord.terms.page import MediaType, Page

__all__ = ["clean"]


def clean(page: Page) -> Article:
    """The article of a page.

    Plain text and the text of a JSON object are taken as they stand, character for character; of
    an HTML page the article's own words are taken, paragraph by paragraph.

    Raises:
        InputRefused: if the page can be no article (``NotText``, ``Malformed``, ``Empty``).
    """
    return _CLEANERS[page.media_type](page)


def _clean_html(page: Page) -> Article:
    # the library for web pages takes a fifth of a second to load, which plain text need not wait for
    from onrecord.cleaning.html import clean_html  # noqa: PLC0415

    return clean_html(page)


_CLEANERS: Mapping[MediaType, Callable[[Page], Article]] = {
    "text/plain": clean_plain,
    "text/html": _clean_html,
    "application/json": clean_document,
}
