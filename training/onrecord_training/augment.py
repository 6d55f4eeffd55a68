"""Changing the surface of training articles, so that nothing is learnt about two politicians of 2016.

Names are swapped for invented ones, article by article and consistently; quotation marks are set
in another style; now and then typography is roughened. Spans move along.
"""

import random
import re
from collections.abc import Callable

from onrecord_training.corpora import Annotated, Attribution

__all__ = ["augmented"]

_ONSETS = [
    "B",
    "Br",
    "C",
    "Ch",
    "D",
    "Dr",
    "F",
    "G",
    "Gr",
    "H",
    "J",
    "K",
    "Kr",
    "L",
    "M",
    "N",
    "P",
    "Pr",
    "R",
    "S",
    "Sh",
    "St",
    "T",
    "Tr",
    "V",
    "Z",
]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ei", "ou", "ia"]
_CODAS = ["l", "n", "r", "s", "th", "v", "m", "nd", "rk", "lt", "ck", "sk", "rn"]
_ENDS = ["o", "a", "in", "ev", "sky", "son", "ez", "ari", "an", "er", "ic", "ley", "ou", "is"]
_FIRST = [
    "Maria",
    "Ahmed",
    "Elena",
    "Pavel",
    "Ingrid",
    "Tomas",
    "Leila",
    "Kwame",
    "Yusuf",
    "Anna",
    "Piotr",
    "Sofia",
    "Jonas",
    "Amira",
    "Viktor",
    "Helen",
    "Samuel",
    "Priya",
    "Chen",
    "Marta",
    "Olga",
    "Hassan",
    "Nadia",
    "Peter",
    "Lucia",
    "Ivan",
    "Grace",
    "Omar",
    "Katrin",
    "Daniel",
    "Rosa",
    "Mikhail",
    "Fatima",
    "Erik",
]
_SURNAMES = re.compile(
    r"\b(Trump|Clinton|Sanders|Obama|Cruz|Rubio|Bush|Kasich|Carson|Ryan|Manafort|Christie|Biden|Pence|Kaine|Comey|"
    r"Fiorina|Romney|McConnell|Reid|Podesta|Warren|McCain|Lewandowski|Conway|Priebus|Walker|Huckabee|Paul|O’Malley)\b"
)
_FIRSTS = re.compile(
    r"\b(Donald|Hillary|Bernie|Barack|Ted|Marco|Jeb|John|Bill|Mike|Paul|Chris|Ben|Mitt|Joe|Carly)\b(?= [A-Z])"
)
_STYLES = (('"', '"'), ("“", "”"), ("‘", "’"), ("'", "'"), ("«", "»"), ("„", "“"), ("``", "''"))
_WEIGHTS = (30, 30, 22, 8, 4, 2, 2)


def augmented(article: Annotated, chance: random.Random) -> Annotated:
    """A changed copy of an article; about one in three stays as it was."""
    if chance.random() < 0.3:
        return article
    edits: list[tuple[int, int, str]] = []
    if chance.random() < 0.7:
        edits += _names(article.text, chance)
    if chance.random() < 0.5:
        edits += _marks(article.text, chance)
    if chance.random() < 0.1:
        edits += [(m.start(), m.end(), "–") for m in re.finditer("—", article.text)]
    return _edited(article, edits)


def _names(text: str, chance: random.Random) -> list[tuple[int, int, str]]:
    swaps: dict[str, str] = {}

    def new(old: str, make: Callable[[], str]) -> str:
        if old not in swaps:
            swaps[old] = make() if chance.random() < 0.8 else old
        return swaps[old]

    edits = [(m.start(), m.end(), new(m.group(), lambda: _surname(chance))) for m in _SURNAMES.finditer(text)]
    taken = {start for start, _, _ in edits}
    edits += [
        (m.start(), m.end(), new(m.group(), lambda: chance.choice(_FIRST)))
        for m in _FIRSTS.finditer(text)
        if m.start() not in taken
    ]
    return edits


def _surname(chance: random.Random) -> str:
    name = chance.choice(_ONSETS) + chance.choice(_VOWELS)
    if chance.random() < 0.6:
        name += chance.choice(_CODAS)
    return name + chance.choice(_ENDS)


def _marks(text: str, chance: random.Random) -> list[tuple[int, int, str]]:
    """Set double quotation marks in another style; straight ones by their place."""
    opening, closing = chance.choices(_STYLES, _WEIGHTS)[0]
    edits = []
    for mark in re.finditer('["“”]', text):
        before = text[mark.start() - 1 : mark.start()] or " "
        opens = mark.group() == "“" or (mark.group() == '"' and (before.isspace() or before in "(—-["))
        edits.append((mark.start(), mark.end(), opening if opens else closing))
    return edits


def _edited(article: Annotated, edits: list[tuple[int, int, str]]) -> Annotated:
    """Carry the edits out; a span's edge inside an edit moves to the edit's new edge."""
    pieces: list[str] = []
    at = 0
    shift = 0
    moved = [0] * (len(article.text) + 1)
    cursor = 0
    for start, end, new in sorted(edits):
        for i in range(cursor, start + 1):
            moved[i] = i + shift
        pieces += [article.text[at:start], new]
        at = end
        for i in range(start + 1, end):
            moved[i] = start + shift + len(new)
        shift += len(new) - (end - start)
        cursor = end
    for i in range(cursor, len(moved)):
        moved[i] = i + shift
    text = "".join([*pieces, article.text[at:]])

    def move(role: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        return tuple((moved[a], moved[b]) for a, b in role)

    changed = tuple(Attribution(move(a.source), move(a.cue), move(a.content)) for a in article.attributions)
    return Annotated(article.id, text, changed)
