"""Names that the text itself shows to be states: they have governments, ministers, parliaments.

The table of the world's states cannot know every self-governing place that the news speaks of.
"""

import re

__all__ = ["polities_of"]

_NAME = r"[^\W\d_a-z][\w-]{1,30}(?: [^\W\d_a-z][\w-]{1,30})?"
_INSTITUTION = (
    r"(?:government|prime minister|foreign minister|interior minister|defen[cs]e minister|foreign ministry"
    r"|parliament|army|armed forces|ambassador|citizens|authorities|delegate|envoy|agent|troops|soldiers"
    r"|capital|border|interior ministry|defen[cs]e ministry|finance minister|president, |voters)"
)
_HAS = re.compile(rf"\b(?P<name>{_NAME})['’]s? (?:chief |former |new |deputy )?{_INSTITUTION}\b")
_OF = re.compile(
    rf"\b(?i:government|republic|kingdom|prime minister|foreign affairs|parliament"
    rf"|people) of (?P<name>{_NAME})"
)
_ITS = re.compile(
    rf"(?:^|\n|\. )(?P<name>{_NAME})\b[^.\n]{{0,80}}\. "
    r"Its (?:prime|foreign|interior|finance|defen[cs]e) minister"
)
_NEIGHBOUR = re.compile(rf"\bneighbou?ring (?P<name>{_NAME})")


def polities_of(text: str) -> frozenset[str]:
    """The names that own a government in a text, or have neighbours ("the Government of Arlen")."""
    found = (m["name"] for pattern in (_HAS, _OF, _ITS, _NEIGHBOUR) for m in pattern.finditer(text))
    return frozenset(name for name in found if not name.endswith((" State", " Party")))
