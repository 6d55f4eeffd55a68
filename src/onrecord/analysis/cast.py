"""The cast of an article: everybody its text names, under the fullest name, at every place."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from onrecord.analysis.kinds import kind_of_name, state_actor
from onrecord.analysis.leadins import is_plain
from onrecord.analysis.names import Run, runs_of
from onrecord.analysis.people import SURNAMES_ALIKE, Person, Sighting, people_of, sighting_of, surname_of
from onrecord.analysis.polities import polities_of
from onrecord.analysis.setting import Setting, setting_of
from onrecord.analysis.titles import Title
from onrecord.analysis.words import Word, paragraphs
from onrecord.languages.english.nouns import GOVERNMENTS, SHORTENED
from onrecord.languages.english.people import HONORIFICS, Gender
from onrecord.languages.states import DEMONYMS, STATES
from onrecord.terms.span import Spans
from onrecord.terms.statement import Actor, Decision

__all__ = ["Cast", "Mention", "cast_of"]

_BODY_AFTER = re.compile(
    r"\s(campaign|administration|government|team|party|delegation|regime|camp|committee|foundation"
    r"|organization|family)\b"
)
_ALIAS_AFTER = re.compile(r"\s?\(([A-Z][A-Z&]{1,8})\)")


_GENERIC = GOVERNMENTS | frozenset(
    {
        "pac",
        "authority",
        "ministry",
        "minister",
        "commission",
        "committee",
        "agency",
        "council",
        "court",
        "tribunal",
        "review",
    }
)
"""Capitalised heads that are nobody's name: "the Authority" is one named before."""

_PLACE = attrgetter("name", "end")
_PAIR = 2
_COMMON_BODIES = frozenset({"super", "pac", "pacs"})
"""Nouns that are capitalised for being short ("a super PAC")."""


class Mention(NamedTuple):
    """One place where somebody is named; a tuple, as an article names many.

    Attributes:
        start: where the mention starts, with its title.
        name: where the name itself starts.
        end: where the name ends.
        actor: who it is.
        gender: the person's gender, if anything tells.
    """

    start: int
    name: int
    end: int
    actor: Actor
    gender: Gender | None = None


@dataclass(frozen=True)
class Cast:
    """Everybody an article names.

    Attributes:
        people: the persons, in the order of their first naming.
        mentions: every place where somebody is named, in the order of the text.
        setting: the state that the article is set in.
    """

    people: tuple[Person, ...] = ()
    mentions: tuple[Mention, ...] = field(default=(), repr=False)
    setting: Setting = field(default_factory=Setting)

    @cached_property
    def places(self) -> list[int]:
        """Where the mentions' names start, in order."""
        return [mention.name for mention in self.mentions]

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions whose names lie in ``[start, end)``."""
        first = bisect_left(self.places, start)
        last = bisect_left(self.places, end)
        if first == last:
            return ()
        return tuple(m for m in self.mentions[first:last] if m.end <= end)

    def why(self, actor: Actor) -> tuple[Decision, ...]:
        """What decided an actor's role, affiliation and country, of those it has."""
        title = next((p.title for p in self.people if p.name == actor.name), None)
        evidence = title.evidence if title and title.role == actor.role else ()
        made: list[Decision] = []
        if actor.role:
            how = "the title beside the name" if evidence else "what a description calls them"
            made.append(Decision("role", how, 0.85 if evidence else 0.6, evidence))
        if actor.affiliation:
            said = bool(title and title.affiliation == actor.affiliation)
            how = "the body beside the title" if said else "whose office it is"
            made.append(Decision("affiliation", how, 0.75 if said else 0.65, evidence))
        if actor.country:
            made.append(self._why_country(actor, title, evidence))
        return tuple(made)

    def _why_country(self, actor: Actor, title: Title | None, evidence: Spans) -> Decision:
        if title and title.country == actor.country:
            return Decision("country", "the words of the title", 0.9, evidence)
        if actor.kind == "government":
            return Decision("country", "the state's own name", 0.95)
        if actor.country == self.setting.country:
            return Decision("country", "the state that the article is set in", 0.75, self.setting.evidence)
        return Decision("country", "the state that it is known to belong to", 0.8)

    def gender_of(self, name: str) -> Gender | None:
        """The gender of the person of that name, if the text tells."""
        return next((person.gender for person in self.people if person.name == name), None)


