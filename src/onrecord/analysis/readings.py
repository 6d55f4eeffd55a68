"""The possible readings of an occasion, from the sentences around a statement and what was said elsewhere."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from onrecord.analysis.carrying import Found, carried
from onrecord.analysis.choosing import Option
from onrecord.analysis.company import beside, in_venue, partners
from onrecord.analysis.precedents import precedents
from onrecord.analysis.scene import Scene
from onrecord.analysis.standing import NOBODY, Standing, same_value
from onrecord.analysis.surroundings import place_of
from onrecord.analysis.tellings import addressing, apart, of_sign, place
from onrecord.analysis.words import lowered, words
from onrecord.languages.english.cues import IRREGULAR
from onrecord.languages.english.grammar import AUXILIARIES
from onrecord.terms.span import Span
from onrecord.terms.statement import Attribution

__all__ = ["options"]

_SIGNS = {"said": "times", "venue": "venues", "audience": "addressees"}
_TOLD_OUTRIGHT = frozenset({"told at the cue", "asked at the cue"})
_FINITE = AUXILIARIES - {"to", "'s", "not"}
_BEFORE, _AFTER = 3, 2
"""So many sentences before and after a statement's own are looked at."""
_NEVER = {"not chosen of late": 1.0}
_REACH = 60
"""So many statements ahead and back the body is looked through."""
_TOLD = {"ahead": 3, "behind": 2}
"""So many sentences of the same speaker's that tell anything are looked at."""
_ELSEWHERE = {
    "ahead": "what the same speaker is said to have said later",
    "behind": "what the same speaker is said to have said before",
}
_BACK, _LAST_TOLD = 12, 2
"""So many sentences back what was named last is looked for, and so many of them that name anything."""
_SHORT = re.compile(r"(?:in|during|at) (?:the|this|that|his|her|their) (\w+)")
_NAME = r"[A-Z][\w.&’'-]*(?: +[A-Z][\w.&’'-]*)*"
_FAR = 40_000
"""The full name of an occasion is looked for so many characters in."""
_TAKEN = re.compile(
    r"\b(?:poll|survey|study|interviews?|sample)\b[^.\n]{0,80}?"
    r"\b(?:conducted|taken|surveyed|carried out|done|fielded)\b"
    r"|\b(?:conducted|surveyed|polled)\b[^.\n]{0,60}?\b(?:from|between)\b"
)
_SHARE = re.compile(
    r"\d|\b(?:percent|per cent|half|majority|third|quarter|plurality|voters|respondents|adults)\b"
)
_STILL = frozenset(
    {
        "of the day",
        "an interval, of the day",
        "the same paragraph",
        "names the speaker",
        "holds words of the speaker",
    }
)
"""What a day named elsewhere must have to be anybody's: a report of old news is not all of one day."""
_RULES = {
    "own": "the sentence of the cue",
    "content": "the words attributed",
    "before": "the sentence before",
    "after": "the sentence after",
    "lead": "the lead of the report",
}


_SHARED = {"before": "around", "after": "around", "lead": "around"}
"""Groups whose features weigh the same."""
_NEARER = frozenset({"own", "content", "before", "held", "carried on", "leaning", "carried over"})
"""Groups that say better than others why a value is one's."""
_FARTHER = frozenset({"anywhere", "lately", "behind"})
"""Groups of which they do."""
_WITH_CONTEXT = _RULES.keys() - {"content"} | {
    *("carried on", "leaning", "carried over", "ahead", "behind", "lately", "anywhere", "in the venue")
}
"""Groups that weigh otherwise for one statement than for another."""


def options(read: Standing, number: int, name: str) -> Iterator[Option[Any]]:
    """Every value that anything offers for a field of a statement, with what tells for and against it."""
    context = read.contexts[number]
    found = _certain(_all(read, number, name), context)
    own = any(group == "own" for group, _, _, _, _ in found)
    late, any_value = precedents(read, number, name, _SIGNS[name])
    keys = [same_value(value) for _, _, value, _, _ in found]
    nearer = {
        key: (by, spans)
        for key, (group, by, _, _, spans) in zip(reversed(keys), reversed(found), strict=True)
        if group in _NEARER
    }
    common = {
        key: {**late.get(key, _NEVER), **_share(read, name, value)}
        for key, (_, _, value, _, _) in zip(keys, found, strict=True)
    }
    for key, (group, by, value, features, spans) in zip(keys, found, strict=True):
        reason, evidence = nearer.get(key, (by, spans)) if group in _FARTHER else (by, spans)
        near, kind = "here" if group in ("own", "content") else "elsewhere", _SHARED.get(group, group)
        plain = {group: 1.0, near: 1.0}
        if own and group != "own":
            plain["elsewhere beside own"] = 1.0
        given = [("filled", context), (near, context)]
        if group in _WITH_CONTEXT:
            given.append((kind, context))
        certain = bool(_TOLD_OUTRIGHT & features.keys())
        shared = any_value, common[key]
        yield Option(value, reason, plain, evidence, certain, (f"{kind}: ", features), tuple(given), shared)


