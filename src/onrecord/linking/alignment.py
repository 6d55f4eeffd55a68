"""A quotation laid beside a text: at which words it stands there, and in which it differs.

The cheapest way from the words of the text to those of the quotation (Wagner and Fischer 1974), beginning
and ending anywhere in the text; words left out together cost less than the same number here and there
(Gotoh 1982). An ellipsis of the quotation leaves words out, and words in brackets stand for others, nearly
for nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from onrecord.linking.wording import Word

__all__ = ["Alignment", "Step", "align"]

Step: TypeAlias = tuple[int | None, int | None]
"""A word of the quotation and a word of the text beside it, by their numbers; either may have no other."""

_OTHER = 100
"""Another word in place of one."""

_PUT_IN = 104
"""A word that the text does not have: a little more, so that as many words as can be stand beside one."""

_LEAVING, _EACH = 76, 20
"""Leaving words of the text out: once, and for each of them."""

_BRACKETED = 12
"""A word in brackets, whatever it stands for or does not."""

_ELIDED = 1
"""Each word that an ellipsis stands for."""

_Costs: TypeAlias = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Alignment:
    """A quotation beside a text.

    Attributes:
        steps: every word of the quotation in order, and every word of the text that it passes over.
        cost: how far the two are apart; 0 if the words are the same.
    """

    steps: tuple[Step, ...]
    cost: int


def align(quotation: Sequence[Word], text: Sequence[Word]) -> Alignment:
    """Lay a quotation beside the stretch of a text that it is nearest to; of equals the first.

    Takes time and memory in proportion to the one's words times the other's.
    """
    keys = np.array([hash(word.key) for word in text], dtype=np.int64)
    passing = np.array([_BRACKETED if word.bracketed else _EACH for word in text], dtype=np.int32)
    passed = np.concatenate(
        ([0], np.cumsum(passing, dtype=np.int32))
    )  # what leaving out the first so many costs
    best: _Costs = np.zeros(len(text) + 1, dtype=np.int32)
    table = _Table()
    for word in quotation:
        if word.gap:
            best = table.leave(best, np.arange(len(best), dtype=np.int32) * _ELIDED, 0)
            continue
        same = keys == hash(word.key)
        put_in = best + (_BRACKETED if word.bracketed else _PUT_IN)
        beside = best[:-1] + np.where(same, 0, _BRACKETED if word.bracketed else _OTHER).astype(np.int32)
        direct = put_in
        diagonal = beside <= put_in[1:]
        direct[1:] = np.where(diagonal, beside, put_in[1:])
        table.diagonal.append(np.concatenate(([False], diagonal)))
        best = table.leave(direct, passed, _LEAVING)
    end = int(np.argmin(best))
    return Alignment(tuple(_trimmed(table.back(quotation, end))), int(best[end]))


class _Table:
    """How each cell was reached."""

    def __init__(self) -> None:
        self.diagonal: list[npt.NDArray[np.bool_]] = []
        self.since: list[npt.NDArray[np.int32]] = []
        """Row by row, up to which word of the text the quotation had come before words were left out."""

    def leave(self, direct: _Costs, passed: _Costs, opening: int) -> _Costs:
        """The costs if words of the text may be left out behind each cell, too."""
        reduced = direct - passed
        least = np.minimum.accumulate(reduced)
        numbers = np.arange(len(direct), dtype=np.int32)
        since = np.maximum.accumulate(np.where(reduced == least, numbers, 0)).astype(np.int32)
        left = least + passed + opening
        better = left < direct
        self.since.append(np.where(better, since, numbers).astype(np.int32))
        return np.where(better, left, direct).astype(np.int32)

    def back(self, quotation: Sequence[Word], end: int) -> list[Step]:
        """The steps that lead to a cell of the last row."""
        steps: list[Step] = []
        at = end
        diagonals = len(self.diagonal)
        for row in range(len(quotation) - 1, -1, -1):
            since = int(self.since[row][at])
            steps += ((None, number) for number in range(at - 1, since - 1, -1))
            at = since
            if quotation[row].gap:
                steps.append((row, None))
                continue
            diagonals -= 1
            if self.diagonal[diagonals][at]:
                at -= 1
                steps.append((row, at))
            else:
                steps.append((row, None))
        return steps[::-1]


def _trimmed(steps: list[Step]) -> list[Step]:
    """The steps without words of the text before the quotation begins and after it ends."""
    own = [number for number, (word, _) in enumerate(steps) if word is not None]
    return steps[own[0] : own[-1] + 1] if own else []
