"""Reading annotated articles in the guide's JSON Lines."""

import json
from dataclasses import dataclass
from pathlib import Path

__all__ = ["ROLES", "Annotated", "Attribution", "load"]

ROLES = ("source", "cue", "content")
Pieces = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Attribution:
    """The spans of one gold attribution, half-open, in code points."""

    source: Pieces
    cue: Pieces
    content: Pieces


@dataclass(frozen=True)
class Annotated:
    """An article with its gold attributions."""

    id: str
    text: str
    attributions: tuple[Attribution, ...]


def load(path: Path) -> list[Annotated]:
    """Read a corpus; attributions without content or cue (a slip of the annotator's) are left out."""
    articles = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text = record["text"]
        found = tuple(
            Attribution(*(_joined(text, statement.get(role) or ()) for role in ROLES))
            for statement in record["statements"]
        )
        articles.append(Annotated(record["id"], text, tuple(a for a in found if a.cue and a.content)))
    return articles


def _joined(text: str, pieces: list[list[int]]) -> Pieces:
    """Pieces that only white space parts are one: annotation tools cut at line ends."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(tuple(piece) for piece in pieces):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)
