"""Persons: which capitalised words name a person, and everything the text says of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from onrecord.analysis.leadins import full_name_in, is_given, is_plain, without_lead_in
from onrecord.analysis.names import Run
from onrecord.analysis.titles import (
    Title,
    body_of,
    is_american_legislator,
    title_after,
    title_apposed,
    title_before,
)
from onrecord.analysis.words import Word, words
from onrecord.languages.english.calendar import MONTHS, WEEKDAYS
from onrecord.languages.english.common_words import COMMON_WORDS
from onrecord.languages.english.given_names import FEMALE_NAMES, GIVEN_NAMES, MALE_NAMES
from onrecord.languages.english.grammar import FUNCTION_WORDS
from onrecord.languages.english.nouns import (
    DOCUMENTS,
    FAITHS,
    GOVERNMENTS,
    ORGANISATIONS,
    OUTLETS,
    PARTISANS,
    PLACES,
)
from onrecord.languages.english.people import FEMALE, HONORIFICS, MALE, OFFICES, Gender
from onrecord.languages.states import CAPITALS, DEMONYMS, NAMES, PROVINCES
from onrecord.terms.statement import Actor

__all__ = ["SURNAMES_ALIKE", "Person", "Sighting", "people_of", "sighting_of", "surname_of"]

_SHORTEST_NAME, _LONGEST_NAME = 2, 4
_STATE_WORDS = frozenset(
    w for table in (NAMES, PROVINCES, CAPITALS, DEMONYMS) for name in table for w in name.split()
)
_NO_NAME = (
    ORGANISATIONS
    | DOCUMENTS
    | GOVERNMENTS
    | PLACES
    | PARTISANS
    | FAITHS
    | frozenset(MONTHS) - {"may", "april", "june", "mar", "jan", "jun"}
    | frozenset(WEEKDAYS)
)
_BODIES = OUTLETS | ORGANISATIONS
_SURNAMES_TOO = PLACES | FUNCTION_WORDS | DOCUMENTS | OUTLETS
"""Words that may be the surname of somebody whose given name and title the text gives."""
SURNAMES_ALIKE = frozenset(["will", "may", "more", "long", "best", "down", "high"])
"""Surnames that are small words when they are not capitalised (George Will, Theresa May)."""
_OWNED = re.compile(r"(?<=[a-z])['’]s\s(?=[a-z])")
"""Whose relative or aide it is ("the nominee's daughter") is no office of one's own."""
_ARTICLES = frozenset({"The", "the", "A", "a", "An", "an"})
_PLACING = frozenset({"in", "at", "from", "near", "to", "of"})
_SAYING = frozenset({"said", "says"})
_TITLES = OFFICES | HONORIFICS.keys()
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SPEAKS = re.compile(
    r"['’]s\b|,?\s(?:said|says|told|added|wrote|asked|who|argued|noted)\b|,\s(?:\d\d,|who\b)"
)
_TAKEN_UP = re.compile(r"\b([Hh]e|[Ss]he|his|her)\b|\n|\b(?:its?|they|their|Mr|Ms|Mrs)\b|[A-Z][a-z]+ [A-Z]")
"""What takes a name up, or else ends the search."""
_SOON = 140
"""So many characters behind a name it is soon taken up."""


class Sighting(NamedTuple):
    """One capitalised run, read as the name of a person; a tuple, as every name of an article makes one.

    Attributes:
        run: the run.
        name: its words without title and honorific.
        text: the same as the article writes it, on one line.
        honorific: the form of address, if there is one.
        before: the title before the name.
        after: the apposition after it.
        personal: whether it is soon taken up by "he" or "she" and by nothing else.
        articled: whether an article stands right before it, as before no person's name.
        follows_verb: whether it stands right after "said".
        speaks: whether what follows is what follows a person's name ("said", ", 34,", "who").
    """

    run: Run
    name: tuple[Word, ...]
    text: str
    honorific: str | None
    before: Title | None
    after: Title | None
    articled: bool
    follows_verb: bool
    speaks: bool
    personal: bool

    @property
    def title(self) -> Title | None:
        """The apposition says more than a title before the name."""
        return self.after or self.before


