r"""Fit the weights by which ``onrecord.analysis`` fills said, venue, audience and targets.

    python training/tables/fields.py [--half GOLD.jsonl] GOLD.jsonl … \
        > src/onrecord/languages/english/fields.json

Each statement of a gold file is, for each field of its occasion, one choice among the values that the
rules offer and leaving it empty: a conditional logit. Each candidate for a target is a yes or a no (a
logit), and the first target a choice among the candidates. All have a penalty on the squares of their
weights. What is carried on depends on what was chosen before, so all are fitted twice: after the gold's
choices, then after their own. Of a file given with ``--half`` every other article, the second one first, is
left out, to be measured on.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from days import interval

from onrecord.analysis import fields, occasions, targets
from onrecord.analysis.aims import Candidate, Case
from onrecord.analysis.choosing import Choice, Option, Table, choose
from onrecord.terms.article import Article
from onrecord.terms.span import Span
from onrecord.terms.statement import Attribution

_PENALTY = {"said": 5.0, "venue": 5.0, "audience": 4.0, "target": 4.0, "first target": 4.0}
_READY = {"said": 0.5, "venue": 1.2, "audience": 0.9}
"""How much readier a field is filled than is likeliest: what is left out costs as much as what is wrong."""
_STEPS, _LEAST = 180, 0.02
_HONOURS = frozenset(["mr", "mrs", "ms", "dr", "the", "a", "an", "former", "president", "sen", "gov", "rep"])
_SMALL = frozenset(
    ["in", "at", "on", "during", "of", "to", "with", "for", "by", "his", "her", "its", "their"]
)
Tables = Mapping[str, Table]


@dataclass(frozen=True, slots=True)
class Ruling:
    """One choice: what tells for and against each option, which are right, whether none may be, its worth."""

    name: str
    options: Sequence[Mapping[str, float]]
    right: Sequence[bool]
    empty: bool
    worth: int = 1


def records(path: Path) -> list[dict[str, Any]]:
    """The articles of a file of lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


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


def _parts(name: str) -> list[str]:
    parts = re.findall(r"\w+", re.sub(r"['’]s\b", "", name.lower()))
    return [part for part in parts if part not in _HONOURS] or parts


def is_same(gold: Mapping[str, Any], name: str) -> bool:
    """Whether a name means the actor of the gold."""
    ours, theirs = _parts(name), _parts(gold["name"])
    if gold["kind"] == "person":
        return ours == theirs or (
            len(ours) > 1 and bool(theirs) and (ours[0], ours[-1]) == (theirs[0], theirs[-1])
        )
    return set(theirs) <= set(ours) or (len(ours) > 1 and set(ours) <= set(theirs))


def is_right(name: str, gold: Any, value: Any, published: str) -> bool:
    """Whether a value of a field is what the gold has."""
    if gold is None:
        return False
    if name == "said":
        return interval(gold, published) == str(value)
    if name == "audience":
        return gold["kind"] == value.kind == "writer" or is_same(gold, value.name)
    ours, theirs = set(_parts(value)), set(_parts(gold))
    ours, theirs = ours - _SMALL or ours, theirs - _SMALL or theirs
    return 2 * len(ours & theirs) >= min(len(ours), len(theirs))


def rulings(record: dict[str, Any], tables: Tables | None) -> list[Ruling]:
    """The choices that an article poses, each after the choices before it."""
    gold = [s for s in record["statements"] if s["content"]]
    roles = ("source", "cue", "content")
    spans = [Attribution(*(tuple(Span(*p) for p in s.get(r) or ()) for r in roles)) for s in gold]
    found: list[Ruling] = []
    with ExitStack() as patched:
        if tables is not None:
            for module in (occasions, targets):
                patched.enter_context(patch.object(module, "weights", lambda: tables))
        whole = occasions.occasions
        chooses = _chooser(gold, found, tables, (record.get("published") or "")[:10])
        patched.enter_context(patch.object(fields, "occasions", lambda *a: whole(*a, chooses=chooses)))
        by_attribution = {id(a): s for a, s in zip(spans, gold, strict=True)}
        picks = _picker(by_attribution, found, tables)
        one = targets.pick
        patched.enter_context(patch.object(fields, "pick", lambda case: one(case, picks=picks)))
        fields.statements(article_of(record), spans)
    return found


def _chooser(
    gold: Sequence[Mapping[str, Any]], found: list[Ruling], tables: Tables | None, published: str
) -> occasions.Choose:
    def chooses(number: int, name: str, options: Sequence[Option[Any]]) -> Choice[Any]:
        right = [is_right(name, gold[number][name], option.value, published) for option in options]
        if name not in gold[number].get("skip", ()) and options:
            found.append(Ruling(name, [o.features() for o in options], right, not any(right)))
        if tables is not None:
            return choose(tables[name], options)
        return Choice(next((o for o, ok in zip(options, right, strict=True) if ok), None), 0.9)

    return chooses


