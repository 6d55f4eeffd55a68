"""The text that statements are found in."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from onrecord.terms.origin import Origin
from onrecord.terms.span import Spans

__all__ = ["Article", "digest_of"]


def digest_of(text: str) -> str:
    """The SHA-256 of a text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read; every span of its statements points into ``text``.

    Attributes:
        id: what its owner calls it: a file's stem, or the ``id`` of a JSON article.
        text: the text exactly as read; nothing is ever normalised in place.
        title: the headline, if it is known apart from the text.
        outlet: who published it.
        published: when it was published; with a time zone if the article gives one, a bare
            date at midnight without one (see ``published_date_only``).
        modified: when the outlet says that it last changed it.
        url: its address, in the canonical form the article gives.
        origin: where it was read.
        furniture: pieces of ``text`` that are no part of the report (credits, stamps, share lines).
        captions: pieces of ``text`` that are captions.
        published_date_only: whether ``published`` gives the day and no time.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: datetime | None = None
    modified: datetime | None = None
    url: str | None = None
    origin: Origin = Origin("-")
    furniture: Spans = ()
    captions: Spans = ()
    published_date_only: bool = False

    @property
    def digest(self) -> str:
        """The SHA-256 of the text: two articles with the same digest have the same words."""
        return digest_of(self.text)

    @property
    def key(self) -> str:
        """What makes it the same article when it is read again: its address, else its words.

        Two texts with one address are two revisions of one article; without an
        address, a text that changed is another article.
        """
        return self.url or f"sha256:{self.digest}"
