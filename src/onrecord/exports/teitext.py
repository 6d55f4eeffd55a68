"""A text as the inside of a TEI body: every character in its place, every span an element."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape, quoteattr

from onrecord.terms.span import Span

__all__ = ["Piece", "body", "element", "nested", "plain"]

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE = " \t\r\n"
"""What XML takes for white space, and may stand between two paragraphs."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a span, to become an element.

    Attributes:
        span: where it stands.
        owner: the number of what it is a piece of.
    """

    span: Span
    owner: int


def nested(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces in the order of the text, cut so that they nest: where paragraphs end, and others do."""
    whole = sorted(_clipped(text, pieces), key=lambda piece: (piece.span.start, -piece.span.end))
    found: list[Piece] = []
    open_ends: list[int] = []
    for piece in whole:
        start, end = piece.span.start, piece.span.end
        open_ends = [each for each in open_ends if each > start]
        cuts = sorted({each for each in open_ends if each < end})
        bounds = zip([start, *cuts], [*cuts, end], strict=True)
        found += (replace(piece, span=Span(*bound)) for bound in bounds)
        open_ends.append(end)
    return sorted(found, key=lambda piece: (piece.span.start, -piece.span.end))


def body(text: str, pieces: Sequence[Piece], tags: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The paragraphs of a text, with what stands between them; their characters in a row are the text.

    Args:
        text: the text.
        pieces: what ``nested`` made.
        tags: the opening and the closing tag of each piece.
    """
    at = nth = 0
    for window in _paragraphs(text):
        first = nth
        while nth < len(pieces) and pieces[nth].span.start < window.end:
            nth += 1
        yield plain(text[at : window.start]) + "<p>"
        yield from _paragraph(text, window, pieces[first:nth], tags[first:nth])
        yield "</p>"
        at = window.end
    yield plain(text[at:])


def plain(text: str) -> str:
    """Characters as XML writes them; those that XML cannot hold become ``U+FFFD``, one for one."""
    return escape(_held(text), {"\r": "&#13;"})


def element(name: str, content: str = "", /, **attributes: str | None) -> str:
    """An element around what is XML already; attributes that are ``None`` are left out.

    A name with two underscores has a colon there, one that ends in an underscore has none.

    >>> element("ref", plain("a < b"), target="x", xml__id="r1", type_=None)
    '<ref target="x" xml:id="r1">a &lt; b</ref>'
    """
    given = "".join(
        f" {key.replace('__', ':').rstrip('_')}={_quoted(value)}"
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{given}>{content}</{name}>" if content else f"<{name}{given}/>"


def _quoted(text: str) -> str:
    return quoteattr(_held(text), {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"})


def _held(text: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def _clipped(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces within each paragraph that they stand in."""
    windows = list(_paragraphs(text))
    first = 0
    for piece in sorted(pieces, key=lambda each: each.span):
        while first < len(windows) - 1 and windows[first].end <= piece.span.start:
            first += 1
        for window in windows[first:]:
            if window.start >= piece.span.end:
                break
            start, end = max(piece.span.start, window.start), min(piece.span.end, window.end)
            if start < end:
                yield replace(piece, span=Span(start, end))


def _paragraphs(text: str) -> Iterator[Span]:
    """Runs of lines that are not blank, without the space around them; the whole text if all is blank."""
    begun: int | None = None
    at = end = 0
    found = False
    for line in [*text.split("\n"), ""]:
        if line.strip(_SPACE):
            begun = at + len(line) - len(line.lstrip(_SPACE)) if begun is None else begun
            end = at + len(line.rstrip(_SPACE))
        elif begun is not None:
            yield Span(begun, end)
            begun, found = None, True
        at += len(line) + 1
    if not found and text:
        yield Span(0, len(text))


def _paragraph(
    text: str, window: Span, pieces: Sequence[Piece], tags: Sequence[tuple[str, str]]
) -> Iterator[str]:
    opened: list[tuple[int, str]] = []
    at = window.start
    for piece, (opening, closing) in zip(pieces, tags, strict=True):
        while opened and opened[-1][0] <= piece.span.start:
            end, close = opened.pop()
            yield plain(text[at:end]) + close
            at = end
        yield plain(text[at : piece.span.start]) + opening
        at = piece.span.start
        opened.append((piece.span.end, closing))
    for end, close in reversed(opened):
        yield plain(text[at:end]) + close
        at = end
    yield plain(text[at : window.end])
