"""Words signed with a dash: a quotation or a post, and behind it who it is by ("“…” ― Name, town").

Readers' letters, pull quotes and embedded posts are set this way. There is no verb for the encoder to
find; layout tells for certain, as it does for interviews.
"""

import re
from collections.abc import Iterator

from onrecord.languages.marks import OPENERS, SINGLE_OPENERS
from onrecord.terms.span import Span
from onrecord.terms.statement import Attribution

__all__ = ["signed"]

_PARAGRAPH = re.compile(r"[^\n]+")
_GAP = r"[^\S\n]"
_DASH = r"(?P<cue>[―—–]|--?)"
_NAME = r"(?P<source>(?:[^\W\d_a-z][\w.’'-]*[^\S\n]+){0,5}[^\W\d_a-z][\w’'-]*)(?:, [^\n“”\"]{2,70}?)?"
_SIGNED = re.compile(rf"[\"”’»][.]?{_GAP}*{_DASH}{_GAP}?{_NAME}[\s.]*$")
"""The end of a paragraph that is a quotation with its signature."""
_SIGNATURE = re.compile(rf"{_DASH}{_GAP}?{_NAME}[\s.]*$")
"""A paragraph that is nothing but a signature."""
_POST = re.compile(
    rf"{_GAP}{_DASH}{_GAP}?(?P<source>[^\n()@]{{2,60}} \(@\w{{1,20}}\))"
    rf"{_GAP}+[A-Z][a-z]+\.? \d{{1,2}}, \d{{4}}"
)
"""The signature of an embedded post: name, account and day."""
_TAG = re.compile(r"<[^<>\n]*>\s*")
_SURE = 0.95
_OPENING = frozenset({*OPENERS, *SINGLE_OPENERS, '"', "”"})
_SIGNATURE_MOST = 160
"""So long a tail is searched for a signature at most."""


def signed(text: str) -> tuple[Attribution, ...]:
    """Every signed quotation and post of a text, in order.

    The name is the source, the dash the cue, the paragraph before it the content, its marks included.
    """
    return tuple(_signed(text))


def _signed(text: str) -> Iterator[Attribution]:
    before: re.Match[str] | None = None
    for paragraph in _PARAGRAPH.finditer(text):
        if not paragraph.group().strip():
            continue
        start, end = _trimmed(text, paragraph.start(), paragraph.end())
        tail = max(start, end - _SIGNATURE_MOST)
        if post := _POST.search(text, start, end):
            tag = _TAG.match(text, start, end)
            yield _attribution(text, tag.end() if tag else start, post)
        elif text[start] in _OPENING and (own := _SIGNED.search(text, tail, end)):
            yield _attribution(text, start, own)
        elif before and end - start < _SIGNATURE_MOST and (own := _SIGNATURE.match(text, start, end)):
            first, last = _trimmed(text, before.start(), before.end())
            if _is_quotation(text, first, last):
                yield _attribution(text, first, own, last)
        before = paragraph


def _is_quotation(text: str, start: int, end: int) -> bool:
    return text[start] in _OPENING and text[:end].rstrip(" \t.")[-1] in '"”’»'


def _attribution(text: str, start: int, signature: re.Match[str], end: int | None = None) -> Attribution:
    content = Span(*_trimmed(text, start, signature.start("cue") if end is None else end))
    source, cue = Span(*signature.span("source")), Span(*signature.span("cue"))
    return Attribution((source,), (cue,), (content,), confidence=_SURE)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the space at its edges."""
    words = text[start:end]
    return end - len(words.lstrip()), start + len(words.rstrip())
