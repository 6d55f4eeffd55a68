"""Whom a statement is about or aimed at, and on whose behalf it is made.

A first, simple version: names and plain descriptions.
"""

import re
from collections.abc import Sequence

from onrecord.analysis.antecedents import Turn, antecedent, other_people
from onrecord.analysis.descriptions import taken_up
from onrecord.analysis.kinds import state_actor
from onrecord.analysis.scene import Scene
from onrecord.languages.english.grammar import FUNCTION_WORDS
from onrecord.languages.english.nouns import ORGANISATIONS, PEOPLE
from onrecord.languages.english.people import OFFICES, Gender
from onrecord.terms.statement import Act, Actor, Attribution

__all__ = ["on_behalf_of", "targets_of"]

_MOST = 4
_ADDRESSING = frozenset({"urge", "demand", "ask"})
_AIMED = frozenset({"accuse", "criticise", "praise", "threaten", "deny", "doubt", "warn", "predict"})
_MEANT = frozenset({"person", "organisation", "government", "group"})
_PERSONAL = re.compile(r"\b(he|she|him|her|his)\b", re.IGNORECASE)
_DESCRIBED = re.compile(r"\b(?:the|this)\s((?:[\w’'-]+\s){0,2}?)([\w-]+)\b", re.IGNORECASE)
_PEOPLE = re.compile(rf"\b((?:[\w-]+\s)?)({'|'.join(sorted(PEOPLE))})\b", re.IGNORECASE)
_FOR = re.compile(
    r"\b(?:spokes(?:man|woman|person)|attorney|lawyer|counsel|representative|publicist)\s(?:for"
    r"|of)\s(?:the\s)?",
    re.IGNORECASE,
)
_FOR_GOVERNMENT = re.compile(r"\bgovernment\b.*\bspokes", re.IGNORECASE)
_NEAR = 400
"""So many characters before a name its state is looked for."""
_SPEAKS_FOR = re.compile(
    r"(.*?)(?:['’]s)?\s(?:press secretary|spokes(?:man|woman|person)|attorney|lawyer)$", re.IGNORECASE
)


def targets_of(
    scene: Scene,
    attribution: Attribution,
    act: Act,
    *,
    speaker: Actor,
    audience: Actor | None,
    turns: Sequence[Turn],
) -> tuple[Actor, ...]:
    """The actors that the content names, in its order; whoever is asked comes first.

    Where it names nobody: whom it describes ("the panel"), whom its pronouns take up, the people it is about.
    """
    named = [m.actor for span in attribution.content for m in scene.cast.within(span.start, span.end)]
    found = [actor for actor in named if actor.kind in _MEANT]
    found = found or _by_description(scene, attribution, turns)
    if not found and act in _AIMED:
        found = _by_pronoun(scene, attribution, speaker, turns)
    found = found or _by_people(scene, attribution)
    if audience and act in _ADDRESSING and audience.kind != "writer":
        found.insert(0, audience)
    distinct = {actor.name: actor for actor in found if actor.name != speaker.name}
    return tuple(distinct.values())[:_MOST]


def _by_description(scene: Scene, attribution: Attribution, turns: Sequence[Turn]) -> list[Actor]:
    """Bodies and office holders that the content takes up by what they are."""
    found = []
    for span in attribution.content:
        for match in _DESCRIBED.finditer(scene.text, span.start, span.end):
            head = match.group(2).lower()
            if head in ORGANISATIONS or head in OFFICES:
                actor = taken_up(scene, match.group(), match.start(), turns)
                found += [actor] if actor else []
    return found


def _by_pronoun(scene: Scene, attribution: Attribution, speaker: Actor, turns: Sequence[Turn]) -> list[Actor]:
    """Whom "he" and "she" in the content stand for: the nearest before who is not speaking."""
    for span in attribution.content:
        match = _PERSONAL.search(scene.text, span.start, span.end)
        if match is None:
            continue
        gender: Gender = "male" if match.group().lower() in ("he", "him", "his") else "female"
        actor = antecedent(scene, span.start, turns, other_people(gender, but=speaker.name))
        if actor:
            return [actor]
    return []


def _by_people(scene: Scene, attribution: Attribution) -> list[Actor]:
    """A class of people that the content is about ("single mothers")."""
    for span in attribution.content:
        match = _PEOPLE.search(scene.text, span.start, span.end)
        if match:
            before = match.group(1).strip()
            plain = not before or before.lower() in FUNCTION_WORDS
            return [Actor(match.group(2) if plain else match.group(), "group")]
    return []


def _government_near(scene: Scene, speaker: Actor) -> Actor | None:
    """A "government spokesman" speaks for the state named last before him."""
    first = next((m for m in scene.cast.mentions if m.actor.name == speaker.name), None)
    if first is None:
        return None
    before = scene.cast.within(max(0, first.start - _NEAR), first.start)
    return next((m.actor for m in reversed(before) if m.actor.kind == "government"), None)


def on_behalf_of(scene: Scene, speaker: Actor) -> Actor | None:
    """Whom a spokesman or a lawyer speaks for, if the role says it ("Kremlin spokesman")."""
    role = speaker.role or ""
    match = _FOR.search(role)
    before = _SPEAKS_FOR.match(role)
    name = role[match.end() :] if match else before.group(1) if before else ""
    if not name and speaker.affiliation and re.search(r"spokes|attorney|lawyer", role):
        name = speaker.affiliation
    if _FOR_GOVERNMENT.search(role):
        return _government_near(scene, speaker)
    if not name or name[0].islower():
        return None
    for mention in scene.cast.mentions:
        if name in (mention.actor.name, scene.text[mention.name : mention.end]):
            return mention.actor
    return state_actor(name) or Actor(name, "organisation")
