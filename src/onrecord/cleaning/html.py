"""A web page as an article: its own words, paragraph by paragraph.

trafilatura decides which words of the page are the report. Where it loses some of the article (it
passes over captions, and over paragraphs of a few words, which quotations often are), they are put back
from the page itself, in their place.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import trafilatura
from lxml import etree
from trafilatura.settings import Document

from onrecord.cleaning.blocks import Block, blocks_of, classes_of, parsed
from onrecord.cleaning.dates import Moment, moment
from onrecord.cleaning.encoding import decoded_html, sound
from onrecord.cleaning.furniture import marks, merged, without
from onrecord.cleaning.headers import Header, header_of
from onrecord.errors import Empty, Malformed
from onrecord.terms.article import Article
from onrecord.terms.page import Page
from onrecord.terms.span import Span

__all__ = ["clean_html"]

_PROSE = frozenset({"p", "blockquote", "figcaption", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})
_LISTED = frozenset({"li", "dd", "dt", "tr", "caption"})
_FURNITURE = frozenset(
    [
        "share",
        "sharing",
        "social",
        "byline",
        "author",
        "stamp",
        "timestamp",
        "updated",
        "live-link",
        "live",
        "readmore",
        "read-more",
        "kicker",
        "eyebrow",
        "dateline",
        "tags",
    ]
)
_CAPTION = frozenset({"caption", "wp-caption-text", "image-caption", "photo-caption"})

_MOSTLY_LINKS = 0.5
_MOST = 0.5  # an <article> with at least half of the report's words is the article
_NEARLY_ALL = 0.9
_TELLING = 20  # letters; a shorter paragraph can stand inside another by chance
_GAP = "\n\n"

for _name in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
    # what the library says of a page to its own developers means nothing to users; who sets a level keeps it
    if logging.getLogger(_name).level == logging.NOTSET:
        logging.getLogger(_name).setLevel(logging.CRITICAL + 1)


@dataclass(frozen=True, slots=True)
class _Report:
    """What the library made of a page.

    Attributes:
        lines: the letters of each line it kept.
        run: the same, one after another.
        title: the headline, as far as it could tell.
        outlet: the site's name, likewise.
        day: the day of publication, likewise.
    """

    lines: frozenset[str]
    run: str
    title: str | None
    outlet: str | None
    day: Moment | None

    def has(self, block: Block) -> bool:
        """Whether the library kept a paragraph, or a line of one that is broken by hand."""
        return any(self._has(_letters(line)) for line in (block.text, *block.text.split("\n")))

    def _has(self, letters: str) -> bool:
        return letters in self.lines or (len(letters) >= _TELLING and letters in self.run)


def clean_html(page: Page) -> Article:
    """The article of a web page: headline, standfirst, paragraphs, quotations and captions, in order.

    Raises:
        NotText: if the bytes are text in no encoding that the page declares.
        Malformed: if it cannot be taken apart.
        Empty: if there are no words in it, as when a script is to fetch them.
    """
    place = str(page.origin)
    source = sound(decoded_html(page.content, place), place)
    root = parsed(source, place)
    report = _report(source, place)
    header = header_of(root)
    title = header.title or report.title
    kept = _kept(list(blocks_of(root)), report, title)
    if not kept:
        raise Empty(
            f"{place} is a page without words (is its text fetched by a script?); save the page as shown."
        )
    return _article(page, kept, header, report, title)


def _report(source: str, place: str) -> _Report:
    try:
        document = trafilatura.bare_extraction(
            source,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception as error:
        raise Malformed(
            f"{place} cannot be taken apart ({type(error).__name__}); save it as text."
        ) from error
    if not isinstance(document, Document):
        return _Report(frozenset(), "", None, None, None)
    lines = [letters for letters in map(_letters, (document.text or "").splitlines()) if letters]
    return _Report(
        frozenset(lines),
        "\n".join(lines),
        document.title or None,
        document.sitename or None,
        _day(document.date),
    )


def _day(date: str | None) -> Moment | None:
    try:
        return moment(date) if date else None
    except ValueError:
        return None


def _letters(text: str) -> str:
    """The letters and digits of a text, to know it again whatever was done to its spaces and marks."""
    return "".join(filter(str.isalnum, text)).casefold()


def _kept(blocks: Sequence[Block], report: _Report, title: str | None) -> list[Block]:
    """The paragraphs of the article: the library's, and those of the same article that it lost."""
    known = {id(block) for block in blocks if report.has(block)}
    matched = [block for block in blocks if id(block) in known]
    home = _home(matched, blocks)
    inside = {id(block) for block in blocks if home is not None and _within(block, home)}
    kept = [b for b in blocks if id(b) in known or (id(b) in inside and _belongs(b, everything=not matched))]
    return _with_headline(kept, blocks, title)


