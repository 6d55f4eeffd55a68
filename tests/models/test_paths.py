"""The best path of labels."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from onrecord.models.paths import best_labels

INSIDE = {2: (1, 2), 4: (3, 4), 6: (5, 6)}
SCORES = arrays(np.float32, (2, 4, 7), elements=st.floats(-5, 0, width=32))


def _allowed(path: tuple[int, ...]) -> bool:
    return all(
        label not in INSIDE or before in INSIDE[label]
        for before, label in zip((0, *path), path, strict=False)
    )


@given(SCORES)
def test_the_path_is_the_best_of_all_allowed_ones(scores: np.ndarray) -> None:
    """No allowed sequence of labels scores higher than the one that was chosen."""
    allowed = np.array([p for p in itertools.product(range(7), repeat=4) if _allowed(p)])
    for row, path in zip(scores, best_labels(scores), strict=True):
        assert _allowed(tuple(path))
        best = row[np.arange(4), allowed].sum(1).max()
        assert np.isclose(row[np.arange(4), path].sum(), best, atol=1e-4)


def test_nothing_gives_nothing() -> None:
    """No rows or no pieces are no error."""
    assert best_labels(np.zeros((0, 5, 7), np.float32)).shape == (0, 5)
    assert best_labels(np.zeros((3, 0, 7), np.float32)).shape == (3, 0)
