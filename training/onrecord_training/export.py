"""Write the trained network as one ONNX file in 8-bit integers, and check that it still says the same.

    python -m onrecord_training.export --run runs/first --to ../src/onrecord/models/weights --check dev.jsonl
"""

import argparse
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

__all__ = ["export", "network_of"]

INPUTS = ("pieces", "features", "paragraphs", "mask")
OUTPUTS = ("cue_logits", "rows", "tokens", "roles")
FLOAT_TOLERANCE = 2e-3
"""How far PyTorch and ONNX in 32-bit floats may differ, in log-probability."""


def network_of(run: Path) -> Network:
    """The averaged network of a run's checkpoint."""
    network = Network()
    network.load_state_dict(torch.load(run / "checkpoint.pt", weights_only=True)["averaged"])
    return network.eval()


def export(network: Network, to: Path) -> dict[str, float]:
    """Write ``encoder.onnx`` and ``tokenizer.json`` into ``to``; returns the parity figures."""
    to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain, prepared = Path(folder) / "plain.onnx", Path(folder) / "prepared.onnx"
        _to_onnx(network, plain)
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            str(prepared), str(to / "encoder.onnx"), weight_type=QuantType.QInt8, per_channel=True, reduce_range=False,
            op_types_to_quantize=["MatMul", "Gather"], nodes_to_exclude=_left_in_floats(prepared),
        )  # fmt: skip
        figures = _parity(network, plain, to / "encoder.onnx")
    shutil.copy(base_model() / "tokenizer.json", to / "tokenizer.json")
    _unpadded(to / "tokenizer.json")
    return figures


def _example() -> tuple[torch.Tensor, ...]:
    generator = torch.Generator().manual_seed(1)
    pieces = torch.randint(1000, 20000, (2, 40), generator=generator)
    features = torch.randint(0, 32, (2, 40), generator=generator)
    paragraphs = torch.arange(40).expand(2, 40) // 9
    mask = torch.ones(2, 40, dtype=torch.long)
    mask[1, 30:] = 0
    return pieces, features, paragraphs, mask


def _to_onnx(network: Network, path: Path) -> None:
    axes = {name: {0: "batch", 1: "tokens"} for name in (*INPUTS, "cue_logits")}
    axes |= {"rows": {0: "candidates"}, "tokens": {0: "candidates"}, "roles": {0: "candidates", 1: "tokens"}}
    torch.onnx.export(
        network, _example(), str(path), input_names=list(INPUTS), output_names=list(OUTPUTS),
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip


def _left_in_floats(path: Path) -> list[str]:
    """The small heads stay in floats: they cost nothing and their scores are what is read."""
    graph = onnx.load(str(path)).graph
    return [node.name for node in graph.node if any(part in node.name for part in ("/begins", "/roles", "/tags", "/surface"))]


def _parity(network: Network, plain: Path, small: Path) -> dict[str, float]:
    feed = dict(zip(INPUTS, (t.numpy() for t in _example()), strict=True))
    with torch.no_grad():
        theirs = network(*_example())[0].numpy()
    inside = feed["mask"].astype(bool)
    figures = {}
    for name, path in (("float32", plain), ("int8", small)):
        session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
        ours = session.run(["cue_logits"], feed)[0]
        figures[name] = float(np.abs(ours - theirs)[inside].max())
    if figures["float32"] > FLOAT_TOLERANCE:
        raise SystemExit(f"The exported model differs from the trained one by {figures['float32']}.")
    return figures


def _unpadded(path: Path) -> None:
    tokenizer = json.loads(path.read_text(encoding="utf-8"))
    tokenizer["padding"] = tokenizer["truncation"] = None
    path.write_text(json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    given = parser.parse_args()
    print(export(network_of(given.run), given.to))


if __name__ == "__main__":
    main()
