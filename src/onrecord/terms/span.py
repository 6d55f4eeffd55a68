"""Where something stands in a text."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

__all__ = ["Span", "Spans", "covered", "words_of"]


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A piece of a text: half-open ``[start, end)``, counted in Unicode code points.

    Raises:
        ValueError: if the span is empty, turned round or before the text's beginning.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            message = f"a span needs 0 <= start < end, got [{self.start}, {self.end})"
            raise ValueError(message)

    def of(self, text: str) -> str:
        """The words of the span in its text."""
        return text[self.start : self.end]


Spans: TypeAlias = tuple[Span, ...]
"""The pieces of one role of a statement, in the order of the text; ``()`` when the role is empty."""


def words_of(text: str, spans: Iterable[Span], *, gap: str = " … ") -> str:
    """The words of several pieces as one line for people to read, ``gap`` between them."""
    return gap.join(span.of(text) for span in spans)


def covered(spans: Iterable[Span]) -> frozenset[int]:
    """The code-point positions that the spans cover."""
    return frozenset(i for span in spans for i in range(span.start, span.end))