def _all(read: Standing, number: int, name: str) -> list[Found]:
    """Everything that anything offers, group by group."""
    found = [*_from_sentences(read, number, name), *carried(read, number, name)]
    found += [*_of_speaker(read, number, name, "ahead"), *_of_speaker(read, number, name, "behind")]
    if name == "audience":
        found += [*partners(read, number), *in_venue(read, number), *beside(read, number)]
    if name == "said":
        found += _fieldwork(read, number)
    if name != "audience":
        found += [*_lately(read, number, name), *_anywhere(read, number, name)]
    return found


def _certain(found: list[Found], context: frozenset[str]) -> list[Found]:
    """Who is told outright is the audience; what was said at another time takes nothing over."""
    told = [
        each
        for each in found
        if each[0] == "own" and {"told at the cue", "asked at the cue"} & each[3].keys()
    ]
    if told:
        return told
    if "another time" in context and context & {"perfect", "pluperfect"}:
        return [each for each in found if each[0] in ("own", "content")]
    return found


def _from_sentences(read: Standing, number: int, name: str) -> Iterator[Found]:
    """What the own sentence, those around it and the lead say."""
    here = read.sentence_of(number)
    scene, signed = read.scene, read.around.signed[_SIGNS[name]]
    paragraph = scene.paragraph(place_of(read.attributions[number]))
    own, behind = bisect_left(signed, here), bisect_left(signed, here + 1)
    if behind > own:
        yield from _of_sentence(read, number, name, here, "own")
    for other in reversed(signed[bisect_left(signed, here - _BEFORE) : own]):
        if scene.sentences[other].start >= paragraph.start:
            yield from _of_sentence(read, number, name, other, "before")
    if name == "audience":
        return
    for other in signed[behind : bisect_left(signed, here + _AFTER + 1)]:
        yield from _of_sentence(read, number, name, other, "after")
    for other in signed[: bisect_left(signed, read.around.body)]:
        if abs(other - here) > _AFTER:
            yield from _of_sentence(read, number, name, other, "lead")


def _anywhere(read: Standing, number: int, name: str) -> Iterator[Found]:
    """What the article names oftenest, wherever it stands: a report is mostly of one occasion."""
    told = read.around.told[name]
    here = read.sentence_of(number)
    if read.around.holders[number] is not None:
        return
    whole = read.around.times_told[name]
    for rank, places in enumerate(read.around.oftenest[name]):
        span, sign = places[0]
        away = read.scene.sentence_number(span.start) - here
        features = of_sign(read, span, sign) | apart(read, number, span)
        if name == "said" and _is_stale(features):
            continue
        features |= {
            "times": math.log1p(len(places) - 1),
            "share": len(places) / whole,
            "oftenest": float(rank == 0),
            "away": math.log1p(abs(away)),
            "still to come": float(away > 0),
            "alone": float(len(told) == 1),
        }
        yield "anywhere", "what the report names oftenest", _value(read, name, sign), features, (span,)


def _is_stale(features: Mapping[str, float]) -> bool:
    """Whether a day named elsewhere is too old, and too far from the speaker, to be of what they say."""
    return not any(features.get(key) for key in _STILL)


def _share(read: Standing, name: str, value: Any) -> dict[str, float]:  # noqa: ANN401 - one of three types
    """How much of what the article names of days or venues is a value."""
    if name == "audience":
        return {}
    told = read.around.told[name]
    times = len(told.get(str(value).lower() if name == "venue" else str(value), ()))
    return {
        "share of the article": times / max(1, read.around.times_told[name]),
        "named twice": float(times > 1),
    }


def _of_sentence(read: Standing, number: int, name: str, sentence: int, group: str) -> Iterator[Found]:
    for span, sign in getattr(read.around.signs(sentence), _SIGNS[name]):
        zone = _zone(read, number, span, group)
        if zone is None:
            continue
        if zone == "content" and name == "said" and _is_clause(read, number):
            continue
        where = place if zone in ("own", "content") else apart
        features = of_sign(read, span, sign) | where(read, number, span)
        if name == "audience":
            features |= addressing(sign.kind, features)
        yield zone, _RULES[zone], _value(read, name, sign), features, (span,)


def _zone(read: Standing, number: int, span: Span, group: str) -> str | None:
    """Whose words a sign stands in: the writer's, the statement's own, or nobody's that count."""
    attribution, holder = read.attributions[number], read.around.holders[number]
    if any(c.start <= span.start < c.end for c in attribution.content):
        return "content" if group == "own" and not read.scene.is_quoted(span.start) else None
    if holder is not None:
        held = any(c.start <= span.start < c.end for c in read.attributions[holder].content)
        return group if held and group == "own" else None
    return None if read.around.is_attributed(span) else group


