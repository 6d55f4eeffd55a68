"""Clues: what tells for and against somebody whom a pronoun or a description may take up.

Each is a small number, weighed by the table that ``training/tables/antecedents.py`` fits.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from onrecord.analysis.cast import Mention
from onrecord.analysis.scene import Scene
from onrecord.analysis.turns import Turn, who_speaks_here
from onrecord.languages.english.people import Gender
from onrecord.terms.span import Span, Spans
from onrecord.terms.statement import Actor

__all__ = ["Candidate", "Standpoint", "clues_of", "standpoint"]

_PREPOSITION_BEFORE = re.compile(
    r"\b(?:of|in|on|at|by|for|from|with|about|against|to|into|over|than|and|like)\s(?:the\s|a\s)?$"
)
_VERB_AFTER = re.compile(
    r",?\s(?:[a-z]+ly\s|also\s|then\s)?(?:[a-z]+ed|[a-z]{2,}s|said|told|wrote|went|made|took|has|had|is|was|will|would|who|did"
    r"|could|can|may|might|won|came|saw|gave|began)\b"
)
_VERB_BEFORE = re.compile(
    r"\b(?:[a-z]+ed|[a-z]{3,}(?:es|[^s]s)|[a-z]+ing|told|met|beat)\s(?:[A-Z]\w+\.?\s)?$"
)
_AFTER_QUOTE = re.compile(r"[\"”’»'][\s,]*(?:\w+ed\s|\w+s\s|said\s)?$")
_FAR = 12
_CHARACTERS = 100
_SOON = 80
"""So many characters after a pronoun whom it names is somebody else ("he said of Doe")."""


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
        return max([m.name for m in self.mentions[-1:]] + [t.at for t in self.turns[-1:]], default=-1)


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Where somebody is taken up, and what is known there.

    Attributes:
        scene: the article.
        at: the position.
        here: the number of its sentence.
        paragraph: where its paragraph starts.
        quoted: whether it stands in a quotation.
        holder: who speaks the words that it stands in.
        heard: who has spoken before, in the order of the text.
        quoting: who is named in the quoted words of whoever is taken up: mostly somebody else.
        telling: who is named in their words told without marks.
        after: who is named right after the position, in nobody's words.
        stands: right after a quotation, at the beginning of its sentence, or within it.
    """

    scene: Scene
    at: int
    here: int
    paragraph: int
    quoted: bool
    holder: str | None
    heard: tuple[str, ...]
    quoting: frozenset[str]
    telling: frozenset[str]
    after: frozenset[str]
    stands: str


def standpoint(scene: Scene, at: int, turns: Sequence[Turn], content: Spans = ()) -> Standpoint:
    """What is known at a position.

    Args:
        scene: the article.
        at: the position.
        turns: the speakers made out before it.
        content: the words attributed to whoever is taken up there.
    """
    holder = who_speaks_here(at, turns)
    earlier = sorted((turn for turn in turns if turn.at < at), key=lambda turn: turn.at)
    sentence = scene.sentence(at)
    soon = Span(at, max(at, min(sentence.end, at + _SOON)))
    held = [m for span in content for m in scene.cast.within(span.start, span.end)]
    after = frozenset(m.actor.name for m in scene.cast.within(soon.start, soon.end) if m not in held)
    return Standpoint(
        scene,
        at,
        scene.sentence_number(at),
        scene.paragraph(at).start,
        scene.is_quoted(at),
        holder.actor.name if holder else None,
        tuple(turn.actor.name for turn in earlier),
        frozenset(m.actor.name for m in held if scene.is_quoted(m.name)),
        frozenset(m.actor.name for m in held if not scene.is_quoted(m.name)),
        after,
        _stands(scene.text[sentence.start : at]),
    )


def _stands(before: str) -> str:
    if _AFTER_QUOTE.search(before):
        return "after a quotation"
    return "beginning" if len(before.strip(" \"“‘'")) == 0 else "within"


