"""Compile the hand annotation of the sample newsroom into gold with offsets (`--check`: only compare).

`annotations/<stem>.json` lists statements (or is `{"actors": {...}, "statements": [...], "events": [...]}`).
A span is a string, found in the article's body as whole words. If it occurs more than once, say which:
`["said", 2]`, or `{"text": "said", "after": "unique words"}` (the first behind them), or `"after"` on the
statement for all its ambiguous spans. An actor is a name from `actors` or `cast.json`, an object, or
`{"like": "<name>", ...}`.
"""

from __future__ import annotations

import json
import re
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
NEWSROOM = HERE.parents[1] / "src" / "onrecord" / "newsroom"
GOLD = HERE / "newsroom.jsonl"
KINDS = {"person", "organisation", "government", "group", "document", "unnamed", "writer"}
PLOVER = (
    "AGREE|CONSULT|SUPPORT|COOPERATE|AID|CONCEDE|RETREAT|REQUEST|ACCUSE|REJECT|THREATEN|PROTEST|SANCTION"
    "|MOBILIZE|COERCE|ASSAULT"
)
ALLOWED = {
    "form": "direct|mixed|indirect",
    "mode": "speech|thought|ruling",
    "act": "say|explain|announce|confirm|admit|deny|doubt|accuse|criticise|praise|regret|predict|warn|"
    "threaten|promise|plan|refuse|accept|urge|demand|ask|rule|believe|want|fear",
    "status": "new|repeats|retracts|continues",
    "said": r"None|\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?",
} | dict.fromkeys(("hedged", "negated"), "True|False")
DEFAULTS: dict[str, Any] = dict.fromkeys(("source", "cue", "content", "targets", "about"), ())
DEFAULTS |= dict.fromkeys(("form", "act", "speaker", "for", "audience", "venue", "said", "inside"))
DEFAULTS |= {"mode": "speech", "status": "new", "hedged": False, "negated": False}
EVENT: dict[str, Any] = dict.fromkeys(("actor", "recipient", "when", "where"))
ACTOR = ("name", "kind", "role", "affiliation", "country")
Json = dict[str, Any]
Spec = str | tuple[str, int] | Json


def locate(text: str, spec: Spec, after: str | None) -> list[int]:
    """The `[start, end)` of one span, in code points; ValueError if it is absent or ambiguous."""
    if isinstance(spec, dict):
        wanted, nth, after = str(spec["text"]), 0, str(spec["after"])
    else:
        wanted, nth = (spec, 0) if isinstance(spec, str) else spec
    left, right = r"(?<!\w)" * wanted[0].isalnum(), r"(?!\w)" * wanted[-1].isalnum()
    found = [[*match.span()] for match in re.finditer(left + re.escape(wanted) + right, text)]
    if nth:
        found = found[nth - 1 : nth]
    elif after is not None and (len(found) > 1 or isinstance(spec, dict)):
        if (times := text.count(after)) != 1:
            raise ValueError(f"after {after!r} occurs {times} times, must be once")
        found = [span for span in found if span[0] >= text.index(after) + len(after)][:1]
    if len(found) != 1:
        raise ValueError(f"{spec!r} found {len(found)} times, must be once")
    return found[0]


def resolve(spec: str | Json, cast: Json) -> Json:
    """An actor with all five fields, from a name in the cast, an object, or `like` with changes."""
    given = {"like": spec} if isinstance(spec, str) else dict(spec)
    if (like := given.pop("like", None)) is not None:
        if like not in cast:
            raise ValueError(f"actor {like!r} is in neither actors nor cast.json")
        given = {"name": like} | cast[like] | given
    if set(given) - set(ACTOR) or not given.get("name") or given.get("kind") not in KINDS:
        raise ValueError(f"not an actor: {spec!r}")
    return {field: given.get(field) for field in ACTOR}


