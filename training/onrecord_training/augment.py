"""Changing the surface of training articles, so that nothing is learnt about two politicians of 2016.

Names are swapped for invented ones, article by article and consistently; quotation marks are set
in another style; now and then typography is roughened. Spans move along.
"""

import random
import re
from collections.abc import Callable
from dataclasses import replace

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
    """A changed copy of an article; about one in five stays as it was."""
    edits: list[tuple[int, int, str]] = []
    if chance.random() < 0.5:
        edits += _names(article.text, chance)
    if chance.random() < 0.35:
        edits += _marks(article.text, chance)
    if chance.random() < 0.07:
        edits += [(m.start(), m.end(), "–") for m in re.finditer("—", article.text)]
    changed = _edited(article, edits)
    return _nested(changed, chance) if chance.random() < 0.5 else changed


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

    changed = tuple(
        replace(a, source=move(a.source), cue=move(a.cue), content=move(a.content))
        for a in article.attributions
    )
    return Annotated(article.id, text, changed)


def _nested(article: Annotated, chance: random.Random) -> Annotated:
    """Put one plain sentence that reports somebody's words into somebody else's mouth.

    The corpus marks one layer only, so that statements within statements would never be learnt from it.
    """
    sentences = [m.span() for m in _SENTENCE.finditer(article.text)]
    able = [(a, b) for a, b in sentences if any(_reports(known, a, b) for known in article.attributions)]
    if not able:
        return article
    start, end = chance.choice(able)
    name = f"{chance.choice(_FIRST)} {_surname(chance)}"
    cue = chance.choice(_CUES)
    if chance.random() < 0.65:
        return _fronted(article, start, end, name, cue)
    changed = _inserted(article, end, f", {name} {cue}")
    source = (end + 2, end + 2 + len(name))
    return _with(
        changed, Attribution((source,), ((source[1] + 1, source[1] + 1 + len(cue)),), ((start, end),))
    )


_SENTENCE = re.compile(r"(?:(?<=\n)|(?<=[.!?] ))[A-Z][^\n.!?\"“”‘’`«»]{30,220}(?=\.)")
_CUES = [
    "said",
    "said",
    "said",
    "claimed",
    "added",
    "acknowledged",
    "insisted",
    "reported",
    "suggested",
    "argued",
    "explained",
    "confirmed",
]
_OPENINGS = re.compile(
    r"(?:The|A|An|He|She|They|It|Some|Many|Most|Several|Both|In|On|At|As|If|When|After|While|But|And)\b"
)


def _reports(attribution: Attribution, start: int, end: int) -> bool:
    """Whether the attribution stands whole in the sentence, source first."""
    spans = [*attribution.source, *attribution.cue, *attribution.content]
    inside = all(start <= a and b <= end for a, b in spans)
    if not inside or not attribution.source:
        return False
    return attribution.source[0] < attribution.cue[0] < attribution.content[0]


def _fronted(article: Annotated, start: int, end: int, name: str, cue: str) -> Annotated:
    front = f"{name} {cue} that "
    text = article.text
    if _OPENINGS.match(text, start):
        text = text[:start] + text[start].lower() + text[start + 1 :]
    changed = _inserted(Annotated(article.id, text, article.attributions), start, front)
    source = (start, start + len(name))
    content = (source[1] + 1 + len(cue) + 1, end + len(front))
    return _with(changed, Attribution((source,), ((source[1] + 1, source[1] + 1 + len(cue)),), (content,)))


def _inserted(article: Annotated, at: int, words: str) -> Annotated:
    """Insert words; spans that begin at the place move behind them, spans that end there stay before."""
    size = len(words)

    def move(role: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        return tuple((a + size * (a >= at), b + size * (b > at)) for a, b in role)

    moved = tuple(
        replace(a, source=move(a.source), cue=move(a.cue), content=move(a.content))
        for a in article.attributions
    )
    return Annotated(article.id, article.text[:at] + words + article.text[at:], moved)


def _with(article: Annotated, attribution: Attribution) -> Annotated:
    return Annotated(article.id, article.text, (*article.attributions, attribution))
