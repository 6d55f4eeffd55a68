"""The model that is shipped."""

from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import ModelError
from onrecord.models.encoder import LABELS, Encoder

WEIGHTS = files("onrecord.models") / "weights"


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    """The model of this installation, on one thread."""
    return Encoder.open(threads=1)


def test_the_model_is_small() -> None:
    """The shipped model stays within 25 MB."""
    assert len((WEIGHTS / "encoder.onnx").read_bytes()) <= 25_000_000


def test_reading_twice_gives_the_same(encoder: Encoder) -> None:
    """The same text gives the same scores, to the bit."""
    text = "The minister said the bridge would open. " * 40
    first, second = (encoder.read(text, []) for _ in range(2))
    assert [c.piece for c in first.candidates] == [c.piece for c in second.candidates]
    assert all(
        np.array_equal(a.roles, b.roles) for a, b in zip(first.candidates, second.candidates, strict=True)
    )


def test_a_cue_is_scored_where_it_stands(encoder: Encoder) -> None:
    """The likeliest cue of a plain sentence is its verb of saying."""
    text = "Mayor Ilse Brandvik said the ferry would not sail on Monday."
    reading = encoder.read(text, [])
    best = max(reading.candidates, key=lambda c: c.logit)
    start, end = reading.offsets[best.piece]
    assert text[start:end] == "said"
    assert best.roles.shape == (len(reading.offsets), len(LABELS))


@settings(max_examples=25, deadline=None)
@given(text=st.text(max_size=300))
def test_any_text_can_be_read(encoder: Encoder, text: str) -> None:
    """No text fails, and every offset lies within it."""
    reading = encoder.read(text, [])
    assert all(0 <= start <= end <= len(text) for start, end in reading.offsets)


def test_a_damaged_model_says_what_to_do(tmp_path: Path) -> None:
    """A model file that is none is a ModelError that tells the user to install again."""
    for name in ("encoder.onnx", "tokenizer.json", "card.json"):
        (tmp_path / name).write_text("{}")
    with pytest.raises(ModelError, match="Install onrecord again"):
        Encoder(tmp_path / "encoder.onnx", tmp_path / "tokenizer.json", tmp_path / "card.json")
