"""Circumstances: what a statement is like, as far as it bears on when, where and to whom it was made."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from onrecord.analysis.acts import Deed
from onrecord.analysis.scene import Scene
from onrecord.analysis.surroundings import Surroundings, place_of
from onrecord.analysis.words import words
from onrecord.languages.english.cues import IRREGULAR
from onrecord.languages.english.grammar import NEGATIONS, PRONOUNS, RELATIVES
from onrecord.terms.span import Span, words_of
from onrecord.terms.statement import Actor, Attribution

__all__ = ["circumstances"]

_LEAD = 3
_LONG = 4
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
    """What each statement is like: tense and kind of its cue, who speaks, where it stands."""
    scene, attributions, holders = around.scene, around.attributions, around.holders
    introduced = _introduced(attributions, speakers)
    spoken = Counter(speaker.name for speaker in speakers)
    headline = scene.paragraphs[0] if scene.paragraphs else Span(0, 1)
    named = {mention.actor.name for mention in scene.cast.within(headline.start, headline.end)}
    return tuple(
        frozenset(_of(scene, a, s, d))
        | _standing(spoken, s, named)
        | ({"inside another"} if h is not None else frozenset())
        | ({"introduced"} if n in introduced else frozenset())
        | _told(around, a)
        for n, (a, s, h, d) in enumerate(zip(attributions, speakers, holders, deeds, strict=True))
    )


def _introduced(attributions: Sequence[Attribution], speakers: Sequence[Actor]) -> frozenset[int]:
    """The statements that are their speaker's first."""
    first: dict[str, int] = {}
    for number in sorted(range(len(attributions)), key=lambda n: place_of(attributions[n])):
        first.setdefault(speakers[number].name, number)
    return frozenset(first.values())


def _told(around: Surroundings, attribution: Attribution) -> set[str]:
    """What the writer's own words in its sentence tell of an occasion."""
    signs = around.told_in(around.scene.sentence_number(place_of(attribution)))
    found = {f"{venue.kind} told" for _, venue in signs.venues}
    if any(venue.definite for _, venue in signs.venues):
        found.add("known venue")
    if signs.times:
        found.add("a day told")
    if any(addressee.kind in ("told", "asked") for _, addressee in signs.addressees):
        found.add("told somebody")
    return found


def _put(scene: Scene, attribution: Attribution) -> set[str]:
    """How long its source is, whether a relative pronoun speaks, and where in the article it stands."""
    source = words_of(scene.text, attribution.source, gap=" ").split()
    found = {f"source of {min(len(source), _LONG)}"}
    if source and source[-1].lower() in RELATIVES:
        found.add("by a relative")
    at = place_of(attribution)
    if scene.sentence(at).start == scene.paragraph(at).start:
        found.add("opens a paragraph")
    found.add(f"third {3 * at // max(1, len(scene.text))}")
    return found


def _standing(spoken: Counter[str], speaker: Actor, named: Collection[str]) -> frozenset[str]:
    """How much of an article is the speaker's: all of it, some, one statement."""
    times = spoken[speaker.name]
    share = times / spoken.total()
    much = "speaks most" if share > _MOST else "speaks much" if share > _MUCH else "speaks little"
    found = {much} | ({"speaks once"} if times == 1 else set())
    return frozenset(found | ({"headed"} if speaker.name in named else set()))


def _of_cue(scene: Scene, attribution: Attribution, cue: str) -> set[str]:
    """The tense of the cue, whether it says anything more than "said", and whether a pronoun speaks."""
    tense = tense_of(cue)
    found = {tense}
    if tense not in ("past", "perfect", "pluperfect", "present", "according to"):
        found.add("no tense")
    if cue in ("said", "says"):
        found.add("plainly said")
    if words_of(scene.text, attribution.source, gap=" ").strip().lower() in PRONOUNS:
        found.add("by a pronoun")
    return found


def _of(scene: Scene, attribution: Attribution, speaker: Actor, deed: Deed) -> set[str]:
    cue = " ".join(words_of(scene.text, attribution.cue, gap=" ").lower().split())
    found = _of_cue(scene, attribution, cue) | _put(scene, attribution)
    found.add(
        "a person"
        if speaker.kind == "person"
        else "unnamed"
        if speaker.kind in ("unnamed", "group", "unknown")
        else speaker.kind
    )
    if deed.mode != "speech":
        found.add(deed.mode)
    if deed.act == "ask":
        found.add(deed.act)
    if _ANOTHER_TIME.search(cue):
        found.add("another time")
    if any(word.lower in NEGATIONS or word.lower.endswith("n't") for word in words(cue)):
        found.add("negated")
    if scene.is_quoted(min(attribution.content[0].start + 1, len(scene.text) - 1)):
        found.add("quoted")
    if not attribution.source:
        found.add("without source")
    place = (attribution.cue or attribution.source or attribution.content)[0].start
    lead = scene.paragraphs[:_LEAD]
    if lead and place < lead[0].end:
        found.add("in the headline")
    elif lead and place < lead[-1].end:
        found.add("in the lead")
    return found


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
