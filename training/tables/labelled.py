"""Give a corpus that has spans only the fields that we annotated for some of its articles.

    python training/tables/labelled.py CORPUS.jsonl > annotated.jsonl
    python training/tables/labelled.py CORPUS.jsonl training/labels/unseen.tsv > unseen.jsonl

A month or a year becomes the days it has, as in the gold.

``training/labels/fields.tsv`` holds what the tables are fitted on, ``unseen.tsv`` what they are measured on
(``benchmarks/fields.py unseen.jsonl``), which nobody looks at. A row a statement: article and number, act,
mode, the speaker's name and kind, targets (``; `` between), audience, where in the text the venue stands,
when it was said, status, flags; ``-`` is nothing. No text is kept with them. What comes out is in the
guide's format, and is what ``training/tables/fields.py`` fits.
"""

import argparse
import csv
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from days import interval

from onrecord.analysis.kinds import head_of, kind_of_head, kind_of_name
from onrecord.analysis.outlets import writer_or
from onrecord.terms.statement import Actor

LABELS = Path(__file__).parents[1] / "labels" / "fields.tsv"
COLUMNS = "id act mode speaker kind targets audience venue said status flags".split()  # noqa: SIM905 - as the row reads
Row = dict[str, str]


def kind_of(name: str, outlet: str | None) -> str:
    """The kind of somebody who is never a speaker, of whom the labels give the name alone."""
    if writer_or(Actor(name, "organisation"), outlet).kind == "writer":
        return "writer"
    named = name.removeprefix("the ").removeprefix("The ")
    if named[:1].isupper() and (kind := kind_of_name(named)):
        return kind
    capital = all(part[:1].isupper() for part in named.split() if len(part) > len("van"))
    return "person" if capital and " " in named else kind_of_head(head_of(name), name) or "group"


def statement(
    row: Row, spans: dict[str, Any], article: dict[str, Any], kinds: dict[str, str]
) -> dict[str, Any]:
    """One statement in the guide's format."""
    text, outlet = article["text"], article.get("outlet") or article.get("publisher")

    def actor(name: str) -> dict[str, Any] | None:
        unsaid = {"role": None, "affiliation": None, "country": None}
        return (
            {"name": name, "kind": kinds.get(name) or kind_of(name, outlet), **unsaid}
            if name != "-"
            else None
        )

    start, _, end = row["venue"].partition("-")
    return {
        **{role: spans.get(role) or [] for role in ("source", "cue", "content")},
        "id": row["id"].rpartition("/")[2],
        "form": None,
        "act": row["act"],
        "mode": None if row["mode"] == "-" else row["mode"],
        "speaker": actor(row["speaker"]),
        "for": None,
        "targets": [actor(name) for name in row["targets"].split("; ") if name != "-"],
        "audience": actor(row["audience"]),
        "venue": text[int(start) : int(end)] if start else None,
        "said": None if row["said"] == "-" else interval(row["said"], (article.get("published") or "")[:10]),
        "status": row["status"],
        "hedged": "hedged" in row["flags"],
        "negated": "negated" in row["flags"],
        "inside": None,
        "about": [],
    }


def main() -> None:
    """Print the articles of a corpus that have fields, one a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("labels", type=Path, nargs="?", default=LABELS)
    given = parser.parse_args()
    rows: dict[str, list[Row]] = defaultdict(list)
    with given.labels.open(encoding="utf-8") as opened:
        for row in csv.DictReader(opened, COLUMNS, delimiter="\t", quoting=csv.QUOTE_NONE):
            rows[row["id"].rpartition("/")[0]].append(row)
    kinds = {row["speaker"]: row["kind"] for each in rows.values() for row in each}
    for line in given.corpus.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        if found := rows.get(article["id"]):
            numbered = ((row, article["statements"][int(row["id"].rpartition("/")[2])]) for row in found)
            told = [statement(row, spans, article, kinds) for row, spans in numbered]
            print(json.dumps({**article, "statements": told}))


if __name__ == "__main__":
    main()
