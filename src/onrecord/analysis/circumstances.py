"""Circumstances: what a statement is like, as far as it bears on when, where and to whom it was made."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from onrecord.analysis.acts import Deed
from onrecord.analysis.surroundings import Surroundings
from onrecord.analysis.words import words
from onrecord.languages.english.cues import IRREGULAR
from onrecord.languages.english.grammar import NEGATIONS, PRONOUNS, RELATIVES
from onrecord.terms.span import Spans, words_of
from onrecord.terms.statement import Actor

__all__ = ["circumstances"]

_LONG = 4
_KEPT = 512
"""So many cues are kept."""
_MOST, _MUCH = 0.5, 0.25
"""Shares of an article's statements."""
_ANOTHER_TIME = re.compile(
    r"\b(?:long|often|previously|once|repeatedly|usually|always|sometimes|earlier|recently|originally|first|later|initially)\b"
)
_AUXILIARY = (
    ("perfect", re.compile(r"\b(?:has|have)\b|['’]ve\b|['’]s (?:\w+ )?\w+ed\b")),
    ("pluperfect", re.compile(r"\bhad\b")),
    ("modal", re.compile(r"\b(?:will|would|could|can|may|might|should|must)\b")),
    ("infinitive", re.compile(r"^(?:\w+ )?to \w+")),
    ("present", re.compile(r"\b(?:is|are|am)\b")),
    ("past", re.compile(r"\b(?:was|were|did)\b")),
)


def circumstances(
    around: Surroundings,
    speakers: Sequence[Actor],
    deeds: Sequence[Deed],
) -> tuple[frozenset[str], ...]:
    """What each statement is like, in the order of the text: its cue, who speaks, where it stands."""
    scene = around.scene
    spoken = Counter(speaker.name for speaker in speakers)
    named = {mention.actor.name for mention in scene.headed}
    found = []
    heard: set[str] = set()
    for number, (speaker, deed) in enumerate(zip(speakers, deeds, strict=True)):
        cases = {
            *_of_cue(_line(scene.text, around.attributions[number].cue)),
            *_of_source(scene.text, around.attributions[number].source),
            *_put(around, number),
            *_told(around, around.sentences[number]),
            *_made(speaker, deed),
            *_standing(spoken, speaker, named),
        }
        if around.holders[number] is not None:
            cases.add("inside another")
        if speaker.name not in heard:
            cases.add("introduced")
            heard.add(speaker.name)
        found.append(frozenset(cases))
    return tuple(found)


def _told(around: Surroundings, sentence: int) -> set[str]:
    """What the writer's own words in a sentence tell of an occasion."""
    venues = around.told_in("venue", sentence)
    found = {f"{venue.kind} told" for venue in venues}
    if any(venue.definite for venue in venues):
        found.add("known venue")
    if around.told_in("said", sentence):
        found.add("a day told")
    if any(addressee.kind in ("told", "asked") for addressee in around.told_in("audience", sentence)):
        found.add("told somebody")
    return found


def _line(text: str, spans: Spans) -> str:
    return " ".join(words_of(text, spans, gap=" ").lower().split())


def _of_source(text: str, spans: Spans) -> Iterator[str]:
    """How long a source is, and whether it is a pronoun or ends with a relative one."""
    source = _line(text, spans)
    parts = source.split()
    yield f"source of {min(len(parts), _LONG)}"
    if not spans:
        yield "without source"
    if parts and parts[-1] in RELATIVES:
        yield "by a relative"
    if source in PRONOUNS:
        yield "by a pronoun"


def _put(around: Surroundings, number: int) -> Iterator[str]:
    """Where in the article a statement stands."""
    scene, place, content = around.scene, around.places[number], around.attributions[number].content
    if around.sentences[number] == around.first_sentences[number]:
        yield "opens a paragraph"
    yield f"third {3 * place // max(1, len(scene.text))}"
    if scene.is_quoted(min(content[0].start + 1, len(scene.text) - 1)):
        yield "quoted"
    lead = scene.lead
    if lead and place < lead[0].end:
        yield "in the headline"
    elif lead and place < lead[-1].end:
        yield "in the lead"


def _made(speaker: Actor, deed: Deed) -> Iterator[str]:
    """What kind of speaker does what."""
    if speaker.kind == "person":
        yield "a person"
    else:
        yield "unnamed" if speaker.kind in ("unnamed", "group", "unknown") else speaker.kind
    if deed.mode != "speech":
        yield deed.mode
    if deed.act == "ask":
        yield deed.act


def _standing(spoken: Counter[str], speaker: Actor, named: Collection[str]) -> Iterator[str]:
    """How much of an article is the speaker's: all of it, some, one statement."""
    times = spoken[speaker.name]
    share = times / spoken.total()
    yield "speaks most" if share > _MOST else "speaks much" if share > _MUCH else "speaks little"
    if times == 1:
        yield "speaks once"
    if speaker.name in named:
        yield "headed"


@lru_cache(maxsize=_KEPT)
def _of_cue(cue: str) -> frozenset[str]:
    """The tense of a cue, whether it says any more than "said"; the same few come up all the time."""
    tense = tense_of(cue)
    found = {tense}
    if tense not in ("past", "perfect", "pluperfect", "present", "according to"):
        found.add("no tense")
    if cue in ("said", "says"):
        found.add("plainly said")
    if _ANOTHER_TIME.search(cue):
        found.add("another time")
    if any(word.lower in NEGATIONS or word.lower.endswith("n't") for word in words(cue)):
        found.add("negated")
    return frozenset(found)


def tense_of(cue: str) -> str:
    """The tense of a cue's verb, as far as its form tells; "noun" and "bare" where there is none."""
    for name, pattern in _AUXILIARY:
        if pattern.search(cue):
            return name
    parts = [word.lower for word in words(cue)]
    if not parts:
        return "bare"
    if cue.startswith("according to"):
        return "according to"
    for part in parts:
        if part in IRREGULAR or part.endswith("ed"):
            return "past"
        if part.endswith("ing"):
            return "participle"
    return "present" if parts[0].endswith("s") else "noun"
