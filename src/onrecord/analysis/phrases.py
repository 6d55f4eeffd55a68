"""The noun phrase that ends right before a position: what a relative pronoun takes up."""

import re

from onrecord.analysis.kinds import kind_of_head, names_somebody
from onrecord.analysis.words import Word, words
from onrecord.languages.english.cues import IRREGULAR
from onrecord.languages.english.grammar import DETERMINERS, FUNCTION_WORDS
from onrecord.languages.english.nouns import GROUPS, NAMELESS, PEOPLE, QUANTIFIERS
from onrecord.languages.english.people import OFFICES, PERSONS
from onrecord.terms.span import Span

__all__ = ["phrase_before"]

_MODIFIERS = 5
_VERBAL = re.compile(r"(?:ed|ing|ly)$")
_BEGINS = DETERMINERS | QUANTIFIERS | {"those", "others"}
_POSSESSIVE = "'s"


def phrase_before(text: str, start: int, at: int, *, personal: bool) -> Span | None:
    """The noun phrase in lower case that ends right before a position, or None if there is none.

    Args:
        text: the article's text.
        start: where its sentence starts.
        at: the position.
        personal: whether it must be of people, as "who" takes up; a phrase that ends in a place or a body
            ("officials in the capital") is then the people's.
    """
    parts = [word for word in words(text, start, at) if word.lower != _POSSESSIVE]
    end = len(parts)
    while end:
        first = _first(text, parts, end)
        phrase = Span(parts[first].start, parts[end - 1].end) if first < end else None
        if phrase and _fits(parts[end - 1], phrase.of(text), personal=personal):
            begins = _counted(text, start, phrase.start) if personal else phrase.start
            return Span(begins, at if end == len(parts) else parts[-1].end)
        link = first - 1
        if not personal or link <= 0 or parts[link].lower not in _LINKS:
            return None
        end = link
    return None


_PERSONAL = (
    OFFICES
    | NAMELESS
    | PEOPLE
    | PERSONS
    | {
        word
        for word in GROUPS
        if word.endswith("s") and word not in ("sides", "generations", "parties", "factions")
    }
    | {"people", "men", "women", "children", "some", "many", "those", "most", "percent"}
)
_COUNTED = re.compile(
    r"\b(?:(?:more|fewer|less) than |nearly |almost |about )?(?:a |the )?(?:[a-z]+ )?"
    r"(?:half|third|quarter|majority|plurality|number|handful|chunk|share|group|dozens|hundreds"
    r"|thousands|tens of thousands|millions|\d+ percent) of (?:the |those )?$",
    re.IGNORECASE,
)
"""How many of a set: "a third of the"."""
_SUBJECTS = frozenset({"i", "he", "she", "we", "they", "who"})
"""What stands right before a verb."""
_LINKS = frozenset({"of", "in", "at", "from", "for", "on"})


def _counted(text: str, start: int, begins: int) -> int:
    """Where a phrase begins with what counts it ("more than half of the members")."""
    counted = _COUNTED.search(text, start, begins)
    return counted.start() if counted else begins


def _first(text: str, parts: list[Word], end: int) -> int:
    """The number of the word that the phrase ending at a word begins with."""
    first = end
    while first and end - first <= _MODIFIERS:
        word = parts[first - 1]
        if first < end and not _adjoins(text, word, parts[first]):
            break
        if word.lower in _BEGINS:
            counted = word.lower == "others" and first > 1 and parts[first - 2].text.isdigit()
            if counted:
                return first - 2
            return first - 1 if first < end or word.lower in ("those", "others", "some", "many") else first
        told = first > 1 and parts[first - 2].lower in _SUBJECTS
        verbal = first < end and word.text.islower() and _VERBAL.search(word.lower)
        if told or verbal or word.lower in FUNCTION_WORDS or word.lower in IRREGULAR:
            break
        first -= 1
    return first


def _adjoins(text: str, left: Word, right: Word) -> bool:
    return text[left.end : right.start] in (" ", "\u00a0", "'s ", "’s ", "' ", "’ ")


def _fits(head: Word, phrase: str, *, personal: bool) -> bool:
    """Whether the head noun may be meant: one in lower case, of people where "who" asks for them."""
    if head.capital:
        return False
    low = head.lower
    bare = phrase.split(maxsplit=1)[0].lower() not in _BEGINS
    if bare and personal and not (low.endswith("s") or low in _PERSONAL - OFFICES - NAMELESS):
        return False
    if not personal:
        return kind_of_head(low, phrase) not in ("unnamed", "group") or low in OFFICES
    return low in _PERSONAL or names_somebody(low) or (low.endswith("s") and names_somebody(low[:-1]))