def cast_of(text: str, title: str | None = None) -> Cast:
    """Find everybody a text names.

    Args:
        text: the article's text.
        title: the headline, where it is no part of the text: it may give the fullest name.
    """
    sightings = _sightings(text)
    setting = setting_of(text)
    people = people_of(sightings, [s for s in _sightings(title or "") if not s.run.headline])
    aliases = _aliases(text, sightings)
    surnames = {surname_of(person.name) for person in people}
    settled = tuple(_settled(person, setting, aliases, surnames) for person in people)
    known = _Known(settled, aliases, polities_of(text), setting)
    mentions: list[Mention] = []
    for sighting in sightings:
        if sighting.run.headline:
            mentions.extend(_in_headline(sighting.run, known))
        elif mention := _mention(text, sighting, known):
            mentions.append(mention)
    mentions += _alike(text, known.people)
    return Cast(known.people, tuple(sorted(mentions, key=_PLACE)), setting)


def _settled(person: Person, setting: Setting, aliases: dict[str, str], surnames: set[str]) -> Person:
    """A person with the full name of the body they belong to; a lawyer's client is no body."""
    title = person.title
    body = title.affiliation if title else None
    if title and body:
        if surname_of(body) in surnames:
            title = replace(title, role=f"{title.role} for {body}", affiliation=None)
        else:
            title = replace(title, affiliation=aliases.get(body, body))
    return replace(person, country=setting.country, title=title)


def _alike(text: str, people: Iterable[Person]) -> Iterator[Mention]:
    """Where a person is called by a surname that is a small word ("Will urged …", after "George Will")."""
    for person in people:
        surname = person.name.rsplit(maxsplit=1)[-1]
        if " " in person.name and surname.lower() in SURNAMES_ALIKE:
            for match in re.finditer(rf"\b{surname}\b(?=['’]s|[ ,]\s?{_PERSONAL})", text):
                yield Mention(match.start(), match.start(), match.end(), person.actor, person.gender)


_PERSONAL = (
    r"(?:said|says|wrote|writes|told|had|has|was|is|who|also|later|then|did|does|would|[a-z]+ed|[a-z]{3,}s)\b"
)
"""What follows a person's name rather than the verb "will"."""


def _sightings(text: str) -> list[Sighting]:
    runs = [(run, paragraph.start) for paragraph in paragraphs(text) for run in runs_of(text, paragraph)]
    return [s for run, floor in runs if (s := sighting_of(text, run, floor))]


class _Known:
    """Who the names of an article stand for; each is made out once."""

    def __init__(
        self, people: tuple[Person, ...], aliases: dict[str, str], polities: frozenset[str], setting: Setting
    ) -> None:
        self.people, self.setting = people, setting
        self._aliases, self._polities = aliases, polities
        self._rows = [_Named(person) for person in people]
        self._persons: dict[tuple[str, str | None], Person | None] = {}
        self._who: dict[str, tuple[Actor, Gender | None]] = {}
        self._things: dict[str, Actor | None] = {}

    def who(self, person: Person) -> tuple[Actor, Gender | None]:
        """A person as a term, with the state that they speak from, and their gender."""
        if person.name not in self._who:
            self._who[person.name] = self.setting.placed(person.actor), person.gender
        return self._who[person.name]

    def person(self, name: tuple[Word, ...], honorific: str | None = None) -> Person | None:
        """Who a full name, a surname or a given name is; of several, the one named first."""
        key = _folded(name), honorific
        if key not in self._persons:
            self._persons[key] = self._full(name, *key) if len(name) > 1 else self._single(*key)
        return self._persons[key]

    def _single(self, text: str, honorific: str | None) -> Person | None:
        gender = HONORIFICS.get(honorific or "")
        fitting = [row for row in self._rows if gender is None or row.person.gender in (None, gender)]
        surname = surname_of(text)
        by_surname = [row for row in fitting if row.surname == surname]
        by_surname.sort(key=lambda row: " " in row.low)  # who is called by it alone comes first
        found = by_surname or [row for row in fitting if text in row.low.split()]
        return found[0].person if found else None

    def _full(self, name: tuple[Word, ...], text: str, honorific: str | None) -> Person | None:
        first, surname, tail = name[0].lower, surname_of(text), f" {text}"
        for row in self._rows:
            if row.low == text or row.low.endswith(tail) or (row.surname == surname and row.first == first):
                return row.person
        return self._behind(name, honorific)

    def _behind(self, name: tuple[Word, ...], honorific: str | None) -> Person | None:
        """Whose name stands behind words that are no part of it ("Absent Doe", "Town Clerk Jo Doe")."""
        if is_plain(name[0]):
            return self.person(name[1:], honorific)
        for length in (3, 2):
            tail = _folded(name[-length:]) if len(name) > length else ""
            same = next((row.person for row in self._rows if row.low == tail), None)
            if same:
                return same
        return None

    def thing(self, name: str) -> Actor | None:
        """A name that is no person's: a state, an organisation, a group, a document."""
        if name not in self._things:
            actor = self._thing(" ".join(name.split()))
            self._things[name] = self.setting.placed(actor) if actor else None
        return self._things[name]

    def _thing(self, flat: str) -> Actor | None:
        state = state_actor(flat) or (Actor(flat, "government") if flat in self._polities else None)
        if state:
            return state
        if flat.lower() in _GENERIC:  # stands for the organisation that has it in its name
            fuller = next((name for name in self._aliases.values() if flat in name.split()), None)
            return Actor(fuller, "organisation") if fuller else None
        fullest = self._aliases.get(flat.replace(".", ""), flat)
        kind = kind_of_name(fullest)
        if kind is None and fullest != flat:
            kind = "organisation"
        return Actor(fullest, kind) if kind else None


