"""Windows cover a text and share out its pieces."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.models.windows import windows_of

LENGTHS = st.lists(st.integers(1, 60), min_size=0, max_size=30)


@given(LENGTHS, st.integers(8, 64), st.integers(0, 7))
def test_every_piece_is_owned_once_by_a_window_that_holds_it(
    lengths: list[int], size: int, overlap: int
) -> None:
    """Owned ranges are the whole text without gap or overlap, each inside its own window."""
    paragraphs = np.repeat(np.arange(len(lengths)), lengths)
    windows = windows_of(paragraphs, size=size, overlap=overlap)
    owned = [piece for w in windows for piece in range(w.owned_from, w.owned_to)]
    assert owned == list(range(len(paragraphs)))
    assert all(w.start <= w.owned_from <= w.owned_to <= w.end <= w.start + size for w in windows)


def test_a_window_ends_with_a_paragraph() -> None:
    """A paragraph that does not fit begins the next window."""
    paragraphs = np.repeat([0, 1, 2], [6, 3, 6])
    assert [(w.start, w.end) for w in windows_of(paragraphs, size=10, overlap=0)] == [(0, 9), (9, 15)]


def test_a_short_paragraph_is_read_again_before_the_next() -> None:
    """A cue may carry on the quotation of the paragraph before."""
    paragraphs = np.repeat([0, 1, 2], [6, 3, 6])
    assert [(w.start, w.end) for w in windows_of(paragraphs, size=10, overlap=4)] == [(0, 9), (6, 15)]
