"""Who writes: the person that a byline or the note under a piece names, for its first person."""

import re
from bisect import bisect_right
from collections import Counter
from functools import lru_cache

from onrecord.analysis.cast import Mention
from onrecord.analysis.scene import Scene
from onrecord.analysis.turns import Spoken
from onrecord.analysis.words import lemmas, words
from onrecord.languages.english.cues import IRREGULAR, VERBS
from onrecord.languages.english.given_names import GIVEN_NAMES
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor

__all__ = ["first_person_of", "signer", "turn_holder"]

_LAST, _FIRST = 3, 4
"""So many paragraphs at the end and at the beginning a byline is looked for in."""
_NOTE = re.compile(
    r"(?:,[^.\n]{2,90},)?\s(?:is|are|was|represents|served|serves|teaches|writes|covers|heads|leads|directs|works"
    r"|chairs|reports)\s|,\s(?:an?|the)\s"
)
_BY = re.compile(r"\s*(?:By|BY)\s+$")
_LONGEST_NOTE = 500
_NAME_ALONE = re.compile(r"(?P<given>[^\W\d_a-z][\w’'-]+)(?: [^\W\d_a-z][\w.’'-]*){1,3}\.?")
_HEADED = re.compile(
    r"(?:[^\n“\"]{0,120}\b[Bb][Yy] |Exclusive\W+)?"
    r"(?P<name>(?P<given>[A-Z][\w’'-]+)(?: [A-Z][\w.’'-]*){1,3})(?::\s|\.?\s*$)",
    re.MULTILINE,
)
"""Over a piece: "Anna Rask: Why I walk", "… By Anna Rask", or the name alone."""
_LONGEST_NAME = 40
_LETTERS = 2
"""So many lines that are a name alone sign letters; one may be a heading."""
_FIRST_PERSON = re.compile(r"\bI\b(?!\.)")


def first_person_of(scene: Scene, at: int = 0, *, case: str = "i", cue: str = "") -> Spoken:
    """Whom "I" and "we" outside quotations mean.

    Whoever signs the letter or the piece; else the outlet, which asks and reports, while those who know,
    need or remember are "we" at large ("if we remember nothing else").

    Args:
        scene: the article.
        at: where the pronoun stands.
        case: "i" or "we".
        cue: the words that attribute something to them.
    """
    turn = turn_holder(scene, at) if case == "i" else None
    signed = (
        signer(scene, at) or turn or _signature(scene) or (_given_in_full(scene) if case == "i" else None)
    )
    if signed:
        return signed
    if case == "we" and not any(lemma in VERBS and VERBS[lemma][1] == "speech" for lemma in _lemmas(cue)):
        return Spoken(Actor("we", "group"), "first person plural: people at large", 0.5)
    outlet = scene.outlet
    return Spoken(Actor(outlet or "the writer", "writer"), "first person outside quotations", 0.7)


def _lemmas(cue: str) -> set[str]:
    return {
        lemma
        for word in words(cue)
        for lemma in (IRREGULAR.get(word.lower, word.lower), word.lower, *lemmas(word.lower))
    }


def signer(scene: Scene, at: int) -> Spoken | None:
    """Who signs the letter that a position stands in, on a page of several."""
    signatures = _signatures(scene)
    if len(signatures) < _LETTERS or scene.is_quoted(at):
        return None
    below = next((span for span in signatures if span.start > at), None)
    if below is None:
        return None
    name = below.of(scene.text).strip(" .")
    return Spoken(Actor(name, "person"), "whoever signs the letter", 0.8, (below,))


def turn_holder(scene: Scene, at: int) -> Spoken | None:
    """Whose turn of a printed interview or a transcript a position stands in.

    "Q" is the outlet's, "A" that of whoever the piece names first; any other label names who speaks.
    """
    turns = _turns(scene)
    below = bisect_right(turns, at, key=lambda turn: turn[0].start) - 1
    if len(turns) < _TURNS or below < 0 or scene.is_quoted(at):
        return None
    span, actor = turns[below]
    return Spoken(actor, "whose turn of the interview it is", 0.8, (span,)) if actor else None


