"""Where words stand in a passage: in whose statement, in marks or not, in which sentence."""

import re
from collections.abc import Callable, Iterator, Sequence

from onrecord.linking.places import Note
from onrecord.terms.quotation import Attributed, Passage
from onrecord.terms.span import Span

__all__ = ["by_two", "giving", "sentence", "standing"]

_SENTENCE_END = re.compile(r"[.!?…][\"”’'»)]*\s+|[\r\n\u2028\u2029]+")
_CONTEXT = 280
"""Code points of the sentence that are shown on either side."""


def giving(span: Span, passage: Passage) -> Attributed | None:
    """The statement that has most of the words; of one inside another, the inner one."""

    def shared(given: Attributed) -> int:
        return sum(max(0, min(p.end, span.end) - max(p.start, span.start)) for p in given.statement.content)

    def length(given: Attributed) -> int:
        return sum(piece.end - piece.start for piece in given.statement.content)

    some = [given for given in passage.statements if 2 * shared(given) > span.end - span.start]
    return max(some, key=lambda given: (shared(given), -length(given)), default=None)


def by_two(passage: Passage, places: Sequence[int]) -> bool:
    """Whether the first and the last of some words are two speakers', and no statement has them both."""
    speakers = []
    ends = [Span(passage.start + place, passage.start + place + 1) for place in (places[0], places[-1])]
    if any(all(_has(given, end) for end in ends) for given in passage.statements):
        return False
    for end in ends:
        given = giving(end, passage)
        if given is None or given.speaker_id is None:
            return False
        speakers.append(given.speaker_id)
    return speakers[0] != speakers[1]


def _has(given: Attributed, span: Span) -> bool:
    return any(piece.start <= span.start and span.end <= piece.end for piece in given.statement.content)


def standing(
    passage: Passage,
    given: Attributed | None,
    words: Sequence[Span],
    marking: Callable[[str], Sequence[Span]],
) -> Iterator[Note]:
    """What is told of where words stand: in an earlier version, and as the article's own words.

    Args:
        passage: the passage.
        given: the statement that they are a part of.
        words: the words, counted from the passage's beginning.
        marking: finds the quotations of a text.
    """
    if not passage.latest:
        yield "earlier"
    if given and given.statement.form == "indirect":
        yield "unquoted"
    elif not given or given.statement.form == "mixed":
        start = max(passage.text.rfind(sign, 0, words[0].start) for sign in "\n\r\u2028\u2029") + 1
        if start == 0 and passage.start > 0:
            return  # the passage begins within a paragraph, and perhaps within a quotation
        marked = [(span.start + start, span.end + start) for span in marking(passage.text[start:])]
        inside = sum(any(first <= word.start < last for first, last in marked) for word in words)
        if 2 * inside < len(words):
            yield "unquoted"


def sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What the sentence, or the sentences, have before and after a stretch."""
    first = max(start - _CONTEXT, 0)
    ends = [found.end() for found in _SENTENCE_END.finditer(text, first, start)]
    before = text[ends[-1] : start] if ends else ("… " if first else "") + text[first:start].lstrip()
    last = min(end + _CONTEXT, len(text))
    found = _SENTENCE_END.search(text, end, last)
    after = text[end : found.end()].rstrip() if found else text[end:last] + (" …" if last < len(text) else "")
    return before, after
