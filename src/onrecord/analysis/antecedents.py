"""Antecedents: whom a pronoun takes up, by nearness, by who is the subject and by gender."""

import re
from collections.abc import Sequence

from onrecord.analysis.cast import Mention
from onrecord.analysis.scene import Scene
from onrecord.analysis.turns import Fits, Turn, who_speaks_here
from onrecord.languages.english.cues import IRREGULAR
from onrecord.languages.english.grammar import AUXILIARIES, FUNCTION_WORDS
from onrecord.languages.english.people import OFFICES, Gender
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor

__all__ = ["Fits", "Turn", "antecedent", "bodies", "crowds", "other_people", "people", "who_speaks_here"]

_REACH = 8
"""How many sentences back a pronoun reaches."""
_ASKED = re.compile(r"(?:asked|pressed|reminded|questioned)\b", re.IGNORECASE)
"""Where a question is told without who put it: they are nobody that a pronoun of its sentence takes up."""
_PREPOSITION_BEFORE = re.compile(
    r"\b(?:of|in|on|at|by|for|from|with|about|against|to|into|over|than|and)\s(?:the\s|a\s)?$"
)

_NO_NOUN = FUNCTION_WORDS | AUXILIARIES | IRREGULAR.keys()


def people(gender: Gender | None) -> Fits:
    """A single person who may be of that gender; nobody kept nameless altogether."""
    return lambda actor, known: _single(actor) and (gender is None or known in (None, gender))


def _single(actor: Actor) -> bool:
    return actor.kind == "person" or (actor.kind == "unnamed" and actor.name != "unspecified")


def other_people(gender: Gender | None, *, but: str) -> Fits:
    """A single person who may be of that gender and is not the one named."""
    fits = people(gender)
    return lambda actor, known: actor.name != but and fits(actor, known)


def bodies(actor: Actor, _gender: Gender | None) -> bool:
    """What "it" takes up."""
    return actor.kind in ("organisation", "government", "document")


def crowds(actor: Actor, _gender: Gender | None) -> bool:
    """What "they" takes up."""
    return actor.kind in ("group", "organisation") or (actor.kind == "unnamed" and actor.name.endswith("s"))


def antecedent(scene: Scene, at: int, turns: Sequence[Turn], fits: Fits) -> Actor | None:
    """Who is taken up at a position: sentence by sentence backwards, speakers first, then subjects.

    In its own sentence the first one before the position, else the last one of the sentence
    nearest to it; a name inside a quotation is never taken.
    """
    here = scene.sentence_number(at)
    reached = scene.sentences[max(0, here - _REACH)].start if scene.sentences else 0
    turns = [turn for turn in turns if reached <= turn.at]
    fits = _knowing(turns, fits)
    for number in range(here, max(-1, here - _REACH), -1):
        sentence = scene.sentences[number] if scene.sentences else Span(0, max(1, at))
        end = min(sentence.end, at)
        if end <= sentence.start:
            continue
        found = _in_sentence(scene, Span(sentence.start, end), turns, fits, same=number == here)
        if found:
            return found
    return None


def _knowing(turns: Sequence[Turn], fits: Fits) -> Fits:
    """The same choice, knowing whom "he" and "she" were said of before."""
    told = {turn.actor.name: turn.gender for turn in turns if turn.gender}
    return lambda actor, gender: fits(actor, gender or told.get(actor.name))


def _in_sentence(scene: Scene, piece: Span, turns: Sequence[Turn], fits: Fits, *, same: bool) -> Actor | None:
    speaking = [
        turn
        for turn in turns
        if piece.start <= turn.at < piece.end
        and fits(turn.actor, turn.gender)
        and not _ASKED.match(scene.text, turn.at)
    ]
    if speaking:
        speaking.sort(key=lambda turn: turn.at)
        return speaking[0 if same else -1].actor
    named = [
        m
        for m in scene.outside_quotes(piece.start, piece.end)
        if fits(m.actor, m.gender) and not _is_attribute(scene.text, m)
    ]
    return min(named, key=lambda mention: _rank(scene.text, mention)).actor if named else None


def _is_attribute(text: str, mention: Mention) -> bool:
    """Whether a body's name only says whose office it is ("the League chairman", "League policy")."""
    if mention.actor.kind == "person":
        return False
    after = text[mention.end : mention.end + 30].split()
    if text[mention.end : mention.end + 1] != " " or not after:
        return False
    word = after[0]
    return word in OFFICES or (
        word.isalpha() and word.islower() and not word.endswith(("s", "ed")) and word not in _NO_NOUN
    )


def _rank(text: str, mention: Mention) -> tuple[int, int]:
    """Subjects before objects of prepositions before owners; then the order of the text."""
    if text[mention.end : mention.end + 2] in ("'s", "’s"):
        return 2, mention.name
    before = text[max(0, mention.start - 16) : mention.start]
    return (1 if _PREPOSITION_BEFORE.search(before) else 0), mention.name