def _picker(
    gold: Mapping[int, Mapping[str, Any]], found: list[Ruling], tables: Tables | None
) -> Callable[[Case, Sequence[Candidate], Sequence[Mapping[str, float]]], targets.Picked]:
    def picks(
        case: Case, rivals: Sequence[Candidate], features: Sequence[Mapping[str, float]]
    ) -> targets.Picked:
        truth = gold[id(case.attribution)]["targets"]
        right = [any(is_same(target, one.actor.name) for target in truth) for one in rivals]
        first = [bool(truth) and is_same(truth[0], one.actor.name) for one in rivals]
        found.extend(Ruling("target", [f], [ok], not ok) for f, ok in zip(features, right, strict=True))
        if any(first):
            found.append(Ruling("first target", features, first, empty=False))
        if tables is not None:
            return targets.by_weights(case, rivals, features)
        order = sorted((n for n, ok in enumerate(right) if ok), key=lambda n: not first[n])
        return tuple((rivals[n], 0.9) for n in order)

    return picks


def fit(choices: Sequence[Ruling], penalty: float) -> Table:
    """The weights under which what is right is likeliest; only what an option has is kept of it."""
    options = [o for c in choices for o in ({}, *c.options)]
    names = sorted({name for o in options for name in o})
    column = {name: n for n, name in enumerate(names)}
    told = [(row, column[name], worth) for row, o in enumerate(options) for name, worth in o.items()]
    rows, columns = (np.array([each[n] for each in told], np.int32) for n in (0, 1))
    values = np.array([each[2] for each in told], np.float32)
    segment = np.array([n for n, c in enumerate(choices) for _ in range(1 + len(c.options))])
    worth = np.array([c.worth for c in choices], np.float32)[segment]
    right = np.array([ok for c in choices for ok in (c.empty, *c.right)], np.float32)
    barred = np.array(
        [c.name == "first target" and n == 0 for c in choices for n in range(1 + len(c.options))]
    )
    starts = np.r_[0, np.flatnonzero(np.diff(segment)) + 1]
    weights, drift, size = (np.zeros(len(names), np.float32) for _ in range(3))
    for step in range(1, _STEPS + 1):
        heights = np.bincount(rows, values * weights[columns], len(options))
        heights = np.where(barred, -50, heights)
        odds = np.exp(heights - np.maximum.reduceat(heights, starts)[segment])
        pull = worth * (_share(odds * right, starts, segment) - _share(odds, starts, segment))
        slope = np.bincount(columns, values * pull[rows], len(names)) - penalty * weights
        drift, size = 0.9 * drift + 0.1 * slope, 0.99 * size + 0.01 * slope**2
        pace = 0.2 / (1 + step / 50) / (1 - 0.9**step)
        weights = weights + pace * drift / (np.sqrt(size / (1 - 0.99**step)) + 1e-8)
    return Table({n: round(float(w), 3) for n, w in zip(names, weights, strict=True) if abs(w) >= _LEAST})


def _share(odds: np.ndarray, starts: np.ndarray, segment: np.ndarray) -> np.ndarray:
    whole = np.add.reduceat(odds, starts)[segment]
    return np.divide(odds, whole, out=np.zeros_like(odds), where=whole > 0)


def fitted(articles: Sequence[tuple[dict[str, Any], int]], turns: int = 2) -> dict[str, Table]:
    """The weights of every field, from articles and how often each counts."""
    tables: dict[str, Table] | None = None
    for _ in range(turns):
        found = [
            replace(ruling, worth=times) for record, times in articles for ruling in rulings(record, tables)
        ]
        tables = {name: fit([r for r in found if r.name == name], _PENALTY[name]) for name in _PENALTY}
        for name, ready in _READY.items():
            for group in ("here", "elsewhere"):
                tables[name][group] = round(tables[name].get(group, 0.0) + ready, 3)
    return tables or {}


def main() -> None:
    """Fit the weights on the files given and print them as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--half", action="append", type=Path, default=[])
    asked = parser.parse_args()
    articles = [(record, times) for path, times in Counter(asked.gold).items() for record in records(path)]
    articles += [(record, 1) for path in asked.half for record in records(path)[::2]]
    print(json.dumps(fitted(articles), indent=1, sort_keys=True, ensure_ascii=False))


if __name__ == "__main__":
    main()
