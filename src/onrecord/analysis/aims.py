"""Whom a statement may be about or aimed at: the candidates, and what tells for and against each."""

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from onrecord.analysis.acts import Deed
from onrecord.analysis.antecedents import Turn, antecedent, bodies, crowds, other_people
from onrecord.analysis.descriptions import taken_up
from onrecord.analysis.ranking import best
from onrecord.analysis.scene import Scene
from onrecord.analysis.words import Word, lowered
from onrecord.languages.english.cues import IRREGULAR
from onrecord.languages.english.nouns import GOVERNMENTS, ORGANISATIONS
from onrecord.languages.english.occasions import CLASSES
from onrecord.languages.english.people import FEMALE, MALE, OFFICES
from onrecord.terms.span import Span, Spans
from onrecord.terms.statement import Actor, Attribution

__all__ = ["Candidate", "Case", "candidates", "evidence", "features_of"]

_MEANT = frozenset({"person", "organisation", "government", "group", "unnamed"})
_PERSONAL = re.compile(r"\b(he|she|him|her|his|they|them|their|it|its)\b")
_GENDER = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}
_DESCRIBED = re.compile(r"\b(?:the|this|that|our)\s((?:[\w’'-]+\s){0,2}?)([\w-]+)\b")
_STOP = re.compile(
    r"(?:that|who|whom|which|of|in|on|at|by|for|from|with|about|against|to|into|over|than|as|and|or|but|if|when|is|are|was|were|be|been|has"
    r"|have|had|will|would|could|should|can|may|might|do|does|did|not|no|he|she|it|they|we|you|i|this|that|these|those|the|a|an|his|her|its|their|our"
    r"|your|my|some|any|many|most|all|more|other|such|said|how|much|\w+ing)$"
)
_BEFORE = 3
"""So many words before a class of people are part of what it is called."""
_AFTER = re.compile(
    r"(?P<joined>(?:,\s[\w-]+)*,?\sand\s(?P<second>[\w-]+)\b)?"
    r"(?:\s(?:in|of|from|around|with)\s(?:the\s|a\s)?(?:[\w’'-]+\s){0,2}?(?:[^\W\d_a-z][\w’'-]+|\w{3,}s|globe|world|country|city|state)\b|\swho\s(?:[\w’'-]+\s){0,4}[\w’'-]+)?",
)
_PREPOSITION = re.compile(
    r"\b(?P<word>of|in|on|at|by|for|from|with|about|against|to|into|over|than|and|like)\s(?:the\s|a\s|an\s)?(?:[\w.-]+\s)?$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\W{0,2}(?:\(.*?\)\s)?,?\s?(?:is|was|are|were|has|had|have|will|would|could|should|can|did|does|do|\w+ed|\w+s)\b"
)
_AIMED = frozenset({"accuse", "criticise", "praise", "threaten", "deny", "doubt", "warn", "predict"})
_ADDRESSING = frozenset({"urge", "demand", "ask"})
_SHORT = 25
_LINKED = 10
_AND = re.compile(r",?\s(?:and|or)\s(?:the\s)?|,\s(?:the\s)?")
_WITH_ACT = frozenset(
    {
        "first in the content",
        "subject",
        "alone in the content",
        "outside the content",
        "after a preposition",
        "joined to another",
    }
)
_BODIES = ORGANISATIONS | GOVERNMENTS | {"campaign", "administration", "party"}


@dataclass(frozen=True)
class Case:
    """One statement whose targets are looked for, with what is known of it and of those before it.

    Attributes:
        scene: the article.
        attribution: the statement's spans.
        deed: its act.
        speaker: who speaks.
        audience: to whom.
        turns: who spoke before.
        before: the targets chosen for the statement before, and whether it was by the same speaker.
        own: the targets chosen for the last statement of the same speaker.
        tally: how often each actor has been a target before.
    """

    scene: Scene
    attribution: Attribution
    deed: Deed
    speaker: Actor
    audience: Actor | None
    turns: Sequence[Turn]
    before: Sequence[Actor] = ()
    own: Sequence[Actor] = ()
    tally: Counter[Actor] = field(default_factory=Counter)

    @cached_property
    def sentence(self) -> Span:
        """The sentence of the cue."""
        return self.scene.sentence((self.attribution.cue or self.attribution.content)[0].start)

    @cached_property
    def heard(self) -> frozenset[str]:
        """The names of those who spoke before."""
        return frozenset(turn.actor.name for turn in self.turns)

    @cached_property
    def speaker_words(self) -> frozenset[str]:
        """The words of the speaker's name."""
        return frozenset(self.speaker.name.lower().split())


