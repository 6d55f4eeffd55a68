"""Reading annotated articles in the guide's JSON Lines."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

__all__ = ["ROLES", "Annotated", "Attribution", "labels", "load"]

ROLES = ("source", "cue", "content")
Pieces = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Attribution:
    """The spans of one gold attribution, half-open, in code points, and its act where it is annotated.

    Where two acts are close, the likelier comes first.
    """

    source: Pieces
    cue: Pieces
    content: Pieces
    acts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Annotated:
    """An article with its gold attributions."""

    id: str
    text: str
    attributions: tuple[Attribution, ...]


def load(path: Path, acts: Mapping[str, tuple[str, ...]] = MappingProxyType({})) -> list[Annotated]:
    """Read a corpus; attributions without content or cue (a slip of the annotator's) are left out.

    Args:
        path: articles in the guide's JSON Lines.
        acts: the act of a statement by ``article id/number``, for corpora that have spans only.
    """
    articles = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text = record["text"]
        found = tuple(
            Attribution(
                *(_joined(text, statement.get(role) or ()) for role in ROLES),
                (statement["act"],) if statement.get("act") else acts.get(f"{record['id']}/{number}", ()),
            )
            for number, statement in enumerate(record["statements"])
        )
        articles.append(Annotated(record["id"], text, tuple(a for a in found if a.cue and a.content)))
    return articles


def labels(path: Path) -> dict[str, tuple[str, ...]]:
    """Acts that readers labelled: ``article id/number``, the act and, where two are close, the second.

    A line each, with tabs between; no text is kept with them.
    """
    if not path.exists():
        return {}
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line)
    return {key: tuple(acts) for key, *acts in rows}


def _joined(text: str, pieces: list[list[int]]) -> Pieces:
    """Pieces that only white space parts are one: annotation tools cut at line ends."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(tuple(piece) for piece in pieces):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)
