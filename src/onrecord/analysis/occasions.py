"""The occasion of a statement: when, where or in what, and to whom.

Each statement's own sentence is read first; what it leaves open is carried on from what the same
speaker said before, or, for headline and lead, from what the body tells: a report seldom says it twice.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice, pairwise

from onrecord.analysis.scene import Scene
from onrecord.analysis.surroundings import Occasion, is_another_time, occasion_around, published_on
from onrecord.analysis.times import said_in
from onrecord.terms.span import Span, words_of
from onrecord.terms.statement import Actor, Attribution, Said

__all__ = ["occasions"]

_LEAD = 3
"""How many paragraphs, the headline counted, are the lead."""
_AHEAD = 500
"""So many statements on is the body looked through for the day of the lead."""
_ASKED = re.compile(r"\b(?:asked|pressed|questioned)\b", re.IGNORECASE)
_NOBODY = frozenset({"unspecified", "unknown"})


def occasions(
    scene: Scene,
    attributions: Sequence[Attribution],
    speakers: Sequence[Actor],
    holders: Sequence[int | None],
) -> tuple[Occasion, ...]:
    """The occasion of each statement, carried on within the statements of one speaker.

    A statement inside another's words has only what those words say; one of another time ("has long
    said") takes nothing over.
    """
    found = [
        occasion_around(scene, attribution, attributions[holder] if holder is not None else None)
        for attribution, holder in zip(attributions, holders, strict=True)
    ]
    order = sorted(range(len(attributions)), key=lambda n: (_place(attributions[n]), n))
    open_for = [
        n for n in order if holders[n] is None and _takes_over(scene, attributions[n], speakers[n], found[n])
    ]
    _onwards(speakers, open_for, found)
    _from_lead(scene, attributions, speakers, open_for, found)
    _backwards(scene, [(_place(attributions[n]), n) for n in open_for], speakers, found)
    _answering(scene, attributions, speakers, [n for n in order if holders[n] is None], found)
    return tuple(found)


def _answering(
    scene: Scene,
    attributions: Sequence[Attribution],
    speakers: Sequence[Actor],
    order: Sequence[int],
    found: list[Occasion],
) -> None:
    """Who is asked by nobody named ("Asked whether …, she said") is who speaks next in the paragraph."""
    for number, following in pairwise(order):
        asked = not attributions[number].source and _ASKED.search(
            words_of(scene.text, attributions[number].cue)
        )
        near = _place(attributions[following]) < scene.paragraph(_place(attributions[number])).end
        if asked and near and speakers[following] != speakers[number]:
            found[number] = replace(found[number], audience=speakers[following])
        if {_start(attributions[number]), _start(attributions[following])} <= scene.turns:
            _face_each_other(speakers, number, following, found)


def _start(attribution: Attribution) -> int:
    return attribution.content[0].start


def _face_each_other(speakers: Sequence[Actor], number: int, following: int, found: list[Occasion]) -> None:
    """In an interview those who take turns speak to each other."""
    if speakers[number] != speakers[following]:
        found[number] = replace(found[number], audience=speakers[following])
        found[following] = replace(found[following], audience=speakers[number])


def _place(attribution: Attribution) -> int:
    return (attribution.cue or attribution.source or attribution.content)[0].start


def _takes_over(scene: Scene, attribution: Attribution, speaker: Actor, own: Occasion) -> bool:
    return speaker.name not in _NOBODY and not (own.empty and is_another_time(scene, attribution))


def _onwards(speakers: Sequence[Actor], open_for: Sequence[int], found: list[Occasion]) -> None:
    latest: dict[str, Occasion] = {}
    for number in open_for:
        name = speakers[number].name
        found[number] = _joined(found[number], latest.get(name))
        latest[name] = found[number]


def _joined(own: Occasion, before: Occasion | None) -> Occasion:
    """The own occasion, its gaps filled from the one before; a new day or place is a new occasion."""
    if before is None:
        return own
    if own.empty:
        return replace(before, carried=True)
    if own.venue or (own.said and before.said and own.said != before.said):
        return own if own.said else replace(own, said=before.said)
    return Occasion(own.said or before.said, own.venue or before.venue, own.audience or before.audience)


def _from_lead(
    scene: Scene,
    attributions: Sequence[Attribution],
    speakers: Sequence[Actor],
    open_for: Sequence[int],
    found: list[Occasion],
) -> None:
    """The day of the lead's event holds for whom its sentence names; in a fresh report, for all."""
    for paragraph in scene.paragraphs[:_LEAD]:
        sentence = scene.sentence(paragraph.start)
        said = said_in(_reported(scene, attributions, sentence), published_on(scene), years=False)
        named = {m.actor.name for m in scene.outside_quotes(sentence.start, sentence.end)}
        for number in open_for if said else ():
            if found[number].said is None and (_is_fresh(scene, said) or speakers[number].name in named):
                found[number] = replace(found[number], said=said, carried=True)


def _is_fresh(scene: Scene, said: Said | None) -> bool:
    published = published_on(scene)
    if said is None or published is None or "/" in said.text:
        return False
    return timedelta() <= published - date.fromisoformat(said.text) <= timedelta(days=1)


def _reported(scene: Scene, attributions: Sequence[Attribution], sentence: Span) -> str:
    """The writer's own words of a sentence: what is attributed to anybody dates nothing."""
    own = list(sentence.of(scene.text))
    for span in (*scene.quoted.spans, *(piece for a in attributions for piece in a.content)):
        for i in range(max(span.start, sentence.start), min(span.end, sentence.end)):
            own[i - sentence.start] = " "
    return "".join(own)


def _backwards(
    scene: Scene, places: Sequence[tuple[int, int]], speakers: Sequence[Actor], found: list[Occasion]
) -> None:
    """Headline and lead tell first what the body gives day and place to."""
    lead = scene.paragraphs[:_LEAD]
    for position, (place, number) in enumerate(places):
        if not lead or place >= lead[-1].end:
            return
        name = speakers[number].name
        ahead = islice(places, position + 1, position + 1 + _AHEAD)
        following = (n for _, n in ahead if speakers[n].name == name and found[n].said)
        later = next(following, None)
        if later is not None and found[number].said is None:
            own, body = found[number], found[later]
            audience = own.audience or body.audience
            found[number] = Occasion(body.said, own.venue or body.venue, audience, carried=True)
