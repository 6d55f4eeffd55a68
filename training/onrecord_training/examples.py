"""Annotated articles to the numbers that the network learns from."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from onrecord.analysis.quotes import quoted
from onrecord.models.features import features_of, paragraph_numbers
from onrecord.models.windows import windows_of
from onrecord.terms.statement import ACTS
from onrecord_training.corpora import Annotated

__all__ = ["IGNORED", "Batch", "Example", "batches", "examples_of", "tokenizer_at"]

IGNORED = -100


@dataclass(frozen=True)
class Example:
    """One window: shapes [pieces] but ``cues`` [cues], ``roles`` [cues, pieces] and ``acts`` [cues, 2].

    The two acts of a cue are the likeliest and the next that is close, or the same one twice.
    """

    pieces: np.ndarray
    features: np.ndarray
    paragraphs: np.ndarray
    tags: np.ndarray
    cues: np.ndarray
    roles: np.ndarray
    acts: np.ndarray


@dataclass(frozen=True)
class Batch:
    """Windows of about one length, padded."""

    pieces: torch.Tensor
    features: torch.Tensor
    paragraphs: torch.Tensor
    mask: torch.Tensor
    begins: torch.Tensor
    tags: torch.Tensor
    rows: torch.Tensor
    tokens: torch.Tensor
    roles: torch.Tensor
    acts: torch.Tensor


def tokenizer_at(path: Path) -> Tokenizer:
    """The tokenizer without padding and truncation."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def examples_of(
    article: Annotated, tokenizer: Tokenizer, *, size: int, chance: random.Random | None
) -> Iterator[Example]:
    """The windows of an article; with ``chance``, of random sizes, so that edges fall elsewhere."""
    encoding = tokenizer.encode(article.text, add_special_tokens=False)
    offsets = encoding.offsets
    if not offsets:
        return
    paragraphs = paragraph_numbers(article.text, offsets)
    spans = [(s.start, s.end) for s in quoted(article.text).spans]
    features = features_of(article.text, offsets, spans, paragraphs)
    ids = np.array(encoding.ids)
    cues, roles, acts = _gold(article, offsets)
    if chance:
        size = chance.choice((size, size, size, size * 3 // 4, size // 2))
    for window in windows_of(
        paragraphs, size=size - 2, overlap=0 if chance is None else chance.choice((0, 0, 16))
    ):
        here = slice(window.start, window.end)
        inside = [i for i, cue in enumerate(cues) if window.start <= cue < window.end]
        rows = (
            np.stack([roles[i][here] for i in inside])
            if inside
            else np.zeros((0, window.end - window.start), int)
        )
        yield Example(
            np.pad(ids[here], 1, constant_values=(101, 102)),
            np.pad(features[here], 1),
            np.pad(paragraphs[here], 1, mode="edge"),
            np.pad(_flat(rows), 1),
            np.array([cues[i] - window.start + 1 for i in inside], dtype=int),
            np.pad(rows, ((0, 0), (1, 1))),
            np.array([acts[i] for i in inside], dtype=int).reshape(-1, 2),
        )


def _gold(
    article: Annotated, offsets: list[tuple[int, int]]
) -> tuple[list[int], list[np.ndarray], list[tuple[int, int]]]:
    """Where each cue begins, as a piece; the role of every piece towards it; its acts, if they are known."""
    starts = np.array([a for a, _ in offsets])
    ends = np.array([b for _, b in offsets])
    cues, rows, acts = [], [], []
    for attribution in article.attributions:
        row = np.zeros(len(offsets), dtype=int)
        for number, role in enumerate((attribution.source, attribution.cue, attribution.content)):
            for a, b in role:
                touched = np.flatnonzero((starts < b) & (ends > a))
                if len(touched):
                    row[touched] = 2 * number + 2
                    row[touched[0]] = 2 * number + 1
        begins = np.flatnonzero(row == 3)
        if len(begins):
            cues.append(int(begins[0]))
            rows.append(row)
            known = [ACTS.index(act) for act in attribution.acts] or [IGNORED]
            acts.append((known[0], known[-1]))
    return cues, rows, acts


def _flat(rows: np.ndarray) -> np.ndarray:
    flat = np.zeros(rows.shape[1], dtype=int)
    for row in rows:
        flat = np.where((flat == 0) & (row > 0), row, flat)
    return flat


def batches(examples: list[Example], *, pieces: int, chance: random.Random) -> Iterator[Batch]:
    """Examples in batches of at most about ``pieces`` word pieces, like lengths together, in random order."""
    order = sorted(examples, key=lambda e: len(e.pieces) + chance.random() * 24)
    groups: list[list[Example]] = [[]]
    for example in order:
        if len(groups[-1]) and (len(groups[-1]) + 1) * len(example.pieces) > pieces:
            groups.append([])
        groups[-1].append(example)
    chance.shuffle(groups)
    yield from map(_batch, groups)


def _batch(group: list[Example]) -> Batch:
    length = max(len(e.pieces) for e in group)

    def padded(name: str, fill: int) -> torch.Tensor:
        rows = [np.pad(getattr(e, name), (0, length - len(e.pieces)), constant_values=fill) for e in group]
        return torch.from_numpy(np.stack(rows))

    mask = padded("pieces", 0) * 0 + torch.tensor([[i < len(e.pieces) for i in range(length)] for e in group])
    begins = torch.zeros(len(group), length)
    rows, tokens, roles, acts = [], [], [], []
    for i, example in enumerate(group):
        begins[i, example.cues] = 1
        acts += example.acts.tolist()
        for cue, role in zip(example.cues, example.roles, strict=True):
            rows.append(i)
            tokens.append(int(cue))
            roles.append(np.pad(role, (0, length - len(role)), constant_values=IGNORED))
    gold = torch.from_numpy(np.stack(roles)) if roles else torch.zeros(0, length, dtype=torch.long)
    return Batch(
        padded("pieces", 0),
        padded("features", 0),
        padded("paragraphs", 0),
        mask,
        begins,
        padded("tags", IGNORED),
        torch.tensor(rows, dtype=torch.long),
        torch.tensor(tokens, dtype=torch.long),
        gold,
        torch.tensor(acts, dtype=torch.long).view(-1, 2),
    )
