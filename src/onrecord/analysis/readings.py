"""The possible readings of an occasion, from the sentences around a statement and what was said elsewhere."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from onrecord.analysis.carrying import Found, carried
from onrecord.analysis.choosing import Option, Told, Traits
from onrecord.analysis.company import beside, in_venue, partners
from onrecord.analysis.precedents import precedents
from onrecord.analysis.signs import Sign
from onrecord.analysis.standing import Standing
from onrecord.analysis.tellings import addressing, apart, holds, is_still, own_signs
from onrecord.analysis.words import lowered, words
from onrecord.languages.english.cues import IRREGULAR
from onrecord.languages.english.grammar import AUXILIARIES
from onrecord.terms.span import Spans

__all__ = ["options"]

_TOLD_OUTRIGHT = ("told at the cue", "asked at the cue")
_FINITE = AUXILIARIES - {"to", "'s", "not"}
_BEFORE, _AFTER = 3, 2
"""So many sentences before and after a statement's own are looked at."""
_NEVER = Told("", {"not chosen of late": 1.0})
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
_TAKEN = re.compile(
    r"\b(?:poll|survey|study|interviews?|sample)\b[^.\n]{0,80}?"
    r"\b(?:conducted|taken|surveyed|carried out|done|fielded)\b"
    r"|\b(?:conducted|surveyed|polled)\b[^.\n]{0,60}?\b(?:from|between)\b"
)
_SHARE = re.compile(
    r"\d|\b(?:percent|per cent|half|majority|third|quarter|plurality|voters|respondents|adults)\b"
)
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


def options(read: Standing, number: int, name: str) -> list[Option[Any]]:
    """Every value that anything offers for a field of a statement, with what tells for and against it."""
    found = _certain(_all(read, number, name), read.contexts[number])
    if not found:
        return []
    late, of_any = precedents(read, number, name)
    of_value = {key: Told("", features) for key, features in late.items()}
    nearer: dict[Any, tuple[str, Spans]] = {}
    for each in found:
        if each.group in _NEARER:
            nearer.setdefault(each.key, (each.by, each.evidence))
    common = _common(read, number, {each.group for each in found}, Told("", of_any))
    made = []
    for each in found:
        far = nearer.get(each.key) if each.group in _FARTHER else None
        by, evidence = far or (each.by, each.evidence)
        told = (*each.told, of_value.get(each.key, _NEVER), *_share(read, name, each.key))
        made.append(Option(each.value, each.key, by, told, evidence, each.certain, common[each.group]))
    return made


def _common(read: Standing, number: int, groups: set[str], of_any: Told) -> Mapping[str, tuple[Told, ...]]:
    """What tells for all values that a group offers alike."""
    case, own = read.cases[number], "own" in groups
    found: dict[str, tuple[Told, ...]] = {}
    for group in groups:
        near, kind = "here" if group in ("own", "content") else "elsewhere", _SHARED.get(group, group)
        given = [case.under("filled if "), case.under(f"{near} if ")]
        if group in _WITH_CONTEXT:
            given.append(case.under(f"{kind} if "))
        found[group] = (of_any, _plain(group, near, beside_own=own and group != "own"), *given)
    return found


@lru_cache(maxsize=64)
def _plain(group: str, near: str, *, beside_own: bool) -> Told:
    """What a group tells by itself."""
    return Told("", {group: 1.0, near: 1.0} | ({"elsewhere beside own": 1.0} if beside_own else {}))


def _all(read: Standing, number: int, name: str) -> list[Found]:
    """Everything that anything offers, group by group."""
    found = [*_from_sentences(read, number, name), *carried(read, number, name)]
    found += [*_of_speaker(read, number, name, "ahead"), *_of_speaker(read, number, name, "behind")]
    if name == "audience":
        found += [*partners(read, number), *in_venue(read, number), *beside(read, number)]
    if name == "said":
        found += _fieldwork(read, number)
    if name != "audience" and read.around.holders[number] is None:
        found += [*_lately(read, number, name), *_anywhere(read, number, name)]
    return found


