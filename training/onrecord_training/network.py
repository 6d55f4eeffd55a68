"""The network: a small BERT, a head that finds cues, a head that tells each cue's source, cue and content.

An attribution is read as a predicate with arguments (as in semantic role labelling): where a cue
begins is found first, then every token gets a role *towards that cue*. So a token may belong to two
attributions, the outer one's content and the inner one's source, which one sequence of tags cannot
say; and pairing is no step of its own.
"""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.models.encoder import LABELS
from onrecord.terms.statement import ACTS

__all__ = ["Network", "Shape", "pretrained"]

CONTENT = slice(5, 7)
"""The labels of content among ``LABELS``."""
CANDIDATE_LOGIT = -1.0
"""Tokens whose cue logit lies above are asked for roles; below it nothing was ever believed."""


@dataclass(frozen=True)
class Shape:
    """The sizes of the network; as they stand the encoder's are MiniLM-L6's, which ``pruning`` lessens."""

    vocabulary: int = 30522
    positions: int = 512
    hidden: int = 384
    heads: int = 12
    head: int = 32
    inner: int = 1536
    layers: int = 6
    features: int = 32
    role: int = 160
    distances: int = 33
    paragraphs: int = 7
    kernel: int = 5
    dropout: float = 0.15
    act_dropout: float = 0.3