def _is_clause(read: Standing, number: int) -> bool:
    """Whether what is attributed is a whole clause: then a day in it is the clause's own."""
    text = " ".join(piece.of(read.scene.text) for piece in read.attributions[number].content)
    parts = [word.lower for word in words(text)]
    return parts[:1] == ["that"] or any(
        part in _FINITE or part in IRREGULAR or part.endswith("ed") for part in parts
    )


def _value(read: Standing, name: str, sign: Any) -> Any:  # noqa: ANN401 - one of three types
    if name == "venue":
        return _in_full(read.scene, sign.text)
    return sign.said if name == "said" else sign.actor


def _in_full(scene: Scene, venue: str) -> str:
    """The venue as the text gives it in full: "in the interview" is "in an interview with …"."""
    short = _SHORT.fullmatch(venue)
    if short is None:
        return venue
    return _longer(scene.text, short.group(1)) or venue


@lru_cache(maxsize=64)
def _longer(text: str, noun: str) -> str | None:
    """What a talk or an event is called where an article names it first with who takes part."""
    named = rf"\b(?:in|during|at) an? (?:\w+ )?{re.escape(noun)} (?:with|to|at|on) +(?:the )?{_NAME}"
    longer = re.search(named, text[:_FAR])
    return " ".join(longer.group().split()) if longer else None


def _of_speaker(read: Standing, number: int, name: str, group: str) -> Iterator[Found]:
    """What the sentences of the same speaker's statements before or after say that say anything."""
    speaker = read.speakers[number].name
    if speaker in NOBODY or read.around.holders[number] is not None:
        return
    rank, here = read.rank[number], read.sentence_of(number)
    after = read.order[rank + 1 : rank + 1 + _REACH]
    steps = told = 0
    for other in after if group == "ahead" else reversed(read.order[max(0, rank - _REACH) : rank]):
        if read.speakers[other].name != speaker or read.around.holders[other] is not None:
            continue
        steps += 1
        there = read.sentence_of(other)
        signs = [
            (span, sign)
            for span, sign in getattr(read.around.signs(there), _SIGNS[name])
            if _zone(read, other, span, "own") == "own"
        ]
        for span, sign in signs:
            features = of_sign(read, span, sign) | place(read, other, span)
            features |= {"steps": math.log1p(steps), "not the first": float(told > 0)}
            features["the same sentence"] = float(there == here)
            yield group, _ELSEWHERE[group], _value(read, name, sign), features, (span,)
        told += bool(signs)
        if told == _TOLD[group]:
            return


def _lately(read: Standing, number: int, name: str) -> Iterator[Found]:
    """The days or venues that the writer named last before the paragraph: a story goes on where it is."""
    if read.around.holders[number] is not None:
        return
    here = read.sentence_of(number)
    first = read.scene.sentence_number(read.scene.paragraph(place_of(read.attributions[number])).start)
    told = 0
    signed = read.around.signed[_SIGNS[name]]
    for sentence in reversed(signed[bisect_left(signed, first - _BACK) : bisect_left(signed, first)]):
        signs = getattr(read.around.told_in(sentence), _SIGNS[name])
        for span, sign in signs:
            features = of_sign(read, span, sign) | apart(read, number, span)
            if name == "said" and _is_stale(features):
                continue
            features |= {"away": math.log1p(here - sentence), "not the first": float(told > 0)}
            features["opens a paragraph"] = float(first == here)
            yield "lately", "what the report named last", _value(read, name, sign), features, (span,)
        told += bool(signs)
        if told == _LAST_TOLD:
            return


def _fieldwork(read: Standing, number: int) -> Iterator[Found]:
    """When a poll was taken, for what those asked say in it."""
    if read.speakers[number].kind not in ("group", "document", "unnamed"):
        return
    scene = read.scene
    for start in _taken(scene.text):
        sentence = scene.sentence_number(start)
        for span, when in read.around.signs(sentence).times:
            if when.unit == "range" and span.start > start:
                share = _SHARE.search(scene.text, *_source_of(read.attributions[number])) is not None
                features = {
                    "a share": float(share),
                    "a document": float(read.speakers[number].kind == "document"),
                }
                yield "fieldwork", "when the poll was taken", when.said, features, (span,)
                return


@lru_cache(maxsize=1)
def _taken(text: str) -> tuple[int, ...]:
    """Where an article says that a poll was taken; every answer given in it asks."""
    return tuple(match.start() for match in _TAKEN.finditer(lowered(text)))


def _source_of(attribution: Attribution) -> tuple[int, int]:
    piece = (attribution.source or attribution.content)[0]
    return piece.start, piece.end
