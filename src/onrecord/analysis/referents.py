"""Referents: who of those named and heard before is meant by "the senator", "the agency", "the poll".

What the rules of ``descriptions.py`` find competes with everybody else and with the description itself
("the witness" may be nobody named); the table of ``ranking.py`` weighs them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.analysis.clues import Candidate, clues_of, standpoint
from onrecord.analysis.kinds import kind_of_head, names_somebody
from onrecord.analysis.people import Person
from onrecord.analysis.ranking import candidates, odds
from onrecord.analysis.scene import Scene
from onrecord.analysis.turns import Turn
from onrecord.analysis.words import words
from onrecord.languages.english.common_words import COMMON_WORDS
from onrecord.languages.english.grammar import DETERMINERS, FUNCTION_WORDS
from onrecord.languages.english.nouns import ORGANISATIONS, SAME_BODY, SAME_DOCUMENT
from onrecord.languages.english.people import FEMALE, MALE, OFFICES, PERSONS, SAME_OFFICE, Gender
from onrecord.terms.span import Spans
from onrecord.terms.statement import Actor

__all__ = ["Description", "Rival", "alike", "definite", "referent", "rivals"]

_DEFINITE = re.compile(
    r"(?:the|this|that)\s(?!(?:two|three|four|five|six|other|others|first|rest)\b)", re.IGNORECASE
)
PARTISAN_ONES = frozenset({"republican", "democrat", "conservative", "liberal", "libertarian", "independent"})
"""Capitalised nouns for one of a party ("the northern Republican")."""
_PEOPLE = frozenset({"person", "unnamed"})
_KINDS = {"person": _PEOPLE, "agent": _PEOPLE, "organisation": frozenset({"organisation", "government"})}
"""Which actors the heads of descriptions mean; of other heads the rules know more than weights do."""
_NEAR = 90
"""So many characters around a name it is told what somebody is ("Doe, a retired surgeon")."""
_FAR = 1500
"""So many characters back one who is not named is remembered."""
_TOLD = 4
"""So many namings are looked at for it."""


@dataclass(frozen=True, slots=True)
class Description:
    """A description, and what the rules make of it.

    Attributes:
        core: the noun phrase.
        head: its head noun.
        at: where it stands.
        content: the words attributed to whom it describes.
        ruled: whom the rules find, with the rule; ``None`` if nobody.
        itself: the actor if it is nobody else.
    """

    core: str
    head: str
    at: int
    content: Spans
    ruled: tuple[Actor, str] | None
    itself: Actor


@dataclass(frozen=True, slots=True)
class Rival:
    """Somebody who may be meant, with the clues."""

    actor: Actor
    clues: Mapping[str, float]


def definite(core: str, head: str) -> bool:
    """Whether a noun phrase means one who is known: "the senator", not "a senator", "the voters"."""
    plural = head.endswith("s") and not head.endswith(("ss", "us", "is", "news"))
    if plural or not _DEFINITE.match(core):
        return False
    common = head in PARTISAN_ONES or any(word.text == head for word in words(core))
    return common and _kind(core, head) in _KINDS


def referent(scene: Scene, described: Description, turns: Sequence[Turn]) -> Actor:
    """The likeliest of those who may be meant; the description itself if that is likeliest."""
    nameless = [turn.actor for turn in turns if turn.actor.kind == "unnamed" and turn.at < described.at]
    same = [actor for actor in nameless if actor.name.lower().split()[-1:] == [described.head]]
    if same and not any(described.head in person.offices for person in scene.cast.people):
        return same[-1]
    found = list(rivals(scene, described, turns))
    return max(found, key=lambda rival: odds(rival.clues)).actor


def rivals(scene: Scene, described: Description, turns: Sequence[Turn]) -> Iterator[Rival]:
    """Everybody who may be meant, the description itself last."""
    here = standpoint(scene, described.at, turns, described.content)
    kind = _kind(described.core, described.head)
    ruled, rule = described.ruled or (None, "nothing")
    people = {person.name: person for person in scene.cast.people}
    seen = False
    gender: Gender | None = (
        "female" if described.head in FEMALE else "male" if described.head in MALE else None
    )

    def fits(actor: Actor, known: Gender | None) -> bool:
        return (
            actor.kind in _KINDS[kind]
            and (gender is None or known in (None, gender))
            and not (actor.kind == "organisation" and _is_other_body(described.head, actor.name))
        )

    for candidate in candidates(scene, described.at, turns, fits):
        clues = {f"the: {name}": value for name, value in clues_of(here, candidate).items()}
        clues |= dict(_likeness(scene, described, candidate, people.get(candidate.actor.name)))
        clues[f"the {kind}: {candidate.actor.kind}"] = 1.0
        if ruled and candidate.actor.name == ruled.name:
            seen = True
            clues[f"rule: {rule}"] = 1.0
            clues["rule: and the office agrees"] = clues.get("the: office agrees", 0.0)
        yield Rival(candidate.actor, clues)
    if ruled and not seen and ruled.name != described.itself.name:
        yield Rival(ruled, {f"rule: {rule}": 1.0, "rule: named later": 1.0, f"the {kind}: {ruled.kind}": 1.0})
    own = {"itself": 1.0, f"itself: {kind}": 1.0, f"itself: {rule}": 1.0}
    if len(words(described.core)) > 2:  # noqa: PLR2004 - the article and the head
        own["itself: told more of"] = 1.0
    if re.search(r"['’]s?\s", described.core):
        own["itself: somebody's"] = 1.0
    if any(word.capital for word in words(described.core)[1:]):
        own["itself: a name in it"] = own[f"itself: {kind} with a name in it"] = 1.0
    if not here.heard:
        own["itself: the first to speak"] = 1.0
    if _as_one(scene, described):
        own["itself: told of as one before"] = own[f"itself: {kind} told of as one before"] = 1.0
    yield Rival(described.itself, own)


def _is_other_body(head: str, name: str) -> bool:
    """Whether a body is called by another noun, where the description's is in every name ("the campaign")."""
    return head == "campaign" and not alike(head) & {word.lower for word in words(name)}


