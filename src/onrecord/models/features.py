"""What the encoder is told of a text besides its word pieces.

The word pieces are lower-cased (the vocabulary is uncased), so capitals, quotation
marks and paragraph beginnings, which attribution turns on, are given apart: each
piece has one of ``FEATURES`` numbers, made of three small facts.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

__all__ = ["FEATURES", "features_of", "paragraph_numbers"]

_CASES = 4
_QUOTES = 4
FEATURES = _CASES * _QUOTES * 2
"""How many different numbers ``features_of`` gives: 4 cases, 4 places in a quotation, 2 in a paragraph."""

Ints = npt.NDArray[np.int64]


def features_of(
    text: str, offsets: Sequence[tuple[int, int]], quotations: Sequence[tuple[int, int]], paragraphs: Ints
) -> Ints:
    """One number a word piece.

    Args:
        text: the article's text.
        offsets: ``[start, end)`` of each piece, in code points.
        quotations: ``[start, end)`` of each quotation, marks included, in the order of the text.
        paragraphs: the paragraph number of each piece, shape ``[pieces]``.

    Returns:
        Shape ``[pieces]``, each in ``range(FEATURES)``.
    """
    place = np.zeros(len(text) + 1, dtype=np.int64)
    for start, end in quotations:
        place[start:end] = 1
        place[start] = 2
        place[end - 1] = 3
    cases = np.fromiter((_case(text[a:b]) for a, b in offsets), dtype=np.int64, count=len(offsets))
    quotes = np.fromiter((place[a] for a, _ in offsets), dtype=np.int64, count=len(offsets))
    begins = np.ones(len(offsets), dtype=np.int64)
    begins[1:] = paragraphs[1:] != paragraphs[:-1]
    return (cases * _QUOTES + quotes) * 2 + begins


def paragraph_numbers(text: str, offsets: Sequence[tuple[int, int]]) -> Ints:
    """The paragraph (line) of each piece, counted from 0 over the lines that hold a piece."""
    numbers = np.zeros(len(offsets), dtype=np.int64)
    number = 0
    for i in range(1, len(offsets)):
        number += "\n" in text[offsets[i - 1][1] : offsets[i][0]]
        numbers[i] = number
    return numbers


def _case(piece: str) -> int:
    """0 no capital, 1 a capital first, 2 all capitals, 3 a capital within."""
    if piece == piece.lower():
        return 0
    if len(piece) > 1 and piece == piece.upper():
        return 2
    return 1 if piece[:1] != piece[:1].lower() else 3
