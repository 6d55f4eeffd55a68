"""Clues: what tells for and against somebody whom a pronoun or a description may take up.

Each is a small number, weighed by the table that ``training/tables/antecedents.py`` fits.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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


def clues_of(here: Standpoint, candidate: Candidate) -> Mapping[str, float]:
    """What tells for and against one candidate; each between about 0 and 3."""
    scene = here.scene
    outside = [m for m in candidate.mentions if not scene.is_quoted(m.name)]
    found = {
        "known gender": float(candidate.gender is not None),
        "kept nameless": float(candidate.actor.kind == "unnamed"),
        "times named": math.log1p(len(candidate.mentions)),
        "times heard": math.log1p(len(candidate.turns)),
        "named at all": math.log1p(scene.counts[candidate.actor.name]),
        "only quoted": float(bool(candidate.mentions) and not outside),
        "named in the quotation": float(candidate.actor.name in here.quoting),
        "named in the words": float(candidate.actor.name in here.telling),
        "named right after": float(candidate.actor.name in here.after),
    }
    held = here.holder == candidate.actor.name
    found["speaks here, quoted"] = float(held and here.quoted)
    found["speaks here"] = float(held and not here.quoted)
    found |= _of_naming(here, outside[-1] if outside else None)
    found |= _of_speaking(here, candidate)
    crossed = {f"{name}, {here.stands}": found[name] for name in _SHIFTING if found.get(name)}
    return {name: value for name, value in (found | crossed).items() if value}


_SHIFTING = (
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
)
"""What counts for more or less by where the pronoun stands."""


def _of_naming(here: Standpoint, last: Mention | None) -> dict[str, float]:
    if last is None:
        return {"never named": 1.0}
    scene, text = here.scene, here.scene.text
    away = here.here - scene.sentence_number(last.name)
    told = scene.told_between(last.name, here.at)
    before = text[max(0, last.start - 24) : last.start]
    owner = text[last.end : last.end + 2] in ("'s", "’s")
    object_ = bool(_PREPOSITION_BEFORE.search(before))
    begins = last.start - scene.sentence(last.name).start
    verb = bool(_VERB_AFTER.match(text, last.end))
    subject = not owner and not object_ and (verb or begins < _CHARACTERS // 2)
    return {
        "sentences since named": math.log1p(min(away, _FAR)),
        "told since named": math.log1p(min(told, _FAR)),
        "named in this sentence": float(away == 0),
        "named in the sentence before": float(away == 1),
        "named as owner": float(owner),
        "named after a preposition": float(object_),
        "named after a verb": float(bool(_VERB_BEFORE.search(before))),
        "named as subject": float(subject),
        "a verb follows": float(verb),
        "subject just before": float(subject and told <= 1),
        "begins the sentence": float(begins <= 1),
        "characters since named": math.log1p((here.at - last.name) / _CHARACTERS),
        "named in this paragraph": float(here.paragraph <= last.name),
    }


def _of_speaking(here: Standpoint, candidate: Candidate) -> dict[str, float]:
    if not candidate.turns:
        return {"never heard": 1.0}
    scene, name = here.scene, candidate.actor.name
    last = max(turn.at for turn in candidate.turns)
    away = here.here - scene.sentence_number(last)
    others = [other for other in reversed(here.heard[-_FAR:]) if other != name]
    return {
        "spoke last": float(here.heard[-1:] == (name,)),
        "spoke last but one": float(here.heard[-1:] != (name,) and bool(others) and name in here.heard[-2:]),
        "sentences since heard": math.log1p(min(away, _FAR)),
        "told since heard": math.log1p(min(scene.told_between(last, here.at), _FAR)),
        "heard in this sentence": float(away == 0),
        "heard in the sentence before": float(away == 1),
        "heard in this paragraph": float(here.paragraph <= last),
    }
