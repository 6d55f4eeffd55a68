"""Two that are taken up together: "the two men", "both candidates", "each"."""

import re
from collections.abc import Sequence

from onrecord.analysis.scene import Scene
from onrecord.analysis.turns import Turn
from onrecord.languages.english.nouns import PAIRED_PEOPLE, PAIRED_STATES
from onrecord.languages.english.people import OFFICES
from onrecord.terms.statement import Actor

__all__ = ["pair"]

_TWO = re.compile(
    r"(?:the|these|those) two(?: (?P<head>\w+))?|both(?: (?P<both>\w+))?|neither(?: (?P<neither>\w+))?"
    r"|each(?: (?P<each>\w+))?"
    r"|the (?P<kin>brothers|sisters|couple|pair|duo|friends|rivals|candidates themselves)"
    r"|the (?P<alike>\w+) themselves",
    re.IGNORECASE,
)
_SENTENCES = 3
_FAR = 1500
"""So many characters back the two are looked for."""


def pair(scene: Scene, core: str, at: int, turns: Sequence[Turn]) -> Actor | None:
    """The two whom a phrase takes up together; ``None`` if it takes up nobody or nobody is there.

    Args:
        scene: the article.
        core: the phrase.
        at: where it stands.
        turns: who spoke before.
    """
    match = _TWO.fullmatch(core)
    if match is None:
        return None
    if core.lower() == "both":
        last = max((turn for turn in turns if turn.at < at), key=lambda turn: turn.at, default=None)
        if last and last.actor.name.lower().startswith("two "):
            return last.actor
    head = next((group.lower().split()[0] for group in match.groups() if group), "")
    states = head in PAIRED_STATES
    if head and not (states or head in PAIRED_PEOPLE or head.rstrip("s") in OFFICES):
        return None
    found = _last_two(
        scene, at, turns, "government" if states and head not in ("side", "sides") else "person"
    )
    if found is None:
        return None
    first, second = found
    country = first.country if first.country == second.country else None
    return Actor(f"{first.name} and {second.name}", "group", country=country)


def _last_two(scene: Scene, at: int, turns: Sequence[Turn], kind: str) -> tuple[Actor, Actor] | None:
    """The two that the sentence nearest before names alone; else the two most spoken of just before."""
    number = scene.sentence_number(at)
    for sentence in reversed(scene.sentences[max(0, number - _SENTENCES) : number + 1]):
        here = dict.fromkeys(
            m.actor
            for m in scene.outside_quotes(sentence.start, min(sentence.end, at))
            if m.actor.kind == kind
        )
        if len(here) == 2:  # noqa: PLR2004 - a pair
            first, second = here
            return first, second
    places: dict[Actor, list[int]] = {}
    for mention in scene.outside_quotes(max(0, at - _FAR), at):
        if mention.actor.kind == kind:
            places.setdefault(mention.actor, []).append(mention.name)
    for turn in turns:
        if at - _FAR <= turn.at < at and turn.actor.kind == kind:
            places.setdefault(turn.actor, []).append(turn.at)
    if len(places) < 2:  # noqa: PLR2004 - a pair
        return None
    last = sorted(places, key=lambda actor: (len(places[actor]), places[actor][-1]))[-2:]
    first, second = sorted(last, key=lambda actor: places[actor][0])
    return first, second
