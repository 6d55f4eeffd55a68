"""Roles: the title before a name and the apposition after it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.analysis.words import Word, words
from onrecord.languages.english.grammar import DETERMINERS, FUNCTION_WORDS
from onrecord.languages.english.institutions import INSTITUTIONS_OF, PARTIES
from onrecord.languages.english.people import (
    HONORIFICS,
    LEGISLATORS,
    OFFICE_MODIFIERS,
    OFFICES,
    PARTY_ROLES,
    PORTFOLIOS,
    STATE_OFFICES,
)
from onrecord.languages.states import DEMONYMS, NAMES, PROVINCES, STATES
from onrecord.terms.span import Span

__all__ = [
    "Title",
    "body_of",
    "country_in",
    "is_american_legislator",
    "office_in",
    "title_after",
    "title_apposed",
    "title_before",
]

_REACH = 90
_LONGEST = 20
"""So many characters, and so many words, before a name a title may begin."""
_MAY_END = OFFICES | PORTFOLIOS | frozenset(HONORIFICS)
"""What a title may end with."""
_APPOSITION = re.compile(
    r"(?:(?<=[JS]r)\.)?"
    r"[\"”’']?\s*(?:\([^()\n]{1,24}\))?,\s*(?:(?:aged? )?\d{1,3},\s*)?(?!\s|and\b|or\b|but\b"
    r"|who(?:se|m)?\b|which\b|said\b)([^,;:()\n]{3,110})"
)
_MINISTRY = re.compile(
    r"(?:[\w-]+\s)*?(?i:minister|secretary) (?:of|for) (?:the )?[A-Z]\w+(?: (?:Affairs|Security|Services))?"
)
_COPULA = re.compile(r"\s(?:is|was|has been|became)\s((?:the\s|an?\s)?(?:former\s)?[A-Z][^,;:()\n]{3,60})")
"""Only a capitalised office is taken: "has been Minister of Waters", not "was a man of the river"."""
_BEGINNING = frozenset(" (,iwhb")
"""What follows the blank behind a name, if an apposition or "is", "was", "has been", "became" does."""
_CLAUSE = re.compile(r"\s(?:who|which|whose|that|said|says|told|has|was|is)\b|[.!?][\"”’]?(?:\s|$)|[\"“”]")
_PARTY_AND_STATE = re.compile(r"\s*\((?:R|D|I)(?:ep|em|nd)?\.?\s?[-–—,]\s?[A-Z][\w. ]{1,14}\)")
_APPOSED_TO = re.compile(
    r"\b(?=(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[^\W\d_a-z][\w-]+['’]s?)\s([^,;:()\n]{3,75}),\s$)"
)
"""Tried at every word, as the phrase may stand after another one ("the staff and the mayor, Jo Doe")."""
_BEFORE_ORGANISATION = re.compile(
    r"\s(?:of|for|at|in|on|with|to|from)\s(?:the\s|a\s|an\s)?(?=[^\W\d_a-z])|(?<=s)['’]s?\s"
)
_ORGANISATION_AFTER = re.compile(
    r"\s(?:of|for|at|in|on|with|from)\s(?:the\s|a\s|an\s)?(?:[a-z]+ "
    r"){0,2}([^\W\d_a-z][\w.&'’-]*(?:\s(?:of|for|the|and|on|in|[^\W\d_a-z][\w.&'’-]*))*)"
)


_HEAD_END = re.compile(r"\s(?:of|for|at|in|on|with|to|from|who|and)\s|,")
_AFTER_OFFICE = frozenset(
    ["'s", "general", "there", "here", "now", "emeritus", "elect", "himself", "herself", "whose"]
)
"""What may follow the noun of an office in its phrase."""


@dataclass(frozen=True, slots=True)
class Title:
    """What somebody is, as the text gives it.

    Attributes:
        role: the title as given.
        affiliation: the organisation the role is in.
        country: the ISO 3166 code that the title's own words give.
        start: where the title starts, if it stands before the name.
        evidence: where the words stand that give it.
    """

    role: str
    affiliation: str | None
    country: str | None
    start: int
    evidence: tuple[Span, ...] = ()


def office_in(phrase: str) -> str | None:
    """The noun that names the office in a phrase: the last one before a preposition, else the first."""
    head = _HEAD_END.split(phrase, maxsplit=1)[0]
    offices = [word.lower for word in words(head) if word.lower in OFFICES]
    return offices[-1] if offices else None


def _is_office(phrase: str) -> bool:
    """Whether a phrase is the name of an office and not a clause ("the governor made his choice")."""
    head = [word.lower for word in words(_HEAD_END.split(phrase, maxsplit=1)[0])]
    last = max((n for n, word in enumerate(head) if word in OFFICES), default=None)
    if last is None:
        return False
    after = head[last + 1 : last + 2]
    return not after or after[0] in _AFTER_OFFICE or after[0].endswith(("ing", "based"))


_COUNTRIES = (DEMONYMS, NAMES, PROVINCES, INSTITUTIONS_OF)
_COUNTRY = {name: code for table in reversed(_COUNTRIES) for name, code in table.items()}
_OF_SEVERAL_WORDS = tuple((name, code) for table in _COUNTRIES for name, code in table.items() if " " in name)


def country_in(phrase: str) -> str | None:
    """The state that a phrase names ("Russian president", "senator from Texas")."""
    for word in words(phrase):
        if code := _COUNTRY.get(word.text):
            return code
    return next((code for name, code in _OF_SEVERAL_WORDS if name in phrase), None)


def title_before(text: str, around: Sequence[Word], first: int) -> Title | None:
    """The title that runs up to a name ("Kremlin spokesman", "former Foreign Minister").

    Args:
        text: the article's text.
        around: the words of the paragraph.
        first: which of them is the first of the name.
    """
    if not first or around[first - 1].lower not in _MAY_END:
        return None
    start = around[first].start
    before = [word for word in around[max(0, first - _LONGEST) : first] if word.start >= start - _REACH]
    kept = _department(before)
    right = kept[0].start if kept else start
    while before and _belongs(text, before[-1], right, first=not kept or kept[0].lower == "of"):
        word = before.pop()
        right = word.start
        kept.insert(0, word)
    while kept and (kept[0].lower in FUNCTION_WORDS or kept[0].lower in ("'s", *DETERMINERS)):
        kept.pop(0)
    if not kept or not any(word.lower in OFFICES for word in kept):
        return None
    role = _role_text(text, kept, start)
    affiliation = LEGISLATORS.get(kept[-1].lower)
    evidence = (Span(kept[0].start, kept[-1].end),)
    return Title(role, affiliation or _leading_organisation(kept), country_in(role), kept[0].start, evidence)


def _department(before: list[Word]) -> list[Word]:
    """Take "of State" and the like off the end of ``before``, where an office stands before it."""
    for size in (2, 3):
        tail = before[-size:]
        if len(tail) == size and tail[0].lower == "of" and _portfolio(tail) and before[-size - 1 : -size]:
            if before[-size - 1].lower in OFFICES:
                del before[-size:]
                return tail
            return []
    return []


def _portfolio(tail: list[Word]) -> bool:
    """Whether the words are "of State" and the like, unbroken and up to the name."""
    adjoining = all(right.start - left.end == 1 for left, right in pairwise(tail))
    return adjoining and tail[-1].lower in PORTFOLIOS


def _belongs(text: str, word: Word, right: int, *, first: bool) -> bool:
    """Whether the word carries the title on to the left; the one next to the name must be an office."""
    gap = text[word.end : right]
    if gap not in (" ", ". ", "\u00a0", ".\u00a0", "") or (gap[0:1] == "." and len(word.text) > 5):  # noqa: PLR2004 - "Rep. ", not a sentence's end
        return False
    low = word.lower
    if low in HONORIFICS:
        return True
    if first:
        return low in OFFICES
    return (
        low in OFFICES or low in OFFICE_MODIFIERS or (word.capital and low not in DETERMINERS) or low == "'s"
    )


def _role_text(text: str, kept: list[Word], start: int) -> str:
    end = kept[-1].end
    if text[end : end + 1] == "." and end < start:
        end += 1
    titles = [word for word in kept if word.lower not in HONORIFICS]
    begin = titles[0].start if titles else kept[0].start
    return " ".join(text[begin:end].split())


def _leading_organisation(kept: list[Word]) -> str | None:
    """The capitalised words that a title begins with, if it goes on in lower case ("Kremlin spokesman")."""
    leading: list[str] = []
    for word in kept:
        if not word.capital or word.lower in OFFICES:
            break
        if leading or word.lower not in OFFICE_MODIFIERS:
            leading.append(word.text)
    if not leading or leading[0].lower() in PARTIES or (len(leading) == 1 and leading[0] in DEMONYMS):
        return None
    after = [word.text for word in kept].index(leading[-1]) + 1
    body = kept[after].lower if after < len(kept) else ""
    return " ".join([*leading, body] if body in _OWN_BODY else leading)


_OWN_BODY = frozenset({"campaign", "administration", "team", "government", "family", "foundation"})
"""What a name makes a body of one's own ("Doe campaign spokesman")."""


