"""The best sequence of labels for each of many rows of scores."""

import numpy as np
import numpy.typing as npt

__all__ = ["best_labels"]

_BEGINS = (1, 3, 5)
_FREE = (0, *_BEGINS)
"""Labels that may follow any label; the others (inside) follow their own beginning or inside only."""


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
    came_from = np.zeros((pieces, rows, labels), dtype=np.int64)
    best = scores[:, 0].copy()
    best[:, [begin + 1 for begin in _BEGINS]] = -np.inf
    every = np.arange(rows)
    for t in range(1, pieces):
        before = best.argmax(1)
        top = best[every, before]
        best_new = np.empty_like(best)
        for label in _FREE:
            best_new[:, label] = top
            came_from[t, :, label] = before
        for begin in _BEGINS:
            inside = begin + 1
            stays = best[:, inside] >= best[:, begin]
            best_new[:, inside] = np.where(stays, best[:, inside], best[:, begin])
            came_from[t, :, inside] = np.where(stays, inside, begin)
        best = best_new + scores[:, t]
    path = np.zeros((rows, pieces), dtype=np.int64)
    path[:, -1] = best.argmax(1)
    for t in range(pieces - 1, 0, -1):
        path[:, t - 1] = came_from[t, every, path[:, t]]
    return path
