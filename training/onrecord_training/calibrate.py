"""Fit the confidence and choose the threshold on development articles; write the model's card.

The confidence is a logistic regression on three facts of each attribution (Platt 1999), right or wrong by
the ruler, fitted on likely and unlikely ones alike. The threshold is the confidence from which on F1 of
whole attributions is best. The error of the confidence is measured on what is above it, on articles that
it was not fitted on (two halves in turn).
"""

import importlib.util
import json
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import numpy as np
import torch

from onrecord.analysis.attribution import Calibration, Found, decode
from onrecord.analysis.quotes import Quoted, quoted
from onrecord.models.encoder import Encoder, Reading

__all__ = ["calibrate", "ruler_at"]

THRESHOLDS = tuple(round(0.2 + 0.02 * n, 3) for n in range(21))
ANY = Calibration(0.12, (0.0, 1.0, 0.0, 0.0))
"""All that the encoder proposes, by the cue's probability alone."""
BINS = 10
DEFAULTS = {"edges": [101, 102], "threshold": 0.5, "calibration": [0, 1, 0, 0]}


@dataclass(frozen=True)
class Read:
    """A development article and what the encoder made of it."""

    gold: dict
    marks: Quoted
    reading: Reading

    def found(self, calibration: Calibration) -> tuple[Found, ...]:
        """Its attributions under a calibration."""
        return decode(self.gold["text"], self.marks, self.reading, calibration)


def calibrate(weights: Path, dev: Path, ruler: ModuleType, *, window: int, overlap: int) -> dict:
    """The card's numbers, with the reliability of the confidence.

    Args:
        weights: the folder of the exported model; its card is written over.
        dev: gold articles that the threshold and the confidence are chosen on.
        ruler: the scorer.
        window: how many word pieces are read at once, at most.
        overlap: how many of them two windows may share.
    """
    card, numbers = weights / "card.json", {"window": window, "overlap": overlap, **DEFAULTS}
    card.write_text(json.dumps(numbers))
    encoder = Encoder(weights / "encoder.onnx", weights / "tokenizer.json", card, threads=2)
    articles = [_read(gold, encoder) for gold in ruler.load(str(dev))]
    x, y, side = _facts(articles, ruler)
    fitted = tuple(round(w, 4) for w in _fit(x, y))
    f1 = {t: _f1(articles, Calibration(t, fitted), ruler) for t in THRESHOLDS}
    threshold = max(f1, key=lambda t: (f1[t], -t))
    crossed = np.empty(len(y))
    for this in (0, 1):
        crossed[side == this] = _confidence(_fit(x[side != this], y[side != this]), x[side == this])
    shown = _confidence(list(fitted), x) >= threshold
    return {
        **numbers,
        "threshold": threshold,
        "calibration": list(fitted),
        "f1 by threshold": {str(t): round(v, 2) for t, v in f1.items()},
        "expected calibration error": round(_ece(crossed[shown], y[shown]), 4),
        "reliability": _reliability(crossed[shown], y[shown]),
    }


def _facts(articles: list[Read], ruler: ModuleType) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of everything proposed: the facts, shape [proposals, 3]; whether it is right; which half it is in."""
    facts, right, half = [], [], []
    for n, article in enumerate(articles):
        found = article.found(ANY)
        hits = _right(article, found, ruler)
        facts += [f.facts for f in found]
        right += [i in hits for i in range(len(found))]
        half += [n % 2] * len(found)
    return np.array(facts), np.array(right, dtype=float), np.array(half)


def _read(gold: dict, encoder: Encoder) -> Read:
    marks = quoted(gold["text"])
    return Read(gold, marks, encoder.read(gold["text"], [(s.start, s.end) for s in marks.spans]))


def _spans(found: tuple[Found, ...]) -> list[dict]:
    roles = ("source", "cue", "content")
    return [{r: [[s.start, s.end] for s in getattr(f.attribution, r)] for r in roles} for f in found]


def _f1(articles: list[Read], calibration: Calibration, ruler: ModuleType) -> float:
    found = {a.gold["id"]: _spans(a.found(calibration)) for a in articles}
    return (
        100 * ruler.score([a.gold for a in articles], found, ("lenient",))["lenient", "whole", "all"].prf()[2]
    )


def _right(article: Read, found: tuple[Found, ...], ruler: ModuleType) -> set[int]:
    """Which of the attributions found are right as a whole, by the ruler's own matching."""
    text = article.gold["text"]
    roles = ("source", "content")
    gold = [{r: ruler.role(text, s.get(r), "lenient") for r in roles} for s in ruler.statements(article.gold)]
    ours = [{r: ruler.role(text, s[r], "lenient") for r in roles} for s in _spans(found)]

    def alike(g: dict, p: dict) -> float:
        content = ruler.jaccard(g["content"], p["content"])
        source = ruler.jaccard(g["source"], p["source"]) if g["source"] or p["source"] else 1.0
        return content if min(content, source) >= ruler.THRESH else 0.0

    return set(ruler.match(ruler.candidates(gold, ours, alike)).values())


def _fit(x: np.ndarray, y: np.ndarray) -> list[float]:
    """Logistic regression by LBFGS, lightly held; shape of ``x``: [attributions, 3]."""
    facts, right = torch.tensor(x, dtype=torch.float64), torch.tensor(y, dtype=torch.float64)
    weights = torch.zeros(4, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200)

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        z = weights[0] + facts @ weights[1:]
        value = torch.nn.functional.binary_cross_entropy_with_logits(z, right) + 1e-3 * (weights**2).sum()
        value.backward()
        return value

    optimizer.step(loss)
    return weights.detach().tolist()


def _confidence(weights: list[float], x: np.ndarray) -> np.ndarray:
    calibration = Calibration(0.0, tuple(weights))
    return np.array([calibration.confidence(row) for row in x])


def _ece(confidence: np.ndarray, right: np.ndarray) -> float:
    """Expected calibration error over ten equal bins (Guo et al. 2017)."""
    rows = _reliability(confidence, right)
    return sum(row["n"] * abs(row["confidence"] - row["right"]) for row in rows) / len(right)


def _reliability(confidence: np.ndarray, right: np.ndarray) -> list[dict]:
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    return [
        {
            "n": int((bins == b).sum()),
            "confidence": round(float(confidence[bins == b].mean()), 3),
            "right": round(float(right[bins == b].mean()), 3),
        }
        for b in range(BINS)
        if (bins == b).any()
    ]


def ruler_at(path: Path) -> ModuleType:
    """The scorer, as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
