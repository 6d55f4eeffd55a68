"""Which government "the government" is, and which state "the state"."""

import re
from bisect import bisect_left
from functools import lru_cache

from onrecord.analysis.kinds import state_actor
from onrecord.analysis.scene import Scene
from onrecord.languages.states import PROVINCES, STATES
from onrecord.terms.statement import Actor

__all__ = ["government_before", "state_before"]

_FAR = 20_000
"""So many characters back nobody remembers which government it was."""
_GOVERNMENT = re.compile(
    r"\b[Gg]overnment of ([^\W\d_a-z][\w-]{1,30})|\b([^\W\d_a-z][\w-]{1,30})['’]s? (?:own )?[Gg]overnment\b"
)


@lru_cache(maxsize=1)
def _governments(text: str) -> list[tuple[int, str]]:
    """Where an article names governments, and whose."""
    return [(m.end(), m[1] or m[2]) for m in _GOVERNMENT.finditer(text)]


def government_before(scene: Scene, at: int) -> Actor | None:
    """The government of the state last named with one, for "the Government"."""
    named = _governments(scene.text)
    last = bisect_left(named, (at,)) - 1
    end, name = named[last] if last >= 0 else (0, "")
    if end <= at - _FAR:
        name = ""
    if name:
        return state_actor(name) or Actor(name, "government")
    home = scene.cast.setting.country
    return Actor(STATES[home], "government", country=home) if home in STATES else None


def state_before(scene: Scene, at: int) -> Actor | None:
    """The constituent state last named, for "the state"."""
    named = [m for m in scene.cast.mentions if m.name < at and m.actor.name in PROVINCES]
    return named[-1].actor if named else None
