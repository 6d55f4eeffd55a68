"""Words that name what was said: "the charge", "Mr Tesk's claims", "that decision"."""

import re
from dataclasses import dataclass
from typing import Literal

from onrecord.terms.statement import Act

__all__ = ["Named", "Pick", "named_in"]

Pick = Literal["all", "first", "last"]

_CLAIMING: frozenset[Act] = frozenset({"accuse", "deny", "doubt"})
_SAYING: frozenset[Act] = _CLAIMING | {"say", "explain", "criticise", "admit", "announce", "warn", "threaten"}
_CLAIMS, _REMARKS, _RULINGS = 1, 2, 7
_KINDS: tuple[tuple[str, frozenset[Act]], ...] = (
    ("charges?|accusations?|allegations?", frozenset({"accuse", "criticise"})),
    ("claims?|assertions?|lies?|contentions?|suggestions?|arguments?", _CLAIMING),
    (
        r"(?:remark|comment|statement|account|description|characteri[sz]ation|explanation)s?|words|version",
        _SAYING,
    ),
    ("denials?", frozenset({"deny"})),
    ("offers?|promises?|pledges?|proposals?|invitation", frozenset({"promise", "plan", "urge"})),
    ("threats?|warnings?|ultimatum", frozenset({"threaten", "warn"})),
    ("requests?|demands?|appeals?|pleas?", frozenset({"urge", "demand"})),
    ("ruling|decision|verdict|judge?ment|vote|resolution|result", frozenset({"rule"})),
    ("criticisms?|rebukes?", frozenset({"criticise", "accuse"})),
    ("endorsements?", frozenset({"praise"})),
    ("apolog(?:y|ies)", frozenset({"regret"})),
)
_NOUN = "|".join(f"(?P<k{number}>{nouns})" for number, (nouns, _) in enumerate(_KINDS))
_BEGINS = re.compile(
    rf"\W*(?:that )?(?:the|any such|such|(?P<pointing>that|this|these|those)"
    rf"|(?:(?:mr|mrs|ms|dr|the) )?(?:\w+ )?(?P<owner>\w+)(?:['’]s|(?<=s)['’]))"
    rf" (?:\w+ )?(?:{_NOUN})\b(?! of\b)"
)
"""What begins with a name for something said; deeper in a content such nouns mean all sorts of things."""
_POINTS = re.compile(rf"\b(?P<owner>)(?P<pointing>that|this|these|those) (?:{_KINDS[_CLAIMS][0]})\b")


@dataclass(frozen=True, slots=True)
class Named:
    """Statements as they are named.

    Attributes:
        acts: the acts that the noun names.
        owner: the last word of whose they are said to be, in lower case; empty if nobody is named.
        pointing: whether a word points at them ("these claims").
        inside: whether the words stand inside the content and do not begin it.
        pick: which of several fitting statements are meant.
    """

    acts: frozenset[Act]
    owner: str
    pointing: bool
    inside: bool
    pick: Pick


def named_in(low: str) -> Named | None:
    """What a content in lower case says of statements: how it names them, or None.

    Args:
        low: the content.
    """
    match = _BEGINS.match(low)
    if match is None:
        points = _POINTS.search(low)
        return Named(_KINDS[_CLAIMS][1], "", pointing=True, inside=True, pick="last") if points else None
    kind = next(number for number in range(len(_KINDS)) if match[f"k{number}"])
    owner = match["owner"] or ""
    many = bool(owner) and match[f"k{kind}"].endswith("s")
    return Named(_KINDS[kind][1], owner, bool(match["pointing"]), inside=False, pick=_picked(kind, many=many))


def _picked(kind: int, *, many: bool) -> Pick:
    """A ruling, and somebody's remarks, are what the report is of: the first time they are told."""
    if kind == _RULINGS or (kind == _REMARKS and many):
        return "first"
    return "all" if kind == _CLAIMS and many else "last"
