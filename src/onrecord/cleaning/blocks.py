"""Cutting a web page into its paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from onrecord.errors import Malformed

__all__ = ["Block", "blocks_of", "classes_of", "parsed"]

_PARAGRAPHS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
_SPACED = frozenset({"td", "th"})  # a row is one paragraph, its cells are told apart by a space
_NEVER = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "svg",
        "math",
        "object",
        "embed",
        "audio",
        "video",
        "canvas",
        "map",
        "select",
        "textarea",
        "input",
        "button",
        "head",
        "title",
        "nav",
        "aside",
        "footer",
        "dialog",
        "menu",
    ]
)
"""No words of a report stand in these, save in the footer of a block quotation, which names who is quoted."""

_BESIDE = frozenset(
    [
        "newsletter",
        "newsletters",
        "related",
        "recommended",
        "recirculation",
        "promo",
        "promos",
        "promotion",
        "advert",
        "advertisement",
        "ad",
        "ads",
        "cookie",
        "cookies",
        "consent",
        "gdpr",
        "share",
        "sharing",
        "social",
        "comments",
        "comment",
        "subscribe",
        "subscription",
        "signup",
        "paywall",
        "sidebar",
        "breadcrumb",
        "breadcrumbs",
        "masthead",
        "tags",
        "topics",
        "skip",
        "menu",
    ]
)
"""Words in the class of a container that stands beside the report: it is left to the library to say so."""

_CREDITS = frozenset({"credit", "credits", "copyright", "photographer", "photo-credit", "image-credit"})
_SMALL = frozenset({"small", "cite"})
_BREAK = "\x00"  # a line break, which no page can contain as a character
_SPACE = re.compile(r"[ \t\n\r\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a page.

    Attributes:
        text: its words as a browser shows them: runs of white space are one space, ``<br>`` is a new line.
        element: the element that makes it a paragraph.
        beside: whether it is hidden, or stands in something that is usually not the report.
        linked: the share of its characters that are links.
        credits: the words in it that the page marks as a credit.
    """

    text: str
    element: etree._Element
    beside: bool
    linked: float
    credits: tuple[str, ...]


@dataclass(slots=True)
class _Walk:
    """Where a walk through the page stands; it lives for one page."""

    owners: list[etree._Element] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    preformatted: int = 0
    beside: int = 0
    quotations: int = 0


def parsed(html: str, place: str) -> etree._Element:
    """The tree of a page, however broken.

    Raises:
        Malformed: if there is no element in it, or so many inside each other that words would be lost.
    """
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True, remove_comments=True)
    try:
        root = etree.fromstring(html.encode(), parser)
    except etree.LxmlError as error:
        raise Malformed(f"{place} is no HTML that can be read: {error}.") from None
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise Malformed(f"{place} nests its elements too deep to be read to the end; save it as text.")
    if root is None:
        raise Malformed(f"{place} has no HTML element; give plain text the ending .txt.")
    return root


def classes_of(element: etree._Element) -> frozenset[str]:
    """The words in an element's ``class``, in lower case."""
    return frozenset((element.get("class") or "").lower().split())


def blocks_of(root: etree._Element) -> Iterator[Block]:
    """The paragraphs of a page in the order of the page, without scripts, navigation, asides and footers."""
    walk = _Walk()
    steps = etree.iterwalk(root, events=("start", "end"))
    for event, element in steps:
        tag = element.tag
        if event == "start":
            if _skipped(tag, walk):
                steps.skip_subtree()
                continue
            yield from _enter(element, tag, walk)
        else:
            if not _skipped(tag, walk):
                yield from _leave(element, tag, walk)
            _add(element.tail, walk)
    yield from _flush(walk)


def _skipped(tag: str, walk: _Walk) -> bool:
    return tag in _NEVER and not (tag == "footer" and walk.quotations)


def _enter(element: etree._Element, tag: str, walk: _Walk) -> Iterator[Block]:
    if tag in _PARAGRAPHS:
        yield from _flush(walk)
        walk.owners.append(element)
        walk.beside += _beside(element)
    walk.links += tag == "a"
    walk.preformatted += tag == "pre"
    walk.quotations += tag == "blockquote"
    if tag == "br":
        walk.pieces.append(_BREAK)
    _add(element.text, walk)


def _leave(element: etree._Element, tag: str, walk: _Walk) -> Iterator[Block]:
    if _is_credit(element, tag, walk):
        walk.credits.append(_shown("".join(element.itertext())))
    if tag in _PARAGRAPHS:
        yield from _flush(walk)
        walk.owners.pop()
        walk.beside -= _beside(element)
    elif tag in _SPACED:
        walk.pieces.append(" ")
    walk.links -= tag == "a"
    walk.preformatted -= tag == "pre"
    walk.quotations -= tag == "blockquote"


def _add(words: str | None, walk: _Walk) -> None:
    if words:
        walk.pieces.append(words.replace("\n", _BREAK) if walk.preformatted else words)
        walk.linked += len(words) if walk.links else 0


def _flush(walk: _Walk) -> Iterator[Block]:
    """The paragraph that ends here; an empty line made of two ``<br>`` parts it."""
    raw = "".join(walk.pieces)
    if raw.strip() and walk.owners:
        linked = walk.linked / len(raw)
        for text in re.split(r"\n{2,}", _shown(raw)):
            if text.strip():
                yield Block(text.strip(), walk.owners[-1], walk.beside > 0, linked, tuple(walk.credits))
    walk.pieces.clear()
    walk.credits.clear()
    walk.linked = 0


def _shown(raw: str) -> str:
    return re.sub(rf" ?{_BREAK} ?", "\n", _SPACE.sub(" ", raw)).strip(" \n")


def _beside(element: etree._Element) -> bool:
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    container = element.tag not in ("p", "body", "article", "main")
    return bool(
        hidden
        or _HIDDEN.search((element.get("style") or "")[:1000])
        or (container and classes_of(element) & _BESIDE)
        or (element.tag == "article" and _inside_article(element))
    )


def _inside_article(element: etree._Element) -> bool:
    """Whether it is an article within another, as teasers are."""
    return next(element.iterancestors("article"), None) is not None


def _is_credit(element: etree._Element, tag: str, walk: _Walk) -> bool:
    in_caption = bool(walk.owners) and walk.owners[-1].tag == "figcaption"
    return bool(classes_of(element) & _CREDITS) or (in_caption and tag in _SMALL)
