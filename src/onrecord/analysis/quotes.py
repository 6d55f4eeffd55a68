"""Quotation marks: which characters of a text stand inside a quotation.

A paragraph (a line) is read on its own, so that a stray mark never costs another
paragraph anything. Only the marks themselves decide; whether the quoted words
are a statement, a nickname or a scare quote is for attribution to say.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from onrecord.languages.marks import CLOSERS, DOUBLE, OPENERS, SINGLE, SINGLE_OPENERS
from onrecord.terms.span import Span

__all__ = ["Quoted", "quoted"]

_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+")
_MARK = re.compile("``|''|[" + re.escape("".join(DOUBLE)) + "]")
_SINGLE_MARK = re.compile(
    "[" + re.escape("".join({*SINGLE, *"".join("".join(c) for c in SINGLE.values())})) + "]"
)
_TRIED = 40
"""So many marks are looked at for the one that closes; keeps a text of apostrophes from taking for ever."""
_OPENING_CONTEXT = frozenset("([{<—–-/…:") | frozenset('“"«„‹')


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quotations of a text.

    Attributes:
        spans: the outermost quotations, marks included, in the order of the text; none overlap.
        mask: one byte a code point, 1 inside a quotation (marks included), 0 outside.
    """

    spans: tuple[Span, ...]
    mask: bytes

    def share(self, text: str, start: int, end: int) -> tuple[int, int]:
        """How many letters and digits of ``[start, end)`` are quoted, and how many there are."""
        pairs = zip(self.mask[start:end], text[start:end], strict=False)
        inside = [mark for mark, char in pairs if char.isalnum()]
        return sum(inside), len(inside)


@lru_cache(maxsize=2)
def quoted(text: str) -> Quoted:
    """Find the quotations of a text, with marks of every kind.

    Straight, curly, angled, low and doubled (````` … ''``) marks are understood, single marks
    where they are not apostrophes. A quotation that is not closed in its paragraph
    runs to the paragraph's end if it is carried on (the next paragraph opens anew) or if the
    paragraph began with its mark; otherwise the mark is taken for a stray one.
    """
    spans: list[Span] = []
    paragraphs = list(_PARAGRAPH.finditer(text))
    for here, following in zip_longest(paragraphs, paragraphs[1:]):
        carried_on = following is not None and _opens_paragraph(following.group())
        doubles = _doubles(text, here.start(), here.end(), carried_on=carried_on)
        spans += _with_singles(text, here.start(), here.end(), doubles)
    mask = bytearray(len(text))
    for span in spans:
        mask[span.start : span.end] = b"\1" * (span.end - span.start)
    return Quoted(tuple(spans), bytes(mask))


def _opens_paragraph(paragraph: str) -> bool:
    first = paragraph.lstrip()[:2]
    return first == "``" or first[:1] in OPENERS or first[:1] in ('"', "”") or first[:1] in SINGLE_OPENERS


def _doubles(text: str, start: int, end: int, *, carried_on: bool) -> list[Span]:
    """Quotations in double marks within one paragraph ``[start, end)``."""
    found: list[Span] = []
    opened: int | None = None
    opener = ""
    for mark in _MARK.finditer(text, start, end):
        if opened is None:
            if _may_open(text, mark, start, end):
                opened, opener = mark.start(), mark.group()
        elif _may_close(text, mark, opener, end):
            found.append(Span(opened, mark.end()))
            opened = None
    if opened is not None and (carried_on or not text[start:opened].strip()):
        found.append(Span(opened, start + len(text[start:end].rstrip())))
    return found


def _may_open(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    sign = mark.group()
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if after.isspace():
        return False
    if sign in OPENERS:
        return True
    if sign == "''":  # some wires type it on both sides
        return before.isspace()
    return not before.isalnum() or (sign == '"' and not after.isalnum() and before.isspace())


def _may_close(text: str, mark: re.Match[str], opener: str, end: int) -> bool:
    sign = mark.group()
    if sign not in CLOSERS[opener]:
        return False
    before = text[mark.start() - 1]
    after = text[mark.end()] if mark.end() < end else " "
    opens_anew = before.isspace() and after.isalnum()
    return not (sign == opener and opens_anew)


def _with_singles(text: str, start: int, end: int, doubles: list[Span]) -> list[Span]:
    """The doubles and the single-marked quotations outside them; a single-marked one may hold doubles."""
    marks = [mark.start() for mark in _SINGLE_MARK.finditer(text, start, end)]
    opening = [at for at in marks if _single_opens(text, at, start, end)]
    if not opening:  # mostly: apostrophes
        return doubles
    outside = _outside(doubles)
    closers = [at for at in marks if _single_may_close(text, at) and outside(at)]
    singles: list[Span] = []
    free_from = start
    for at in opening:
        if at >= free_from and outside(at):
            closing = _single_closes(text, at, closers)
            if closing is not None:
                singles.append(Span(at, closing + 1))
                free_from = closing + 1
    within = _outside(singles)
    return sorted([d for d in doubles if within(d.start)] + singles)


def _outside(spans: list[Span]) -> Callable[[int], bool]:
    """Tells whether a position stands outside all of these spans, which are in order."""
    starts = [span.start for span in spans]

    def outside(position: int) -> bool:
        before = bisect_right(starts, position) - 1
        return before < 0 or spans[before].end <= position

    return outside


def _single_opens(text: str, at: int, start: int, end: int) -> bool:
    if text[at] not in SINGLE_OPENERS or at + 1 >= end or text[at + 1].isspace() or text[at + 1] == text[at]:
        return False
    before = text[at - 1] if at > start else " "
    return before.isspace() or before in _OPENING_CONTEXT


def _single_may_close(text: str, at: int) -> bool:
    return at > 0 and not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()


def _single_closes(text: str, opened: int, closers: list[int]) -> int | None:
    """Where the single-marked quotation that opens at ``opened`` closes, or None if it does not.

    One letter between the marks is an elision ("rock 'n' roll").
    """
    first = bisect_right(closers, opened + 2)
    candidates = [i for i in closers[first : first + _TRIED] if text[i] in SINGLE[text[opened]]]
    for n, i in enumerate(candidates):
        # "the ministers’ claims’": a mark after s before a word is a possessive if another one can close
        possessive = text[i - 1] in "sS" and re.match(r" [a-z]", text[i + 1 : i + 3])
        if not possessive or n + 1 == len(candidates):
            return i
    return None
