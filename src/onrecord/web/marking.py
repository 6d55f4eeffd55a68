"""A text with its attributions marked, as HTML that holds exactly that text.

The spans of many statements overlap and nest in every way. HTML elements may only nest, so an
element is closed where another one has to end and opened again behind it; the words between the
tags stay the text, character for character. Brackets and numbers are drawn by the style sheet
from attributes, and so are never part of the text.
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, TypeAlias

from markupsafe import Markup, escape

from onrecord.terms.article import Article
from onrecord.terms.span import Span, Spans
from onrecord.terms.statement import Form, Statement
from onrecord.web import wording

__all__ = [
    "Mark",
    "MarkKind",
    "Paragraph",
    "Reference",
    "marks_of",
    "paragraphs",
    "rendered",
    "shared_out",
]

MarkKind: TypeAlias = Literal["furniture", "caption", "content", "source", "cue"]
"""What a mark shows; where two begin and end together, the earlier one holds the later one."""

_RANK: dict[MarkKind, int] = {"furniture": 0, "caption": 1, "content": 2, "source": 3, "cue": 4}
_TAG: dict[MarkKind, str] = {
    "furniture": "span",
    "caption": "span",
    "content": "mark",
    "source": "span",
    "cue": "span",
}

_BLANK_LINES = re.compile(r"[^\S\n]*\n[^\S\n]*\n\s*")
_SHORTEST_FILLED_LINE = 45
_LONGEST_FILLED_LINE = 110


@dataclass(frozen=True, slots=True)
class Reference:
    """The number before a statement's words, which leads to its note in the margin.

    Attributes:
        id: the statement's id; the number is at ``#t-ID``, the note at ``#s-ID``.
        label: what the number says to somebody who cannot see it.
        act: what is done by it, drawn beside the number: "denied"; empty for what is merely said.
    """

    id: str
    label: str
    act: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked piece of the text.

    Attributes:
        span: where it stands.
        kind: what it shows.
        number: the statement's number in the margin, counted from 1; 0 for pieces of no statement.
        reference: what stands before the piece; only where the statement's number belongs.
        form: whose words they are; only of content.
    """

    span: Span
    kind: MarkKind
    number: int = 0
    reference: Reference | None = None
    form: Form | None = None

    @property
    def order(self) -> tuple[int, int, int, int]:
        """Sorts marks from the outermost to the innermost: begun earlier, ending later, by kind."""
        return (self.span.start, -self.span.end, _RANK[self.kind], self.number)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a text.

    Attributes:
        span: where it stands, without the blank lines around it.
        filled: whether its lines were broken to fill a column, as in a mail, so that a line's end
            means nothing; otherwise each line's end is kept.
    """

    span: Span
    filled: bool


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text: what stands between blank lines. All else is white space."""
    found = []
    start = len(text) - len(text.lstrip())
    for gap in _BLANK_LINES.finditer(text, start):
        if gap.start() > start:
            found.append(Span(start, gap.start()))
        start = gap.end()
    end = len(text.rstrip())
    if end > start:
        found.append(Span(start, end))
    return tuple(Paragraph(span, _is_filled(span.of(text))) for span in found)


def _is_filled(words: str) -> bool:
    lines = words.splitlines()[:-1]
    return bool(lines) and all(_SHORTEST_FILLED_LINE <= len(line) <= _LONGEST_FILLED_LINE for line in lines)


def marks_of(
    article: Article, statements: Sequence[Statement], *, labels: Sequence[str] = ()
) -> tuple[Mark, ...]:
    """The marks of an article: its statements' roles, its furniture and its captions.

    White space at the edges of a span is left unmarked, and so is what lies beyond the text.

    Args:
        article: the text that the spans point into.
        statements: each gets the number of its place, counted from 1.
        labels: one label a statement for the number before it; without them no numbers are set.
    """
    marks = [Mark(span, "furniture") for span in article.furniture]
    marks += [Mark(span, "caption") for span in article.captions]
    for number, statement in enumerate(statements, 1):
        first = _reference(statement, labels[number - 1]) if labels else None
        for kind, spans in _roles(statement):
            form = statement.form if kind == "content" else None
            for span in spans:
                marks.append(Mark(span, kind, number, first, form))
                first = None
    shown = ((mark, _trimmed(mark.span, article.text)) for mark in marks)
    found = (replace(mark, span=span) for mark, span in shown if span is not None)
    return tuple(sorted(found, key=lambda mark: mark.order))


def _reference(statement: Statement, label: str) -> Reference:
    verb = wording.verb(statement)
    return Reference(statement.id, label, "" if verb == wording.past("say") else verb)


