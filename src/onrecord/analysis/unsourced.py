"""Nobody is named: those kept nameless, whoever asked, the writer, or the speaker whose words go on."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.analysis.antecedents import people
from onrecord.analysis.bylines import first_person_of, signer
from onrecord.analysis.ranking import best
from onrecord.analysis.scene import Scene
from onrecord.analysis.turns import Spoken, Turn
from onrecord.analysis.words import words
from onrecord.languages.english.cues import NOUNS
from onrecord.languages.english.grammar import FUNCTION_WORDS
from onrecord.languages.english.people import Gender
from onrecord.terms.span import Span, words_of
from onrecord.terms.statement import Actor, Attribution

__all__ = ["UNSPECIFIED", "place_of", "unsourced"]

UNSPECIFIED = Actor("unspecified", "unnamed")

_IMPERSONAL = re.compile(
    r"\b(?:is|are|was|were|be|been|being|'m|’m|'re|’re)(?: \w+)? \w+(?:ed|own|en|ught|aid|elt|eld|told)\b"
    r"|\breportedly\b|\bknown as\b|\bso-called\b|\balleged(?:ly)?\b|\bself-described\b|^\s*\w+ed as\b",
    re.IGNORECASE,
)
_WRITER = re.compile(
    r"\b(?:apparently|presumably|seemingly|evidently|unclear|no doubt)\b"
    r"|^\s*(?:\w+ )?(?:appear|seem)(?:s|ed|ing)?(?: \w+)?\s*$",
    re.IGNORECASE,
)
"""What is no more than the reporter's own impression."""
_FAR = 20_000
"""So many characters back nobody remembers who asked."""
_REPORTERS = re.compile(r"\b(?P<reporters>reporters|journalists)\b|\binterview with (?:the )?", re.IGNORECASE)
_TELLS_WITHIN = 30
_TELLS = re.compile(
    r"\b(?:told|tells|telling|interview(?:ed)? (?:with|by|on)|speaking (?:to|with|on)) "
    r"(?:the |[\"“'‘])*(?:[a-z]+ ){0,2}$"
)
_ASKING = re.compile(r"\b(?:asked|pressed|questioned|quizzed|grilled|reminded)\b", re.IGNORECASE)
_QUESTION = re.compile(r"\bquestions?\b", re.IGNORECASE)
_REDUCED = re.compile(r"^\s*(?:[\w-]+ly |well[ -]|much-|widely )?[\w-]+ed\b(?! up\b)", re.IGNORECASE)
"""A participle: "labelled", "much-praised"; a verb of its own only after "and" or a comma."""
_SHARED_SUBJECT = re.compile(r"(?:\b(?:and|but|then|or|also|not)|[,—–-])\s(?:\w+ly\s)?$")


def place_of(attribution: Attribution) -> int:
    """Where a statement's speaker is to be looked for: its source, else its cue, else its content."""
    return (attribution.source or attribution.cue or attribution.content)[0].start


def unsourced(scene: Scene, attribution: Attribution, turns: Sequence[Turn]) -> Spoken:
    """Who speaks in a statement without a source.

    Args:
        scene: the article.
        attribution: the statement's spans.
        turns: the speakers made out so far.
    """
    signed = signer(scene, place_of(attribution))
    if signed:
        return signed
    cue = words_of(scene.text, attribution.cue)
    if _ASKING.search(cue) or (_QUESTION.search(cue) and not _is_raised(cue)):
        return _asker(scene, attribution)
    if _WRITER.search(cue):
        return _impression(scene, attribution, turns)
    if cue and (_IMPERSONAL.search(cue) or _is_noun(cue) or _is_reduced(scene, attribution, cue)):
        return Spoken(UNSPECIFIED, "an impersonal cue", 0.7, attribution.cue)
    return _carried(scene, attribution, turns)


def _is_raised(cue: str) -> bool:
    """Whether the question is one that facts raise ("raising new questions about")."""
    return re.search(r"\b(?:rais|fresh|new|open|lurk)\w*\b", cue, re.IGNORECASE) is not None


