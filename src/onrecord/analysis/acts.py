"""Act and mode: what the speaker does by the statement.

The cue decides where it tells ("denied", "urged"); where it only says that something
was said, the content's own words decide ("we must …" urges).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.analysis.contents import content_act, disputes, judgement, threatens
from onrecord.analysis.words import lemmas, words
from onrecord.languages.english.cues import (
    ADJECTIVES,
    IRREGULAR,
    LIGHT_VERBS,
    NOUNS,
    PHRASES,
    RULING_VERBS,
    VERBS,
)
from onrecord.languages.english.grammar import AUXILIARIES
from onrecord.languages.english.nouns import RULERS
from onrecord.terms.statement import Act, Mode

__all__ = ["Deed", "Wording", "deed_of"]

_PHRASES = tuple((re.compile(pattern), act, mode) for pattern, act, mode in PHRASES)
_NAMING = frozenset(
    {"call", "label", "brand", "dub", "deem", "term", "describe", "portray", "depict", "liken", "compare"}
)
_NEUTRAL_NAMING = frozenset({"describe", "deem", "term", "compare", "portray", "depict"})
_HEDGING = frozenset({"appear", "seem"})
_BINDING = frozenset({"promise", "threaten", "plan"})


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one statement, role by role, on one line each.

    Attributes:
        source: the words of its source.
        cue: the words of its cue.
        content: the words of its content.
        quoted: whether all of the content is quoted.
    """

    source: str
    cue: str
    content: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Deed:
    """Act and mode, and what decided them."""

    act: Act
    mode: Mode
    by: str
    confidence: float


def deed_of(wording: Wording) -> Deed:
    """The act and mode of a statement, the most specific that cue and content support."""
    cue = wording.cue.lower().replace("’", "'")
    known = _lemmas_of(cue)
    decided = _ruling(wording.source, known) or _by_cue(cue)
    if decided is None:
        return _from_content(wording, Deed("say", "speech", "no cue that the lexicon knows", 0.3))
    if decided.act == "say":
        return _named(wording, known, decided) or _from_content(wording, decided)
    return _sharpened(wording, known, decided)


@lru_cache(maxsize=4000)
def _lemmas_of(cue: str) -> tuple[str, ...]:
    """The cue's words as lemmas of the verb table, those it does not know left out."""
    found = []
    for word in words(cue):
        if word.lower in AUXILIARIES:
            continue
        lemma = _lemma(word.lower)
        if lemma:
            found.append(lemma)
    return tuple(found)


def _lemma(word: str) -> str | None:
    if word in IRREGULAR:
        word = IRREGULAR[word]
    return next((lemma for lemma in lemmas(word) if lemma in VERBS or lemma in RULING_VERBS), None)


def _ruling(source: str, known: tuple[str, ...]) -> Deed | None:
    verb = next((lemma for lemma in known if lemma in RULING_VERBS), None)
    if verb is None or not any(word.lower in RULERS for word in words(source)):
        return None
    return Deed(RULING_VERBS[verb], "ruling", f"an institution decides: {verb}", 0.8)


@lru_cache(maxsize=4000)
def _by_cue(cue: str) -> Deed | None:
    """What the words of a cue tell by themselves; reports share a few."""
    return _phrase(cue) or _light(cue) or _verb(_lemmas_of(cue)) or _noun(cue)


def _phrase(cue: str) -> Deed | None:
    for pattern, act, mode in _PHRASES:
        if pattern.search(cue):
            return Deed(act, mode, f"cue phrase: {cue}", 0.8)
    return None


def _light(cue: str) -> Deed | None:
    """Tell by the noun, not by the verb: "offered some advice", "issued a warning"."""
    parts = [word.lower for word in words(cue)]
    if not any(_base(part) in LIGHT_VERBS for part in parts):
        return None
    noun = next((part for part in reversed(parts[1:]) if part in NOUNS), None)
    return Deed(*NOUNS[noun], f"cue lexicon: {noun}", 0.7) if noun and NOUNS[noun][0] != "say" else None


def _base(word: str) -> str:
    return IRREGULAR.get(word) or next((lemma for lemma in lemmas(word) if lemma in LIGHT_VERBS), word)


def _verb(known: tuple[str, ...]) -> Deed | None:
    verbs = [lemma for lemma in known if lemma in VERBS]
    verbs = [lemma for lemma in verbs if lemma not in _HEDGING] or verbs
    if not verbs:
        return None
    telling = next((lemma for lemma in verbs if VERBS[lemma][0] != "say"), verbs[0])
    act, mode = VERBS[telling]
    return Deed(act, mode, f"cue lexicon: {telling}", 0.8)


def _noun(cue: str) -> Deed | None:
    for word in reversed(words(cue)):
        meaning = NOUNS.get(word.lower) or ADJECTIVES.get(word.lower)
        if meaning:
            return Deed(*meaning, f"cue lexicon: {word.lower}", 0.6)
    return None


def _named(wording: Wording, known: tuple[str, ...], decided: Deed) -> Deed | None:
    """Naming judges: "called it a scandal" criticises, "called her a friend" praises."""
    verb = next((lemma for lemma in known if lemma in _NAMING), None)
    if verb is None:
        return None
    act: Act | None = "deny" if disputes(wording.content) else judgement(wording.content)
    if act is None and verb not in _NEUTRAL_NAMING:
        act = "criticise"
    if act == "accuse":
        act = "criticise"
    sure = 0.9 if act == "deny" else 0.6
    return (act and Deed(act, decided.mode, f"naming ({verb}) and the words of the content", sure)) or None


def _sharpened(wording: Wording, known: tuple[str, ...], decided: Deed) -> Deed:
    """The same cue in the light of its content."""
    act = decided.act
    if act in _BINDING and threatens(wording.content):
        return Deed("threaten", decided.mode, f"{decided.by}, and harm in the content", 0.6)
    if (
        act == "ask"
        and re.match(r"\W*(?:\w+ ){0,6}to (?!be\b)\w+", wording.content)
        and "?" not in wording.content
    ):
        return Deed("urge", decided.mode, f"{decided.by}, with an infinitive", 0.6)
    if act == "explain" and "argue" in known:
        return _from_content(wording, decided)
    return decided


def _from_content(wording: Wording, decided: Deed) -> Deed:
    found = content_act(wording.content, quoted=wording.quoted)
    if found is None:
        return decided
    return Deed(found, decided.mode, f"{decided.by}, and the words of the content", 0.45)
