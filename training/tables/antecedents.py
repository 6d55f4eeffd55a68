r"""Fit the weights by which ``onrecord.analysis.ranking`` chooses the antecedent of "he" and "she".

    python training/tables/antecedents.py [--gum GUM.jsonl] GOLD.jsonl … \
        > src/onrecord/languages/english/antecedents.json

Every pronoun that speaks in a gold file is one choice among everybody named or heard before it; so is every
"he" and "she" of a corpus with coreference. The weights are those of a conditional logit, fitted by
gradient descent with a penalty on their squares.
"""

import argparse
import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.analysis.antecedents import people
from onrecord.analysis.ranking import candidates, features_of
from onrecord.analysis.scene import Scene, scene_of
from onrecord.analysis.speakers import place_of, speakers, turn_of
from onrecord.languages.english.grammar import PRONOUNS
from onrecord.terms.article import Article
from onrecord.terms.span import Span, words_of
from onrecord.terms.statement import Attribution

_SEX = {"he": "male", "she": "female"}
_PENALTY = 1.0
_STEPS, _RATE = 3000, 0.5
Choice = tuple[list[dict[str, float]], list[bool]]


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The articles of a file of lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def scene(record: dict[str, Any]) -> Scene:
    """The scene of a gold article."""
    published = record.get("published")
    when = datetime.fromisoformat(published) if published and len(published) >= len("2000-01-01") else None
    return scene_of(Article(id=record["id"], text=record["text"], title=record.get("title"), published=when))


def is_same(gold: str, name: str) -> bool:
    """Whether two full names are one person's: first and last part agree."""
    ours, theirs = (re.findall(r"\w+", n.lower()) for n in (gold, name))
    return bool(ours and theirs) and ours[-1] == theirs[-1] and (ours[0] == theirs[0] or len(ours) == 1)


def of_gold(record: dict[str, Any]) -> Iterator[Choice]:
    """The choices that the pronouns of a gold article's sources pose."""
    here = scene(record)
    gold = [s for s in record["statements"] if s["content"]]
    spans = [
        Attribution(*(tuple(Span(*p) for p in s.get(role) or ()) for role in ("source", "cue", "content")))
        for s in gold
    ]
    spoken = speakers(here, spans)
    turns = [turn_of(here, a, s) for a, s in zip(spans, spoken, strict=True)]
    for statement, attribution in zip(gold, spans, strict=True):
        case = PRONOUNS.get(words_of(here.text, attribution.source).strip().lower())
        if case in _SEX and statement["speaker"]["kind"] == "person":
            at = place_of(attribution)
            before = [turn for turn in turns if turn.at < at]
            rivals = candidates(here, at, before, people(_SEX[case]))
            yield (
                [dict(features_of(here, at, c, before)) for c in rivals],
                [is_same(statement["speaker"]["name"], c.actor.name) for c in rivals],
            )


def of_gum(record: dict[str, Any]) -> Iterator[Choice]:
    """The choices that every "he" and "she" of a document with coreference poses."""
    here = scene(record)
    for mention in record["mentions"]:
        case = PRONOUNS.get(record["text"][mention["start"] : mention["end"]].lower())
        if case not in _SEX or mention["type"] != "person":
            continue
        same = [(m["start"], m["end"]) for m in record["mentions"] if m["cluster"] == mention["cluster"]]
        rivals = candidates(here, mention["start"], (), people(_SEX[case]))
        right = [any(s <= m.name and m.end <= e + 1 for m in c.mentions for s, e in same) for c in rivals]
        yield [dict(features_of(here, mention["start"], c, ())) for c in rivals], right


def fit(choices: list[Choice], names: list[str]) -> np.ndarray:
    """The weights under which the right candidates are likeliest."""
    tables = [
        (np.array([[f.get(n, 0.0) for n in names] for f in rows]), np.array(right)) for rows, right in choices
    ]
    weights = np.zeros(len(names))
    for step in range(_STEPS):
        slope = -_PENALTY * weights
        for table, right in tables:
            odds = np.exp(table @ weights - (table @ weights).max())
            slope += (odds * right / (odds * right).sum() - odds / odds.sum()) @ table
        weights += _RATE / (1 + step / 300) * slope / len(tables)
    return weights


def main() -> None:
    """Fit the weights on the files given and print them as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--gum", type=Path)
    asked = parser.parse_args()
    choices = [c for path in asked.gold for record in records(path) for c in of_gold(record)]
    if asked.gum:
        choices += [c for record in records(asked.gum) for c in of_gum(record)]
    choices = [(rows, right) for rows, right in choices if any(right) and not all(right)]
    names = sorted({name for rows, _ in choices for row in rows for name in row})
    weights = fit(choices, names)
    print(json.dumps({n: round(float(w), 3) for n, w in zip(names, weights, strict=True)}, indent=1))


if __name__ == "__main__":
    main()