def _impression(scene: Scene, attribution: Attribution, turns: Sequence[Turn]) -> Spoken:
    """Whose impression "seemed" and "presumably" tell: their subject's if a person, else the writer's."""
    if re.search("appear|seem", words_of(scene.text, attribution.cue), re.IGNORECASE):
        at = attribution.cue[0].start
        subject = scene.text[scene.sentence(at).start : at].split()
        if subject and subject[-1].lower() in ("he", "she"):
            gender: Gender = "male" if subject[-1].lower() == "he" else "female"
            chosen = best(scene, at, [turn for turn in turns if turn.at < at], people(gender))
            if chosen:
                return Spoken(chosen[0].actor, "whom the impression is of", round(chosen[1], 2))
    return replace(first_person_of(scene, attribution.content[0].start), by="the writer's own impression")


def _is_reduced(scene: Scene, attribution: Attribution, cue: str) -> bool:
    at = attribution.cue[0].start
    before = scene.text[scene.sentence(at).start : at]
    return bool(_REDUCED.match(cue) and before.strip() and not _SHARED_SUBJECT.search(before))


def _carried(scene: Scene, attribution: Attribution, turns: Sequence[Turn]) -> Spoken:
    """The speaker whose words go on: of the same sentence or, for quoted words, of the paragraph."""
    at = place_of(attribution)
    paragraph, sentence = scene.paragraph(at), scene.sentence(at)
    before = [turn for turn in turns if turn.at <= at]
    near = [turn for turn in before if turn.at >= sentence.start]
    here = [turn for turn in turns if paragraph.start <= turn.at < paragraph.end]
    quoted = scene.is_quoted(attribution.content[0].start) or not attribution.cue
    earlier = [turn for turn in before if turn in here]
    ahead = here[:1] if quoted else []
    carried = near or (earlier if quoted else []) or ahead or (before if quoted else [])
    if not carried:
        return _subject(scene, at, sentence)
    latest = carried[0] if carried is ahead else max(carried, key=lambda turn: turn.at)
    return Spoken(latest.actor, "carried on from the speaker before", 0.6, (scene.sentence(latest.at),))


def _subject(scene: Scene, at: int, sentence: Span) -> Spoken:
    """The subject that a verb after "and" shares, else nobody."""
    named = scene.outside_quotes(sentence.start, at)
    shared = _SHARED_SUBJECT.search(scene.text, sentence.start, at)
    if named and shared and named[0].start - sentence.start <= 1:
        return Spoken(
            named[0].actor, "the subject of the verb before", 0.5, (Span(named[0].start, named[0].end),)
        )
    return Spoken(UNSPECIFIED, "no source and nobody before", 0.3)


def _asker(scene: Scene, attribution: Attribution) -> Spoken:
    """Who put the question: the reporters, or the interviewer, last spoken of."""
    at = place_of(attribution)
    told = _told(scene, at)
    if told:
        return Spoken(told, "whom the answer is told to", 0.6, attribution.cue)
    found = list(_REPORTERS.finditer(scene.text, max(0, at - _FAR), at))
    if not found:
        return Spoken(UNSPECIFIED, "whoever asked", 0.5, attribution.cue)
    match = found[-1]
    evidence = (Span(*match.span()),)
    if match["reporters"]:
        return Spoken(
            Actor(match["reporters"].lower(), "group"), "the reporters last spoken of", 0.6, evidence
        )
    named = scene.cast.within(match.end(), match.end() + 40)
    return Spoken(named[0].actor if named else UNSPECIFIED, "the interviewer last spoken of", 0.6, evidence)


def _told(scene: Scene, at: int) -> Actor | None:
    """The outlet or the host to whom the same sentence gives the answer ("told Radio Arlen when asked")."""
    sentence = scene.sentence(at)
    for mention in scene.outside_quotes(sentence.start, sentence.end):
        lead = scene.text[max(sentence.start, mention.start - _TELLS_WITHIN) : mention.start]
        if mention.actor.kind in ("organisation", "person", "writer") and _TELLS.search(lead):
            return mention.actor
    return None


def _is_noun(cue: str) -> bool:
    """Whether a noun carries the cue ("new questions about"), which says nothing of who speaks."""
    parts = words(cue)
    nouns = [p for p in parts if p.lower in NOUNS and not p.lower.endswith(("ing", "ed"))]
    others = [p for p in parts if p not in nouns and p.lower not in FUNCTION_WORDS]
    return bool(nouns) and (
        not others or parts[-1] in nouns or parts[-1].lower in ("of", "about", "over", "for", "that")
    )
