"""Shares of people: "46 percent" are 46 percent of whoever the poll last spoke of."""

import re
from collections import Counter

from onrecord.analysis.kinds import is_share
from onrecord.analysis.scene import Scene
from onrecord.languages.english.nouns import GROUPS, PARTISANS, PEOPLE
from onrecord.languages.states import DEMONYMS

__all__ = ["of_whom"]

_COUNTED = re.compile(
    r"(?:\b[Aa]mong|\bof|\b[Ff]or|\d|\b(?:percent|surveyed|polled|interviewed)) (?:of )?(?:all |the |those )?"
    r"(?P<people>(?:[\w’'-]+ ){0,3}?(?P<head>[\w-]+s|people|men|women))\b"
)
_REACH = 10_000
"""So many characters back and ahead the people counted are looked for."""
_TOLD = 2
"""So often a text counts the same people when its shares are shares of them."""
_PLURALS = GROUPS | PEOPLE | PARTISANS | {"adults", "millennials", "independents"}


def of_whom(scene: Scene, core: str, at: int) -> str:
    """A share of people with the people it is a share of, if it does not say them itself."""
    if not is_share(core) or re.search(r"\bof\s+[a-zA-Z]", core) or core.lower().endswith("people"):
        return core
    counted = [
        (match.start(), match["people"])
        for match in _COUNTED.finditer(scene.text, max(0, at - _REACH), at + _REACH)
        if match["head"].lower() in _PLURALS or match["head"] in DEMONYMS
    ]
    here = [people for place, people in counted if scene.paragraph(at).start <= place < at]
    if here:
        return _share(core, here[-1])
    people, times = next(iter(Counter(people for _, people in counted).most_common(1)), ("", 0))
    return _share(core, people) if times >= _TOLD else core


def _share(core: str, people: str) -> str:
    return f"{core} {people}" if re.search(r"\bin \w+$|\bout of \w+$", core) else f"{core} of {people}"