class _Named:
    """A person with their name as it is compared."""

    __slots__ = ("first", "low", "person", "surname")

    def __init__(self, person: Person) -> None:
        self.person = person
        self.low = person.name.lower()
        self.surname = surname_of(self.low)
        self.first = self.low.split(maxsplit=1)[0].rstrip(".")


def _folded(name: tuple[Word, ...]) -> str:
    """A name as it is compared: in lower case and with plain apostrophes."""
    return " ".join([word.text for word in name]).lower().replace("’", "'")


def _aliases(text: str, sightings: list[Sighting]) -> dict[str, str]:
    """Short names: those in brackets ("Harbour Workers' League (HWL)") and capitals that spell one."""
    found: dict[str, str] = {}
    shouted = {
        s.run.words[0].text for s in sightings if len(s.run.words) == 1 and s.run.words[0].text.isupper()
    }
    for run in (s.run for s in sightings if len(s.run.words) > 1):
        name = text[run.start : run.end]
        introduced = _ALIAS_AFTER.match(text, run.end)
        if introduced:
            found[introduced.group(1)] = name
        last = run.words[-1]
        if last.lower in SHORTENED and not run.headline:
            found.setdefault(last.text, " ".join(name.split()))
        capitals = "".join(word.text[0] for word in run.words if word.capital)
        organised = len(capitals) > 1 and kind_of_name(name) == "organisation"
        if organised or (len(capitals) > _PAIR and not run.headline and capitals in shouted):
            found.setdefault(capitals, " ".join(name.split()))
    return found


def _mention(text: str, sighting: Sighting, known: _Known) -> Mention | None:
    run = sighting.run
    body = _BODY_AFTER.match(text, run.end)
    if body:
        return Mention(run.start, run.start, body.end(), known.setting.placed(_body(text, run, body)))
    person = known.person(sighting.name, sighting.honorific)
    if person:
        start = min(run.start, sighting.before.start if sighting.before else run.start)
        return Mention(start, sighting.name[0].start, run.end, *known.who(person))
    common = all(word.lower in _COMMON_BODIES for word in run.words)
    indefinite = len(run.words) > 1 or text[run.start - 4 : run.start] not in ("the ", "The ")
    actor = None if common and indefinite else known.thing(text[run.start : run.end])
    return Mention(run.start, run.start, run.end, actor) if actor else None


def _body(text: str, run: Run, body: re.Match[str]) -> Actor:
    """A body called after somebody: "the Doe campaign"."""
    name = " ".join(text[run.start : body.end()].split())
    people = text[run.start : run.end] if body.group(1) == "government" else ""
    state = DEMONYMS.get(people)
    if state:
        return Actor(STATES[state], "government", country=state)
    campaign = f"{text[run.start : run.end]} campaign"
    if body.group(1) in ("team", "camp") and campaign in text:
        name = " ".join(campaign.split())
    return Actor(name, "government" if body.group(1) in GOVERNMENTS else "organisation")


def _in_headline(run: Run, known: _Known) -> Iterator[Mention]:
    """Capitals tell nothing in a headline; only names that the body gives are looked for."""
    at = 0
    while at < len(run.words):
        for length in (3, 2, 1):
            name = run.words[at : at + length]
            person = known.person(name) if len(name) == length else None
            if person:
                yield Mention(name[0].start, name[0].start, name[-1].end, *known.who(person))
                at += length
                break
        else:
            state = state_actor(run.words[at].text)
            if state:
                yield Mention(run.words[at].start, run.words[at].start, run.words[at].end, state)
            at += 1
