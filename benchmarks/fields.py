"""Measure the fields alone, on gold spans: what the rules make of a statement that was found rightly.

    python benchmarks/fields.py                        every gold file with fields
    python benchmarks/fields.py GOLD.jsonl [--errors speaker|act|targets|audience|venue|said]

The ruler (`score_fields.py`) and two of the gold files lie beside the repository, in `../shared`; what is
not there is skipped and said so. `quality.py` measures the whole product; this tells
the share of the fields in it.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from onrecord.analysis.fields import statements
from onrecord.exports.guide import as_guide
from onrecord.terms.article import Article
from onrecord.terms.span import Span
from onrecord.terms.statement import Attribution

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
RULER = SHARED / "eval" / "score_fields.py"
GOLD = (
    SHARED / "gold" / "dev.jsonl",
    SHARED / "gold" / "seed.jsonl",
    ROOT / "tests" / "golden" / "newsroom.jsonl",
)

LISTED = ("targets", "audience", "venue", "said", "status")
"""Fields whose differences are listed here; the ruler lists those of the others."""


def article_of(record: dict[str, Any]) -> Article:
    """The article of one line of gold."""
    published = record.get("published")
    return Article(
        id=record["id"],
        text=record["text"],
        title=record.get("title"),
        outlet=record.get("outlet") or record.get("publisher"),
        published=datetime.fromisoformat(published) if published else None,
    )


def attribution_of(statement: dict[str, Any]) -> Attribution:
    """The spans of one statement of gold."""
    roles = (
        tuple(Span(*span) for span in statement.get(role) or ()) for role in ("source", "cue", "content")
    )
    source, cue, content = roles
    return Attribution(source, cue, content)


def told(value: Any) -> str:
    """A value of a field on one line."""
    if isinstance(value, list):
        return "; ".join(told(each) for each in value) or "-"
    return str(value["name"] if isinstance(value, dict) else value or "-")


def differing(record: Mapping[str, Any], ours: Mapping[str, Any], field: str) -> None:
    """Print the statements of an article whose field is not as in the gold, word for word."""
    for gold, found in zip(record["statements"], ours["statements"], strict=True):
        right, guess = told(gold[field]), told(found[field])
        if right != guess:
            cue, content = (
                " … ".join(record["text"][start:end] for start, end in gold[role] or ())
                for role in ("cue", "content")
            )
            print(f"{record['id'][:30]} {gold['id']} | {cue} | {content[:80]!r} | {right} | {guess}")


def measure(gold: Path, errors: str | None) -> None:
    """Predict the fields of a gold file from its spans and print the ruler's figures."""
    records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    with tempfile.TemporaryDirectory() as folder:
        truth, guess = Path(folder) / "gold.jsonl", Path(folder) / "pred.jsonl"
        with truth.open("w", encoding="utf-8") as right, guess.open("w", encoding="utf-8") as ours:
            for record in records:
                record["statements"] = [s for s in record["statements"] if s["content"]]
                article = article_of(record)
                found = statements(article, [attribution_of(s) for s in record["statements"]])
                right.write(json.dumps(record) + "\n")
                guessed = as_guide(article, found)
                ours.write(json.dumps(guessed) + "\n")
                if errors in LISTED:
                    differing(record, guessed, errors)
        print(gold.name, flush=True)
        options = ("--errors", errors) if errors and errors not in LISTED else ()
        subprocess.run([sys.executable, str(RULER), str(truth), str(guess), *options], check=True)


def main() -> None:
    """Measure what is asked for, or everything that is there."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="*", type=Path, default=list(GOLD))
    parser.add_argument("--errors", choices=("speaker", "act", *LISTED))
    asked = parser.parse_args()
    if not RULER.exists():
        print(f"skipped: the ruler {RULER.name} is not there")
        return
    for gold in asked.gold:
        if gold.exists():
            measure(gold, asked.errors)
        else:
            print(f"skipped: {gold.name} is not there")


if __name__ == "__main__":
    main()
