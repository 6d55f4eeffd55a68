"""Fit the weights by which ``onrecord.analysis.leanings`` tells acts from words.

    python training/tables/acts.py --corpus CORPUS.jsonl --to src/onrecord/languages/english/acts.npz

What is read are the acts that were annotated by hand: ``training/labels/acts.tsv`` for the corpus, and
our own articles in ``training/articles``. Needs scikit-learn.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from onrecord.analysis.acts import Wording, deed_of
from onrecord.analysis.forms import form_of
from onrecord.analysis.leanings import features_of
from onrecord.analysis.quotes import quoted
from onrecord.terms.span import Span
from onrecord.terms.statement import ACTS
from onrecord_training.corpora import Annotated, Pieces, labels, load
from onrecord_training.train import CLOSE
from onrecord_training.written import written

TRAINING = Path(__file__).parents[1]
OFTEN = 4
"""A feature that fewer statements have is left out."""
_WEIGHTS = ((), (1.0,), (1 - CLOSE, CLOSE))
"""What the acts of a statement count, the first of two that are close most."""
STRENGTH = 0.15
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


def main() -> None:
    """Fit, and write the table in 8-bit integers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    given = parser.parse_args()
    articles = load(given.corpus, labels(TRAINING / "labels" / "acts.tsv")) + written(TRAINING / "articles")
    statements = list(told(articles))
    counted = Counter(name for names, _, _ in statements for name in names)
    kept = {name for name, n in counted.items() if n >= OFTEN}
    vectorizer = DictVectorizer()
    x = vectorizer.fit_transform(dict.fromkeys(names & kept, 1.0) for names, _, _ in statements)
    acts, weights = zip(*((act, weight) for _, act, weight in statements), strict=True)
    model = LogisticRegression(C=STRENGTH, max_iter=400).fit(x, acts, sample_weight=weights)
    order = [list(model.classes_).index(act) for act in ACTS]
    table = model.coef_[order].T
    scale = np.float32(np.abs(table).max() / 127)
    np.savez_compressed(
        given.to,
        names=np.array("\n".join(vectorizer.get_feature_names_out())),
        weights=np.round(table / scale).astype(np.int8),
        scale=scale,
        bias=model.intercept_[order].astype(np.float32),
    )
    print(f"{len(statements)} statements, {table.shape[0]} features", file=sys.stderr)


if __name__ == "__main__":
    main()