def alike(head: str) -> frozenset[str]:
    """The nouns by which the same may be called: of an office, a body or a document."""
    return frozenset().union({head}, *(g for g in (*SAME_OFFICE, *SAME_BODY, *SAME_DOCUMENT) if head in g))


def _as_one(scene: Scene, described: Description) -> bool:
    """Whether the text speaks of one before whom it does not name ("a spokesman said … the spokesman")."""
    if scene.text.find(described.head, max(0, described.at - _FAR), described.at) < 0:
        return False
    one = re.compile(
        rf"\b(?:[Aa]n?|[Oo]ne|[Aa]nother)\s(?:[\w’'.-]+\s){{0,3}}{re.escape(described.head)}\b(?!,? [A-Z])"
    )
    return one.search(scene.text, max(0, described.at - _FAR), described.at) is not None


def _kind(core: str, head: str) -> str:
    if head in OFFICES or head in PERSONS or head in MALE or head in FEMALE:
        return "person"
    kind = kind_of_head(head, core)
    if kind:
        return "person" if kind == "unnamed" else kind
    return "agent" if names_somebody(head) else "something"


def _likeness(
    scene: Scene, described: Description, candidate: Candidate, person: Person | None
) -> Iterator[tuple[str, float]]:
    """How well what the description says fits what the text says of a candidate."""
    head = described.head
    like = alike(head)
    named = {word.lower for word in words(candidate.actor.name)}
    telling = {w.lower for w in words(described.core)} - DETERMINERS - FUNCTION_WORDS - {head, "former"}
    if head in named:
        yield "the: head in the name", 1.0
    elif like & named:
        yield "the: like the head in the name", 1.0
    elif candidate.actor.kind == "organisation" and named & ORGANISATIONS:
        yield "the: another head in the name", 1.0
    elif candidate.actor.kind == "unnamed":
        yield "the: another description", 1.0
    if person:
        offices = person.offices
        yield (
            (
                "the: office agrees"
                if like & offices
                else "the: another office"
                if offices
                else "the: no office"
            ),
            1.0,
        )
        named = named | offices
    if candidate.gender and (head in FEMALE or head in MALE):
        yield "the: gender agrees", 1.0
    around = _around(scene, candidate)
    if head in around:
        yield "the: called so nearby", 1.0
    if telling:
        yield "the: telling words shared", len(telling & named) / len(telling)
        rare = telling - COMMON_WORDS
        yield "the: telling words nearby", len(rare & around) / max(1, len(rare))


def _around(scene: Scene, candidate: Candidate) -> frozenset[str]:
    """The words around the first and the last namings of somebody."""
    mentions = candidate.mentions
    chosen = mentions[:_TOLD] + mentions[max(_TOLD, len(mentions) - 1) :]
    windows = (scene.text[max(0, m.start - _NEAR // 2) : m.end + _NEAR].lower() for m in chosen)
    return frozenset(word.strip(".,;:“”\"'’") for window in windows for word in window.split())
