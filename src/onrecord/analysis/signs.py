"""The signs of an occasion: words of a sentence that name a day, a venue or somebody addressed."""

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from onrecord.analysis.audiences import addressees_in, writer_in
from onrecord.analysis.choosing import Traits
from onrecord.analysis.scene import Scene
from onrecord.analysis.times import times_in
from onrecord.analysis.venues import venues_in
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor, Said

__all__ = ["Sign", "freshness", "published_on", "same_value", "signs_in"]

_LAST_WORD = re.compile(r"([A-Za-z]+)\W*$")
_LEADS = frozenset(
    [
        "on",
        "in",
        "of",
        "after",
        "before",
        "at",
        "during",
        "from",
        "for",
        "by",
        "until",
        "since",
        "the",
        "late",
        "early",
        "earlier",
        "last",
        "this",
    ]
)
_LONG = 7
_SHORT = re.compile(r"(?:in|during|at) (?:the|this|that|his|her|their) (\w+)")
_NAME = r"[A-Z][\w.&’'-]*(?: +[A-Z][\w.&’'-]*)*"
_FAR = 40_000
"""The full name of an occasion is looked for so many characters in."""


@dataclass(frozen=True, slots=True, eq=False)
class Sign:
    """Some words of a sentence as a sign of an occasion.

    Attributes:
        span: the words.
        sentence: the number of their sentence.
        value: the day, the venue or the actor that they name.
        key: by what it is the same as another value.
        name: by what the article's mentions of it are counted, where it may go on to name it in full.
        kind: what kind of words they are.
        traits: what the words are like.
        definite: whether the venue is spoken of as known.
        fresh: whether it is a day of the report's own.
    """

    span: Span
    sentence: int
    value: Any
    key: Hashable
    name: str
    kind: str
    traits: Traits
    definite: bool = False
    fresh: bool = False


def signs_in(
    scene: Scene, number: int, field: str, parts: frozenset[str], outlet: str | None
) -> Iterator[Sign]:
    """The signs of a field in the sentence of a number.

    Args:
        scene: the article.
        number: the sentence.
        field: said, venue or audience.
        parts: what ``parts_in`` makes of the sentence.
        outlet: what the report is called.
    """
    sentence = scene.sentences[number] if scene.sentences else Span(0, 1)
    if field == "audience":
        for who in (*addressees_in(scene, sentence, parts), *writer_in(scene, sentence, outlet, parts)):
            span = Span(who.start, who.end)
            key = same_value(who.actor)
            yield Sign(span, number, who.actor, key, "", who.kind, Traits(_like(scene.text, span, who.kind)))
        return
    words = sentence.of(scene.text).replace("\xa0", " ")
    yield from (_venues if field == "venue" else _days)(scene, number, sentence, words, parts)


def _days(scene: Scene, number: int, sentence: Span, words: str, parts: frozenset[str]) -> Iterator[Sign]:
    published = published_on(scene)
    for when in times_in(words, published, parts):
        span = Span(sentence.start + when.start, sentence.start + when.end)
        fresh = freshness(published, when.said)
        traits = _like(scene.text, span, when.unit) | fresh
        today = any(name.endswith("of the day") for name in fresh)
        key = same_value(when.said)
        yield Sign(span, number, when.said, key, when.said.text, when.unit, Traits(traits), fresh=today)


def _venues(scene: Scene, number: int, sentence: Span, words: str, parts: frozenset[str]) -> Iterator[Sign]:
    for venue in venues_in(words, parts):
        span = Span(sentence.start + venue.start, sentence.start + venue.end)
        traits = _like(scene.text, span, venue.kind)
        if venue.lead:
            traits[f"with {venue.lead}"] = 1.0
        if venue.definite:
            traits["definite"] = 1.0
        value = _in_full(scene.text, venue.text)
        name, known = venue.text.lower(), venue.definite
        yield Sign(span, number, value, same_value(value), name, venue.kind, Traits(traits), definite=known)


def _like(text: str, span: Span, kind: str) -> dict[str, float]:
    """What some words are like in themselves: their kind, what stands before them, whether they own."""
    before = _LAST_WORD.search(text[max(0, span.start - 12) : span.start])
    word = before.group(1).lower() if before else ""
    found = {kind: 1.0, f"after {word if word in _LEADS else 'any word'}": 1.0}
    if text[span.end : span.end + 2] in ("'s", "’s") or text[span.end - 2 : span.end] in ("'s", "’s"):
        found["owns"] = 1.0
    return found


def freshness(published: date | None, said: Said) -> dict[str, float]:
    """How long before the report a day or an interval is."""
    if published is None:
        return {}
    days = (published - date.fromisoformat(said.text[-10:])).days
    word = "of the day" if days <= 1 else "of the week" if days < _LONG else "old"
    return {f"an interval, {word}" if "/" in said.text else word: 1.0}


def published_on(scene: Scene) -> date | None:
    """The local day of publication."""
    return scene.article.published.date() if scene.article.published else None


def same_value(value: Any) -> Hashable:  # noqa: ANN401 - one of three types
    """By what two values of a field are the same."""
    return value.name.lower() if isinstance(value, Actor) else str(value).lower()


def _in_full(text: str, venue: str) -> str:
    """The venue as the text gives it in full: "in the interview" is "in an interview with …"."""
    short = _SHORT.fullmatch(venue)
    return venue if short is None else _longer(text, short.group(1)) or venue


@lru_cache(maxsize=64)
def _longer(text: str, noun: str) -> str | None:
    """What a talk or an event is called where an article names it first with who takes part."""
    named = rf"\b(?:in|during|at) an? (?:\w+ )?{re.escape(noun)} (?:with|to|at|on) +(?:the )?{_NAME}"
    longer = re.search(named, text[:_FAR])
    return " ".join(longer.group().split()) if longer else None
