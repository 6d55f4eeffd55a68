"""Put the mean of several runs' weights into a run of its own, which the training command then exports.

python -m onrecord_training.mean runs/second runs/third --run runs/mean

The runs have to be stages of one training, each going on from the one before: between such weights the
mean is often better than either end (Wortsman et al. 2022, *Robust fine-tuning of zero-shot models*).
"""

import argparse
from pathlib import Path

import torch

__all__ = ["mean"]

OVER = 1_000_000
"""An epoch that no run reaches: the command finds nothing left to train."""


def mean(runs: list[Path], to: Path) -> None:
    """Write a checkpoint whose weights are the mean of the runs' averaged ones."""
    saved = [torch.load(run / "checkpoint.pt", weights_only=True) for run in runs]
    weights = {
        name: torch.stack([each["averaged"][name] for each in saved]).mean(0) for name in saved[0]["averaged"]
    }
    state = {"step": 0, "epoch": OVER, "batch": 0, "per_epoch": 0}
    to.mkdir(parents=True, exist_ok=True)
    torch.save(
        {"network": weights, "averaged": weights, "optimizer": saved[0]["optimizer"], "state": state},
        to / "checkpoint.pt",
    )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("runs", type=Path, nargs="+", help="the runs, as the training command left them")
    parser.add_argument("--run", type=Path, required=True, help="where the checkpoint goes")
    given = parser.parse_args()
    mean(given.runs, given.run)


if __name__ == "__main__":
    main()
