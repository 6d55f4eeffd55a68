"""Opening the trained encoder and reading a text with it: one pass, no network, no GPU."""

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from onrecord.errors import ModelError
from onrecord.models.features import features_of, paragraph_numbers
from onrecord.models.windows import Window, windows_of

__all__ = ["LABELS", "Candidate", "Encoder", "Reading"]

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
"""The roles of a word piece towards a cue, in the order of the model's last axis."""

_SLOWER = ["SkipLayerNormFusion"]
"""On a processor ONNX Runtime adds and normalises five times as fast in two steps as in its fused one."""
_SURROGATES = dict.fromkeys(range(55296, 57344), 65533)

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a cue may begin, and the role of every piece around it towards that cue.

    Attributes:
        piece: the word piece that the cue begins with.
        logit: how likely it is; the log of the odds.
        first: the piece that the first row of ``roles`` is about.
        roles: log-probabilities, shape ``[pieces, len(LABELS)]``.
        acts: log-probabilities of what the speaker does by it, shape ``[len(ACTS)]``, in their order.
    """

    piece: int
    logit: float
    first: int
    roles: Floats
    acts: Floats


@dataclass(frozen=True, slots=True)
class Reading:
    """What the encoder made of a text.

    Attributes:
        offsets: ``[start, end)`` of every word piece, in code points of the text.
        candidates: in the order of the text.
    """

    offsets: tuple[tuple[int, int], ...]
    candidates: tuple[Candidate, ...]


class Encoder:
    """The trained model, opened. Reading is deterministic and may be done from several threads."""

    def __init__(self, model: Path, tokenizer: Path, card: Path, *, threads: int | None = None) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or len(os.sched_getaffinity(0))
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._path = model
        try:
            self.card: dict[str, Any] = json.loads(card.read_text(encoding="utf-8"))
            self._session = onnxruntime.InferenceSession(
                str(model), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
            )
            self._tokenizer = Tokenizer.from_file(str(tokenizer))
        except Exception as error:
            message = f"The trained model at {model} cannot be opened ({error}). Install onrecord again."
            raise ModelError(message) from error

    @classmethod
    def open(cls, *, threads: int | None = None) -> "Encoder":
        """Open the model that is shipped with the package.

        Args:
            threads: how many threads one reading may use; by default one a processor that is ours.

        Raises:
            ModelError: if a file of the model is missing or damaged.
        """
        with as_file(files("onrecord.models") / "weights") as folder:
            return cls(
                folder / "encoder.onnx", folder / "tokenizer.json", folder / "card.json", threads=threads
            )

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the model file, as 64 hexadecimal digits."""
        return hashlib.sha256(self._path.read_bytes()).hexdigest()

    def read(self, text: str, quotations: Sequence[tuple[int, int]]) -> Reading:
        """Read a text of any length.

        Args:
            text: the article's text.
            quotations: ``[start, end)`` of each quotation, marks included, in the order of the text.
        """
        encoding = self._tokenizer.encode(text.translate(_SURROGATES), add_special_tokens=False)
        offsets = tuple(encoding.offsets)
        if not offsets:
            return Reading((), ())
        paragraphs = paragraph_numbers(text, offsets)
        inputs = (np.array(encoding.ids), features_of(text, offsets, quotations, paragraphs), paragraphs)
        windows = windows_of(paragraphs, size=self.card["window"] - 2, overlap=self.card["overlap"])
        return Reading(offsets, tuple(c for window in windows for c in self._window(window, *inputs)))

    def _window(self, window: Window, ids: Ints, features: Ints, paragraphs: Ints) -> list[Candidate]:
        """Encode one window and keep what it owns.

        Windows are read one by one: on a processor a batch is no faster, and its padding is work for nothing.
        """
        here = slice(window.start, window.end)
        feed = {
            "pieces": np.pad(ids[here], 1, constant_values=self.card["edges"])[None],
            "features": np.pad(features[here], 1)[None],
            "paragraphs": np.pad(paragraphs[here], 1, mode="edge")[None],
        }
        logits, tokens, roles, acts = self._session.run(["cue_logits", "tokens", "roles", "acts"], feed)
        places = (window.start + int(token) - 1 for token in tokens)
        return [
            Candidate(piece, float(logits[token]), window.start, scores[1:-1], act)
            for piece, token, scores, act in zip(places, tokens, roles, acts, strict=True)
            if window.owned_from <= piece < window.owned_to
        ]
