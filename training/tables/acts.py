r"""Fit the weights by which ``onrecord.analysis.leanings`` tells acts from words.

    python training/tables/acts.py --corpus CORPUS.jsonl --unseen UNSEEN.jsonl \
        --to src/onrecord/languages/english/acts.npz

What is read are the acts that readers labelled: ``training/labels/acts.tsv`` for the corpus, and our own
articles in ``training/articles``. How well words, encoder and both tell the acts is then printed for the
labelled ones among articles that neither has learnt from. Needs scikit-learn, and
PyTorch for reading the corpus.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from onrecord.analysis.acts import Wording, deed_of
from onrecord.analysis.forms import form_of
from onrecord.analysis.leanings import features_of, together
from onrecord.analysis.quotes import quoted
from onrecord.models.encoder import Encoder
from onrecord.terms.span import Span
from onrecord.terms.statement import ACTS
from onrecord_training.corpora import Annotated, Pieces, labels, load
from onrecord_training.train import CLOSE
from onrecord_training.written import written

TRAINING = Path(__file__).parents[1]
OFTEN = 4
"""A feature that fewer statements have is left out."""
Heard = tuple[np.ndarray, np.ndarray, np.ndarray]
"""Log-probabilities by words and by the encoder, both [statements, acts]; the acts."""
Model = Callable[[set[str]], np.ndarray]
_WEIGHTS = ((), (1.0,), (1 - CLOSE, CLOSE))
"""What the acts of a statement count, the first of two that are close most."""
STRENGTH = 0.2
"""The inverse of the penalty on the squares of the weights; chosen on articles that it was not fitted on."""


def told(articles: list[Annotated]) -> Iterator[tuple[set[str], str, float]]:
    """The features, an act and its weight of every statement that has one; twice, where two are close."""
    for article in articles:
        marks = quoted(article.text)
        for attribution in article.attributions:
            wording = _wording(article.text, marks, attribution)
            names = features_of(wording, deed_of(wording))
            for act, weight in zip(attribution.acts, _WEIGHTS[len(attribution.acts)], strict=True):
                yield names, act, weight


def _wording(text: str, marks: object, attribution: object) -> Wording:
    roles = (_line(text, getattr(attribution, role)) for role in ("source", "cue", "content"))
    form = form_of(text, marks, tuple(Span(a, b) for a, b in attribution.content))
    return Wording(*roles, quoted=form == "direct")


def _line(text: str, pieces: Pieces) -> str:
    return " ".join(" ".join(text[a:b] for a, b in pieces).split())


def unseen(articles: list[Annotated], model: Model, encoder: Encoder) -> Heard:
    """What words and encoder make of every statement whose act is annotated and whose cue is found."""
    found = []
    for article in articles:
        marks = quoted(article.text)
        reading = encoder.read(article.text, [(s.start, s.end) for s in marks.spans])
        leanings = {reading.offsets[c.piece][0]: c.acts for c in reading.candidates}
        for attribution in article.attributions:
            leaning = leanings.get(attribution.cue[0][0])
            if attribution.acts and leaning is not None:
                wording = _wording(article.text, marks, attribution)
                words = model(features_of(wording, deed_of(wording)))
                found.append((words, leaning, ACTS.index(attribution.acts[0])))
    words, leanings, acts = map(np.array, zip(*found, strict=True))
    return words, leanings, acts


def report(heard: Heard) -> None:
    """Print how many acts of the unseen articles are right, by what decides."""
    words, leanings, acts = heard
    for name, scores in (("words", words), ("encoder", leanings), ("both", together(words, leanings))):
        print(f"{name:8s} {100 * (scores.argmax(1) == acts).mean():.1f} of {len(acts)}", file=sys.stderr)


def main() -> None:
    """Fit, and write the tables; the large one in 8-bit integers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--unseen", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    given = parser.parse_args()
    annotated = labels(TRAINING / "labels" / "acts.tsv")
    statements = list(told(load(given.corpus, annotated) + written(TRAINING / "articles")))
    names, table, bias = _fitted(statements)
    scale = np.float32(np.abs(table).max() / 127)
    rows = {name: row for row, name in enumerate(names)}

    def model(features: set[str]) -> np.ndarray:
        scores = bias + table[sorted(rows[name] for name in features if name in rows)].sum(axis=0)
        return (scores - np.logaddexp.reduce(scores)).astype(np.float32)

    heard = unseen(load(given.unseen, annotated), model, Encoder.open())
    np.savez_compressed(
        given.to,
        names=np.array("\n".join(names)),
        weights=np.round(table / scale).astype(np.int8),
        scale=scale,
        bias=bias.astype(np.float32),
    )
    print(f"{len(statements)} labels, {len(names)} features", file=sys.stderr)
    report(heard)


def _fitted(statements: list[tuple[set[str], str, float]]) -> tuple[list[str], np.ndarray, np.ndarray]:
    """The features kept, their weights, shape [features, acts], and the bias of the acts."""
    counted = Counter(name for names, _, _ in statements for name in names)
    kept = {name for name, n in counted.items() if n >= OFTEN}
    vectorizer = DictVectorizer()
    x = vectorizer.fit_transform(dict.fromkeys(names & kept, 1.0) for names, _, _ in statements)
    acts, weights = zip(*((act, weight) for _, act, weight in statements), strict=True)
    fit = LogisticRegression(C=STRENGTH, max_iter=400).fit(x, acts, sample_weight=weights)
    order = [list(fit.classes_).index(act) for act in ACTS]
    return list(vectorizer.get_feature_names_out()), fit.coef_[order].T, fit.intercept_[order]


if __name__ == "__main__":
    main()