def _attention(q: Tensor, k: Tensor, v: Tensor, heads: int, bias: Tensor | None) -> Tensor:
    """Multi-head attention; all of shape [batch, tokens, heads times the size of a head]."""
    b, t, h = q.shape
    q, k, v = (x.view(b, t, heads, h // heads).transpose(1, 2) for x in (q, k, v))
    return F.scaled_dot_product_attention(q, k, v, attn_mask=bias).transpose(1, 2).reshape(b, t, h)


class _Attention(torch.autograd.Function):
    """Attention as one node of ONNX Runtime's, which computes it without writing the scores out."""

    @staticmethod
    def forward(_ctx: object, q: Tensor, k: Tensor, v: Tensor, heads: int) -> Tensor:
        return _attention(q, k, v, heads, None)

    @staticmethod
    def symbolic(g: Any, q: Any, k: Any, v: Any, heads: int) -> Any:
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads).setType(q.type())


class Layer(nn.Module):
    """One transformer layer, normalised after each half (BERT, Devlin et al. 2019)."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.hidden, 3 * shape.heads * shape.head)
        self.out = nn.Linear(shape.heads * shape.head, shape.hidden)
        self.attended = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.up = nn.Linear(shape.hidden, shape.inner)
        self.down = nn.Linear(shape.inner, shape.hidden)
        self.fed = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.drop = nn.Dropout(shape.dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """``x``: [batch, tokens, hidden]; ``bias``: [batch, 1, 1, tokens], added to attention scores."""
        q, k, v = self.qkv(x).chunk(3, -1)
        if torch.onnx.is_in_onnx_export():
            mixed = _Attention.apply(q, k, v, self.heads)
        else:
            mixed = _attention(q, k, v, self.heads, bias)
        x = self.attended(x + self.drop(self.out(mixed)))
        result: Tensor = self.fed(x + self.drop(self.down(F.gelu(self.up(x)))))
        return result


def _of_rows(x: Tensor, rows: Tensor) -> Tensor:
    """What each cue's window has; [1, …] where all cues stand in one, which saves copies of it."""
    return x if len(x) == 1 else x[rows]


def _mean(hidden: Tensor, rows: Tensor, weights: Tensor) -> Tensor:
    """The weighted mean of the tokens of each cue's window; ``weights``: [cues, tokens]."""
    if len(hidden) == 1:
        return weights @ hidden[0]
    return (weights.unsqueeze(1) @ hidden[rows]).squeeze(1)


class Roles(nn.Module):
    """The role of every token towards each of some cues."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.cue = nn.Linear(shape.hidden, 2 * shape.role)
        self.token = nn.Linear(shape.hidden, 2 * shape.role)
        self.distance = nn.Embedding(shape.distances, shape.role)
        self.paragraph = nn.Embedding(shape.paragraphs, shape.role)
        self.near = nn.Conv1d(
            shape.role, shape.role, shape.kernel, padding=shape.kernel // 2, groups=shape.role
        )
        self.label = nn.Linear(shape.role, len(LABELS))
        self.drop = nn.Dropout(shape.dropout)

    def forward(self, hidden: Tensor, paragraph: Tensor, rows: Tensor, tokens: Tensor) -> Tensor:
        """``hidden``: [batch, tokens, hidden]; ``rows``, ``tokens``: [cues], where each cue begins.

        Returns: [cues, tokens, labels].
        """
        cue_add, cue_times = self.cue(hidden[rows, tokens]).unsqueeze(1).chunk(2, -1)
        token_add, token_times = self.token(hidden).chunk(2, -1)
        place = torch.arange(hidden.shape[1], device=hidden.device)
        far = self._bucket(place.unsqueeze(0) - tokens.unsqueeze(1))
        half = self.shape.paragraphs // 2
        apart = (paragraph[rows] - paragraph[rows, tokens].unsqueeze(1)).clamp(-half, half) + half
        x = (
            _of_rows(token_add, rows)
            + cue_add
            + _of_rows(token_times, rows) * cue_times
            + self.distance(far)
            + self.paragraph(apart)
        )
        x = F.relu(x)
        x = x + F.relu(self.near(x.transpose(1, 2)).transpose(1, 2))
        result: Tensor = self.label(self.drop(x))
        return result

    def _bucket(self, distance: Tensor) -> Tensor:
        """Signed distances in buckets: each of -8 … 8, then growing by powers of 1.5."""
        half = self.shape.distances // 2
        size = distance.abs().float()
        log = 8 + (torch.log(size.clamp(min=8) / 8) / math.log(1.6)).floor()
        bucket = torch.where(size <= 8, size, log).clamp(max=half).long()
        return torch.where(distance < 0, half - bucket, half + bucket)


class Acts(nn.Module):
    """What the speaker does by a statement: read off its cue and, by attention, off its content."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.cue = nn.Linear(shape.hidden, shape.role)
        self.token = nn.Linear(shape.hidden, shape.role)
        self.weight = nn.Linear(shape.role, 1)
        self.inner = nn.Linear(3 * shape.hidden, shape.hidden)
        self.act = nn.Linear(shape.hidden, len(ACTS))
        self.drop = nn.Dropout(shape.act_dropout)

    def forward(self, hidden: Tensor, rows: Tensor, tokens: Tensor, content: Tensor) -> Tensor:
        """``hidden``: [batch, tokens, hidden]; ``content``: [cues, tokens], log-probability of being content.

        Returns: [cues, acts].
        """
        at_cue = hidden[rows, tokens]
        facing = torch.tanh(_of_rows(self.token(hidden), rows) + self.cue(at_cue).unsqueeze(1))
        attended = _mean(hidden, rows, (self.weight(facing).squeeze(-1) + content).softmax(-1))
        evenly = _mean(hidden, rows, content.softmax(-1).to(hidden.dtype))
        read = torch.cat([at_cue, attended, evenly], -1)
        result: Tensor = self.act(self.drop(F.gelu(self.inner(self.drop(read)))))
        return result


class Network(nn.Module):
    """Word pieces in; where cues begin, flat tags, and the roles of tokens towards cues out."""

    def __init__(self, shape: Shape | None = None) -> None:
        super().__init__()
        self.shape = shape = shape or Shape()
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.places = nn.Embedding(shape.positions, shape.hidden)
        self.surface = nn.Embedding(shape.features, shape.hidden)
        nn.init.normal_(self.surface.weight, std=0.01)
        self.embedded = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.drop = nn.Dropout(shape.dropout)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.begins = nn.Linear(shape.hidden, 1)
        self.tags = nn.Linear(shape.hidden, len(LABELS))
        self.roles = Roles(shape)
        self.acts = Acts(shape)

    def encode(self, pieces: Tensor, features: Tensor, mask: Tensor | None = None) -> Tensor:
        """``pieces``, ``features``, ``mask``: [batch, tokens] -> [batch, tokens, hidden]."""
        place = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.places(place) + self.surface(features)
        x = self.drop(self.embedded(x))
        bias = None if mask is None else ((1.0 - mask.to(x.dtype)) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def forward(self, pieces: Tensor, features: Tensor, paragraphs: Tensor) -> tuple[Tensor, ...]:
        """What is exported: one window, [1, tokens], no padding.

        Returns:
            ``cue_logits`` [tokens]; ``tokens`` [candidates], the places of candidate cues;
            ``roles`` [candidates, tokens, labels], log-probabilities; ``acts`` [candidates, acts],
            log-probabilities.
        """
        hidden = self.encode(pieces, features)
        logits = self.begins(hidden)[0, :, 0]
        tokens = torch.nonzero(logits > CANDIDATE_LOGIT)[:, 0]
        roles = self.roles(hidden, paragraphs, tokens * 0, tokens).log_softmax(-1)
        acts = self.acts(hidden, tokens * 0, tokens, roles[..., CONTENT].logsumexp(-1))
        return logits, tokens, roles, acts.log_softmax(-1)


def pretrained(weights: Path, shape: Shape | None = None) -> Network:
    """A network whose encoder is all-MiniLM-L6-v2 (``model.safetensors``) and whose heads are fresh."""
    network = Network(shape)
    network.load_state_dict(_translated(load_file(weights), network.shape.layers), strict=False)
    return network


def _translated(theirs: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    """Their parameter names to ours; segment 0 is folded into the places."""
    ours = {
        "words.weight": theirs["embeddings.word_embeddings.weight"],
        "places.weight": theirs["embeddings.position_embeddings.weight"]
        + theirs["embeddings.token_type_embeddings.weight"][0],
        "embedded.weight": theirs["embeddings.LayerNorm.weight"],
        "embedded.bias": theirs["embeddings.LayerNorm.bias"],
    }
    names = {
        "out": "attention.output.dense",
        "attended": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "fed": "output.LayerNorm",
    }
    for n in range(layers):
        for kind in ("weight", "bias"):
            there = f"encoder.layer.{n}"
            qkv = [theirs[f"{there}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            ours[f"layers.{n}.qkv.{kind}"] = torch.cat(qkv)
            for mine, other in names.items():
                ours[f"layers.{n}.{mine}.{kind}"] = theirs[f"{there}.{other}.{kind}"]
    return ours
