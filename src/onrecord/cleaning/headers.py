"""What a web page says about itself: its dates and its outlet."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from onrecord.cleaning.dates import Moment, moment

__all__ = ["Header", "header_of"]

_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "parsely-pub-date",
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dc.date.modified", "last-modified")
_OUTLET = ("og:site_name", "application-name")
_DEEPEST_DATA = 6


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a page and its structured data tell.

    Attributes:
        title: the headline of the structured data or of the card shown when it is shared.
        outlet: the name of the site.
        published: when it was published.
        modified: when it was last changed.
        url: its canonical address.
    """

    title: str | None = None
    outlet: str | None = None
    published: Moment | None = None
    modified: Moment | None = None
    url: str | None = None


def header_of(root: etree._Element) -> Header:
    """What a page says about itself; a date that cannot be read counts as not given.

    ``<meta>`` comes first, then the structured data, then a ``<time>`` in the article.
    """
    meta = _metas(root)
    data = list(_structured(root))
    return Header(
        title=_first(meta, ("og:title", "twitter:title")) or _string(data, "headline"),
        outlet=_first(meta, _OUTLET) or _publisher(data),
        published=_date(
            [*_given(meta, _PUBLISHED), *_strings(data, "datePublished"), *_times(root, "datePublished")]
        ),
        modified=_date(
            [*_given(meta, _MODIFIED), *_strings(data, "dateModified"), *_marked(root, "dateModified")]
        ),
        url=_address([*root.xpath("//link[@rel='canonical']/@href"), *_given(meta, ("og:url",))]),
    )


def _metas(root: etree._Element) -> dict[str, str]:
    """The first content of each ``<meta>`` by its name in lower case."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _structured(root: etree._Element) -> Iterator[dict[str, object]]:
    """The objects of a page's JSON-LD; a script that does not parse says nothing."""
    for script in root.xpath("//script[@type='application/ld+json']"):
        try:
            yield from _objects(json.loads("".join(script.itertext())), _DEEPEST_DATA)
        except (ValueError, RecursionError):
            continue


def _objects(value: object, depth: int) -> Iterator[dict[str, object]]:
    if depth and isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), depth - 1)
    elif depth and isinstance(value, list):
        for item in value:
            yield from _objects(item, depth - 1)


def _given(meta: dict[str, str], names: Iterable[str]) -> list[str]:
    return [meta[name] for name in names if name in meta]


def _first(meta: dict[str, str], names: Iterable[str]) -> str | None:
    return next(iter(_given(meta, names)), None)


def _strings(data: Iterable[dict[str, object]], key: str) -> list[str]:
    return [value for value in (item.get(key) for item in data) if isinstance(value, str) and value.strip()]


def _string(data: Iterable[dict[str, object]], key: str) -> str | None:
    return next(iter(_strings(data, key)), None)


def _publisher(data: Iterable[dict[str, object]]) -> str | None:
    publishers = (item.get("publisher") for item in data)
    return _string([one for one in publishers if isinstance(one, dict)], "name")


def _marked(root: etree._Element, itemprop: str) -> list[str]:
    elements = [e for e in root.iter("time", "span", "meta") if (e.get("itemprop") or "") == itemprop]
    return [value for e in elements for value in (e.get("datetime"), e.get("content")) if value]


def _times(root: etree._Element, itemprop: str) -> list[str]:
    """Microdata, then the only ``<time>`` of the article: of several, some belong to other articles."""
    alone = {
        str(value) for value in root.xpath("//article//time/@datetime[not(ancestor::aside or ancestor::nav)]")
    }
    return [*_marked(root, itemprop), *(alone if len(alone) == 1 else ())]


def _date(candidates: Iterable[str]) -> Moment | None:
    """The first candidate that is a date, a time before a day alone."""
    found: list[Moment] = []
    for candidate in candidates:
        try:
            found.append(moment(candidate))
        except ValueError:
            continue
    return min(found, key=lambda one: one.date_only, default=None)


def _address(candidates: Iterable[str]) -> str | None:
    stripped = (str(candidate).strip() for candidate in candidates)
    return next((url for url in stripped if url.startswith(("http://", "https://")) and " " not in url), None)
