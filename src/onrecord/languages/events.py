"""The acts as political events: codes of PLOVER and of CAMEO, and what goes with a code.

PLOVER dropped CAMEO's public statements and appeals (01, 02), so that many acts have a CAMEO code and no
PLOVER event; what somebody believes, wants or fears is no event in either.
"""

from dataclasses import dataclass
from typing import TypeAlias

from onrecord.terms.event import EventType
from onrecord.terms.statement import Act

__all__ = ["BY_CONTENT", "EVENTS", "GOLDSTEIN", "NEUTRAL_FORECAST", "Event", "Plover"]

Plover: TypeAlias = EventType
"""The event types of PLOVER that the guide names."""


@dataclass(frozen=True, slots=True)
class Event:
    """How an act is coded.

    Attributes:
        cameo: the code of CAMEO, of three or four digits.
        plover: the event type of PLOVER; ``None`` where PLOVER has none.
        mode: the mode of that event type, in PLOVER's words.
    """

    cameo: str
    plover: Plover | None = None
    mode: str | None = None


EVENTS: dict[Act, Event | None] = {
    "say": Event("010"),
    "explain": Event("010"),
    "announce": Event("010"),
    "confirm": Event("010"),
    "admit": Event("015"),
    "deny": Event("016"),
    "doubt": Event("012"),
    "accuse": Event("112", "ACCUSE", "disapprove"),
    "criticise": Event("111", "ACCUSE", "disapprove"),
    "praise": Event("051", "SUPPORT"),
    "regret": Event("055"),
    "warn": Event("012"),
    "threaten": Event("130", "THREATEN"),
    "promise": Event("030", "AGREE"),
    "plan": Event("030"),
    "refuse": Event("120", "REJECT"),
    "accept": Event("030", "AGREE"),
    "urge": Event("020"),
    "demand": Event("100", "REQUEST"),
    "ask": Event("010"),
    "believe": None,
    "want": None,
    "fear": None,
}
"""The event of each act but those of ``BY_CONTENT``; ``None`` where it is no event."""

BY_CONTENT: frozenset[Act] = frozenset({"predict", "rule"})
"""Acts whose event is told by the words: a forecast is good, bad or neither, a ruling bans or frees."""

NEUTRAL_FORECAST = Event("010")
"""A forecast that is neither: a public statement and no more."""

GOLDSTEIN: dict[str, float] = {
    "010": 0.0, "012": -0.4, "013": 0.4, "015": 0.0, "016": -2.0, "020": 3.0, "030": 4.0, "051": 3.4,
    "054": 6.0, "055": 7.0, "057": 8.0, "075": 7.0, "081": 5.0, "0813": 5.0, "0814": 5.0, "0841": 7.0,
    "085": 7.0, "0871": 9.0, "100": -5.0, "111": -2.0, "112": -2.0, "116": -2.0, "120": -4.0, "129": -5.0,
    "130": -4.4, "161": -4.0, "163": -8.0, "171": -9.2, "172": -5.0, "1723": -5.0, "1724": -5.0,
    "173": -5.0, "174": -5.0,
}  # fmt: skip
"""How much each code helps or harms the standing between two states, from -10 to 10: Goldstein's scale,
as GDELT gives it for CAMEO."""