def body_of(role: str, country: str | None) -> str | None:
    """The body that a role belongs to by what it is: a party's nominee, a state's president.

    Args:
        role: the title as given.
        country: the code of the state that the person speaks from.
    """
    parts = [word.lower for word in words(role)]
    if not parts or _OWNED.search(role):
        return None
    own = PARTIES.get(parts[0]) or (PARTIES.get(parts[1]) if len(parts) > 1 else None)
    if own and any(part in PARTY_ROLES for part in parts):
        return own
    if country == "US" and parts[-1] in LEGISLATORS:
        return LEGISLATORS[parts[-1]]
    if (
        country in STATES
        and parts[-1] in STATE_OFFICES
        and not ({"vice", "party", "university"} & set(parts))
    ):
        return STATES[country]
    return None


_OWNED = re.compile(r"['’]s\s")


def title_apposed(text: str, start: int, floor: int) -> Title | None:
    """The title that a name stands in apposition to ("an attorney for the harbour board, Jo Doe,")."""
    if text[max(0, start - 2) : start] != ", ":
        return None
    phrases = [match.group(1) for match in _APPOSED_TO.finditer(text, max(floor, start - _REACH), start)]
    phrase = next((p for p in phrases if _is_office(p) and not _CLAUSE.search(p)), None)
    if phrase is None:
        return None
    evidence = (Span(start - len(phrase) - 2, start - 2),)
    return Title(_without_organisation(phrase), _organisation_in(phrase), country_in(phrase), start, evidence)