@dataclass(frozen=True, slots=True)
class Person:
    """A person the text names.

    Attributes:
        name: the fullest form, without title.
        gender: if an honorific, an office or the given name tells.
        title: what they are, from the first place that says it.
        first: where they are named first.
        offices: every word of every title the text gives them, in lower case.
        country: the state the article is set in, for those whose title says nothing of theirs.
    """

    name: str
    gender: Gender | None
    title: Title | None
    first: int
    offices: frozenset[str]
    country: str | None = None

    @property
    def actor(self) -> Actor:
        """The person as a term."""
        title = self.title
        if title is None:
            return Actor(self.name, "person", country=self.country)
        country = title.country or self.country
        body = title.affiliation or body_of(title.role, country)
        return Actor(self.name, "person", title.role, body, country)


@lru_cache(maxsize=4000)
def surname_of(name: str) -> str:
    """The last part of a name in lower case, "Jr." and the like left out."""
    parts = [part.rstrip(".,").lower() for part in name.split()]
    while len(parts) > 1 and parts[-1] in _SUFFIXES:
        parts.pop()
    return parts[-1]


def sighting_of(text: str, run: Run, floor: int) -> Sighting | None:
    """Read a run as a person's name; None if nothing is left of it but titles.

    Args:
        text: the article's text.
        run: the run.
        floor: where its paragraph starts.
    """
    cut, name = _name_in(run) if len(run.words) > 1 else (0, run.words)
    if not name:
        return None
    start, end = name[0].start, name[-1].end
    before = title_before(text, run.around, run.first + len(run.words) - len(name))
    if before and is_american_legislator(text, end):
        before = replace(before, country="US")
    speaks = bool(_SPEAKS.match(text, end)) and not text.startswith(("'s", "’s"), end)
    written = " ".join(text[start:end].split()).replace("’", "'")
    if _is_shouted(name):
        written = written.title()
    beside = _beside(text, run)
    return Sighting(
        run,
        name,
        written,
        next((w.lower for w in reversed(run.words[:cut]) if w.lower in HONORIFICS), None) if cut else None,
        before or title_apposed(text, run.start, floor),
        title_after(text, end),
        articled=not cut and beside in _ARTICLES,
        follows_verb=beside in _SAYING,
        speaks=speaks,
        personal=(speaks or len(name) > 1) and beside not in _PLACING and _is_personal(text, end),
    )


def _name_in(run: Run) -> tuple[int, tuple[Word, ...]]:
    """How many words of a run are titles before a name, and the words that may be the name."""
    held = run.words
    cut = next((n for n in range(len(held) - 1, 0, -1) if held[n - 1].lower in _TITLES), 0)
    name = without_lead_in(held[cut:])
    titled = cut > 0 and is_given(name) and len(name) == _SHORTEST_NAME  # "Mayor Jo Guardian"
    if not titled and any(word.lower in ORGANISATIONS for word in name):
        return 0, held
    return cut, name


def _beside(text: str, run: Run) -> str:
    """The word right before a run; "" where more than a blank is between."""
    last = run.around[run.first - 1]
    return last.text if run.first and run.start - last.end == 1 and text[last.end].isspace() else ""


def _is_personal(text: str, end: int) -> bool:
    """Whether a name is soon taken up by "he" or "she", and nobody else is named before that."""
    found = _TAKEN_UP.search(text, end, end + _SOON + len("she "))
    return found is not None and bool(found[1]) and found.start() <= end + _SOON


def people_of(sightings: Iterable[Sighting], in_title: Iterable[Sighting] = ()) -> tuple[Person, ...]:
    """The persons named in full, and those known by one name with a title or as somebody who speaks.

    A full name counts when its first part is a given name, when a title or an apposition goes
    with it, or when its last part is used alone elsewhere; anything else in capitals
    may be a thing.
    """
    titled = list(in_title)
    seen = [*titled, *sightings]
    alone = {s.name[0].lower for s in seen if len(s.name) == 1 and not s.run.headline}
    groups: dict[str, list[Sighting]] = {}
    longer: list[Sighting] = []
    for sighting in seen:
        if _is_full(sighting, alone):
            groups.setdefault(_key(sighting), []).append(sighting)
        else:
            longer.append(sighting)
    groups = {key: group for key, group in groups.items() if not _is_epithet(group, groups, titled)}
    for sighting in _within_longer(longer, alone - {surname_of(g[0].text) for g in groups.values()}):
        groups.setdefault(_key(sighting), []).append(sighting)
    surnames = {surname_of(group[0].text) for group in groups.values()}
    parts = {word.lower for group in groups.values() for word in group[0].name}
    for sighting in seen:
        lone = sighting.name[0].lower
        if _is_single(sighting) and (lone not in surnames | parts or _is_namesake(sighting, groups)):
            groups.setdefault(sighting.name[0].lower, []).append(sighting)
    by_surname: dict[str, list[Sighting]] = {name: [] for name in surnames}
    for sighting in seen:
        if len(sighting.name) == 1 and sighting.name[0].lower in surnames:
            by_surname[sighting.name[0].lower].append(sighting)
    people = [
        _person(group, by_surname.get(surname_of(group[0].text), []), titled) for group in groups.values()
    ]
    return tuple(sorted(people, key=lambda person: person.first))


