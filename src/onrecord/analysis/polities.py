"""Names that the text itself shows to be states: they have governments, ministers, parliaments.

The table of the world's states cannot know every self-governing place that the news speaks of.
"""

import re
from collections.abc import Iterator

__all__ = ["polities_of"]

_NAME = r"[^\W\d_a-z][\w-]{1,30}(?: [^\W\d_a-z][\w-]{1,30})?"
_INSTITUTION = (
    r"(?:government|prime minister|foreign minister|interior minister|defen[cs]e minister|foreign ministry"
    r"|parliament|army|armed forces|ambassador|citizens|authorities|delegate|envoy|agent|troops|soldiers"
    r"|capital|border|interior ministry|defen[cs]e ministry|finance minister|president, |voters)"
)
_HAS = re.compile(rf"['’]s? (?:chief |former |new |deputy )?{_INSTITUTION}\b")
_OWNER = re.compile(rf"\b{_NAME}\Z")
_OF = re.compile(rf" of (?P<name>{_NAME})")
_OWNED = re.compile(
    r"\b(?:government|republic|kingdom|prime minister|foreign affairs|parliament|people)\Z", re.IGNORECASE
)
_ITS = re.compile(
    rf"(?:^|\n|\. )(?P<name>{_NAME})\b[^.\n]{{0,80}}\. "
    r"Its (?:prime|foreign|interior|finance|defen[cs]e) minister"
)
_NEIGHBOUR = re.compile(rf"neighbou?ring (?P<name>{_NAME})")
_NEAR = 64
"""No name of two words is longer, and no word for what a state has."""


def polities_of(text: str) -> frozenset[str]:
    """The names that own a government in a text, or have neighbours ("the Government of Arlen")."""
    return frozenset(name for name in _named(text) if not name.endswith((" State", " Party")))


def _named(text: str) -> Iterator[str]:
    """Every such name; what stands behind it or before it is rarer than names, and looked for first."""
    for has in _HAS.finditer(text):
        owner = _OWNER.search(text, max(0, has.start() - _NEAR), has.start())
        if owner:
            yield owner.group()
    for of in _OF.finditer(text):
        if _OWNED.search(text, max(0, of.start() - _NEAR), of.start()):
            yield of["name"]
    for pattern, word in ((_ITS, ". Its "), (_NEIGHBOUR, "neighbo")):
        if word in text:
            yield from (match["name"] for match in pattern.finditer(text))