@dataclass
class Candidate:
    """Somebody who may be a target.

    Attributes:
        actor: who.
        ways: how they come into question: named in the content, by a pronoun, object of the cue …
        places: where, in the order found.
    """

    actor: Actor
    ways: set[str] = field(default_factory=set)
    places: list[Span] = field(default_factory=list)


def candidates(case: Case) -> list[Candidate]:
    """Everybody who may be meant, in the order in which they come into question."""
    found: dict[str, Candidate] = {}
    for actor, way, place in _all(case):
        if (
            _is_speaker(actor, case.speaker)
            or actor.kind not in _MEANT
            or actor.name in ("unspecified", "unknown")
        ):
            continue
        candidate = found.setdefault(actor.name, Candidate(actor))
        candidate.ways.add(way)
        if place is not None:
            candidate.places.append(place)
    return list(found.values())


def _is_speaker(actor: Actor, speaker: Actor) -> bool:
    return actor.name == speaker.name


def _all(case: Case) -> Iterator[tuple[Actor, str, Span | None]]:
    scene, attribution = case.scene, case.attribution
    for piece in attribution.content:
        for mention in scene.cast.within(piece.start, piece.end):
            yield mention.actor, "named", Span(mention.start, mention.end)
    yield from _described(case)
    yield from _pronouns(case)
    yield from _people(case)
    yield from _around(case)
    if case.audience is not None and case.audience.kind != "writer":
        yield case.audience, "audience", None
    latest = next((t for t in reversed(case.turns) if t.actor.name != case.speaker.name), None)
    if latest is not None and case.turns and latest is case.turns[-1]:
        yield latest.actor, "spoke before", None
    for actor in case.own[:2]:
        yield actor, "target of the speaker's last", None
    for actor in case.before[:1]:
        yield actor, "target of the statement before", None
    for actor, _ in case.tally.most_common(3):
        yield actor, "targeted most so far", None
    for mention in scene.headed[:3]:
        yield mention.actor, "in the headline", None
    for actor in scene.foremost:
        yield actor, "named most", None


def _described(case: Case) -> Iterator[tuple[Actor, str, Span]]:
    """Bodies and office holders that the content takes up by what they are."""
    low = lowered(case.scene.text)
    for piece in case.attribution.content:
        for match in _DESCRIBED.finditer(low, piece.start, piece.end):
            head = match.group(2)
            if head in _BODIES or head in OFFICES or head in FEMALE or head in MALE:
                actor = _by_last_word(case, head, match.start())
                actor = actor or _taken_up(case, Span(*match.span()))
                if actor:
                    yield actor, "described", Span(match.start(), match.end())


def _taken_up(case: Case, phrase: Span) -> Actor | None:
    return taken_up(case.scene, phrase.of(case.scene.text), phrase.start, case.turns)


def _by_last_word(case: Case, head: str, at: int) -> Actor | None:
    """The body named last whose name ends in the word: "the campaign" is the Doe campaign."""
    if head not in _BODIES:
        return None
    before = case.scene.cast.mentions[: bisect_left(case.scene.cast.places, at)]
    named = (m.actor for m in reversed(before) if m.actor.name.lower().endswith(f" {head}"))
    return next(named, None)