def _within_longer(seen: Iterable[Sighting], surnames: set[str]) -> Iterator[Sighting]:
    """Full names that only a longer run or a headline gives of those whom the text calls by surname."""
    calling = {name for name in surnames if name not in _NO_NAME and name not in COMMON_WORDS}
    for sighting in seen:
        name = full_name_in(sighting.run.words, calling) if len(sighting.run.words) > 1 else ()
        if name:
            text = " ".join(word.text for word in name)
            yield sighting._replace(name=name, text=text, honorific=None)


def _is_epithet(group: list[Sighting], groups: dict[str, list[Sighting]], titled: Sequence[Sighting]) -> bool:
    """Whether a name seen once is another one's surname behind a common word ("Young Doe supporters")."""
    first, surname = group[0].name[0], surname_of(group[0].text)
    others = [g for g in groups.values() if g is not group and surname_of(g[0].text) == surname]
    once = sum(not any(s is t for t in titled) for s in group) <= 1
    return once and len(group[0].name) == 2 and bool(others) and is_plain(first)  # noqa: PLR2004


def _is_namesake(sighting: Sighting, groups: dict[str, list[Sighting]]) -> bool:
    """Whether a surname with a form of address is that of nobody named in full ("Mr Doe" beside Ann Doe)."""
    gender = HONORIFICS.get(sighting.honorific or "")
    namesakes = [
        g for key, g in groups.items() if surname_of(g[0].text) == sighting.name[0].lower and " " in key
    ]
    told = [_gender(group, []) for group in namesakes]
    return gender is not None and bool(told) and all(each not in (None, gender) for each in told)


def _key(sighting: Sighting) -> str:
    return f"{sighting.name[0].lower} {surname_of(sighting.text)}"


def _is_full(sighting: Sighting, alone: set[str]) -> bool:
    name = sighting.name
    if sighting.run.headline or not _SHORTEST_NAME <= len(name) <= _LONGEST_NAME:
        return False
    given = is_given(name)
    titled = bool(sighting.honorific or sighting.before or sighting.after)
    known = given and (titled or sighting.follows_verb)
    if not _is_namelike(sighting, known=known):
        return False
    called = surname_of(sighting.text) in alone
    first = name[0].lower
    placed = (name[0].text in _STATE_WORDS or name[-1].text in _STATE_WORDS) and not known
    if name[-1].lower in OUTLETS and not titled and not sighting.speaks:  # "Boston Globe"
        return False
    if given and not placed and (called or not sighting.articled):
        return True
    if (first in _NO_NAME and not sighting.after) or placed or _is_thing(sighting):
        return False
    told = titled or sighting.follows_verb or sighting.speaks or sighting.personal
    return not sighting.articled and (told or (called and not _is_plain_pair(name)))


def _is_plain_pair(name: Sequence[Word]) -> bool:
    """Whether a word that is no part of names begins or ends a name ("Super Doe", "Doe Cash")."""
    return is_plain(name[0]) or name[-1].lower in COMMON_WORDS


def _is_namelike(sighting: Sighting, *, known: bool) -> bool:
    """Whether all words may be parts of a name; of somebody known the last may be common ("Jo West")."""
    name, last = sighting.name, sighting.name[-1].lower
    excused = (known and last in _SURNAMES_TOO) or (is_given(name) and last in SURNAMES_ALIKE)
    inner = name[:-1] if excused else name
    if any(word.lower in _NO_NAME and not (known and word.lower in PLACES) for word in inner[1:]):
        return False
    begins = inner[1:] if name[0].lower in SURNAMES_ALIKE else inner
    return _is_shouted(name) or all(_namelike(word) for word in begins)


