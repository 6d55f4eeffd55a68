"""A narrower network: the attention heads and inner units that matter least are taken out.

How much a part matters is how much the loss would change, to first order, if its output were scaled: the
size of the gradient of a gate on it, summed over batches (Michel et al. 2019, *Are sixteen heads really
better than one?*; Molchanov et al. 2019, *Importance estimation for neural network pruning*). Every layer
keeps the same number of them, so that the sizes stay one number each. What was lost is learnt again by
training on.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

import torch
from torch import Tensor, nn

from onrecord_training.examples import Batch
from onrecord_training.network import Layer, Network

__all__ = ["pruned"]

Loss = Callable[[Network, Batch], Tensor]


def pruned(network: Network, heads: int, inner: int, todo: Iterable[Batch], loss: Loss) -> Network:
    """The same network with so many heads and inner units a layer, those that mattered most over ``todo``."""
    kept = [
        (_best(of_heads, heads), _best(of_units, inner))
        for of_heads, of_units in _importance(network, todo, loss)
    ]
    small = Network(replace(network.shape, heads=heads, inner=inner))
    state = network.state_dict()
    for n, (these_heads, units) in enumerate(kept):
        state |= _cut(state, f"layers.{n}", _dimensions(these_heads, network.shape.head), units)
    small.load_state_dict(state)
    return small


def _importance(network: Network, todo: Iterable[Batch], loss: Loss) -> list[tuple[Tensor, Tensor]]:
    """How much each head and each inner unit of each layer matters."""
    shape = network.shape
    network.eval()
    gates = [(torch.ones(shape.heads), torch.ones(shape.inner)) for _ in network.layers]
    hooks = [hook for layer, pair in zip(network.layers, gates, strict=True) for hook in _gated(layer, *pair)]
    flat = [gate.requires_grad_() for pair in gates for gate in pair]
    sums = [torch.zeros_like(gate) for gate in flat]
    for batch in todo:
        slopes = torch.autograd.grad(loss(network, batch), flat)
        sums = [total + slope.abs() for total, slope in zip(sums, slopes, strict=True)]
    for hook in hooks:
        hook.remove()
    return list(zip(sums[::2], sums[1::2], strict=True))


def _gated(layer: nn.Module, heads: Tensor, units: Tensor) -> list[torch.utils.hooks.RemovableHandle]:
    """Scale what goes into the projections behind the heads and behind the inner units."""
    assert isinstance(layer, Layer)  # noqa: S101 - for the type checker: a ModuleList forgets
    size = layer.out.in_features // layer.heads
    return [
        layer.out.register_forward_pre_hook(lambda _, given: (given[0] * heads.repeat_interleave(size),)),
        layer.down.register_forward_pre_hook(lambda _, given: (given[0] * units,)),
    ]


def _best(importance: Tensor, number: int) -> Tensor:
    return importance.topk(number).indices.sort().values


def _dimensions(heads: Tensor, size: int) -> Tensor:
    return (heads[:, None] * size + torch.arange(size)).flatten()


def _cut(state: dict[str, Tensor], layer: str, across: Tensor, units: Tensor) -> dict[str, Tensor]:
    """The parameters of a layer that lose rows or columns."""
    whole = state[f"{layer}.out.weight"].shape[1]
    rows = torch.cat([across + part * whole for part in range(3)])
    return {
        f"{layer}.qkv.weight": state[f"{layer}.qkv.weight"][rows],
        f"{layer}.qkv.bias": state[f"{layer}.qkv.bias"][rows],
        f"{layer}.out.weight": state[f"{layer}.out.weight"][:, across],
        f"{layer}.up.weight": state[f"{layer}.up.weight"][units],
        f"{layer}.up.bias": state[f"{layer}.up.bias"][units],
        f"{layer}.down.weight": state[f"{layer}.down.weight"][:, units],
    }