def compile_statement(raw: Json, text: str, cast: Json, ids: list[str]) -> Json:
    """One statement with offsets and all fields; ValueError at its first fault."""
    if wrong := set(raw) - set(DEFAULTS) - {"id", "after"} or {"id", "content", "speaker"} - set(raw):
        raise ValueError(f"unknown or missing fields {sorted(wrong)}")
    out = {"id": raw["id"]} | {field: raw.get(field, default) for field, default in DEFAULTS.items()}
    for field in ("source", "cue", "content"):
        out[field] = sorted(locate(text, spec, raw.get("after")) for spec in out[field])
        if any(first[1] > second[0] for first, second in pairwise(out[field])):
            raise ValueError(f"pieces of {field} overlap")
    out |= {field: out[field] and resolve(out[field], cast) for field in ("speaker", "for", "audience")}
    out |= {"targets": [resolve(spec, cast) for spec in out["targets"]], "about": list(out["about"])}
    if bad := {field: out[field] for field in ALLOWED if not re.fullmatch(ALLOWED[field], str(out[field]))}:
        raise ValueError(f"values not in the guide: {bad}")
    if lost := {*out["about"], out["inside"]} - {None} - (set(ids) - {raw["id"]}) or ids.count(raw["id"]) > 1:
        raise ValueError(f"id used twice, or inside/about name no other statement: {lost}")
    return out


def compile_event(raw: Json, text: str, cast: Json) -> Json:
    """One reported deed with its offsets and all fields; ValueError at its first fault."""
    if wrong := set(raw) - set(EVENT) - {"span", "type", "after"} or {"span", "type"} - set(raw):
        raise ValueError(f"unknown or missing fields of an event {sorted(wrong)}")
    if not re.fullmatch(PLOVER, raw["type"]) or not re.fullmatch(ALLOWED["said"], str(raw.get("when"))):
        raise ValueError(f"an event's type or day is not in the guide: {raw}")
    out = {"span": locate(text, raw["span"], raw.get("after")), "type": raw["type"]}
    out |= {field: raw.get(field) for field in EVENT}
    return out | {field: out[field] and resolve(out[field], cast) for field in ("actor", "recipient")}


def compile_article(source: Path, faults: list[str]) -> Json:
    """The gold record of one article; all that is wrong with it is added to `faults`."""
    page = (NEWSROOM / f"{source.stem}.txt").read_text(encoding="utf-8")
    head, text = page.removeprefix("---\n").split("\n---\n\n", 1)
    meta = dict(line.split(": ", 1) for line in head.splitlines())
    data = json.loads(source.read_text(encoding="utf-8"))
    data = data if isinstance(data, dict) else {"statements": data}
    cast = json.loads((HERE / "cast.json").read_text(encoding="utf-8")) | data.get("actors", {})
    ids = [raw.get("id") for raw in data["statements"]]
    record: Json = {"id": source.stem} | {field: meta[field] for field in ("title", "published", "outlet")}
    record |= {"text": text, "statements": [], "events": []}
    for raw in data["statements"]:
        try:
            record["statements"].append(compile_statement(raw, text, cast, ids))
        except (ValueError, KeyError, TypeError, IndexError) as fault:
            faults.append(f"{source.name} {raw.get('id')}: {fault}")
    for raw in data.get("events", ()):
        try:
            record["events"].append(compile_event(raw, text, cast))
        except (ValueError, KeyError, TypeError, IndexError) as fault:
            faults.append(f"{source.name} {raw.get('span')}: {fault}")
    return record


def main(arguments: list[str]) -> int:
    """Compile all annotations, or compare with `--check`; 1 on any fault, with every fault printed."""
    faults: list[str] = []
    records = [compile_article(source, faults) for source in sorted((HERE / "annotations").glob("*.json"))]
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    if "--check" in arguments and (not GOLD.exists() or GOLD.read_text(encoding="utf-8") != lines):
        faults.append(f"{GOLD.name} is out of date: run python tests/golden/annotate.py")
    elif not faults and "--check" not in arguments:
        GOLD.write_text(lines, encoding="utf-8")
    sys.stdout.write("\n".join(faults or [f"{len(records)} articles"]) + "\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