def _is_thing(sighting: Sighting) -> bool:
    """Whether common words name a thing, as no form of address and no apposition tells otherwise."""
    told = sighting.honorific or (sighting.after and not _is_outlet(sighting.name))
    return _is_worded(sighting.name) and not told


def _is_worded(name: Sequence[Word]) -> bool:
    """Whether the words are a thing's rather than a person's ("Purple Heart", "Courier Online")."""
    return all(word.lower in COMMON_WORDS for word in name) or _is_outlet(name)


def _is_outlet(name: Sequence[Word]) -> bool:
    """Whether a word of the name is one of those that bodies and outlets are called by."""
    return any(part in _BODIES for word in name for part in word.lower.split("-"))


def _is_shouted(name: Sequence[Word]) -> bool:
    """Whether a full name is set in capitals, as transcripts set whoever speaks ("JO DOE:")."""
    return len(name) > 1 and name[0].lower in GIVEN_NAMES and all(word.text.isupper() for word in name)


def _namelike(word: Word) -> bool:
    text = word.text
    shouted = len(text) > 3 and text.isupper() and "." not in text  # noqa: PLR2004 - longer than initials ("JFK")
    return (
        (text.isalpha() or (text[0].isalpha() and not any(c.isdigit() for c in text)))
        and not shouted
        and (word.lower not in FUNCTION_WORDS or len(text) == 1)
        and not word.lower.endswith(("n't", "-based"))
        and not word.lower.startswith("i'")
    )


def _is_single(sighting: Sighting) -> bool:
    """Whether one capitalised word alone is known to be a person."""
    if sighting.run.headline or len(sighting.name) != 1 or not _namelike(sighting.name[0]):
        return False
    word = sighting.name[0]
    if word.text.isupper() or word.text in _STATE_WORDS or word.lower in _NO_NAME or word.lower in OFFICES:
        return False
    lively = sighting.personal and sighting.speaks and not word.lower.endswith("s")
    if word.lower in COMMON_WORDS and not (sighting.honorific or lively):
        return False
    given = word.lower in GIVEN_NAMES and (sighting.speaks or sighting.personal)
    return bool(sighting.honorific or sighting.before or given or sighting.personal)


def _person(group: list[Sighting], by_surname: list[Sighting], titled: list[Sighting]) -> Person:
    fullest = max(group, key=lambda s: (len(s.name), -s.run.start))
    title = next((s.title for s in group if s.title), None) or next(
        (s.title for s in by_surname if s.title), None
    )
    first = min(-1 if any(s is t for t in titled) else s.run.start for s in group)
    titles = [t for s in (*group, *by_surname) for t in (s.before, s.after) if t]
    own = [f"{re.split(_OWNED, t.role)[-1]} {t.affiliation or ''}" for t in titles]
    offices = frozenset(word.lower for phrase in own for word in words(phrase))
    return Person(fullest.text, _gender(group, by_surname), title, first, offices)


def _gender(group: list[Sighting], by_surname: list[Sighting]) -> Gender | None:
    for sighting in group:
        if sighting.honorific and HONORIFICS[sighting.honorific]:
            return HONORIFICS[sighting.honorific]
    for sighting in group:
        for title in (sighting.before, sighting.after):
            gender = _gender_of_phrase(title.role) if title else None
            if gender:
                return gender
    first = group[0].name[0].lower
    if first in FEMALE_NAMES:
        return "female"
    if first in MALE_NAMES:
        return "male"
    # a surname alone may be a spouse's; it is asked last
    genders = {HONORIFICS[s.honorific] for s in by_surname if s.honorific} - {None}
    return next(iter(genders)) if len(genders) == 1 else None


def _gender_of_phrase(phrase: str) -> Gender | None:
    """The gender of the office's own noun: "spokeswoman", "eldest daughter" (not "aide to the queen")."""
    head = re.split(r"\s(?:of|for|at|in|on|with|to|from)\s", phrase, maxsplit=1)[0]
    for word in reversed(words(head)):
        if word.lower in FEMALE:
            return "female"
        if word.lower in MALE:
            return "male"
    return None
