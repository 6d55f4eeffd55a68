"""Reveals: who a headline's or a lead's "union chief" turns out to be once the text gives the name.

Whoever is described first and named only after is made out when all speakers are: those newly named compete
with the description itself, and the table of ``ranking.py`` weighs them.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.analysis.cast import Mention
from onrecord.analysis.kinds import core_of, head_of
from onrecord.analysis.ranking import odds
from onrecord.analysis.referents import Rival, alike
from onrecord.analysis.scene import Scene
from onrecord.analysis.turns import Spoken
from onrecord.analysis.unsourced import place_of
from onrecord.analysis.words import words
from onrecord.languages.english.common_words import COMMON_WORDS
from onrecord.languages.english.grammar import DETERMINERS, FUNCTION_WORDS
from onrecord.languages.english.people import FEMALE, MALE, Gender
from onrecord.languages.states import DEMONYMS
from onrecord.terms.statement import Actor, Attribution

__all__ = ["Veiled", "named_after", "revealed", "veiled"]

_LEAD = 5
"""So many paragraphs from the beginning somebody is described before being named."""
_SOON = 2500
"""So many characters after a description a name may still be its."""
_NEAR = 110
_FEW = 4
"""So many of those newly named compete."""
_DESCRIBED = re.compile(r"head noun|a description|a capitalised name|the likeliest of those before")
_BY_SHAPE = re.compile(r"a description|a capitalised name")
_TOLD_OF = re.compile(r",\s(?:an?|the|who|whose|\d\d)\b")
_BEGINS = 2
"""So many characters of marks come before what begins a paragraph."""
_BEGINNING = 5
"""So many letters of a word are compared."""


@dataclass(frozen=True, slots=True)
class Veiled:
    """Somebody described in headline or lead whom nothing before names.

    Attributes:
        number: the statement's number.
        actor: the description.
        at: where it stands.
        core: the noun phrase.
        head: its head noun.
    """

    number: int
    actor: Actor
    at: int
    core: str
    head: str


def veiled(scene: Scene, attributions: Sequence[Attribution], found: Sequence[Spoken]) -> Iterator[Veiled]:
    """Whoever is described in headline or lead and not named, each once."""
    lead = scene.paragraphs[min(_LEAD, len(scene.paragraphs)) - 1].end if scene.paragraphs else 0
    seen: set[str] = set()
    for number, (attribution, spoken) in enumerate(zip(attributions, found, strict=True)):
        at, actor = place_of(attribution), spoken.actor
        if at >= lead or not attribution.source or actor.name in seen or not _DESCRIBED.match(spoken.by):
            continue
        core = core_of(attribution.source[0].of(scene.text))
        head = head_of(core)
        if actor.name in scene.counts or not _may_be_person(actor, spoken.by, core):
            continue
        if (head.endswith("s") and not head.endswith(("ss", "'s", "’s"))) or actor.name == "unspecified":
            continue
        seen.add(actor.name)
        yield Veiled(number, actor, at, core, head)


def _may_be_person(actor: Actor, by: str, core: str) -> bool:
    """Whether a description is of a person, or its capitals and nothing more made it a body ("Cup Hero")."""
    if actor.kind == "organisation" and _BY_SHAPE.match(by):
        last = words(core)[-1]
        return last.lower in COMMON_WORDS or last.text in DEMONYMS
    return actor.kind == "unnamed"


def revealed(scene: Scene, attributions: Sequence[Attribution], found: Sequence[Spoken]) -> dict[str, Actor]:
    """Of everybody described in the lead who is named after: the description → who it is."""
    told: dict[str, Actor] = {}
    for one in veiled(scene, attributions, found):
        likeliest = max(named_after(scene, one, attributions, found), key=lambda rival: odds(rival.clues))
        if likeliest.actor.name != one.actor.name:
            told[one.actor.name] = likeliest.actor
    return told


def named_after(
    scene: Scene, one: Veiled, attributions: Sequence[Attribution], found: Sequence[Spoken]
) -> Iterator[Rival]:
    """Everybody whom a description may turn out to be, the description itself last."""
    said = _said_by(scene, one, attributions, found)
    near = _newly_named(scene, one)
    new = {mention.actor.name for mention in near}
    first = next(iter(said), None), next((name for name in said if name in new), None)
    own = _telling(scene, attributions[one.number])
    content = attributions[one.number].content
    for rank, mention in enumerate(near):
        name = mention.actor.name
        theirs = [len(own & told) / max(1, min(len(own), len(told))) for told in said.get(name, ())]
        clues = {
            "revealed": 1.0,
            f"revealed {min(rank, _FEW // 2)}": 1.0,
            "revealed: named in the words": float(any(c.start <= mention.name < c.end for c in content)),
            "revealed: speaks": float(name in said),
            "revealed: speaks first": float(first[0] == name),
            "revealed: speaks next": float(first[1] == name),
            "revealed: says the same": max(theirs, default=0.0),
            "revealed: how often": math.log1p(scene.counts[name]),
        }
        yield Rival(mention.actor, clues | _of_place(scene, one, mention) | _of_words(scene, one, mention))
    yield Rival(one.actor, _of_itself(scene, one, speaks=first[1] is not None))


def _of_place(scene: Scene, one: Veiled, mention: Mention) -> dict[str, float]:
    """Where a new name stands."""
    sentence, paragraph = scene.sentence(mention.name).start, scene.paragraph(mention.name).start
    between = sum(one.at < p.start <= mention.name for p in scene.paragraphs[: 4 * _LEAD])
    return {
        "revealed: begins a paragraph": float(mention.start - paragraph <= _BEGINS),
        "revealed: begins a sentence": float(mention.start - sentence <= _BEGINS),
        "revealed: paragraphs between": math.log1p(between),
        "revealed: in the same paragraph": float(between == 0),
        "revealed: in the same sentence": float(sentence <= one.at),
    }


def _of_words(scene: Scene, one: Veiled, mention: Mention) -> dict[str, float]:
    """What is said of somebody where they are named first, against what they were described as."""
    around = scene.text[max(0, mention.start - _NEAR) : mention.end + _NEAR]
    heard = {word.lower for word in words(around)}
    rare = {w.lower for w in words(one.core)} - COMMON_WORDS - FUNCTION_WORDS - DETERMINERS
    offices = next((p.offices for p in scene.cast.people if p.name == mention.actor.name), frozenset())
    like = alike(one.head)
    return {
        "revealed: the office agrees": float(bool(like & offices)),
        "revealed: another office": float(bool(offices) and not like & offices),
        "revealed: called so nearby": float(bool(like & heard)),
        "revealed: telling words nearby": len(rare & heard) / max(1, len(rare)),
        "revealed: told of": float(_TOLD_OF.match(scene.text, mention.end) is not None),
    }


def _of_itself(scene: Scene, one: Veiled, *, speaks: bool) -> dict[str, float]:
    """What tells for a description that nobody named is."""
    first = one.core.split()[0].lower() if one.core else ""
    form = "a" if first in ("a", "an", "one") else "the" if first in ("the", "this") else "bare"
    return {
        "veiled": 1.0,
        f"veiled {form}": 1.0,
        f"veiled {one.actor.kind}": 1.0,
        "veiled in the first line": float(bool(scene.paragraphs) and one.at < scene.paragraphs[0].end),
        "veiled: nobody new speaks": float(not speaks),
        "veiled: somebody's": float("'" in one.core or "’" in one.core),
    }


def _newly_named(scene: Scene, one: Veiled) -> list[Mention]:
    """The first namings of the persons whom the text names after a description and not before."""
    gender: Gender | None = "female" if one.head in FEMALE else "male" if one.head in MALE else None
    before = {mention.actor.name for mention in scene.cast.within(0, one.at)}
    near: list[Mention] = []
    for mention in scene.cast.within(one.at, one.at + _SOON):
        if mention.actor.kind != "person" or mention.actor.name in before or scene.is_quoted(mention.name):
            continue
        if gender is None or mention.gender in (None, gender):
            near.append(mention)
        before.add(mention.actor.name)
    return near[:_FEW]


def _telling(scene: Scene, attribution: Attribution) -> frozenset[str]:
    """The words of a content that are no small ones, each by its beginning."""
    return frozenset(
        word.lower[:_BEGINNING]
        for span in attribution.content
        for word in scene.words_in(span.start, span.end)
        if word.lower not in FUNCTION_WORDS and len(word.lower) >= _BEGINNING
    )


def _said_by(
    scene: Scene, one: Veiled, attributions: Sequence[Attribution], found: Sequence[Spoken]
) -> dict[str, list[frozenset[str]]]:
    """What the persons who speak after a description say at first, in the order of the text."""
    said: dict[str, list[frozenset[str]]] = {}
    after = sorted(
        (place_of(attribution), number)
        for number, attribution in enumerate(attributions)
        if found[number].actor.kind == "person" and place_of(attribution) > one.at
    )
    for _, number in after:
        told = said.setdefault(found[number].actor.name, [])
        if len(told) < _FEW:
            told.append(_telling(scene, attributions[number]))
    return said
