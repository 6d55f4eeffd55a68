"""Crowds: the fuller name of a set that a text calls by its noun alone ("experts", "some experts")."""

import re
from collections.abc import Sequence

from onrecord.analysis.scene import Scene
from onrecord.analysis.turns import Turn
from onrecord.analysis.words import words
from onrecord.languages.english.common_words import COMMON_WORDS
from onrecord.languages.english.grammar import FUNCTION_WORDS
from onrecord.languages.english.nouns import FIELDS_OF_WORK, GROUPS, QUANTIFIERS
from onrecord.terms.statement import Actor

__all__ = ["crowd_after", "same_crowd"]

_SOON = 700
"""So many characters after a lead the fuller name is given."""


def crowd_after(scene: Scene, core: str, head: str, at: int) -> Actor | None:
    """The fuller name that the text gives soon after a headline's or a lead's bare one ("experts say")."""
    if core.lower() != head or not head.endswith("s") or head not in GROUPS:
        return None
    match = re.compile(rf"[ ,]((?:[a-z]+-)?[a-z]+) {head}\b").search(scene.text, at, at + _SOON)
    if (
        match is None
        or match[1] in FUNCTION_WORDS
        or match[1] in QUANTIFIERS
        or match[1] in COMMON_WORDS - FIELDS_OF_WORK
    ):
        return None
    return Actor(f"{match[1]} {head}", "group")


def same_crowd(core: str, head: str, turns: Sequence[Turn]) -> Actor | None:
    """The fuller name of the same set: "some experts" after "labour-policy experts"."""
    own = [w.lower for w in words(core) if w.lower not in QUANTIFIERS]
    if own != [head]:
        return None
    for turn in reversed(turns):
        if (
            turn.actor.kind in ("group", "unnamed")
            and head.endswith("s")
            and head in turn.actor.name.lower().split()
            and " " in turn.actor.name
        ):
            return turn.actor
    return None