def _roles(statement: Statement) -> tuple[tuple[MarkKind, Spans], ...]:
    """The roles; the number stands before the first piece of the first one that has any."""
    return (("content", statement.content), ("source", statement.source), ("cue", statement.cue))


def _trimmed(span: Span, text: str) -> Span | None:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = start + len(words.strip())
    return Span(start, end) if start < end else None


def shared_out(marks: Iterable[Mark], windows: Sequence[Paragraph]) -> tuple[tuple[Mark, ...], ...]:
    """For each paragraph the marks that touch it, without looking at every mark for every paragraph."""
    starts = [window.span.start for window in windows]
    shares: list[list[Mark]] = [[] for _ in windows]
    for mark in marks:
        last = bisect_left(starts, mark.span.end)
        first = max(bisect_right(starts, mark.span.start) - 1, 0)
        for place in range(first, last):
            shares[place].append(mark)
    return tuple(tuple(share) for share in shares)


def rendered(text: str, window: Span, marks: Iterable[Mark]) -> Markup:
    """The window of the text as HTML, its marks as elements.

    Args:
        text: the article's text.
        window: the part of it to render, as a rule one paragraph.
        marks: in any order; what lies outside the window is left out, what crosses its edge is cut.

    Returns:
        HTML whose words are exactly ``window.of(text)``: without its tags, and with its entities
        read, it is those characters.
    """
    inside = [m for m in marks if m.span.start < window.end and m.span.end > window.start]
    writer = _Writer()
    standing: list[Mark] = []
    for segment, active in _segments(window, inside):
        kept = _common(standing, active)
        for mark in reversed(standing[kept:]):
            writer.close(mark, at=segment.start)
        for mark in active[kept:]:
            writer.open(mark, at=segment.start)
        writer.words(segment.of(text))
        standing = active
    for mark in reversed(standing):
        writer.close(mark, at=window.end)
    return writer.markup()


def _segments(window: Span, marks: Sequence[Mark]) -> Iterator[tuple[Span, list[Mark]]]:
    """The stretches of the window between which no mark begins or ends, each with its marks."""
    waiting = sorted(marks, key=lambda mark: mark.order, reverse=True)
    edges = {edge for mark in marks for edge in (mark.span.start, mark.span.end)}
    cuts = sorted({window.start, window.end} | {e for e in edges if window.start < e < window.end})
    active: list[Mark] = []
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.span.end > start]
        while waiting and waiting[-1].span.start <= start:
            insort(active, waiting.pop(), key=lambda mark: mark.order)
        yield Span(start, end), list(active)


def _common(left: Sequence[Mark], right: Sequence[Mark]) -> int:
    """How many marks both begin with: the elements that may stay open."""
    same = 0
    for one, other in zip(left, right, strict=False):
        if one is not other:
            break
        same += 1
    return same


class _Writer:
    """Collects HTML; an element's opening tag is completed once it is known where it ends."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._opened: list[tuple[int, bool]] = []

    def open(self, mark: Mark, *, at: int) -> None:
        """Open an element for a mark; at the mark's own beginning its number comes first."""
        begins = at == mark.span.start
        if begins and mark.reference is not None:
            self._pieces.append(_anchor(mark.number, mark.reference))
        self._opened.append((len(self._pieces), begins))
        self._pieces.append("")

    def close(self, mark: Mark, *, at: int) -> None:
        """Close the innermost element and write the opening tag that it deserves."""
        place, begins = self._opened.pop()
        classes: list[str] = [mark.kind, *([mark.form] if mark.form else [])]
        classes += ["begins"] * begins + ["ends"] * (at == mark.span.end)
        whose = f' data-s="{mark.number}"' if mark.number else ""
        self._pieces[place] = f'<{_TAG[mark.kind]} class="{" ".join(classes)}"{whose}>'
        self._pieces.append(f"</{_TAG[mark.kind]}>")

    def words(self, words: str) -> None:
        """Add words of the text."""
        self._pieces.append(str(escape(words)))

    def markup(self) -> Markup:
        """Everything so far."""
        return Markup("".join(self._pieces))  # noqa: S704 (every piece is escaped or written here)


def _anchor(number: int, reference: Reference) -> str:
    name = escape(reference.id)
    act = f' data-act="{escape(reference.act)}"' if reference.act else ""
    return (
        f'<a class="ref" id="t-{name}" href="#s-{name}" data-n="{number}"{act}'
        f' aria-label="{escape(reference.label)}"></a>'
    )