def _belongs(block: Block, *, everything: bool) -> bool:
    """Whether a paragraph inside the article that the library passed over is part of it."""
    if block.beside:
        return False
    element = block.element
    quoted = next(element.iterancestors("blockquote"), None) is not None
    listed = block.linked < _MOSTLY_LINKS and (everything or element.tag in _LISTED)
    return element.tag in _PROSE or quoted or listed


def _within(block: Block, home: etree._Element) -> bool:
    return block.element is home or home in block.element.iterancestors()


def _home(matched: Sequence[Block], blocks: Sequence[Block]) -> etree._Element | None:
    """The element that holds the article."""
    if not matched:
        return _declared(blocks)
    weights: dict[etree._Element, int] = {}
    for block in matched:
        for element in (block.element, *block.element.iterancestors()):
            weights[element] = weights.get(element, 0) + len(block.text)
    total = sum(len(block.text) for block in matched)
    articles = [
        element for element in weights if element.tag == "article" and weights[element] >= _MOST * total
    ]
    if articles:
        return max(articles, key=lambda element: weights[element])
    return min(
        (element for element, weight in weights.items() if weight >= _NEARLY_ALL * total),
        key=lambda element: (weights[element], -sum(1 for _ in element.iterancestors())),
    )


def _declared(blocks: Sequence[Block]) -> etree._Element | None:
    """Where a page too short for the library has its article: its one article, its main part, or all."""
    if not blocks:
        return None
    root = blocks[0].element.getroottree().getroot()
    articles = root.findall(".//article")
    main = root.find(".//main")
    if len(articles) == 1:
        return articles[0]
    return main if main is not None else root


def _with_headline(kept: list[Block], blocks: Sequence[Block], title: str | None) -> list[Block]:
    """The kept paragraphs, and the headline before them where the page sets it outside its article."""
    wanted = _letters(title or "")
    if not kept or any(block.element.tag == "h1" for block in kept):
        return kept
    headlines = (b for b in blocks if b.element.tag == "h1" and len(_letters(b.text)) >= _TELLING / 2)
    found = next((b for b in headlines if _letters(b.text) in wanted or wanted in _letters(b.text)), None)
    return [found, *kept] if found and wanted else kept


def _article(
    page: Page, kept: Sequence[Block], header: Header, report: _Report, title: str | None
) -> Article:
    text = sound(_GAP.join(block.text for block in kept), str(page.origin))
    places = list(_places(kept))
    furniture = [span for block, span in places if classes_of(block.element) & _FURNITURE]
    credited = [span for block, at in places for span in _credits(block, at)]
    captions = [span for block, span in places if _is_caption(block)]
    marked = marks(text)
    found = merged([*marked.furniture, *furniture, *credited])
    published = header.published or report.day
    return Article(
        id=page.name,
        text=text,
        title=title,
        outlet=header.outlet or report.outlet,
        published=published.when if published else None,
        modified=header.modified.when if header.modified else None,
        url=header.url,
        origin=page.origin,
        furniture=found,
        captions=without(text, [*marked.captions, *captions], found),
        published_date_only=bool(published and published.date_only),
    )


def _places(kept: Iterable[Block]) -> Iterator[tuple[Block, Span]]:
    at = 0
    for block in kept:
        yield block, Span(at, at + len(block.text))
        at += len(block.text) + len(_GAP)


def _credits(block: Block, at: Span) -> Iterator[Span]:
    for words in block.credits:
        start = block.text.rfind(words) if words else -1
        if start >= 0:
            yield Span(at.start + start, at.start + start + len(words))


def _is_caption(block: Block) -> bool:
    captioned = [block.element, *block.element.iterancestors("figcaption")]
    return any(element.tag == "figcaption" for element in captioned) or bool(
        classes_of(block.element) & _CAPTION
    )
