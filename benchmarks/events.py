"""Measure the deeds found in the articles of a gold file, on gold statements.

    python benchmarks/events.py [GOLD.jsonl …] [--show]

An event is right if gold has one of the same type whose clause overlaps it by half (Jaccard, in characters);
of those, who did it and to whom is asked besides. ``--show`` prints what is found, to be judged by eye.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from fields import ROOT, article_of, attribution_of

from onrecord.analysis.events import events
from onrecord.analysis.fields import statements
from onrecord.terms.event import Event

GOLD = ROOT / "tests" / "golden" / "newsroom.jsonl"
_HALF = 0.5


def overlap(event: Event, span: list[int]) -> float:
    """How much of two clauses they share: 0 to 1."""
    shared = min(event.span.end, span[1]) - max(event.span.start, span[0])
    return max(0, shared) / (max(event.span.end, span[1]) - min(event.span.start, span[0]))


def found_in(record: dict[str, Any]) -> tuple[Event, ...]:
    """The events of one article of gold, beside its gold statements."""
    article = article_of(record)
    said = statements(article, [attribution_of(s) for s in record["statements"] if s["content"]])
    return events(article, said)


def measure(records: list[dict[str, Any]]) -> None:
    """Print precision and recall, and how often actor and recipient are right."""
    right = actors = recipients = found = wanted = 0
    for record in records:
        ours, gold = found_in(record), record.get("events", [])
        found, wanted = found + len(ours), wanted + len(gold)
        for truth in gold:
            match = next(
                (e for e in ours if e.type == truth["type"] and overlap(e, truth["span"]) >= _HALF), None
            )
            if match:
                right += 1
                actors += (match.actor.name if match.actor else None) == (truth["actor"] or {}).get("name")
                recipients += (match.recipient.name if match.recipient else None) == (
                    truth["recipient"] or {}
                ).get("name")
    print(f"{len(records)} articles, {wanted} gold events, {found} found, {right} right")
    if found and wanted:
        print(f"precision {100 * right / found:.1f}  recall {100 * right / wanted:.1f}")
    if right:
        print(f"of those: actor {100 * actors / right:.1f}  recipient {100 * recipients / right:.1f}")


def show(records: list[dict[str, Any]]) -> None:
    """Print every event found, to be judged by eye."""
    for record in records:
        for event in found_in(record):
            names = [actor.name if actor else "—" for actor in (event.actor, event.recipient)]
            words = " ".join(event.span.of(record["text"]).split())
            facts = (record["id"][:24], event.type, " → ".join(names), event.when, event.where, words)
            print(" | ".join(map(str, facts)))


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="*", type=Path, default=[GOLD])
    parser.add_argument("--show", action="store_true", help="print what is found")
    asked = parser.parse_args()
    for gold in asked.gold:
        lines = gold.read_text(encoding="utf-8").splitlines()
        records = [json.loads(line) for line in lines if line.strip()]
        print(gold.name)
        if asked.show:
            show(records)
        measure(records)


if __name__ == "__main__":
    main()
