"""How the text marks a statement: hedged, negated, repeated, taken back, carried on."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.analysis.words import words
from onrecord.languages.english.grammar import HEDGES, NEGATIONS, STATUS_WORDS
from onrecord.terms.statement import Status

__all__ = ["Marking", "marking_of"]

_HEDGES = tuple(re.compile(pattern) for pattern in HEDGES)
_STATUS: tuple[tuple[re.Pattern[str], Status], ...] = (
    *((re.compile(pattern), status) for pattern, status in STATUS_WORDS),
)
_UNUTTERED = re.compile(r"\b(?:could|might|may) (?:argue|say|claim|ask|think|object)\b")
_NEVERTHELESS = re.compile(
    r"\b(?:no doubt|not only|could not resist|couldn't resist|no comment|cannot help|not surprisingly)\b"
)
_AFTERWARDS = re.compile(r"(?:^|\s)(?:before|only to|and then)\s(?:\w+\s)?\w+(?:\s\w+){0,2}\W*$")
"""What somebody did next, at the end of a content."""
_NEXT = ("before ", "only to ", "and then ")
_REFUSING = re.compile(r"\b(?:declin|refus)\w+")


@dataclass(frozen=True, slots=True)
class Marking:
    """What the cue's own words say about the attribution.

    Attributes:
        hedged: the writer hedges that it was said at all.
        negated: the text says that it was not said.
        status: how it stands to what was said before.
    """

    hedged: bool
    negated: bool
    status: Status


def marking_of(cue: str, content: str = "", *, same_speaker: bool) -> Marking:
    """Read the marks off a cue, and off what the text says came after it ("… before backtracking").

    Args:
        cue: the cue's words.
        content: the content's words.
        same_speaker: whether the statement before was by the same speaker; only then does it carry on.
    """
    marked = _marked(cue.lower().replace("’", "'"))
    after = _AFTERWARDS.search(content) if any(word in content for word in _NEXT) else None
    if after and _status(after.group().lower()) == "retracts":
        return replace(marked, status="retracts")
    return replace(marked, status="new") if marked.status == "continues" and not same_speaker else marked


@lru_cache(maxsize=4000)
def _marked(low: str) -> Marking:
    """The marks of a cue by itself; reports share a few."""
    return Marking(any(pattern.search(low) for pattern in _HEDGES), _negated(low), _status(low))


def _status(low: str) -> Status:
    for pattern, status in _STATUS:
        if pattern.search(low):
            return status
    return "new"


def _negated(low: str) -> bool:
    if _NEVERTHELESS.search(low):
        return False
    if _UNUTTERED.search(low):
        return True
    return any(word.lower in NEGATIONS or word.lower.endswith("n't") for word in words(low))