@lru_cache(maxsize=1)
def _turns(scene: Scene) -> list[tuple[Span, Actor | None]]:
    """The labels that paragraphs begin with, and whom each means."""
    labels = [match for p in scene.paragraphs if (match := _LABEL.match(scene.text, p.start, p.end))]
    times = Counter(match["label"] for match in labels)
    return [
        (Span(*match.span("label")), _labelled(scene, match["label"]))
        for match in labels
        if times[match["label"]] > 1
    ]


def _labelled(scene: Scene, label: str) -> Actor | None:
    if label == "Q":
        return Actor(scene.outlet or "the interviewer", "writer")
    people = scene.cast.people
    if label == "A":
        return people[0].actor if people else None
    surname = label.lower().split()[-1]
    return next((person.actor for person in people if person.name.lower().split()[-1] == surname), None)


@lru_cache(maxsize=1)
def _given_in_full(scene: Scene) -> Spoken | None:
    """Who is named first where headline or lead say that a speech or a transcript follows."""
    head = scene.paragraphs[min(_LAST, len(scene.paragraphs)) - 1].end if scene.paragraphs else 0
    told = _IN_FULL.search(scene.text, 0, head)
    own = sum(not scene.is_quoted(m.start()) for m in _FIRST_PERSON.finditer(scene.text))
    if told is None or own < _OFTEN or not scene.cast.people:
        return None
    return Spoken(scene.cast.people[0].actor, "whose words are given in full", 0.6, (Span(*told.span()),))


_IN_FULL = re.compile(
    r"\b(?:transcript|full text|remarks|speech|prepared for delivery|address|testimony|interview|Q&A)\b",
    re.IGNORECASE,
)
_OFTEN = 6
_TURNS = 4
_LABEL = re.compile(
    r"[\s\"“]*(?P<label>Q(?=[A-Z][a-z’']|[:.]\s)|A(?=[:.]\s)|[^\W\d_a-z][\w.’' -]{2,40}(?=:\s))"
)
"""What begins a turn: "Q: …", "QWhy …", "A: …", "RASK: …"."""


@lru_cache(maxsize=1)
def _signatures(scene: Scene) -> tuple[Span, ...]:
    """The lines that are a person's name and no more."""
    return tuple(
        p
        for p in scene.paragraphs[1:]
        if p.end - p.start < _LONGEST_NAME
        and (match := _NAME_ALONE.fullmatch(p.of(scene.text).strip()))
        and match["given"].lower() in GIVEN_NAMES
    )


@lru_cache(maxsize=1)
def _signature(scene: Scene) -> Spoken | None:
    """The person whom the byline or the note under a piece written in the first person names."""
    if not any(not scene.is_quoted(m.start()) for m in _FIRST_PERSON.finditer(scene.text)):
        return None
    for paragraph in scene.paragraphs[:_FIRST]:
        named = scene.cast.within(paragraph.start, paragraph.end)[:1]
        personal = named and named[0].actor.kind == "person"
        if personal and _BY.fullmatch(scene.text, paragraph.start, named[0].start):
            return Spoken(named[0].actor, "first person: the byline", 0.9, (_span(named[0]),))
        headed = _HEADED.match(scene.text, paragraph.start, paragraph.end)
        if headed and headed["given"].lower() in GIVEN_NAMES:
            name = Span(headed.start("name"), headed.end("name"))
            actor = Actor(" ".join(name.of(scene.text).split()), "person")
            return Spoken(actor, "first person: the name over the piece", 0.7, (name,))
    for paragraph in scene.paragraphs[: -_LAST - 1 : -1]:
        named = scene.cast.within(paragraph.start, paragraph.end)[:1]
        short = paragraph.end - paragraph.start < _LONGEST_NOTE and paragraph is not scene.paragraphs[0]
        if named and short and named[0].actor.kind == "person" and named[0].start <= paragraph.start + 1:
            note = _NOTE.match(scene.text, named[0].end) or re.match(
                r", [A-Z]-", scene.text[named[0].end :][:4]
            )
            if note and not scene.is_quoted(named[0].end):
                return Spoken(
                    named[0].actor, "first person: the note under the piece", 0.8, (_span(named[0]),)
                )
    return None


def _span(mention: Mention) -> Span:
    return Span(mention.name, mention.end)