def _certain(found: list[Found], context: frozenset[str]) -> list[Found]:
    """Who is told outright is the audience; what was said at another time takes nothing over."""
    told = [each for each in found if each.certain]
    if told:
        return told
    if "another time" in context and context & {"perfect", "pluperfect"}:
        return [each for each in found if each.group in ("own", "content")]
    return found


def _share(read: Standing, name: str, key: Any) -> tuple[Told, ...]:  # noqa: ANN401 - whatever is the same
    """How much of what the article names of days or venues is a value; the same each time."""
    if name == "audience":
        return ()
    asked = "share", name, key
    if asked not in read.kept:
        times = len(read.around.told[name].get(key, ()))
        share = {"share of the article": times / max(1, read.around.times_told[name])}
        read.kept[asked] = (Told("", share | ({"named twice": 1.0} if times > 1 else {})),)
    found: tuple[Told, ...] = read.kept[asked]
    return found


def _of(sign: Sign, group: str, by: str, told: tuple[Told, ...], *, certain: bool = False) -> Found:
    """A value that a sign offers."""
    kind = _SHARED.get(group, group)
    told = (sign.traits.under(f"{kind}: "), *told)
    return Found(group, by, sign.value, sign.key, told, (sign.span,), certain)


def _from_sentences(read: Standing, number: int, name: str) -> Iterator[Found]:
    """What the own sentence, those around it and the lead say."""
    yield from _from_own(read, number, name)
    around = read.around
    if around.holders[number] is not None:
        return
    here, first = around.sentences[number], around.first_sentences[number]
    for other in range(here - 1, max(first - 1, here - _BEFORE - 1), -1):
        yield from _of_sentence(read, number, name, other, "before")
    if name == "audience":
        return
    for other in range(here + 1, min(around.size, here + _AFTER + 1)):
        yield from _of_sentence(read, number, name, other, "after")
    for other in around.telling[name]:
        if other >= around.body:
            break
        if abs(other - here) > _AFTER:
            yield from _of_sentence(read, number, name, other, "lead")


def _from_own(read: Standing, number: int, name: str) -> Iterator[Found]:
    """What the own sentence says, in the writer's words or in those attributed."""
    for sign, zone, place in own_signs(read, number, name):
        if zone == "content" and name == "said" and _is_clause(read, number):
            continue
        told: tuple[Told, ...] = (place.under(f"{zone}: "),)
        outright = False
        if name == "audience":
            addressed = addressing(sign.kind, place.features)
            told = (*told, Told(f"{zone}: ", addressed))
            outright = zone == "own" and any(each in addressed for each in _TOLD_OUTRIGHT)
        yield _of(sign, zone, _RULES[zone], told, certain=outright)


def _of_sentence(read: Standing, number: int, name: str, sentence: int, group: str) -> Iterator[Found]:
    """What the writer's own words in another sentence say."""
    content = read.attributions[number].content
    for sign in read.around.told_in(name, sentence):
        if not holds(content, sign.span.start):
            yield _of(sign, group, _RULES[group], (apart(read, number, sentence).under("around: "),))


def _is_clause(read: Standing, number: int) -> bool:
    """Whether what is attributed is a whole clause: then a day in it is the clause's own."""
    text = " ".join(piece.of(read.scene.text) for piece in read.attributions[number].content)
    parts = [word.lower for word in words(text)]
    return parts[:1] == ["that"] or any(
        part in _FINITE or part in IRREGULAR or part.endswith("ed") for part in parts
    )


