"""Cutting a long text into windows that the encoder can read, and saying which window answers for what."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

__all__ = ["Window", "windows_of"]


@dataclass(frozen=True, slots=True)
class Window:
    """A run of word pieces that is encoded at once.

    Attributes:
        start: its first piece.
        end: the piece after its last one.
        owned_from: the first piece that this window, and no other, answers for.
        owned_to: the piece after the last one it answers for.
    """

    start: int
    end: int
    owned_from: int
    owned_to: int


def windows_of(paragraphs: npt.NDArray[np.int64], *, size: int, overlap: int) -> tuple[Window, ...]:
    """Cover the pieces of a text with windows of whole paragraphs, as far as they fit.

    Args:
        paragraphs: the paragraph number of each piece, shape ``[pieces]``, never falling.
        size: how many pieces a window may hold.
        overlap: how many pieces of the window before are read again, at most.

    Returns:
        Windows in order; every piece is owned by exactly one. Between two windows the owner changes
        in the middle of what they share.
    """
    total = len(paragraphs)
    bounds: list[tuple[int, int]] = []
    start = 0
    while start < total:
        end = _end(paragraphs, start, min(start + size, total))
        bounds.append((start, end))
        if end >= total:
            break
        start = _next_start(paragraphs, start, end, overlap)
    cuts = [(a_end + b_start) // 2 for (_, a_end), (b_start, _) in pairwise(bounds)]
    owned = zip([0, *cuts], [*cuts, total], strict=True) if bounds else ()
    return tuple(Window(*bound, *own) for bound, own in zip(bounds, owned, strict=True))


def _end(paragraphs: npt.NDArray[np.int64], start: int, limit: int) -> int:
    """The last paragraph's end at or before ``limit``.

    ``limit`` itself where that would leave more than half the window empty.
    """
    if limit == len(paragraphs) or paragraphs[limit] != paragraphs[limit - 1]:
        return limit
    begins = int(np.searchsorted(paragraphs, paragraphs[limit]))
    return begins if begins - start > (limit - start) // 2 else limit


def _next_start(paragraphs: npt.NDArray[np.int64], start: int, end: int, overlap: int) -> int:
    """Where the next window begins.

    Between two paragraphs it steps back over the last one if that is short, so that a cue sees the
    quotation it carries on; within a paragraph that was cut it steps back ``overlap`` pieces.
    """
    if paragraphs[end] == paragraphs[end - 1]:
        return max(end - overlap, start + 1)
    before = int(np.searchsorted(paragraphs, paragraphs[end - 1]))
    return before if before > start and end - before <= overlap else end
