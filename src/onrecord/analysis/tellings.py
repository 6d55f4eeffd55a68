"""What tells for and against a reading of an occasion: what a sign is like and where it stands."""

import math
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from onrecord.analysis.standing import NOBODY, Standing, neighbours
from onrecord.analysis.surroundings import place_of, published_on
from onrecord.terms.span import Span
from onrecord.terms.statement import Said

__all__ = ["addressing", "apart", "freshness", "of_sign", "place"]

_OPENING, _MARKS = 4, 2
"""So many characters off is still the beginning, still the end."""
_CLAUSE = re.compile(r"\b(?:after|before|when|as|because|since|while|who|which|where|if|until)\b|[;:—–]")
_LAST_WORD = re.compile(r"([A-Za-z]+)\W*$")
_LEADS = frozenset(
    [
        "on",
        "in",
        "of",
        "after",
        "before",
        "at",
        "during",
        "from",
        "for",
        "by",
        "until",
        "since",
        "the",
        "late",
        "early",
        "earlier",
        "last",
        "this",
    ]
)
_LONG = 7


def of_sign(read: Standing, span: Span, sign: Any) -> dict[str, float]:  # noqa: ANN401 - one of three types
    """What a sign is like in itself; the same mapping each time, not to be changed."""
    known = read.signs.get(id(sign))
    if known is None:
        known = read.signs[id(sign)] = _of_sign(read, span, sign)
    return known


def _of_sign(read: Standing, span: Span, sign: Any) -> dict[str, float]:  # noqa: ANN401 - one of three types
    text = read.scene.text
    before = _LAST_WORD.search(text[max(0, span.start - 12) : span.start])
    word = before.group(1).lower() if before else ""
    features = {getattr(sign, "unit", None) or sign.kind: 1.0}
    features[f"after {word if word in _LEADS else 'any word'}"] = 1.0
    if text[span.end : span.end + 2] in ("'s", "’s") or text[span.end - 2 : span.end] in ("'s", "’s"):
        features["owns"] = 1.0
    if getattr(sign, "lead", ""):
        features[f"with {sign.lead}"] = 1.0
    if getattr(sign, "definite", False):
        features["definite"] = 1.0
    if isinstance(getattr(sign, "said", None), Said):
        features |= freshness(read, sign.said)
    return features


def freshness(read: Standing, said: Said) -> dict[str, float]:
    """How long before the report a day or an interval is."""
    published = published_on(read.scene)
    if published is None:
        return {}
    days = (published - date.fromisoformat(said.text[-10:])).days
    word = "of the day" if days <= 1 else "of the week" if days < _LONG else "old"
    return {f"an interval, {word}" if "/" in said.text else word: 1.0}


def place(read: Standing, number: int, span: Span) -> dict[str, float]:
    """Where a sign of the own sentence stands: in the cue, before or after it, in its clause or another."""
    attribution = read.attributions[number]
    cue = attribution.cue or attribution.source or attribution.content
    first, last = cue[0].start, cue[-1].end
    if first <= span.start < last:
        return {"in the cue": 1.0, "begins in the cue": float(span.start == first)}
    left, right = (last, span.start) if span.start >= last else (span.end, first)
    inside = any(c.start <= span.start < c.end for c in attribution.content)
    between = read.scene.text[left:right] if inside else _unattributed(read, number, left, right)
    gap = sum(ch not in " \n" for ch in between)
    features = {
        "behind the cue" if span.start >= last else "before the cue": 1.0,
        "gap": math.log1p(gap / 10),
        "another clause": float(_CLAUSE.search(between) is not None),
        "next to the cue": float(gap <= 1),
        "a comma between": float("," in between),
    }
    features["begins the sentence"] = float(span.start - read.scene.sentence(span.start).start <= _OPENING)
    features["another cue between"] = float(
        any(left <= place_of(read.attributions[n]) < right for n in neighbours(read, number))
    )
    features["ends the content"] = float(any(0 <= c.end - span.end <= _MARKS for c in attribution.content))
    features["begins the content"] = float(
        any(0 <= span.start - c.start <= _MARKS for c in attribution.content)
    )
    features["in the source"] = float(any(c.start <= span.start < c.end for c in attribution.source))
    features["behind the content"] = float(span.start >= attribution.content[-1].end)
    return features


def _unattributed(read: Standing, number: int, left: int, right: int) -> str:
    """What stands between two places, without the words that the statement attributes."""
    text, kept, at = read.scene.text, [], left
    for piece in read.attributions[number].content:
        if piece.end > at and piece.start < right:
            kept.append(text[at : max(at, piece.start)])
            at = min(piece.end, right)
    return "".join((*kept, text[at:right]))


def apart(read: Standing, number: int, span: Span) -> dict[str, float]:
    """How a sign in another sentence stands to the statement; the same mapping each time, never changed."""
    sentence = read.scene.sentence_number(span.start)
    if (number, sentence) not in read.stands:
        read.stands[number, sentence] = _apart(read, number, sentence)
    return read.stands[number, sentence]


def _apart(read: Standing, number: int, sentence: int) -> dict[str, float]:
    start = read.scene.sentences[sentence].start if read.scene.sentences else 0
    away = abs(sentence - read.sentence_of(number))
    name = read.speakers[number].name
    speaking = {read.speakers[n].name for n in neighbours(read, number) if read.sentence_of(n) == sentence}
    return {
        "next sentence": float(away == 1),
        "the same paragraph": float(
            read.scene.paragraph(start) == read.scene.paragraph(place_of(read.attributions[number]))
        ),
        "names the speaker": float(name in read.named_in(sentence)),
        "holds words of the speaker": float(name in speaking),
        "holds words of another": float(bool(speaking - {name})),
        "speaker kept nameless": float(name in NOBODY),
        "in the first sentence": float(sentence == 0),
    }


def addressing(kind: str, features: Mapping[str, float]) -> dict[str, float]:
    """An addressee at the cue itself, or in its clause, is another matter than one elsewhere."""
    if features.get("in the cue") or features.get("next to the cue"):
        return {f"{kind} at the cue": 1.0, "at the cue": 1.0}
    if "gap" in features and not features["another clause"] and not features["another cue between"]:
        return {f"{kind} in the clause": 1.0}
    return {}
