"""The best sequence of labels for each of many rows of scores."""

import numpy as np
import numpy.typing as npt

__all__ = ["best_labels"]

_BEGIN, _INSIDE = slice(1, None, 2), slice(2, None, 2)
"""Where a role begins and goes on; it goes on from its own beginning or inside only."""
_IS_INSIDE = np.array([False, False, True, False, True, False, True])


def best_labels(scores: npt.NDArray[np.float32]) -> npt.NDArray[np.int64]:
    """Viterbi's algorithm over BIO labels ``O, B-1, I-1, B-2, I-2, B-3, I-3``, all rows at once.

    Args:
        scores: log-probabilities, shape ``[rows, pieces, 7]``.

    Returns:
        Shape ``[rows, pieces]``: the labels of the best path in which every I follows its B or I.
    """
    rows, pieces, labels = scores.shape
    if not rows or not pieces:
        return np.zeros((rows, pieces), dtype=np.int64)
    begun = np.zeros((pieces, rows, labels // 2), dtype=bool)
    before = np.zeros((pieces, rows), dtype=np.int64)
    best = scores[:, 0].copy()
    best[:, _INSIDE] = -np.inf
    every = np.arange(rows)
    for t in range(1, pieces):
        begins, inside = best[:, _BEGIN], best[:, _INSIDE]
        np.greater(begins, inside, out=begun[t])
        best.argmax(1, out=before[t])
        best_new = np.repeat(best[every, before[t]][:, None], labels, axis=1)
        np.maximum(begins, inside, out=best_new[:, _INSIDE])
        best_new += scores[:, t]
        best = best_new
    path = np.zeros((rows, pieces), dtype=np.int64)
    path[:, -1] = best.argmax(1)
    for t in range(pieces - 1, 0, -1):
        label = path[:, t]
        within = label - begun[t, every, (label - 1) // 2]
        path[:, t - 1] = np.where(_IS_INSIDE[label], within, before[t])
    return path
