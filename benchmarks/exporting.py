"""How fast a record is exported, and in how much memory: statements a second, and megabytes at the peak.

    python benchmarks/exporting.py [--statements 24000] [--formats csv,tei]

Each format is written in a process of its own from a record of so many statements and from one four times as
large: the peak of memory must not grow with the record.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from keeping import News

from onrecord import pipeline
from onrecord.exports.formats import FORMATS
from onrecord.record.opening import open_record
from onrecord.record.values import Run


def fill(path: Path, statements: int) -> None:
    """Make a record of invented news."""
    run = Run("benchmark", "0" * 64)
    with open_record(path, create=True) as record:
        for article, found in News(statements):
            record.keep(article, found, run)


def write(path: Path, name: str) -> None:
    """Export a record to nowhere; print bytes, seconds and the peak of memory in MB."""
    begun = time.perf_counter()
    with open_record(path) as record:
        size = sum(len(chunk) for chunk in FORMATS[name].write(pipeline.sheets(record)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(size, time.perf_counter() - begun, peak)


def measured(path: Path, name: str) -> tuple[int, float, float]:
    """What a process of its own prints."""
    command = [sys.executable, __file__, "--write", str(path), "--formats", name]
    size, seconds, peak = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return int(size), float(seconds), float(peak)


def main() -> None:
    """Fill two records and print a line for each format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=24_000)
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    if given.write is not None:
        write(given.write, given.formats)
        return
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small.db", Path(folder) / "large.db"
        fill(small, given.statements)
        fill(large, 4 * given.statements)
        print("| format | statements a second | MB written | peak MB | peak MB, a fourth of it |")
        print("| --- | --- | --- | --- | --- |")
        for name in given.formats.split(","):
            size, seconds, peak = measured(large, name)
            pace = 4 * given.statements / seconds
            before = measured(small, name)[2]
            print(f"| `{name}` | {pace:,.0f} | {size / 1e6:.0f} | {peak:.0f} | {before:.0f} |", flush=True)


if __name__ == "__main__":
    main()