def is_american_legislator(text: str, end: int) -> bool:
    """Whether party and state follow a name, as the American press sets them ("(R-Tex)")."""
    return _PARTY_AND_STATE.match(text, end) is not None


def title_after(text: str, end: int) -> Title | None:
    """The apposition that follows a name (", chairman of the harbour board,")."""
    if text[end : end + 1] == " " and text[end + 1 : end + 2] not in _BEGINNING:
        return None
    match = _APPOSITION.match(text, end) or _COPULA.match(text, end)
    if match is None:
        return None
    phrase = match.group(1)
    cut = _CLAUSE.search(phrase)
    phrase = " ".join((phrase[: cut.start()] if cut else phrase).split())
    if not _is_office(phrase):
        return None
    country = "US" if is_american_legislator(text, end) else country_in(phrase)
    evidence = (Span(match.start(1), match.start(1) + (cut.start() if cut else len(match.group(1)))),)
    return Title(_without_organisation(phrase), _organisation_in(phrase), country, end, evidence)


def _without_organisation(phrase: str) -> str:
    portfolio = _MINISTRY.match(phrase)
    if portfolio:
        return re.sub(r"^(?:the|a|an)\s+", "", portfolio.group())
    cut = _BEFORE_ORGANISATION.search(phrase)
    role = phrase[: cut.start()] if cut and office_in(phrase[: cut.start()]) else phrase
    return re.sub(r"^(?:the|a|an|its|his|her|their)\s+", "", role)


def _organisation_in(phrase: str) -> str | None:
    portfolio = re.match(
        r"(?:[\w-]+\s)*?[Mm]inister (?:of|for) (?:the )?([A-Z]\w+(?: (?:Affairs|Security|Services))?)", phrase
    )
    if portfolio:
        return f"Ministry of {portfolio.group(1)}"
    match = _ORGANISATION_AFTER.search(phrase)
    return re.sub(r"\s(?:of|for|the|and|on|in)$", "", match.group(1)) if match else None
