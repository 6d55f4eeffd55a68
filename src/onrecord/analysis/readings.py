"""The possible readings of an occasion, from the sentences around a statement and what was said elsewhere."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from onrecord.analysis.audiences import addressee_at
from onrecord.analysis.carrying import Found, carried
from onrecord.analysis.choosing import Option
from onrecord.analysis.company import beside, in_venue
from onrecord.analysis.scene import Scene
from onrecord.analysis.standing import NOBODY, Standing, same_value
from onrecord.analysis.surroundings import place_of
from onrecord.analysis.tellings import addressing, apart, of_sign, place
from onrecord.analysis.words import words
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
_REACH = 60
"""So many statements ahead the body is looked through."""
_TOLD = 3
"""So many later sentences that tell anything are looked at."""
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
_NEARER = frozenset({"own", "content", "before", "held", "carried on", "carried over"})
"""Groups that say better than the whole report does why a value is one's."""
_WITH_CONTEXT = frozenset(
    {"carried on", "carried over", "own", "ahead", "before", "after", "lead", "in the venue", "anywhere"}
)
"""Groups that weigh otherwise for one statement than for another."""


def options(read: Standing, number: int, name: str) -> Iterator[Option[Any]]:
    """Every value that anything offers for a field of a statement, with what tells for and against it."""
    context = read.contexts[number]
    found = [*_from_sentences(read, number, name), *carried(read, number, name), *_ahead(read, number, name)]
    if name == "audience":
        found += [*_partners(read, number), *in_venue(read, number), *beside(read, number)]
    if name == "said":
        found += _fieldwork(read, number)
    if name != "audience":
        found += _anywhere(read, number, name)
    found = _certain(found, context)
    own = any(group == "own" for group, _, _, _, _ in found)
    known = {same_value(v): (by, spans) for group, by, v, _, spans in reversed(found) if group in _NEARER}
    for group, reason, value, features, spans in found:
        by, evidence = (
            (reason, spans) if group != "anywhere" else known.get(same_value(value), (reason, spans))
        )
        shared = _SHARED.get(group, group)
        near = "here" if group in ("own", "content") else "elsewhere"
        given = [("filled", context), (near, context)]
        if group in _WITH_CONTEXT:
            given.append((shared, context))
        plain = {group: 1.0, near: 1.0} | _share(read, name, value)
        if own and group != "own":
            plain["elsewhere beside own"] = 1.0
        certain = bool(_TOLD_OUTRIGHT & features.keys())
        yield Option(value, by, plain, evidence, certain, (f"{shared}: ", features), tuple(given))


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
        if name == "said" and not _STILL.intersection(key for key, worth in features.items() if worth):
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


def _ahead(read: Standing, number: int, name: str) -> Iterator[Found]:
    """What the sentence of the same speaker's next statement says that says anything."""
    speaker = read.speakers[number].name
    if speaker in NOBODY or read.around.holders[number] is not None:
        return
    rank = read.rank[number]
    steps = told = 0
    for later in read.order[rank + 1 : rank + 1 + _REACH]:
        if read.speakers[later].name != speaker or read.around.holders[later] is not None:
            continue
        steps += 1
        signs = [
            (span, sign)
            for span, sign in getattr(read.around.signs(read.sentence_of(later)), _SIGNS[name])
            if _zone(read, later, span, "own") == "own"
        ]
        for span, sign in signs:
            features = of_sign(read, span, sign) | place(read, later, span)
            features |= {"steps": math.log1p(steps), "not the first": float(told > 0)}
            yield (
                "ahead",
                "what the same speaker is said to have said later",
                _value(read, name, sign),
                features,
                (span,),
            )
        told += bool(signs)
        if told == _TOLD:
            return


def _partners(read: Standing, number: int) -> Iterator[Found]:
    """Who asked before, who answers after, who is asked to act in the content."""
    rank, me = read.rank[number], read.speakers[number]
    place = place_of(read.attributions[number])
    if rank:
        before = read.order[rank - 1]
        near = {
            "the same paragraph": float(
                read.scene.paragraph(place).start <= place_of(read.attributions[before])
            )
        }
        heard = read.chosen[before].audience
        if read.speakers[before].name != me.name and read.speakers[before].name not in NOBODY:
            near["was asked"] = float(read.deeds[before].act == "ask")
            near["was addressed"] = float(heard is not None and heard.name == me.name)
            yield (
                "partner",
                "who spoke to them before",
                read.speakers[before],
                near,
                read.attributions[before].source,
            )
    if rank + 1 < len(read.order):
        after = read.order[rank + 1]
        answers = read.speakers[after]
        if answers.name != me.name and answers.name not in NOBODY:
            near = {
                "the same paragraph": float(
                    place_of(read.attributions[after]) < read.scene.paragraph(place).end
                ),
                "without source": float(not read.attributions[number].source),
            }
            yield "answerer", "who speaks next", answers, near, read.attributions[after].source
    asked = addressee_at(read.scene, read.attributions[number].content[0])
    if asked and asked.actor.name != me.name:
        to = re.match(r"\W*(?:not )?to\b", read.scene.text[asked.end : asked.end + 12])
        features = {"to act": float(to is not None)}
        yield (
            "begins content",
            "who the words attributed begin with",
            asked.actor,
            features,
            (Span(asked.start, asked.end),),
        )


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
    return tuple(match.start() for match in _TAKEN.finditer(text))


def _source_of(attribution: Attribution) -> tuple[int, int]:
    piece = (attribution.source or attribution.content)[0]
    return piece.start, piece.end
