"""Plurals: sets of people that a text tells of without naming them, whom "they" may take up."""

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.analysis.cast import Mention
from onrecord.analysis.kinds import kind_of_head
from onrecord.analysis.scene import Scene
from onrecord.analysis.words import Word, words
from onrecord.languages.english.grammar import FUNCTION_WORDS
from onrecord.languages.english.nouns import GROUPS, NAMELESS, PARTISANS, PEOPLE, QUANTIFIERS
from onrecord.languages.english.people import OFFICES, PERSONS
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor

__all__ = ["plurals"]

_BACK = 3
"""So many sentences back a set is looked for."""
_MODIFIERS = 3
_PEOPLE = (GROUPS | PEOPLE | PARTISANS) - QUANTIFIERS
_ONE = OFFICES | PERSONS | NAMELESS
_AND = re.compile(r",? (?:and|&) (?:[A-Z]?[a-z]+\.? )?")
_WHERE = re.compile(
    r"\s(?:of|in|from|at|like|close to)\s(?:the\s|both\s)?[A-Z][\w.’'&-]*\b(?:\s[A-Z][\w.’'&-]*\b)*"
    r"(?:\s(?:campaign|government|administration|party|team|operation)\b)?"
)
"""What says whose or where they are ("members of the Arlen Senate")."""
_OWN = re.compile(r"(?:ed|ing|ly)$")


def plurals(scene: Scene, at: int) -> Iterator[Mention]:
    """The sets told of in the sentences before a position, as mentions in the order of the text."""
    number = scene.sentence_number(at)
    for sentence in scene.sentences[max(0, number - _BACK) : number + 1]:
        end = min(sentence.end, at)
        if end > sentence.start:
            yield from sorted(
                [*_together(scene, Span(sentence.start, end)), *_described(scene, Span(sentence.start, end))],
                key=lambda mention: mention.name,
            )


def _together(scene: Scene, piece: Span) -> Iterator[Mention]:
    """Two that are named side by side."""
    for left, right in pairwise(scene.outside_quotes(piece.start, piece.end)):
        if left.actor.kind != "person" or right.actor.kind != "person" or left.actor == right.actor:
            continue
        if _AND.fullmatch(scene.text, left.end, right.name):
            name = f"{left.actor.name} and {right.actor.name}"
            yield Mention(left.start, left.name, right.end, Actor(name, "group"))


def _described(scene: Scene, piece: Span) -> Iterator[Mention]:
    """Plural nouns of people with what stands right before them ("labour-policy experts")."""
    parts = words(scene.text[piece.start : piece.end])
    for n, word in enumerate(parts):
        if not _is_set(word) or scene.is_quoted(piece.start + word.start):
            continue
        first = n
        while (
            n - first < _MODIFIERS and first and _modifies(parts[first - 1], parts[first], scene.text, piece)
        ):
            first -= 1
        start, end = piece.start + parts[first].start, piece.start + word.end
        where = _WHERE.match(scene.text, end, piece.end)
        name = " ".join(scene.text[start : where.end() if where else end].split())
        kind = kind_of_head(word.lower, name)
        yield Mention(start, start, end, Actor(name, "unnamed" if kind == "unnamed" else "group"))


def _is_set(word: Word) -> bool:
    lower = word.lower
    if lower in _PEOPLE and (lower.endswith("s") or lower in ("people", "men", "women", "children")):
        return True
    return lower.endswith("s") and lower[:-1] in _ONE


def _modifies(word: Word, following: Word, text: str, piece: Span) -> bool:
    between = text[piece.start + word.end : piece.start + following.start]
    if between.strip() or word.lower in FUNCTION_WORDS or word.lower in QUANTIFIERS:
        return False
    return not _OWN.search(word.lower)