def _of_speaker(read: Standing, number: int, name: str, group: str) -> Iterator[Found]:
    """What the sentences of the same speaker's statements before or after say that say anything."""
    others = read.by_speaker.get(read.names[number], ())
    if len(others) <= 1 or read.around.holders[number] is not None:
        return
    mine, ahead = bisect_left(others, number), group == "ahead"
    here = read.around.sentences[number]
    steps = range(mine + 1, len(others)) if ahead else range(mine - 1, -1, -1)
    told = 0
    for step, other in enumerate(map(others.__getitem__, steps), start=1):
        if abs(other - number) > _REACH:
            return
        signs = [each for each in own_signs(read, other, name) if each.zone == "own"]
        for sign, _, place in signs:
            features = {"steps": math.log1p(step)}
            if told:
                features["not the first"] = 1.0
            if read.around.sentences[other] == here:
                features["the same sentence"] = 1.0
            more = place.under(f"{group}: "), Told(f"{group}: ", features)
            yield _of(sign, group, _ELSEWHERE[group], more)
        told += bool(signs)
        if told == _TOLD[group]:
            return


def _lately(read: Standing, number: int, name: str) -> Iterator[Found]:
    """The days or venues that the writer named last before the paragraph: a story goes on where it is."""
    here, first = read.around.sentences[number], read.around.first_sentences[number]
    telling = read.around.telling[name]
    last = bisect_left(telling, first)
    nearest = telling[max(bisect_left(telling, first - _BACK), last - _LAST_TOLD) : last]
    for rank, sentence in enumerate(reversed(nearest)):
        stands = apart(read, number, sentence)
        features = {**stands.features, "away": math.log1p(here - sentence)}
        if rank:
            features["not the first"] = 1.0
        if first == here:
            features["opens a paragraph"] = 1.0
        told = (Told("lately: ", features),)
        for sign in read.around.told_in(name, sentence):
            if name != "said" or is_still(sign, stands):
                yield _of(sign, "lately", "what the report named last", told)


def _anywhere(read: Standing, number: int, name: str) -> Iterator[Found]:
    """What the article names oftenest, wherever it stands: a report is mostly of one occasion."""
    here = read.around.sentences[number]
    for sign, often in _often(read, name):
        stands = apart(read, number, sign.sentence)
        if name == "said" and not is_still(sign, stands):
            continue
        away = sign.sentence - here
        features = {**stands.features, "away": math.log1p(abs(away))}
        if away > 0:
            features["still to come"] = 1.0
        told = often.under("anywhere: "), Told("anywhere: ", features)
        yield _of(sign, "anywhere", "what the report names oftenest", told)


def _often(read: Standing, name: str) -> Sequence[tuple[Sign, Traits]]:
    """What the article names oftenest, by its first mention, and how much of the article that is."""
    asked = "often", name
    if asked not in read.kept:
        whole = read.around.times_told[name]
        alone = {"alone": 1.0} if len(read.around.told[name]) == 1 else {}
        read.kept[asked] = []
        for rank, signs in enumerate(read.around.oftenest[name]):
            often = {"times": math.log1p(len(signs) - 1), "share": len(signs) / whole, **alone}
            first = {"oftenest": 1.0} if rank == 0 else {}
            read.kept[asked].append((signs[0], Traits(often | first)))
    found: Sequence[tuple[Sign, Traits]] = read.kept[asked]
    return found


def _fieldwork(read: Standing, number: int) -> Iterator[Found]:
    """When a poll was taken, for what those asked say in it."""
    kind, attribution = read.speakers[number].kind, read.attributions[number]
    if kind not in ("group", "document", "unnamed"):
        return
    source = (attribution.source or attribution.content)[0]
    for start in _taken(read.scene.text):
        for sign in read.around.signs("said", read.scene.sentence_number(start)):
            if sign.kind == "range" and sign.span.start > start:
                share = _SHARE.search(read.scene.text, source.start, source.end) is not None
                told = Told("fieldwork: ", {"a share": float(share), "a document": float(kind == "document")})
                evidence = (sign.span,)
                yield Found("fieldwork", "when the poll was taken", sign.value, sign.key, (told,), evidence)
                return


@lru_cache(maxsize=1)
def _taken(text: str) -> tuple[int, ...]:
    """Where an article says that a poll was taken; every answer given in it asks."""
    return tuple(match.start() for match in _TAKEN.finditer(lowered(text)))
