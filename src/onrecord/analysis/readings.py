"""The possible readings of an occasion, from the sentences around a statement and what was said elsewhere."""

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from onrecord.analysis.carrying import carry
from onrecord.analysis.choosing import Option, Told, Traits
from onrecord.analysis.company import beside, in_venue, partners
from onrecord.analysis.offers import Offers
from onrecord.analysis.signs import Sign
from onrecord.analysis.standing import Standing
from onrecord.analysis.tellings import Own, addressing, apart, holds, is_still, own_signs
from onrecord.analysis.words import lowered, words
from onrecord.languages.english.cues import IRREGULAR
from onrecord.languages.english.grammar import AUXILIARIES

__all__ = ["options"]

_TOLD_OUTRIGHT = frozenset({"told at the cue", "asked at the cue"})
_FINITE = AUXILIARIES - {"to", "'s", "not"}
_BEFORE, _AFTER = 3, 2
"""So many sentences before and after a statement's own are looked at."""
_REACH = 60
"""So many statements ahead and back the body is looked through."""
_TOLD = {"ahead": 3, "behind": 2}
"""So many sentences of the same speaker's that tell anything are looked at."""
_BACK, _LAST_TOLD = 12, 2
"""So many sentences back what was named last is looked for, and so many of them that name anything."""
_PERFECT = frozenset({"perfect", "pluperfect"})
_TAKEN = re.compile(
    r"\b(?:poll|survey|study|interviews?|sample)\b[^.\n]{0,80}?"
    r"\b(?:conducted|taken|surveyed|carried out|done|fielded)\b"
    r"|\b(?:conducted|surveyed|polled)\b[^.\n]{0,60}?\b(?:from|between)\b"
)
_SHARE = re.compile(
    r"\d|\b(?:percent|per cent|half|majority|third|quarter|plurality|voters|respondents|adults)\b"
)


def options(read: Standing, number: int, name: str) -> Sequence[Option[Any]]:
    """Every value that anything offers for a field of a statement, with what tells for and against it."""
    offers = Offers(read, number, name)
    if not read.around.signed[name]:
        return offers.options
    _offer_own(offers)
    told = [option for option in offers.options if option.certain]
    if told:
        return told  # who is told outright is the audience
    context = read.contexts[number]
    if "another time" in context and not context.isdisjoint(_PERFECT):
        return offers.options  # and what was said at another time takes nothing over
    free = read.around.holders[number] is None
    if free:
        _offer_around(offers)
    carry(offers)
    if free:
        _offer_of_speaker(offers, "ahead")
        _offer_of_speaker(offers, "behind")
    if name == "audience":
        for rule in (partners, in_venue, beside):
            rule(offers)
        return offers.options
    if name == "said":
        _offer_fieldwork(offers)
    if free:
        _offer_lately(offers)
        _offer_anywhere(offers)
    return offers.options


def _offer_own(offers: Offers) -> None:
    """What the own sentence says, in the writer's words or in those attributed."""
    read, number, name = offers.read, offers.number, offers.name
    found = own_signs(read, number, name)
    offers.own = any(each.zone == "own" for each in found)
    for sign, zone, place in found:
        if zone == "content" and name == "said" and _is_clause(read, number):
            continue
        stands = place.under(f"{zone}: ")
        if name != "audience":
            offers.add_sign(zone, sign, stands)
            continue
        addressed = addressing(sign.kind, place.features)
        outright = zone == "own" and not _TOLD_OUTRIGHT.isdisjoint(addressed)
        offers.add_sign(zone, sign, stands, Told(f"{zone}: ", addressed), certain=outright)


def _offer_around(offers: Offers) -> None:
    """What the sentences around the own one and the lead say."""
    around, number, name = offers.read.around, offers.number, offers.name
    here, first = around.sentences[number], around.first_sentences[number]
    before = range(here - 1, max(first - 1, here - _BEFORE - 1), -1)
    if name == "audience":
        for other in before:
            _offer_sentence(offers, other, "before")
        return
    telling = around.telling[name]
    own, behind = bisect_left(telling, here), bisect_left(telling, here + 1)
    for other in reversed(telling[bisect_left(telling, before.stop + 1) : own]):
        _offer_sentence(offers, other, "before")
    for other in telling[behind : bisect_left(telling, here + _AFTER + 1)]:
        _offer_sentence(offers, other, "after")
    for other in telling[: bisect_left(telling, around.body)]:
        if abs(other - here) > _AFTER:
            _offer_sentence(offers, other, "lead")