def clues_of(here: Standpoint, candidate: Candidate) -> dict[str, float]:
    """What tells for and against one candidate; each between about 0 and 3, nothing that is not the case."""
    scene, name = here.scene, candidate.actor.name
    last = next((m for m in reversed(candidate.mentions) if not scene.is_quoted(m.name)), None)
    found = _of_naming(here, last) | _of_speaking(here, candidate)
    for clue, times in (
        ("times named", len(candidate.mentions)),
        ("times heard", len(candidate.turns)),
        ("named at all", scene.counts[name]),
    ):
        if times:
            found[clue] = math.log1p(times)
    for clue, names in (
        ("named in the quotation", here.quoting),
        ("named in the words", here.telling),
        ("named right after", here.after),
    ):
        if name in names:
            found[clue] = 1.0
    if candidate.gender is not None:
        found["known gender"] = 1.0
    if candidate.actor.kind == "unnamed":
        found["kept nameless"] = 1.0
    if candidate.mentions and last is None:
        found["only quoted"] = 1.0
    if here.holder == name:
        found["speaks here, quoted" if here.quoted else "speaks here"] = 1.0
    for clue in _SHIFTING & found.keys():
        found[f"{clue}, {here.stands}"] = found[clue]
    return found


_SHIFTING = frozenset(
    {
        "spoke last",
        "spoke last but one",
        "named as subject",
        "named in this sentence",
        "named in the sentence before",
        "named in this paragraph",
        "heard in this paragraph",
        "heard in the sentence before",
        "named as owner",
        "named in the words",
        "subject just before",
        "characters since named",
    }
)
"""What counts for more or less by where the pronoun stands."""


class _Manner(NamedTuple):
    """How somebody is named at a place, whoever looks back at it.

    Attributes:
        sentence: the number of its sentence.
        traits: what tells.
        subject: whether the name is its sentence's subject, as far as its place and the words around tell.
    """

    sentence: int
    traits: Mapping[str, float]
    subject: bool


def _manner(scene: Scene, named: Mention) -> _Manner:
    """How somebody is named; worked out once."""
    asked = "manner", named.start, named.end
    if asked not in scene.kept:
        scene.kept[asked] = _manner_of(scene, named)
    found: _Manner = scene.kept[asked]
    return found


def _manner_of(scene: Scene, named: Mention) -> _Manner:
    text = scene.text
    before = text[max(0, named.start - 24) : named.start]
    begins = named.start - scene.sentence(named.name).start
    owner = text[named.end : named.end + 2] in ("'s", "’s")
    object_ = bool(_PREPOSITION_BEFORE.search(before))
    verb = bool(_VERB_AFTER.match(text, named.end))
    subject = not owner and not object_ and (verb or begins < _CHARACTERS // 2)
    told = {
        "named as owner": owner,
        "named after a preposition": object_,
        "named after a verb": bool(_VERB_BEFORE.search(before)),
        "named as subject": subject,
        "a verb follows": verb,
        "begins the sentence": begins <= 1,
    }
    traits = {name: 1.0 for name, holds in told.items() if holds}
    return _Manner(scene.sentence_number(named.name), traits, subject)


def _of_naming(here: Standpoint, last: Mention | None) -> dict[str, float]:
    if last is None:
        return {"never named": 1.0}
    manner = _manner(here.scene, last)
    told = here.scene.told_between(last.name, here.at)
    found = dict(manner.traits)
    found |= _how_far("named", here.here - manner.sentence, told)
    found["characters since named"] = math.log1p((here.at - last.name) / _CHARACTERS)
    if manner.subject and told <= 1:
        found["subject just before"] = 1.0
    if here.paragraph <= last.name:
        found["named in this paragraph"] = 1.0
    return found


def _how_far(what: str, away: int, told: int) -> Mapping[str, float]:
    """How many sentences ago it was, and how many of those are the writer's own words."""
    return _distance(what, min(away, _FAR), min(told, _FAR))


@lru_cache(maxsize=1000)
def _distance(what: str, away: int, told: int) -> Mapping[str, float]:
    found = {f"sentences since {what}": math.log1p(away), f"told since {what}": math.log1p(told)}
    near = {0: f"{what} in this sentence", 1: f"{what} in the sentence before"}
    if away in near:
        found[near[away]] = 1.0
    return {name: value for name, value in found.items() if value}


def _of_speaking(here: Standpoint, candidate: Candidate) -> dict[str, float]:
    if not candidate.turns:
        return {"never heard": 1.0}
    scene, name = here.scene, candidate.actor.name
    last = max(turn.at for turn in candidate.turns)
    away = here.here - scene.sentence_number(last)
    found = dict(_how_far("heard", away, scene.told_between(last, here.at)))
    if here.heard[-1:] == (name,):
        found["spoke last"] = 1.0
    elif name in here.heard[-2:]:
        found["spoke last but one"] = 1.0
    if here.paragraph <= last:
        found["heard in this paragraph"] = 1.0
    return found
