"""Whom a statement is about or aimed at, and on whose behalf it is made.

Everybody whom the content, the cue or the statements before bring into question competes (see ``aims``).
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from onrecord.analysis.aims import Candidate, Case, candidates, features_of
from onrecord.analysis.choosing import score, weights
from onrecord.analysis.kinds import state_actor
from onrecord.analysis.scene import Scene
from onrecord.terms.statement import Actor

__all__ = ["on_behalf_of", "pick", "targets_of"]

_MOST = 4
_AT_CUE = frozenset({"object of the cue", "in the cue"})
_LIKELY, _LEAST = 0.38, 0.08
Picked: TypeAlias = tuple[tuple[Candidate, float], ...]
Picks: TypeAlias = Callable[[Case, Sequence[Candidate], Sequence[Mapping[str, float]]], Picked]
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
_OWNED = re.compile(
    r"(?P<owner>[^\W\d_a-z][^,;]*?)['’]s? (?:own |chief |foreign )?"
    r"(?:office|spokes(?:man|woman|person|people)|lawyers?|attorneys?|analysts|envoy|ambassador|agent"
    r"|representatives?)\b"
    r"|(?:[Aa]n? )?(?:lawyers?|attorneys?|spokes(?:man|woman|person)) (?:acting )?for (?:the )?"
    r"(?P<client>[^\W\d_a-z].*)"
)
"""Who speaks for somebody as the words for them say ("Doe's office", "a lawyer for the Authority")."""
_TITLES = ("minister", "president", "secretary", "governor", "mayor", "chancellor")
"""Whose office is no more than theirs ("the Prime Minister's office")."""


def targets_of(case: Case, *, picks: Picks | None = None) -> tuple[Actor, ...]:
    """The actors that a statement is about or aimed at, most important first.

    Args:
        case: the statement.
        picks: how they are picked from the candidates; by weights, but where those are being fitted.
    """
    return tuple(one.actor for one, _ in pick(case, picks=picks))


def pick(case: Case, *, picks: Picks | None = None) -> tuple[tuple[Candidate, float], ...]:
    """The targets with how likely each is, most important first."""
    found = candidates(case)
    picked = (picks or by_weights)(case, found, features_of(case, found))
    return _asked_first(case, found, picked)[:_MOST]


def _asked_first(case: Case, found: Sequence[Candidate], picked: Picked) -> Picked:
    """Whoever is asked, or asked to act, comes first."""
    if (
        case.deed.act not in ("urge", "demand", "ask")
        or case.audience is None
        or case.audience.kind == "writer"
    ):
        return picked
    name = case.audience.name
    asked = [(one, 0.8) for one in found if one.actor.name == name and _AT_CUE & one.ways]
    return (*asked, *(each for each in picked if each[0].actor.name != name)) if asked else picked


def by_weights(_case: Case, found: Sequence[Candidate], features: Sequence[Mapping[str, float]]) -> Picked:
    """Whoever is likelier a target than not, and the likeliest first one if it is not all too unlikely."""
    of, first = weights()["target"], weights()["first target"]
    odds = [1 / (1 + math.exp(-score(of, table))) for table in features]
    heights = [score(first, table) for table in features]
    order = sorted(range(len(found)), key=lambda n: -heights[n])
    kept = [n for n in order if odds[n] > _LIKELY]
    if order and order[0] not in kept and odds[order[0]] > _LEAST:
        kept.insert(0, order[0])
    return tuple((found[n], round(odds[n], 2)) for n in kept)


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
    if speaker.kind in ("unnamed", "organisation") or "'" in role or "’" in role:
        owner = _OWNED.match(role or speaker.name)
        if owner and not (owner["owner"] or "").lower().endswith(_TITLES):
            return _called(scene, owner["owner"] or owner["client"])
    match = _FOR.search(role)
    before = _SPEAKS_FOR.match(role)
    name = role[match.end() :] if match else before.group(1) if before else ""
    if not name and speaker.affiliation and re.search(r"spokes|attorney|lawyer", role):
        name = speaker.affiliation
    if _FOR_GOVERNMENT.search(role):
        return _government_near(scene, speaker)
    if not name or name[0].islower():
        return None
    return _called(scene, name)


def _called(scene: Scene, name: str) -> Actor:
    """Who goes by a name."""
    for mention in scene.cast.mentions:
        if name in (mention.actor.name, scene.text[mention.name : mention.end]):
            return mention.actor
    return state_actor(name) or Actor(name, "organisation")