def _pronouns(case: Case) -> Iterator[tuple[Actor, str, Span]]:
    """Whom "he", "she", "it" and "they" in the content take up."""
    seen: set[str] = set()
    low = lowered(case.scene.text)
    for piece in case.attribution.content:
        for match in _PERSONAL.finditer(low, piece.start, piece.end):
            word = match.group()
            kind = _GENDER.get(word) or ("they" if word.startswith("th") else "it")
            if kind in seen:
                continue
            seen.add(kind)
            actor = _antecedent(case, match.start(), piece.start, kind)
            if actor:
                yield (
                    actor,
                    f"pronoun {'of a person' if kind in ('male', 'female') else kind}",
                    Span(*match.span()),
                )


def _antecedent(case: Case, at: int, start: int, kind: str) -> Actor | None:
    if kind in ("male", "female"):
        quoted = case.scene.is_quoted(at)
        fits = other_people("male" if kind == "male" else "female", but=case.speaker.name if quoted else "")
        ranked = best(case.scene, at, [t for t in case.turns if t.at < at], fits)
        return ranked[0].actor if ranked else None
    return antecedent(case.scene, start, case.turns, crowds if kind == "they" else bodies)


def _people(case: Case) -> Iterator[tuple[Actor, str, Span]]:
    """Classes of people that the content is about ("single mothers")."""
    text = case.scene.text
    for piece in case.attribution.content:
        parts = case.scene.words_in(piece.start, piece.end)
        reached = piece.start
        for n, word in enumerate(parts):
            if word.lower not in CLASSES or word.start < reached:
                continue
            start = _beginning(text, parts, n)
            after = _AFTER.match(text, word.end, piece.end)
            end = after.end() if after else word.end
            if after and after["second"] and after["second"].lower() not in CLASSES:
                end = word.end
            if word.lower == "people" and start == word.start and end == word.end:
                continue
            reached = end
            yield Actor(" ".join(text[start:end].split()), "group"), "people", Span(start, end)


def _beginning(text: str, parts: Sequence[Word], n: int) -> int:
    """Where the name of a class of people starts whose head is known."""
    first = n
    while (
        first > max(0, n - _BEFORE)
        and text[parts[first - 1].end : parts[first].start].isspace()
        and not _STOP.match(parts[first - 1].lower)
        and parts[first - 1].lower not in IRREGULAR
    ):
        first -= 1
    if first < n and text[parts[first].start - 1 : parts[first].start] == ",":
        first += 1  # "10,000 refugees" is two words of number
    return parts[first].start


def _around(case: Case) -> Iterator[tuple[Actor, str, Span]]:
    """Whoever is named in the cue, between cue and content, or elsewhere in the sentence."""
    text, cue = case.scene.text, case.attribution.cue
    content = case.attribution.content
    for mention in case.scene.outside_quotes(case.sentence.start, case.sentence.end):
        if any(c.start <= mention.name < c.end for c in content):
            continue
        if any(s.start <= mention.name < s.end for s in case.attribution.source):
            way = "in the source"
        elif cue and cue[0].start <= mention.name < cue[-1].end:
            way = "in the cue"
        elif cue and 0 <= mention.start - cue[-1].end <= 2:  # noqa: PLR2004 - a blank and a quotation mark
            way = "object of the cue"
        elif cue and cue[-1].end <= mention.start < content[0].start:
            way = "between cue and content"
        elif text[mention.start - 1 : mention.start] and mention.start < (cue or content)[0].start:
            way = "before in the sentence"
        else:
            way = "after in the sentence"
        yield mention.actor, way, Span(mention.start, mention.end)


def features_of(case: Case, found: Sequence[Candidate]) -> list[dict[str, float]]:
    """What tells for and against each candidate; what is not the case is left out.

    Args:
        case: the statement.
        found: all who come into question.
    """
    act = "aimed" if case.deed.act in _AIMED else "addressing" if case.deed.act in _ADDRESSING else "plain"
    placed = _of_places(case, found)
    ground = {
        "any": 1.0,
        "rivals": math.log1p(len(found)),
        **({"content is a thought": 1.0} if case.deed.mode == "thought" else {}),
    }
    tables = []
    for one, places in zip(found, placed, strict=True):
        kind = one.actor.kind
        table = {f"is {kind}": 1.0, **ground, **places}
        for way in one.ways:
            table |= _of_way(way, act, kind)
        for key in _WITH_ACT & places.keys():
            for name in _with_act(key, case.deed.act, kind):
                table[name] = places[key]
        _add_standing(table, case, one.actor)
        tables.append(table)
    return tables


