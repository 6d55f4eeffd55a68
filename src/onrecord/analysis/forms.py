"""Form: direct, mixed or indirect, read off the quotation marks alone."""

from onrecord.analysis.quotes import Quoted
from onrecord.terms.span import Spans
from onrecord.terms.statement import Form

__all__ = ["form_of"]

_ALL = 0.98
"""The share of letters and digits in marks from which a content is direct: a stray "that" costs nothing."""


def form_of(text: str, quoted: Quoted, content: Spans) -> Form:
    """Whether all, some or none of the content stands in quotation marks.

    A block quotation that lost its marks cannot be told from the writer's own words: indirect.
    """
    if not any(1 in quoted.mask[span.start : span.end] for span in content):  # mostly
        return "indirect"
    inside = total = 0
    for span in content:
        hit, size = quoted.share(text, span.start, min(span.end, len(text)))
        inside, total = inside + hit, total + size
    if not inside:
        return "indirect"
    return "direct" if inside >= _ALL * total else "mixed"
