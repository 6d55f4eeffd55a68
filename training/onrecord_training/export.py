"""Write the trained network as one ONNX file in 8-bit integers, and check that it still says the same.

python -m onrecord_training.export --run runs/first --to ../src/onrecord/models/weights --check dev.jsonl
"""

import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from onrecord_training.network import Network
from onrecord_training.train import base_model

__all__ = ["export"]

INPUTS = ("pieces", "features", "paragraphs")
OUTPUTS = ("cue_logits", "tokens", "roles", "acts")
FLOAT_TOLERANCE = 2e-3
"""How far PyTorch and ONNX in 32-bit floats may differ, in log-probability."""


def export(network: Network, to: Path) -> dict[str, float]:
    """Write ``encoder.onnx`` and ``tokenizer.json`` into ``to``; returns the parity figures."""
    to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain, prepared = Path(folder) / "plain.onnx", Path(folder) / "prepared.onnx"
        _to_onnx(network, plain)
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            str(prepared),
            str(to / "encoder.onnx"),
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=False,
            op_types_to_quantize=["MatMul", "Gather"],
            nodes_to_exclude=_left_in_floats(prepared),
        )
        figures = _parity(network, plain, to / "encoder.onnx")
    shutil.copy(base_model() / "tokenizer.json", to / "tokenizer.json")
    _unpadded(to / "tokenizer.json")
    return figures


def _example() -> tuple[torch.Tensor, ...]:
    generator = torch.Generator().manual_seed(1)
    pieces = torch.randint(1000, 20000, (1, 40), generator=generator)
    features = torch.randint(0, 32, (1, 40), generator=generator)
    return pieces, features, torch.arange(40)[None] // 9


def _to_onnx(network: Network, path: Path) -> None:
    axes: dict[str, dict[int, str]] = {name: {1: "tokens"} for name in INPUTS}
    axes |= {
        "cue_logits": {0: "tokens"},
        "tokens": {0: "cues"},
        "roles": {0: "cues", 1: "tokens"},
        "acts": {0: "cues"},
    }
    torch.onnx.export(
        network,
        _example(),
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
        custom_opsets={"com.microsoft": 1},
    )


def _left_in_floats(path: Path) -> list[str]:
    """The small heads stay in floats: they cost nothing and their scores are what is read."""
    graph = onnx.load(str(path)).graph
    return [
        node.name
        for node in graph.node
        if any(part in node.name for part in ("/begins", "/roles", "/tags", "/surface", "/acts"))
    ]


def _parity(network: Network, plain: Path, small: Path) -> dict[str, float]:
    feed = dict(zip(INPUTS, (t.numpy() for t in _example()), strict=True))
    with torch.no_grad():
        theirs = network(*_example())[0].numpy()
    figures = {}
    for name, path in (("float32", plain), ("int8", small)):
        session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
        ours = session.run(["cue_logits"], feed)[0]
        figures[name] = float(np.abs(ours - theirs).max())
    if figures["float32"] > FLOAT_TOLERANCE:
        raise SystemExit(f"The exported model differs from the trained one by {figures['float32']}.")
    return figures


def _unpadded(path: Path) -> None:
    tokenizer = json.loads(path.read_text(encoding="utf-8"))
    tokenizer["padding"] = tokenizer["truncation"] = None
    path.write_text(json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
