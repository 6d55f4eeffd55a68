r"""Fit the weights by which ``onrecord.analysis.ranking`` chooses the antecedent of "he" and "she".

    python training/tables/antecedents.py [--gum GUM.jsonl] GOLD.jsonl … \
        > src/onrecord/languages/english/antecedents.json

Every pronoun that speaks in a gold file is one choice among everybody named or heard before it; so is every
"he" and "she" of a corpus with coreference. The weights are those of a conditional logit, fitted by
gradient ascent with a penalty on their squares.
"""

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.analysis.antecedents import bodies, crowds, people
from onrecord.analysis.clues import Candidate
from onrecord.analysis.descriptions import description
from onrecord.analysis.ranking import features_of
from onrecord.analysis.referents import definite, rivals
from onrecord.analysis.reveals import named_after, veiled
from onrecord.analysis.scene import Scene, scene_of
from onrecord.analysis.speakers import made_out, main_piece, outright, place_of, turn_of
from onrecord.analysis.turns import Turn
from onrecord.languages.english.grammar import PRONOUNS
from onrecord.terms.article import Article
from onrecord.terms.span import Span, Spans, words_of
from onrecord.terms.statement import Actor, Attribution

_CASES = ("he", "she", "they", "it")
_WORD = re.compile(r"(?!(?:the|an?)\b)\b\w+")
_PENALTY = 2.0
_STEPS, _RATE = 400, 0.05
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


def is_same(gold: dict[str, Any], actor: Actor) -> bool:
    """Whether an actor is whom gold names: of persons first and last part of the name agree."""
    right, ours = (_WORD.findall(n.lower().replace("’", "'")) for n in (gold["name"], actor.name))
    if right == ours or not right or not ours:
        return right == ours
    if gold["kind"] == "person":
        return right[-1] == ours[-1] and right[0] == ours[0]
    return gold["kind"] == actor.kind and (
        set(right) <= set(ours) or (len(ours) > 1 and set(ours) <= set(right))
    )


def rows(
    here: Scene, at: int, turns: Sequence[Turn], case: str, content: Spans = ()
) -> list[tuple[Candidate, dict[str, float]]]:
    """Everybody who competes for a pronoun, with the clues."""
    fits = {"he": people("male"), "she": people("female"), "it": bodies, "they": crowds}[case]
    table = "he" if case == "she" else case
    found = features_of(here, at, turns, fits, case=table, content=content)
    return [(c, dict(clues)) for c, clues in found]


def of_gold(record: dict[str, Any]) -> Iterator[Choice]:
    """The choices that the pronouns of a gold article's sources pose."""
    here = scene(record)
    gold = [s for s in record["statements"] if s["content"]]
    spans = [
        Attribution(*(tuple(Span(*p) for p in s.get(role) or ()) for role in ("source", "cue", "content")))
        for s in gold
    ]
    spoken = made_out(here, spans)
    turns = [turn_of(here, a, s) for a, s in zip(spans, spoken, strict=True)]
    for one in veiled(here, spans, spoken):
        known = list(named_after(here, one, spans, spoken))
        yield [dict(r.clues) for r in known], [is_same(gold[one.number]["speaker"], r.actor) for r in known]
    for statement, attribution in zip(gold, spans, strict=True):
        case = PRONOUNS.get(words_of(here.text, attribution.source).strip().lower())
        if case in _CASES:
            at = place_of(attribution)
            before = [turn for turn in turns if turn.at < at]
            found = rows(here, at, before, case, attribution.content)
            yield [f for _, f in found], [is_same(statement["speaker"], c.actor) for c, _ in found]
        elif attribution.source and outright(here, attribution, turns) is None:
            source = main_piece(here, attribution)
            before = [turn for turn in turns if turn.at < source.start]
            told = description(here, source.of(here.text), source.start, before, attribution.content)
            if definite(told.core, told.head):
                known = list(rivals(here, told, before))
                yield [dict(r.clues) for r in known], [is_same(statement["speaker"], r.actor) for r in known]


def of_gum(record: dict[str, Any]) -> Iterator[Choice]:
    """The choices that every pronoun of a document with coreference poses."""
    here = scene(record)
    for mention in record["mentions"]:
        case = PRONOUNS.get(record["text"][mention["start"] : mention["end"]].lower())
        if case not in ("he", "she") or mention["type"] != "person":
            continue
        same = [(m["start"], m["end"]) for m in record["mentions"] if m["cluster"] == mention["cluster"]]
        found = rows(here, mention["start"], (), case)
        right = [any(s <= m.name and m.end <= e + 1 for m in c.mentions for s, e in same) for c, _ in found]
        yield [f for _, f in found], right


def fit(choices: list[Choice], names: list[str]) -> np.ndarray:
    """The weights under which the right candidates are likeliest, found by Adam's steps."""
    column = {name: n for n, name in enumerate(names)}
    of = np.repeat(np.arange(len(choices)), [len(right) for _, right in choices])
    right = np.concatenate([np.array(right, dtype=float) for _, right in choices])
    table = np.zeros((len(of), len(names)))
    for n, row in enumerate(row for rows, _ in choices for row in rows):
        for name, value in row.items():
            table[n, column[name]] = value
    weights, mean, spread = np.zeros((3, len(names)))
    for step in range(1, _STEPS + 1):
        scores = table @ weights
        top = np.full(len(choices), -np.inf)
        np.maximum.at(top, of, scores)
        odds = np.exp(scores - top[of])
        whole, hit = np.bincount(of, odds), np.bincount(of, odds * right)
        slope = (odds * right / hit[of] - odds / whole[of]) @ table - _PENALTY * weights
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
        step_size = _RATE if step < _STEPS * 0.6 else _RATE / 5
        weights = weights + step_size * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
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
