"""Turns of a printed interview: paragraphs that begin with who speaks and a colon.

What the encoder cannot know (news prose has no such lines) layout tells for certain: two or more
labels that come back, question and answer in turn. Court records and debates are set the same way.
"""

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.terms.span import Span
from onrecord.terms.statement import Attribution

__all__ = ["turns"]

_PARAGRAPH = re.compile(r"[^\n]+")
_LABEL = re.compile(r"\s*[\"“‘«]?(?P<label>[^\W\d_][\w.’' -]{0,48}?)[ \t]?(?P<cue>:)\s+(?=\S)")
_TURNS = 4
"""So many labelled paragraphs make an interview; "Correction: …" and "Read more: …" stand alone."""


def turns(text: str) -> tuple[Attribution, ...]:
    """Every turn of the interviews in a text, as one attribution each.

    The label is the source, the colon the cue, the words behind it the content; paragraphs
    without a label that follow in the interview carry its last turn on.
    """
    labelled = [
        (p, _LABEL.match(text, p.start(), p.end())) for p in _PARAGRAPH.finditer(text) if p.group().strip()
    ]
    labels = Counter(m.group("label") for _, m in labelled if m)
    speaking = {label for label, times in labels.items() if times >= _TURNS // 2}
    if len(speaking) < 2 or sum(labels[label] for label in speaking) < _TURNS:  # noqa: PLR2004 - a talk takes two
        return ()
    return tuple(_merged(_cut(text, labelled, speaking)))


def _cut(
    text: str, paragraphs: list[tuple[re.Match[str], re.Match[str] | None]], speaking: set[str]
) -> Iterator[tuple[re.Match[str] | None, Span]]:
    """Each paragraph from the first turn to the last with the label it begins with, if it does."""
    places = [n for n, (_, m) in enumerate(paragraphs) if m and m.group("label") in speaking]
    for paragraph, match in paragraphs[places[0] : places[-1] + 1]:
        own = match if match and match.group("label") in speaking else None
        start = own.end() if own else paragraph.start()
        end = paragraph.start() + len(paragraph.group().rstrip())
        if start < end:
            yield own, Span(start + _indent(text, start, end), end)


def _indent(text: str, start: int, end: int) -> int:
    words = text[start:end]
    return len(words) - len(words.lstrip())


def _merged(pieces: Iterator[tuple[re.Match[str] | None, Span]]) -> Iterator[Attribution]:
    label: re.Match[str] | None = None
    content: list[Span] = []
    for own, piece in pieces:
        if own and label:
            yield _turn(label, content)
        if own:
            label, content = own, []
        content.append(piece)
    if label:
        yield _turn(label, content)


def _turn(label: re.Match[str], content: list[Span]) -> Attribution:
    source, cue = Span(*label.span("label")), Span(*label.span("cue"))
    return Attribution((source,), (cue,), tuple(content), confidence=0.95)
