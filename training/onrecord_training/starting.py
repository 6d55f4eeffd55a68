"""The weights of an exported model, read back: to go on from what ships, without its checkpoint."""

import copy
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from onrecord_training.network import Network, Shape

__all__ = ["between", "started"]

_WEIGHT = 1
"""Which input of a product is its weights."""


def started(model: Path) -> Network:
    """The network that an ``encoder.onnx`` was exported from, but for the rounding and the flat tags."""
    state = _exported(model)
    plain = Shape()
    rows, inner = state["layers.0.out.weight"].shape[1], state["layers.0.up.weight"].shape[0]
    network = Network(replace(plain, heads=rows // plain.head, inner=inner))
    network.load_state_dict(state, strict=False)
    return network


def _exported(model: Path) -> dict[str, Tensor]:
    """Every parameter that an ``encoder.onnx`` holds, by its name in ``Network``, in 32-bit floats.

    What was rounded to 8-bit integers comes back as rounded; what is not exported (the flat tags, which
    only steady the training) is not among them.
    """
    graph = onnx.load(str(model)).graph
    held = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    state = {name: value for name, value in held.items() if _is_parameter(name, value)}
    for node in graph.node:
        where = node.name.strip("/").split("/")
        if node.op_type in {"MatMul", "MatMulInteger"} and node.input[_WEIGHT] in held:
            state[".".join((*where[:-1], "weight"))] = _floats(held, node.input[_WEIGHT]).T
        elif node.op_type == "Gather" and node.input[0].endswith("_quantized"):
            state[".".join((*where[:-1], "weight"))] = _floats(held, node.input[0])
    return {name: torch.from_numpy(np.array(value)) for name, value in state.items()}


def _is_parameter(name: str, value: np.ndarray) -> bool:
    return name.endswith((".weight", ".bias")) and value.dtype == np.float32


def _floats(held: dict[str, np.ndarray], name: str) -> np.ndarray:
    """A table in floats; 8-bit integers times their scale, a column's own or one for all."""
    if not name.endswith("_quantized"):
        return held[name]
    stem = name.removesuffix("_quantized")
    zero = held[f"{stem}_zero_point"].astype(np.float32)
    return (held[name].astype(np.float32) - zero) * held[f"{stem}_scale"]


def between(start: Network, end: Network, way: float) -> Network:
    """The network at a share of the way from one to another that was trained on from it.

    Half-way it keeps what the first one knew and has most of what the second one learnt (Wortsman et
    al. 2022, "Robust fine-tuning of zero-shot models").
    """
    first, last = start.state_dict(), end.state_dict()
    met = copy.deepcopy(end)
    met.load_state_dict({name: torch.lerp(first[name], last[name], way) for name in last})
    return met
