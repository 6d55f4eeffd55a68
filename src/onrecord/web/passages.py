"""A statement in its context: the paragraphs it stands in, and the sentences around them."""

import re
from collections.abc import Iterator, Sequence

from onrecord.record.values import FoundStatement
from onrecord.terms.article import Article
from onrecord.terms.span import Span
from onrecord.web.marking import Mark, Paragraph, marks_of, paragraphs, rendered, shared_out
from onrecord.web.review_elements import Stretch

__all__ = ["passage"]

_AROUND = 320
"""The most characters of a paragraph beside the statement's own; more is cut where a sentence begins."""

_BEGINS = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*\s+")


def passage(article: Article, one: FoundStatement) -> tuple[Stretch, ...]:
    """The statement's paragraphs, and what stands directly before and after each of them."""
    windows = paragraphs(article.text)
    shares = shared_out(marks_of(article, (one.statement,)), windows)
    own = {nth for nth, share in enumerate(shares) if any(mark.number for mark in share)}
    shown = sorted({nth + step for nth in own for step in (-1, 0, 1) if 0 <= nth + step < len(windows)})
    return tuple(_stretches(article.text, windows, shares, own, shown))


def _stretches(
    text: str,
    windows: Sequence[Paragraph],
    shares: Sequence[Sequence[Mark]],
    own: set[int],
    shown: Sequence[int],
) -> Iterator[Stretch]:
    last = shown[0] if shown else 0
    for nth in shown:
        window = windows[nth]
        span = window.span
        if nth not in own:
            span = _cut(text, span, after=nth - 1 in own, before=nth + 1 in own)
        cut = span.start > window.span.start
        yield Stretch(
            html=rendered(text, span, shares[nth]),
            start=span.start,
            filled=window.filled,
            near=nth in own,
            gap=nth > last + 1 or cut,
        )
        last = nth


def _cut(text: str, span: Span, *, after: bool, before: bool) -> Span:
    """What is shown of a paragraph beside the statement's: its last sentences, or its first ones."""
    if span.end - span.start <= _AROUND or (after and before):
        return span
    breaks = [span.start + found.end() for found in _BEGINS.finditer(span.of(text))]
    if before:
        near = [place for place in breaks if span.end - place <= _AROUND]
        return Span(near[0] if near else span.end - _AROUND, span.end)
    near = [place for place in breaks if place - span.start <= _AROUND]
    end = near[-1] if near else span.start + _AROUND
    return Span(span.start, span.start + len(text[span.start : end].rstrip()))