def _offer_sentence(offers: Offers, sentence: int, group: str) -> None:
    """What the writer's own words in another sentence say."""
    read, number = offers.read, offers.number
    content = read.attributions[number].content
    for sign in read.around.told_in(offers.name, sentence):
        if not holds(content, sign.span.start):
            offers.add_sign(group, sign, apart(read, number, sentence).under("around: "))


def _is_clause(read: Standing, number: int) -> bool:
    """Whether what is attributed is a whole clause: then a day in it is the clause's own."""
    text = " ".join(piece.of(read.scene.text) for piece in read.attributions[number].content)
    parts = [word.lower for word in words(text)]
    return parts[:1] == ["that"] or any(
        part in _FINITE or part in IRREGULAR or part.endswith("ed") for part in parts
    )


def _offer_of_speaker(offers: Offers, group: str) -> None:
    """What the sentences of the same speaker's statements before or after say that say anything."""
    read, number = offers.read, offers.number
    telling = _telling(read, read.names[number], offers.name)
    if not telling:
        return
    place = bisect_left(read.by_speaker[read.names[number]], number)
    after = bisect_left(telling, (place + 1,))
    if group == "ahead":
        nearest = telling[after : after + _TOLD[group]]
    else:
        before = bisect_left(telling, (place,))
        nearest = telling[max(0, before - _TOLD[group]) : before][::-1]
    for rank, (other_place, other, signs) in enumerate(nearest):
        if abs(other - number) > _REACH:
            return
        features = {"steps": math.log1p(abs(other_place - place))}
        if rank:
            features["not the first"] = 1.0
        if read.around.sentences[other] == read.around.sentences[number]:
            features["the same sentence"] = 1.0
        told = Told(f"{group}: ", features)
        for sign, _, stands in signs:
            offers.add_sign(group, sign, stands.under(f"{group}: "), told)


def _telling(read: Standing, speaker: str, name: str) -> Sequence[tuple[int, int, Sequence[Own]]]:
    """A speaker's statements whose own sentences say anything: the how-manieth each is, which, and what."""
    asked = "telling statements", speaker, name
    if asked not in read.kept:
        read.kept[asked] = [
            (place, number, signs)
            for place, number in enumerate(read.by_speaker.get(speaker, ()))
            if (signs := [each for each in own_signs(read, number, name) if each.zone == "own"])
        ]
    found: Sequence[tuple[int, int, Sequence[Own]]] = read.kept[asked]
    return found


def _offer_lately(offers: Offers) -> None:
    """The days or venues that the writer named last before the paragraph: a story goes on where it is."""
    read, number, name = offers.read, offers.number, offers.name
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
        told = Told("lately: ", features)
        for sign in read.around.told_in(name, sentence):
            if name != "said" or is_still(sign, stands):
                offers.add_sign("lately", sign, told)


def _offer_anywhere(offers: Offers) -> None:
    """What the article names oftenest, wherever it stands: a report is mostly of one occasion."""
    read, number = offers.read, offers.number
    here = read.around.sentences[number]
    for sign, often in _often(read, offers.name):
        stands = apart(read, number, sign.sentence)
        if offers.name == "said" and not is_still(sign, stands):
            continue
        away = sign.sentence - here
        features = {**stands.features, "away": math.log1p(abs(away))}
        if away > 0:
            features["still to come"] = 1.0
        offers.add_sign("anywhere", sign, often.under("anywhere: "), Told("anywhere: ", features))


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


def _offer_fieldwork(offers: Offers) -> None:
    """When a poll was taken, for what those asked say in it."""
    read, number = offers.read, offers.number
    kind, attribution = read.speakers[number].kind, read.attributions[number]
    if kind not in ("group", "document", "unnamed"):
        return
    source = (attribution.source or attribution.content)[0]
    for start in _taken(read.scene.text):
        for sign in read.around.signs("said", read.scene.sentence_number(start)):
            if sign.kind == "range" and sign.span.start > start:
                share = _SHARE.search(read.scene.text, source.start, source.end) is not None
                told = Told("fieldwork: ", {"a share": float(share), "a document": float(kind == "document")})
                offers.add("fieldwork", sign.value, sign.key, (told,), (sign.span,))
                return


@lru_cache(maxsize=1)
def _taken(text: str) -> tuple[int, ...]:
    """Where an article says that a poll was taken; every answer given in it asks."""
    return tuple(match.start() for match in _TAKEN.finditer(lowered(text)))
