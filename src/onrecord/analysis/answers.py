"""What a statement is about: the earlier statements of the same text that it answers or says again.

Few and sure: the answer to a question, the reply that calls itself one, the same speaker's same words again.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.analysis.acts import Deed
from onrecord.analysis.scene import Scene
from onrecord.analysis.surroundings import place_of
from onrecord.analysis.words import words
from onrecord.languages.english.grammar import FUNCTION_WORDS
from onrecord.terms.span import words_of
from onrecord.terms.statement import Actor, Attribution, Status

__all__ = ["Answer", "answers"]

_REPLYING = re.compile(
    r"\b(?:respon|repl(?:y|ie)|answer|rebut|shot back|fir(?:ed|es|ing) back|hit(?:s|ting)? back"
    r"|counter(?:ed|s|ing)|retort|den(?:y|ie)"
    r"|dismiss|reject|disput|refut|contradict|agreed? with|disagree|echo)"
)
_ANSWERING = frozenset({"deny", "confirm", "admit", "explain", "refuse", "say", "accept", "doubt"})
_SAME = 0.5
_FEWEST = 3
_BACK = 40


@dataclass(frozen=True, slots=True)
class Answer:
    """The statements that one is about, by number, and the rule that says so."""

    about: tuple[int, ...]
    by: str
    confidence: float


def answers(
    scene: Scene,
    attributions: Sequence[Attribution],
    speakers: Sequence[Actor],
    *,
    audiences: Sequence[Actor | None],
    deeds: Sequence[Deed],
    statuses: Sequence[Status],
) -> tuple[Answer | None, ...]:
    """For each statement, the earlier ones it answers, denies or repeats, if the text makes that plain."""
    order = sorted(range(len(attributions)), key=lambda n: (place_of(attributions[n]), n))
    found: list[Answer | None] = [None] * len(attributions)
    for rank, number in enumerate(order):
        before = order[max(0, rank - _BACK) : rank]
        if not before:
            continue
        last = before[-1]
        cue = words_of(scene.text, attributions[number].cue).lower()
        other = speakers[last].name != speakers[number].name
        near = scene.paragraph(place_of(attributions[number])).start <= place_of(attributions[last])
        heard = audiences[last]
        if other and near and deeds[last].act == "ask":
            answering = (
                deeds[number].act in _ANSWERING if heard is None else heard.name == speakers[number].name
            )
            if answering:
                found[number] = Answer((last,), "the answer to the question before it", 0.8)
        elif other and near and _REPLYING.search(cue) and deeds[last].act != "ask":
            found[number] = Answer((last,), "a reply to the statement before it", 0.6)
        elif statuses[number] in ("repeats", "retracts"):
            found[number] = _said_before(scene, attributions, speakers, number, before)
    return tuple(found)


def _said_before(
    scene: Scene,
    attributions: Sequence[Attribution],
    speakers: Sequence[Actor],
    number: int,
    before: Sequence[int],
) -> Answer | None:
    """The latest statement of the same speaker with half of the same words."""
    mine = _telling(scene, attributions[number])
    for earlier in reversed(before):
        theirs = _telling(scene, attributions[earlier])
        fewer = min(len(mine), len(theirs))
        if (
            speakers[earlier].name == speakers[number].name
            and fewer >= _FEWEST
            and len(mine & theirs) >= _SAME * fewer
        ):
            return Answer((earlier,), "says the same speaker's words again", 0.7)
    return None


def _telling(scene: Scene, attribution: Attribution) -> frozenset[str]:
    return frozenset(
        word.lower
        for piece in attribution.content
        for word in words(scene.text, piece.start, piece.end)
        if word.lower not in FUNCTION_WORDS
    )
