"""Measure what Onrecord finds against hand-made gold, and hold the floors.

    python benchmarks/quality.py            print every figure
    python benchmarks/quality.py --check    fail when one is below benchmarks/floors.json
    python benchmarks/quality.py --only newsroom

The corpora and the rulers (`score.py`, `score_fields.py`) lie beside the repository, in `../shared`; what
is not there is skipped and said so. A floor is what was reached, less the noise band, which is set by hand
from how far figures moved between variants of one model; the smaller the corpus, the wider.
"""

import argparse
import hashlib
import importlib.util
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.exports.guide import as_guide
from onrecord.pipeline import attributor, extract
from onrecord.terms.page import Refusal

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / "benchmarks" / "floors.json"

Figures = dict[str, float]


@dataclass(frozen=True)
class Corpus:
    """A gold file, and whether its fields are annotated besides its spans."""

    name: str
    path: Path
    fields: bool


CORPORA = (
    Corpus("political-news-dev", SHARED / "data" / "polnear" / "dev.jsonl", fields=False),
    Corpus("fields-dev", SHARED / "gold" / "dev.jsonl", fields=True),
    Corpus("seed", SHARED / "gold" / "seed.jsonl", fields=True),
    Corpus("newsroom", ROOT / "tests" / "golden" / "newsroom.jsonl", fields=True),
)


def ruler(name: str) -> ModuleType:
    """The scorer of that name, as a module."""
    spec = importlib.util.spec_from_file_location(name, SHARED / "eval" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"The ruler {name}.py cannot be read.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def predicted(path: Path) -> dict[str, Any]:
    """What the product makes of the articles of a gold file, by id, as the scorers read it."""
    found = {}
    for result in extract([str(path)], attributor()):
        if isinstance(result, Refusal):
            raise SystemExit(f"{result.origin} was refused: {result.reason}")
        found[result.article.id] = as_guide(result.article, result.statements)
    return found


def span_figures(gold: list[Any], found: dict[str, Any]) -> Figures:
    """F1 of whole attributions and of exact spans, lenient, in per cent."""
    counts = ruler("score").score(gold, {i: a["statements"] for i, a in found.items()}, ("lenient",))
    kinds = ("all", "direct", "mixed", "indirect")
    figures = {f"whole {kind}": counts["lenient", "whole", kind].prf()[2] for kind in kinds}
    figures |= {
        f"exact {role}": counts["lenient", "exact", role].prf()[2] for role in ("source", "cue", "content")
    }
    return {name: round(100 * value, 1) for name, value in figures.items()}


def field_figures(gold: list[Any], found: dict[str, Any]) -> Figures:
    """Fields over the matched statements, in per cent; see the scorer for what counts as right."""
    _, exact, filled, overall = ruler("score_fields").score(gold, found)
    figures = {name: rate.pct() for name, rate in exact.items()} | {
        f"{n} F1": r.pct() for n, r in filled.items()
    }
    figures |= {f"overall {name}": rate.pct() for name, rate in overall.items()}
    return {name: round(value, 1) for name, value in figures.items() if value == value}  # noqa: PLR0124 - not NaN


def measured(corpora: Iterable[Corpus]) -> dict[str, Figures]:
    """The figures of every corpus that is there."""
    if not (SHARED / "eval" / "score.py").exists():
        raise SystemExit("Nothing was measured: the rulers are not beside this checkout, in ../shared/eval.")
    results = {}
    for corpus in corpora:
        if not corpus.path.exists():
            print(f"{corpus.name}: skipped, {corpus.path.name} is not there")
            continue
        ruler("score")
        gold = [json.loads(line) for line in corpus.path.read_text(encoding="utf-8").splitlines()]
        found = predicted(corpus.path)
        figures = span_figures(gold, found)
        if corpus.fields:
            figures |= {f"field {name}": value for name, value in field_figures(gold, found).items()}
        results[corpus.name] = figures
        print(f"{corpus.name} ({len(gold)} articles)")
        print("\n".join(f"  {name:28s} {value:5.1f}" for name, value in figures.items()))
    return results


def below(results: dict[str, Figures]) -> list[str]:
    """A sentence for each figure that fell below its floor, and for each corpus that is another one now."""
    complaints = []
    for name, held in json.loads(FLOORS.read_text(encoding="utf-8")).items():
        corpus = next(c for c in CORPORA if c.name == name)
        if name not in results:
            continue
        if digest(corpus.path) != held["sha256"]:
            complaints.append(f"{name}: the gold has changed; measure again and set its floors anew.")
        complaints += [
            f"{name}: {figure} is {results[name][figure]}, its floor {floor}."
            for figure, floor in held["floors"].items()
            if results[name][figure] < floor
        ]
    return complaints


def digest(path: Path) -> str:
    """The SHA-256 of a gold file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="fail when a figure is below its floor")
    parser.add_argument("--only", choices=[c.name for c in CORPORA], help="measure one corpus")
    parser.add_argument("--json", type=Path, help="write the figures here")
    given = parser.parse_args()
    results = measured(c for c in CORPORA if given.only in (None, c.name))
    if given.json:
        given.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    if given.check:
        complaints = below(results)
        if complaints:
            raise SystemExit("\n".join(complaints))
        print("No figure is below its floor.")


if __name__ == "__main__":
    main()
