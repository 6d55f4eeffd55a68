"""Articles that we wrote and annotated ourselves, for the forms of news that the corpora lack.

``training/articles`` holds one article a file. The first line says when it was published; the text carries
its annotation as marks, each with the number of its statement, and marks nest where statements do::

    published: 2019-03-14

    ‹1 The ministry› {1 said} [[1 that ‹2 the mayor› {2 had asked} [[2 whether the bridge would hold]]]].
    ====
    1	say	speech	…

``‹n …›`` is a source, ``{n …}`` a cue, ``[[n …]]`` a content; a span may come in several pieces. Behind
the line of equals signs stands a row a statement, tab separated, by the columns of ``COLUMNS``; ``-``
is nothing.

``training/reports`` holds short reports, many in a file with lines of four hyphens between. Only their spans
and acts are annotated: the act, and after a comma a second one that is close, stands in the mark of the cue::

    ‹1 The ministry› {1:deny,criticise called} [[1 the report “a fairy tale”]].
"""

import re
from collections import defaultdict
from pathlib import Path

from onrecord_training.corpora import Annotated, Attribution, Pieces

__all__ = ["COLUMNS", "reports", "rows", "written"]

COLUMNS = tuple("n act mode speaker targets audience venue said status flags inside about".split())  # noqa: SIM905 - it reads as the row does
"""What a row says of its statement, as in the guide; ``speaker`` is a name and a kind with ``|`` between."""

_HEAD = re.compile(r"published: (?P<published>\d{4}-\d\d-\d\d)\n\n")
_MARK = re.compile(r"(?P<opens>‹|\{|\[\[)(?P<n>\d+)(?::(?P<acts>[a-z,]+))? |›|\}|\]\]")
_ROLES = {"‹": "source", "{": "cue", "[[": "content"}
_RULE = "\n====\n"
_BETWEEN = "\n----\n"


def written(folder: Path) -> list[Annotated]:
    """Every article of a folder, in the order of their names."""
    return [_article(path) for path in sorted(folder.glob("*.txt"))]


def rows(path: Path) -> dict[str, dict[str, str]]:
    """What the file says of each statement, by its number."""
    _, _, block = path.read_text(encoding="utf-8").partition(_RULE)
    listed = (dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in block.splitlines() if line)
    return {row["n"]: row for row in listed}


def reports(folder: Path) -> list[Annotated]:
    """Every report of the files of a folder, in the order of their names."""
    return [
        _report(report, f"{path.stem}-{number}", path)
        for path in sorted(folder.glob("*.txt"))
        for number, report in enumerate(path.read_text(encoding="utf-8").split(_BETWEEN), start=1)
    ]


def _report(report: str, name: str, path: Path) -> Annotated:
    text, spans = _unmarked(_headless(report, path), path)
    acts = {m["n"]: tuple(m["acts"].split(",")) for m in _MARK.finditer(report) if m["acts"]}
    return _annotated(name, text, spans, acts)


def _article(path: Path) -> Annotated:
    marked, _, _ = path.read_text(encoding="utf-8").partition(_RULE)
    text, spans = _unmarked(_headless(marked, path), path)
    return _annotated(path.stem, text, spans, {n: (row["act"],) for n, row in rows(path).items()})


def _headless(marked: str, path: Path) -> str:
    """An article without the line that says when it was published."""
    head = _HEAD.match(marked)
    if head is None:
        raise SystemExit(f"{path} does not begin with 'published: YYYY-MM-DD' and an empty line.")
    return marked[head.end() :]


def _annotated(
    name: str, text: str, spans: dict[tuple[str, str], Pieces], acts: dict[str, tuple[str, ...]]
) -> Annotated:
    found = (
        Attribution(*(tuple(sorted(spans[n, role])) for role in _ROLES.values()), acts[n])
        for n in sorted({n for n, _ in spans}, key=int)
    )
    return Annotated(name, text, tuple(a for a in found if a.cue and a.content))


def _unmarked(marked: str, path: Path) -> tuple[str, dict[tuple[str, str], Pieces]]:
    """The text without its marks, and the pieces of each statement's roles, half-open, in code points."""
    pieces: list[str] = []
    spans: dict[tuple[str, str], Pieces] = defaultdict(tuple)
    open_marks: list[tuple[str, str, int]] = []
    length = end = 0
    for mark in _MARK.finditer(marked):
        pieces.append(marked[end : mark.start()])
        length += len(pieces[-1])
        end = mark.end()
        if mark["opens"]:
            open_marks.append((mark["n"], _ROLES[mark["opens"]], length))
        elif open_marks:
            n, role, start = open_marks.pop()
            spans[n, role] += ((start, length),)
    if open_marks:
        raise SystemExit(f"{path}: a mark of statement {open_marks[-1][0]} is not closed.")
    return "".join([*pieces, marked[end:]]), spans
