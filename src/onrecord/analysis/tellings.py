"""What tells for and against a reading of an occasion: where a sign stands, and how to the statement."""

import math
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.analysis.choosing import Traits
from onrecord.analysis.signs import Sign
from onrecord.analysis.standing import NOBODY, Standing
from onrecord.terms.span import Span, Spans

__all__ = ["Own", "addressing", "apart", "holds", "is_still", "own_signs"]

_OPENING, _MARKS = 4, 2
"""So many characters off is still the beginning, still the end."""
_CLAUSE = re.compile(r"\b(?:after|before|when|as|because|since|while|who|which|where|if|until)\b|[;:—–]")
_STILL = frozenset({"the same paragraph", "names the speaker", "holds words of the speaker"})


class Own(NamedTuple):
    """A sign in a statement's own sentence.

    Attributes:
        sign: the sign.
        zone: own, or content if it stands in the words attributed.
        place: where it stands to the cue.
    """

    sign: Sign
    zone: str
    place: Traits


def own_signs(read: Standing, number: int, name: str) -> Sequence[Own]:
    """The signs of a field in a statement's own sentence that count for it; the same list each time."""
    asked = "own signs", number, name
    if asked not in read.kept:
        signs = read.around.signs(name, read.around.sentences[number])
        zones = [(sign, _zone(read, number, sign.span)) for sign in signs]
        read.kept[asked] = [
            Own(sign, zone, Traits(_place(read, number, sign.span))) for sign, zone in zones if zone
        ]
    found: Sequence[Own] = read.kept[asked]
    return found


def _zone(read: Standing, number: int, span: Span) -> str | None:
    """Whose words a sign of the own sentence stands in: the writer's, the statement's, or none that count."""
    if holds(read.attributions[number].content, span.start):
        return None if read.scene.is_quoted(span.start) else "content"
    holder = read.around.holders[number]
    if holder is not None:
        return "own" if holds(read.attributions[holder].content, span.start) else None
    return None if read.around.is_attributed(span) else "own"


def holds(pieces: Spans, place: int) -> bool:
    """Whether a place is in one of some pieces of the text."""
    for piece in pieces:  # noqa: SIM110 - asked for every sign of every statement, and twice as fast
        if piece.start <= place < piece.end:
            return True
    return False


def _place(read: Standing, number: int, span: Span) -> dict[str, float]:
    """Where a sign of the own sentence stands: in the cue, before or after it, in its clause or another."""
    attribution = read.attributions[number]
    cue = attribution.cue or attribution.source or attribution.content
    first, last = cue[0].start, cue[-1].end
    if first <= span.start < last:
        return {"in the cue": 1.0, "begins in the cue": 1.0} if span.start == first else {"in the cue": 1.0}
    behind = span.start >= last
    left, right = (last, span.start) if behind else (span.end, first)
    content = attribution.content
    inside = holds(content, span.start)
    between = read.scene.text[left:right] if inside else _unattributed(read.scene.text, content, left, right)
    gap = len(between) - between.count(" ") - between.count("\n")
    features = {
        "behind the cue" if behind else "before the cue": True,
        "another clause": _CLAUSE.search(between) is not None,
        "next to the cue": gap <= 1,
        "a comma between": "," in between,
        "begins the sentence": span.start - read.scene.sentence(span.start).start <= _OPENING,
        "another cue between": read.comes_between(number, left, right),
        "ends the content": any(0 <= c.end - span.end <= _MARKS for c in content),
        "begins the content": any(0 <= span.start - c.start <= _MARKS for c in content),
        "in the source": holds(attribution.source, span.start),
        "behind the content": span.start >= content[-1].end,
    }
    return {"gap": math.log1p(gap / 10), **{name: 1.0 for name, so in features.items() if so}}


def _unattributed(text: str, content: Spans, left: int, right: int) -> str:
    """What stands between two places, without the words that the statement attributes."""
    kept, at = [], left
    for piece in content:
        if piece.end > at and piece.start < right:
            kept.append(text[at : max(at, piece.start)])
            at = min(piece.end, right)
    return "".join((*kept, text[at:right]))


def addressing(kind: str, place: Mapping[str, float]) -> dict[str, float]:
    """An addressee at the cue itself, or in its clause, is another matter than one elsewhere."""
    if "in the cue" in place or "next to the cue" in place:
        return {f"{kind} at the cue": 1.0, "at the cue": 1.0}
    return (
        {} if "another clause" in place or "another cue between" in place else {f"{kind} in the clause": 1.0}
    )


def apart(read: Standing, number: int, sentence: int) -> Traits:
    """How another sentence stands to the statement; the same each time."""
    known = read.stands[number]
    if sentence not in known:
        known[sentence] = Traits(_apart(read, number, sentence))
    return known[sentence]


def _apart(read: Standing, number: int, sentence: int) -> dict[str, float]:
    around, name = read.around, read.names[number]
    features = dict(read.speaking[number].get(sentence, ()))
    if abs(sentence - around.sentences[number]) == 1:
        features["next sentence"] = 1.0
    if around.paragraphs_of_sentences[sentence] == around.paragraphs[number]:
        features["the same paragraph"] = 1.0
    if name in read.named[sentence]:
        features["names the speaker"] = 1.0
    if name in NOBODY:
        features["speaker kept nameless"] = 1.0
    if sentence == 0:
        features["in the first sentence"] = 1.0
    return features


def is_still(sign: Sign, stands: Traits) -> bool:
    """Whether a day named elsewhere is new or near enough to be anybody's: old news is not all of one day."""
    return sign.fresh or not _STILL.isdisjoint(stands.features)
