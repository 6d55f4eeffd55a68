"""Ranking: which of those named and heard before a pronoun it takes up.

Everybody named or heard before competes; each is seen through the clues of ``clues.py`` and scored by a
table of weights that ``training/tables/antecedents.py`` fits on annotated news.
"""

import json
import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from onrecord.analysis.cast import Mention
from onrecord.analysis.clues import Candidate, clues_of, standpoint
from onrecord.analysis.plurals import plurals
from onrecord.analysis.scene import Scene
from onrecord.analysis.turns import Fits, Turn
from onrecord.languages.english.people import Gender
from onrecord.terms.span import Spans
from onrecord.terms.statement import Actor

__all__ = ["best", "candidates", "features_of", "odds", "weights"]

_REACH = 120
"""So many mentions back a pronoun reaches."""


def candidates(
    scene: Scene, at: int, turns: Sequence[Turn], fits: Fits, told_of: Sequence[Mention] = ()
) -> list[Candidate]:
    """Everybody named or heard before a position who fits.

    Args:
        scene: the article.
        at: the position.
        turns: the speakers made out before it.
        fits: whether an actor of a gender may be meant.
        told_of: sets of people that are told of before without a name.
    """
    told = {turn.actor.name: turn.gender for turn in turns if turn.gender}
    before = bisect_left(scene.cast.places, at)
    named: dict[str, list[Mention]] = {}
    heard: dict[str, list[Turn]] = {}
    actors: dict[str, tuple[Actor, Gender | None]] = {}
    for mention in (*scene.cast.mentions[max(0, before - _REACH) : before], *told_of):
        actors.setdefault(mention.actor.name, (mention.actor, mention.gender))
        named.setdefault(mention.actor.name, []).append(mention)
    for turn in turns:
        if turn.at < at:
            actors.setdefault(turn.actor.name, (turn.actor, turn.gender))
            heard.setdefault(turn.actor.name, []).append(turn)
    return [
        Candidate(actor, gender or told.get(name), tuple(named.get(name, ())), tuple(heard.get(name, ())))
        for name, (actor, gender) in actors.items()
        if fits(actor, gender or told.get(name))
    ]


def features_of(
    scene: Scene, at: int, turns: Sequence[Turn], fits: Fits, *, case: str, content: Spans = ()
) -> list[tuple[Candidate, dict[str, float]]]:
    """Every candidate with its clues, as the table of weights knows them.

    Args:
        scene: the article.
        at: where somebody is taken up.
        turns: the speakers made out before.
        fits: whether an actor of a gender may be meant.
        case: what takes up: "he" for a single person, "they", "it".
        content: the words attributed to whoever is taken up.
    """
    here = standpoint(scene, at, turns, content)
    told_of = tuple(plurals(scene, at)) if case == "they" else ()
    found = [(c, clues_of(here, c)) for c in candidates(scene, at, turns, fits, told_of)]
    if case == "he":
        return found
    sets = {mention.actor.name for mention in told_of}
    return [
        (
            c,
            {
                **clues,
                f"{case}: {c.actor.kind}": 1.0,
                f"{case}: no name": float(c.actor.name in sets),
                **{f"{case}: {n}": v for n, v in clues.items()},
            },
        )
        for c, clues in found
    ]


@cache
def weights() -> Mapping[str, float]:
    """The table of weights."""
    table: Mapping[str, float] = json.loads(
        files("onrecord.languages.english").joinpath("antecedents.json").read_text(encoding="utf-8")
    )
    return table


def odds(clues: Mapping[str, float]) -> float:
    """What the clues of a candidate add up to."""
    table = weights()
    return sum(table[name] * value for name, value in clues.items() if name in table)


def best(
    scene: Scene, at: int, turns: Sequence[Turn], fits: Fits, *, case: str = "he", content: Spans = ()
) -> tuple[Candidate, float] | None:
    """The likeliest candidate and its share of the odds; None if nobody fits."""
    found = features_of(scene, at, turns, fits, case=case, content=content)
    scored = [(odds(clues), candidate) for candidate, clues in found]
    if not scored:
        return None
    top, chosen = max(scored, key=lambda entry: (entry[0], entry[1].last))
    return chosen, 1 / sum(math.exp(score - top) for score, _ in scored)
