"""Train, export, check, choose the threshold, score: one command, which goes on where it was interrupted.

python -m onrecord_training --corpus train.jsonl --dev dev.jsonl --ruler score.py --run runs/first
"""

import argparse
import json
from pathlib import Path

import torch

from onrecord_training.calibrate import calibrate, ruler_at
from onrecord_training.corpora import labels, load
from onrecord_training.export import export
from onrecord_training.starting import between, started
from onrecord_training.train import Recipe, train
from onrecord_training.written import reports, written

HEADS_FASTER = 3.2
"""How many times the rate of the encoder the heads learn at."""
OFTEN = 3
"""So many times an epoch our own articles are read: they are few, and say what the corpora do not."""
ARTICLES = Path(__file__).parents[1] / "articles"
REPORTS = Path(__file__).parents[1] / "reports"
LABELS = Path(__file__).parents[1] / "labels" / "acts.tsv"
WEIGHTS = Path(__file__).parents[2] / "src" / "onrecord" / "models" / "weights"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, nargs="+", required=True, help="gold articles, JSON Lines")
    parser.add_argument("--acts", type=Path, default=LABELS, help="acts annotated for the corpus")
    parser.add_argument("--articles", type=Path, default=ARTICLES, help="articles of our own, with marks")
    parser.add_argument("--reports", type=Path, nargs="+", default=[REPORTS], help="short reports, likewise")
    parser.add_argument("--dev", type=Path, required=True, help="articles that the threshold is chosen on")
    parser.add_argument("--ruler", type=Path, required=True, help="the scorer, score.py")
    parser.add_argument("--run", type=Path, required=True, help="where checkpoints go")
    parser.add_argument("--to", type=Path, default=WEIGHTS, help="where the model goes")
    parser.add_argument("--start", type=Path, help="an exported model to go on from, at a lower rate")
    parser.add_argument("--heads", type=int, help="how many of its attention heads a layer are kept")
    parser.add_argument("--inner", type=int, help="how many of its inner units a layer are kept")
    parser.add_argument("--taught", type=float, default=0.0, help="how much it teaches what follows it")
    parser.add_argument("--way", type=float, default=1.0, help="how far to go from it to what follows it")
    parser.add_argument("--size", type=int, default=Recipe.size, help="word pieces a window, at most")
    parser.add_argument("--overlap", type=int, default=24, help="word pieces that two windows may share")
    parser.add_argument("--rate", type=float, default=Recipe.rate)
    parser.add_argument("--epochs", type=float, default=Recipe.epochs)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    given = parser.parse_args()
    if given.way < 1 and (given.start is None or given.heads or given.inner):
        parser.error("--way needs --start, and a network of the same size: no --heads, no --inner.")
    recipe = Recipe(
        epochs=given.epochs,
        size=given.size,
        rate=given.rate,
        head_rate=given.rate * HEADS_FASTER,
        start=given.start,
        heads=given.heads,
        inner=given.inner,
        taught=given.taught,
    )
    print(recipe, given.device, flush=True)
    acts = labels(given.acts)
    corpus = [article for path in given.corpus for article in load(path, acts)]
    corpus += written(given.articles) * OFTEN
    corpus += [report for folder in given.reports for report in reports(folder)]
    network = train(corpus, given.run, recipe, given.device).cpu().eval()
    if given.way < 1:
        network = between(started(given.start), network, given.way).eval()
    print("parity, largest difference of a cue's logit:", export(network, given.to))
    card = calibrate(given.to, given.dev, ruler_at(given.ruler), window=given.size, overlap=given.overlap)
    (given.to / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(card, indent=1))


if __name__ == "__main__":
    main()
