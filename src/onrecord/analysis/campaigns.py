"""Campaigns: whose "the campaign" is, and which teams are one."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from onrecord.analysis.antecedents import people
from onrecord.analysis.ranking import best
from onrecord.analysis.scene import Scene
from onrecord.analysis.turns import Turn
from onrecord.terms.statement import Actor

__all__ = ["campaign_before", "campaign_of"]

_OWNED = re.compile(r"(?<=[a-z])['’]s? campaign\b")
_NEAR = 40
"""So many characters before "'s campaign" its owner is named."""


def campaign_before(scene: Scene, at: int, turns: Sequence[Turn]) -> Actor | None:
    """Whose campaign one without a name is: whoever last had one, else the likeliest of those before.

    Args:
        scene: the article.
        at: where "the campaign" stands.
        turns: who spoke before.
    """
    owned = _owned(scene.text)
    last = bisect_left(owned, at) - 1
    named = scene.cast.within(max(0, owned[last] - _NEAR), owned[last] + 1) if last >= 0 else ()
    ranked = None if named else best(scene, at, [t for t in turns if t.at < at], people(None))
    owner = named[-1].actor if named else ranked[0].actor if ranked else None
    return Actor(f"{owner.name}'s campaign", "organisation", country=owner.country) if owner else None


@lru_cache(maxsize=1)
def _owned(text: str) -> list[int]:
    """Where an article says whose a campaign is; every one without a name asks."""
    return [match.start() for match in _OWNED.finditer(text)]


def campaign_of(text: str, owner: Actor) -> Actor | None:
    """The campaign that a person's team or camp is, where the text says that they run one."""
    if owner.kind != "person":
        return None
    runs = re.search(rf"\b{re.escape(owner.name.split()[-1])}(?:['’]s?)? campaign\b", text)
    return Actor(f"{owner.name} campaign", "organisation", country=owner.country) if runs else None
