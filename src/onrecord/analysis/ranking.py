"""Ranking: which of the people named before a pronoun it takes up.

Everybody named or heard before competes; each is seen through the few features of ``features_of`` and
scored by a table of weights that ``training/tables/antecedents.py`` fits on annotated news.
"""

import json
import math
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.analysis.cast import Mention
from onrecord.analysis.scene import Scene
from onrecord.analysis.turns import Fits, Turn, who_speaks_here
from onrecord.languages.english.people import Gender
from onrecord.terms.statement import Actor

__all__ = ["Candidate", "best", "candidates", "features_of"]

_REACH = 120
"""So many mentions back a pronoun reaches."""
_PREPOSITION_BEFORE = re.compile(
    r"\b(?:of|in|on|at|by|for|from|with|about|against|to|into|over|than|and|like)\s(?:the\s|a\s)?$"
)
_FAR = 12
_CHARACTERS = 100


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be meant.

    Attributes:
        actor: who.
        gender: their gender, if anything tells.
        mentions: where they are named before, in order.
        turns: where they speak before, in order.
    """

    actor: Actor
    gender: Gender | None
    mentions: tuple[Mention, ...]
    turns: tuple[Turn, ...]

    @property
    def last(self) -> int:
        """Where they are named or speak last."""
        return max([m.name for m in self.mentions[-1:]] + [t.at for t in self.turns[-1:]])


def candidates(scene: Scene, at: int, turns: Sequence[Turn], fits: Fits) -> list[Candidate]:
    """Everybody named or heard before a position who fits.

    Args:
        scene: the article.
        at: the position.
        turns: the speakers made out before it.
        fits: whether an actor of a gender may be meant.
    """
    told = {turn.actor.name: turn.gender for turn in turns if turn.gender}
    before = bisect_left(scene.cast.places, at)
    named: dict[str, list[Mention]] = {}
    heard: dict[str, list[Turn]] = {}
    actors: dict[str, tuple[Actor, Gender | None]] = {}
    for mention in scene.cast.mentions[max(0, before - _REACH) : before]:
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


def features_of(scene: Scene, at: int, candidate: Candidate, turns: Sequence[Turn]) -> Mapping[str, float]:
    """What tells for and against one candidate; each between about 0 and 3."""
    here = scene.sentence_number(at)
    quoted = scene.is_quoted(at)
    found: dict[str, float] = {"known gender": float(candidate.gender is not None)}
    found["kept nameless"] = float(candidate.actor.kind == "unnamed")
    outside = [m for m in candidate.mentions if not scene.is_quoted(m.name)]
    found |= _of_naming(scene, at, outside[-1] if outside else None, here)
    found |= _of_speaking(scene, at, candidate, turns, here)
    found["times named"] = math.log1p(len(candidate.mentions))
    found["times heard"] = math.log1p(len(candidate.turns))
    found["only quoted"] = float(bool(candidate.mentions) and not outside)
    holder = who_speaks_here(at, turns)
    held = holder is not None and holder.actor.name == candidate.actor.name
    found["speaks here, quoted"] = float(held and quoted)
    found["speaks here"] = float(held and not quoted)
    stands = _stands(scene, at)
    return found | {f"{name}, {stands}": found[name] for name in _SHIFTING if found.get(name)}


_SHIFTING = (
    "spoke last",
    "named as subject",
    "named in this sentence",
    "named in the sentence before",
    "heard in this paragraph",
    "named as owner",
)
"""What counts for more or less by where the pronoun stands."""
_AFTER_QUOTE = re.compile(r"[\"”’»'][\s,]*(?:\w+ed\s|\w+s\s|said\s)?$")


def _stands(scene: Scene, at: int) -> str:
    """Where a pronoun stands: right after a quotation, at the beginning of its sentence, or within it."""
    sentence = scene.sentence(at)
    before = scene.text[sentence.start : at]
    if _AFTER_QUOTE.search(before):
        return "after a quotation"
    return "beginning" if len(before.strip(" \"“‘'")) == 0 else "within"


def _of_naming(scene: Scene, at: int, last: Mention | None, here: int) -> dict[str, float]:
    if last is None:
        return {"never named": 1.0}
    away = here - scene.sentence_number(last.name)
    text = scene.text
    owner = text[last.end : last.end + 2] in ("'s", "’s")
    object_ = bool(_PREPOSITION_BEFORE.search(text[max(0, last.start - 16) : last.start]))
    begins = last.start - scene.sentence(last.name).start
    return {
        "sentences since named": math.log1p(min(away, _FAR)),
        "named in this sentence": float(away == 0),
        "named in the sentence before": float(away == 1),
        "named as owner": float(owner),
        "named after a preposition": float(object_),
        "named as subject": float(not owner and not object_ and begins < _CHARACTERS // 2),
        "begins the sentence": float(begins <= 1),
        "characters since named": math.log1p((at - last.name) / _CHARACTERS),
        "named in this paragraph": float(scene.paragraph(at).start <= last.name),
    }


def _of_speaking(
    scene: Scene, at: int, candidate: Candidate, turns: Sequence[Turn], here: int
) -> dict[str, float]:
    earlier = [turn for turn in turns if turn.at < at]
    latest = max(earlier, key=lambda turn: turn.at, default=None)
    if not candidate.turns:
        return {"never heard": 1.0}
    last = max(candidate.turns, key=lambda turn: turn.at)
    away = here - scene.sentence_number(last.at)
    return {
        "spoke last": float(latest is not None and latest.actor.name == candidate.actor.name),
        "sentences since heard": math.log1p(min(away, _FAR)),
        "heard in this sentence": float(away == 0),
        "heard in this paragraph": float(scene.paragraph(at).start <= last.at),
    }


@cache
def _weights() -> Mapping[str, float]:
    table: Mapping[str, float] = json.loads(
        files("onrecord.languages.english").joinpath("antecedents.json").read_text(encoding="utf-8")
    )
    return table


def best(scene: Scene, at: int, turns: Sequence[Turn], fits: Fits) -> tuple[Candidate, float] | None:
    """The likeliest candidate and its share of the odds; None if nobody fits."""
    weights = _weights()
    scored = [
        (sum(weights.get(name, 0.0) * value for name, value in features_of(scene, at, c, turns).items()), c)
        for c in candidates(scene, at, turns, fits)
    ]
    if not scored:
        return None
    top, chosen = max(scored, key=lambda entry: (entry[0], entry[1].last))
    return chosen, 1 / sum(math.exp(score - top) for score, _ in scored)
