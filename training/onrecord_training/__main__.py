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
from onrecord_training.train import Recipe, train

LABELS = Path(__file__).parents[1] / "labels" / "acts.tsv"
WEIGHTS = Path(__file__).parents[2] / "src" / "onrecord" / "models" / "weights"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, nargs="+", required=True, help="gold articles, JSON Lines")
    parser.add_argument("--acts", type=Path, default=LABELS, help="acts annotated for the corpus")
    parser.add_argument("--dev", type=Path, required=True, help="articles that the threshold is chosen on")
    parser.add_argument("--ruler", type=Path, required=True, help="the scorer, score.py")
    parser.add_argument("--run", type=Path, required=True, help="where checkpoints go")
    parser.add_argument("--to", type=Path, default=WEIGHTS, help="where the model goes")
    parser.add_argument("--epochs", type=float, default=Recipe.epochs)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    given = parser.parse_args()
    recipe = Recipe(epochs=given.epochs)
    print(json.dumps({"recipe": vars(recipe), "device": given.device}), flush=True)
    acts = labels(given.acts)
    corpus = [article for path in given.corpus for article in load(path, acts)]
    network = train(corpus, given.run, recipe, given.device).cpu().eval()
    print("parity, largest difference of a cue's logit:", export(network, given.to))
    card = calibrate(given.to, given.dev, ruler_at(given.ruler))
    (given.to / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(card, indent=1))


if __name__ == "__main__":
    main()