@lru_cache(maxsize=500)
def _of_way(way: str, act: str, kind: str) -> Mapping[str, float]:
    """The features of a way to come into question; the same mapping each time."""
    return {way: 1.0, f"{way}, {act}": 1.0, f"{way}, {kind}": 1.0}


@lru_cache(maxsize=1000)
def _with_act(key: str, act: str, kind: str) -> tuple[str, str]:
    return f"{key}, {act}", f"{key}, {kind}"


def _add_standing(table: dict[str, float], case: Case, actor: Actor) -> None:
    """What an actor is to the article, to its other statements and to the speaker."""
    name, speaker = actor.name, case.speaker
    if times := case.tally[actor]:
        table["targeted so far"] = math.log1p(times)
        table["share of the targets"] = times / case.tally.total()
    if named := case.scene.counts[name]:
        table["times named"] = math.log1p(named)
    if not case.speaker_words.isdisjoint(name.lower().split()):
        table["shares a name with the speaker"] = 1.0
    if name in (speaker.affiliation, speaker.role):
        table["speaker's own house"] = 1.0
    if actor.kind == "government" and actor.country is not None and actor.country == speaker.country:
        table["of the speaker's state"] = 1.0
    if name in case.heard:
        table["speaks elsewhere"] = 1.0


def _of_places(case: Case, found: Sequence[Candidate]) -> list[dict[str, float]]:
    """What the places of each candidate in the content tell."""
    content = case.attribution.content
    inside = [[p for p in one.places if any(c.start <= p.start < c.end for c in content)] for one in found]
    size = sum(c.end - c.start for c in content)
    tables: list[dict[str, float]] = []
    for one, places in zip(found, inside, strict=True):
        if not places:
            tables.append(_OUTSIDE)
            continue
        others = [p for theirs in inside if theirs is not places for p in theirs]
        table = _among(case, places[0], others)
        table |= _in_words(case, places[0], one.actor.kind)
        table["how far in"] = min(1.0, (places[0].start - content[0].start) / max(1, size))
        table["times in the content"] = math.log1p(len(places) - 1)
        table["long content"] = math.log1p(size / 100)
        tables.append(table)
    return tables


_OUTSIDE = {"outside the content": 1.0}


def _among(case: Case, first: Span, others: Sequence[Span]) -> dict[str, float]:
    """Where the first place of a candidate stands among those of the others."""
    if not others:
        return {"first in the content": 1.0, "alone in the content": 1.0}
    rank = sum(o.start < first.start for o in others)
    table = {("first in the content", "second in the content")[rank]: 1.0} if rank <= 1 else {}
    text = case.scene.text
    if any(0 < first.start - o.end <= _LINKED and _AND.fullmatch(text, o.end, first.start) for o in others):
        table["joined to another"] = 1.0
    return table


def _in_words(case: Case, first: Span, kind: str) -> dict[str, float]:
    """What the words around the first place tell."""
    text, table = case.scene.text, {}
    if first.start - case.attribution.content[0].start <= _SHORT:
        table["begins the content"] = 1.0
    if case.scene.is_quoted(first.start):
        table["quoted"] = 1.0
    if text[first.end : first.end + 2] in ("'s", "’s"):
        table["owner"] = 1.0
    if kind == "government" and text[first.end : first.end + 1] == ",":
        table["a place with a comma"] = 1.0
    preposition = _PREPOSITION.search(text[max(0, first.start - 24) : first.start])
    if preposition is None:
        return {**table, "subject": 1.0} if _SUBJECT.match(text, first.end) else table
    word = preposition["word"].lower()
    table |= {"after a preposition": 1.0, f"after {word}": 1.0}
    if word == "in" and kind == "government":
        table["a place"] = 1.0
    return table


def evidence(one: Candidate) -> Spans:
    """Where a candidate is named, at most at three places."""
    return tuple(sorted(set(one.places))[:3])
