"""Descriptions: "the spokesman", "a federal judge", "its lawyer", "experts", from noun phrase to actor."""

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.analysis.antecedents import Turn, antecedent, bodies, people, who_speaks_here
from onrecord.analysis.campaigns import campaign_before, campaign_of
from onrecord.analysis.cast import Mention
from onrecord.analysis.crowds import crowd_after, same_crowd
from onrecord.analysis.documents import document
from onrecord.analysis.governments import government_before, state_before
from onrecord.analysis.kinds import core_of, head_of, kind_of_head
from onrecord.analysis.people import Person
from onrecord.analysis.ranking import best
from onrecord.analysis.referents import Description, definite, referent
from onrecord.analysis.scene import Scene
from onrecord.analysis.shapes import by_shape, is_taken_up_as_person, name_of, restricted
from onrecord.analysis.shares import of_whom
from onrecord.analysis.titles import country_in
from onrecord.analysis.turns import Fits
from onrecord.analysis.words import words
from onrecord.languages.english.grammar import DETERMINERS, FUNCTION_WORDS, PRONOUNS
from onrecord.languages.english.nouns import (
    DOCUMENTS,
    GOVERNMENTS,
    GROUPS,
    JUDGMENTS,
    ORGANISATIONS,
    OWN_WORDS,
    QUANTIFIERS,
    RULERS,
    SAME_BODY,
)
from onrecord.languages.english.people import (
    FEMALE,
    MALE,
    OFFICES,
    OFFICIALS,
    PERSONS,
    SAME_OFFICE,
    SPOKESPEOPLE,
    UNMATCHED,
    Gender,
)
from onrecord.terms.span import Spans
from onrecord.terms.statement import Actor, ActorKind

__all__ = ["described", "description", "holder_of", "taken_up"]

_ARTICLE = re.compile(r"(?:the|that|this)\s", re.IGNORECASE)
_INDEFINITE = re.compile(
    r"(?:a|an|some|one|another|several|many|two|three|four|five|most|other|few|any)\s", re.IGNORECASE
)
_OWNER = re.compile(
    r"(?:(?P<pronoun>[Hh]is|[Hh]er|[Ii]ts|[Mm]y|[Oo]ur)"
    r"|(?P<name>(?:(?!\b(?:of|with|to|by|in|on|for|from|at)\b)[^,])+?)['’]s?)\s(?P<rest>[a-z].*)"
)
_THEIRS = re.compile(r"(?:[Hh]is|[Hh]er|[Ii]ts)\s")
_OWNS = re.compile(r"['’]s?(?=\s)")
_COMPOUND = re.compile(
    r"\b(inspector|attorney|surgeon|solicitor|director|secretary|postmaster)[ -]general\b", re.IGNORECASE
)
_SEVERAL = re.compile(
    r"(?:some|several|many|two|three|four|five|six|most|other|few|any|no|all|both)\s", re.IGNORECASE
)
_OF_THOSE = re.compile(r"^(?:[Ss]everal|[Mm]uch|[Ss]ome|[Mm]any|[Aa]ll|[Mm]ost|[Oo]ne|[Pp]art) of ")
_LEAD, _LEAD_LINES, _LEAD_LONG = 3, 6, 50
"""Headline, standfirst and first paragraph; lines shorter than so many characters are labels."""
_LATER = 2500
"""So many characters after a lead whom it describes is named."""
_ANY_BODY = frozenset(
    {
        "company",
        "group",
        "organisation",
        "organization",
        "firm",
        "outlet",
        "newspaper",
        "paper",
        "network",
        "agency",
    }
)


def described(
    scene: Scene, phrase: str, at: int, turns: Sequence[Turn], content: Spans = ()
) -> tuple[Actor, str, float]:
    """The actor that a description stands for, with the rule that decided and how sure it is."""
    found = description(scene, phrase, at, turns, content)
    if definite(found.core, found.head):
        actor = referent(scene, found, turns)
        if actor.name == found.itself.name:
            return found.itself, f"head noun: {found.head}", 0.7
        return actor, f"the likeliest of those before: {found.head}", 0.65
    if found.ruled:
        return found.ruled[0], f"{found.ruled[1]}: {found.head}", 0.65
    return _itself(scene, found.core, phrase, at)


def description(
    scene: Scene, phrase: str, at: int, turns: Sequence[Turn], content: Spans = ()
) -> Description:
    """What the rules make of a noun phrase.

    Args:
        scene: the article.
        phrase: the noun phrase.
        at: where it stands.
        turns: who spoke before.
        content: the words attributed to whom it describes.
    """
    core = core_of(phrase)
    head = head_of(core)
    ruled = _ruled(scene, core, head, at, turns)
    return Description(core, head, at, content, ruled, _itself(scene, core, phrase, at)[0])


def _ruled(scene: Scene, core: str, head: str, at: int, turns: Sequence[Turn]) -> tuple[Actor, str] | None:
    """Whom the rules find behind a description, with the rule."""
    if (head in ORGANISATIONS or head in GROUPS) and head not in OFFICES and _THEIRS.match(core):
        owned = _owned(scene, core, head, at, turns)
        if owned:
            return owned, "named by whom it belongs to"
    if (
        head in DOCUMENTS
        or not _INDEFINITE.match(core)
        or (_in_lead(scene, at) and head in RULERS and core[:2].lower() in ("a ", "an"))
    ):
        taken_up = _taken_up(scene, core, head, at, turns)
        if taken_up:
            return taken_up
    later = _named_later(scene, core, head, at)
    if later:
        return later.actor, "described before being named"
    owned = _owned(scene, core, head, at, turns)
    if owned:
        return owned, "named by whom it belongs to"
    earlier = same_crowd(core, head, turns)
    if earlier is None and _in_lead(scene, at):
        earlier = crowd_after(scene, core, head, at)
    return (earlier, "the same people as before") if earlier else None


def _itself(scene: Scene, core: str, phrase: str, at: int) -> tuple[Actor, str, float]:
    """The actor that a description is if it is nobody else."""
    head = head_of(core)
    kind = kind_of_head(head, core) or _kind_of_any(core)
    name = name_of(of_whom(scene, restricted(core, phrase), at))
    if kind is None and is_taken_up_as_person(scene.text, core):
        return Actor(name, "person"), "a name that he or she takes up", 0.4
    if kind is None:
        return by_shape(core, name)
    return Actor(name, kind, country=country_in(core)), f"head noun: {head}", 0.7


def _owned(scene: Scene, core: str, head: str, at: int, turns: Sequence[Turn]) -> Actor | None:
    """Somebody or something known by whom it belongs to: "her office", "Mr Doe's wife"."""
    those = _OF_THOSE.match(core)
    match = _OWNER.match(core[those.end() :] if those else core)
    kind = kind_of_head(head, core)
    if match is None or (
        kind not in ("organisation", "unnamed", "group", "document") and head not in OWN_WORDS
    ):
        return None
    kind = kind or "document"
    case = PRONOUNS.get((match["pronoun"] or "").lower())
    if case in ("i", "we"):
        holder = who_speaks_here(at, turns)
        actor = holder.actor if holder else None
    elif case:
        fits = {"he": people("male"), "she": people("female"), "it": bodies}.get(case)
        actor = _owner(scene, case, at, [t for t in turns if t.at < at], fits) if fits else None
    else:
        named = scene.cast.within(at, at + len(core) - len(match["rest"]))
        actor = named[-1].actor if named and _owns_it(scene.text, named[-1].end) else None
    if actor is None:
        return None
    if actor.kind == "person" and head in OWN_WORDS:
        return actor
    sign = _OWNS.search(core)
    owning = sign.group() if sign else "'s"
    campaign = campaign_of(scene.text, actor) if match["rest"] in ("team", "camp") else None
    if campaign:
        return campaign
    some = those.group().lower() if those else ""
    return Actor(f"{some}{actor.name}{owning} {match['rest']}", kind, country=actor.country)


def _owns_it(text: str, end: int) -> bool:
    """Whether a name is the owner and lends its name to no other ("a Ministry inspector's report")."""
    return text[end : end + 1] in "'’"


def _owner(scene: Scene, case: str, at: int, before: Sequence[Turn], fits: Fits) -> Actor | None:
    """Whom "his", "her" or "its" means: the likeliest of those before, of things the nearest."""
    if case == "it":
        return antecedent(scene, at, before, fits)
    ranked = best(scene, at, before, fits)
    return ranked[0].actor if ranked else None


def _in_lead(scene: Scene, at: int) -> bool:
    """Whether a position stands in headline or lead, where a body is named only after ("A House panel")."""
    lead = [p for p in scene.paragraphs[:_LEAD_LINES] if p.end - p.start >= _LEAD_LONG][:_LEAD]
    return bool(lead) and at < lead[-1].end


def _kind_of_any(core: str) -> ActorKind | None:
    """The kind of the first noun that the tables know, for phrases whose head they do not."""
    kinds = (kind_of_head(word.lower, core) for word in words(core) if word.lower not in QUANTIFIERS)
    return (
        next((kind for kind in kinds if kind), None)
        if not core[-1:].isupper() and _INDEFINITE.match(core)
        else None
    )


def taken_up(scene: Scene, phrase: str, at: int, turns: Sequence[Turn]) -> Actor | None:
    """Whoever was introduced before as what a definite description says; None if nobody was."""
    core = core_of(phrase)
    found = _taken_up(scene, core, head_of(core), at, turns)
    return found[0] if found else None


def holder_of(scene: Scene, phrase: str, at: int) -> Actor | None:
    """The person introduced with the office that a phrase names; None if nobody was."""
    core = core_of(phrase)
    person = _by_office(scene, core, head_of(core), at)
    return person.actor if person and person.offices else None


def _taken_up(scene: Scene, core: str, head: str, at: int, turns: Sequence[Turn]) -> tuple[Actor, str] | None:
    """Whom a description takes up, with how: by an office, a body's or a document's noun, by nearness."""
    definite = bool(_ARTICLE.match(core))
    if head in JUDGMENTS and definite:
        return _with(_body(scene, "the court", "court", at, turns), "the court behind the words")
    if head in DOCUMENTS:
        return _with(
            document(scene, core, head, at, turns) or _body(scene, core, head, at, turns),
            "the document before",
        )
    person = _by_office(scene, core, head, at) if head in OFFICES else None
    if person:
        return person.actor, "introduced with the office"
    if head in GOVERNMENTS and definite and _bare(core, head):
        found = state_before(scene, at) if head == "state" else government_before(scene, at)
        return _with(found, "the state before")
    if definite and _names_a_person(head) and not _COMPOUND.search(core):
        return _with(antecedent(scene, at, turns, people(_gender(head))), "the nearest who fits")
    found = _body(scene, core, head, at, turns) if head in ORGANISATIONS and head not in OFFICES else None
    return _with(found, "the body before")


def _with(actor: Actor | None, how: str) -> tuple[Actor, str] | None:
    return (actor, how) if actor else None


def _bare(core: str, head: str) -> bool:
    """Whether a phrase says no more than its head ("the government")."""
    return all(
        word.lower in DETERMINERS or word.lower in (head, "federal", "central") for word in words(core)
    )


def _names_a_person(head: str) -> bool:
    return (head in OFFICES or head in FEMALE or head in MALE) and head not in UNMATCHED


def _gender(head: str) -> Gender | None:
    return "female" if head in FEMALE else "male" if head in MALE else None


def _by_office(scene: Scene, core: str, head: str, at: int) -> Person | None:
    """The person introduced with the office: the most fitting title, then the nearest before.

    Somebody named only later is taken in a headline or lead alone ("Lawmaker urges …").
    """
    same = frozenset().union({head}, *(group for group in SAME_OFFICE if head in group))
    compound = _COMPOUND.search(core)
    if compound:  # an inspector general is no general
        same = frozenset({compound.group(1).lower()})
    gender = _gender(head)
    fitting = [
        p for p in scene.cast.people if same & p.offices and (gender is None or p.gender in (None, gender))
    ]
    owner = _OWNER.match(core)
    if owner and owner["name"]:
        owning = {word.lower for word in words(owner["name"])} - DETERMINERS - {"'s"}
        theirs = [p for p in fitting if owning & p.offices]
        only = len(fitting) == 1 and head in SPOKESPEOPLE and _in_lead(scene, at)
        if not theirs and not only and not _is_polity(scene, owner["name"], at):
            return None
        fitting = theirs or fitting
    if not fitting:
        if head.endswith("s"):
            return None
        return _named_next(scene, at) or _untitled(scene, head, at)
    if head == "minister" and "prime" not in core.lower():
        fitting = [p for p in fitting if "prime" not in p.offices] or fitting
    telling = {w.lower for w in words(core)} - {head, "of", "for", "the", "a", "his", "her", "its", "their"}
    best = max(_overlap(person, telling) for person in fitting)
    chosen = [person for person in fitting if _overlap(person, telling) == best]
    before = [m for m in scene.cast.mentions if m.name < at and any(m.actor.name == p.name for p in chosen)]
    if before:
        return next(p for p in chosen if p.name == before[-1].actor.name)
    return chosen[0] if _in_lead(scene, at) or (len(chosen) == 1 and best) else None


def _is_polity(scene: Scene, name: str, at: int) -> bool:
    """Whether the owner of an office is a state ("Arlen's spokesman")."""
    named = scene.cast.within(at, at + len(name) + 4)
    return bool(named) and named[-1].actor.kind == "government"


def _named_next(scene: Scene, at: int) -> Person | None:
    """The lead calls somebody by their office; the paragraph after begins with their name."""
    if not _in_lead(scene, at):
        return None
    here = scene.paragraph(at)
    after = [p for p in scene.paragraphs if p.start >= here.end and p.end - p.start >= _LEAD_LONG][:_LEAD]
    people = scene.cast.people
    begun = (p for paragraph in after for p in people if paragraph.start <= p.first <= paragraph.start + 2)
    return next((p for p in begun if not p.title), None)


def _named_later(scene: Scene, core: str, head: str, at: int) -> Person | None:
    """Whom headline or lead describe ("a minister", "Hacker who …") and the text names soon after."""
    if head not in OFFICES | PERSONS or not _in_lead(scene, at) or _SEVERAL.match(core) or _OWNER.match(core):
        return None
    same = frozenset().union({head}, *(group for group in SAME_OFFICE if head in group))
    same |= OFFICIALS if head == "official" else frozenset()
    after = [p for p in scene.cast.people if at < p.first < at + _LATER]
    gender = _gender(head)
    fitting = [p for p in after if same & p.offices and (gender is None or p.gender in (None, gender))]
    if fitting:
        return fitting[0]
    return _named_next(scene, at)


def _untitled(scene: Scene, head: str, at: int) -> Person | None:
    """The only one that "the spokesman" can be: the person most named before who has no title."""
    if head not in SPOKESPEOPLE:
        return None
    named = Counter(m.actor.name for m in scene.cast.mentions if m.name < at and m.actor.kind == "person")
    people = [
        p for p in scene.cast.people if not p.title and named[p.name] and p.gender in (None, _gender(head))
    ]
    return max(people, key=lambda p: named[p.name], default=None)


def _overlap(person: Person, telling: set[str]) -> int:
    return len(telling & person.offices)


def _body(scene: Scene, core: str, head: str, at: int, turns: Sequence[Turn]) -> Actor | None:
    """The body taken up: "the committee" is the last one before; in a headline, the first one after."""
    own = {w.lower for w in words(core)} - DETERMINERS - {"new", "same", "whole", "full"} - {head}
    heads = frozenset().union({head}, *(group for group in SAME_BODY if head in group))
    named = [m for m in scene.cast.mentions if m.actor.kind in ("organisation", "document", "government")]
    called = [m for m in named if heads & _words_of(m) and not _words_of(m) <= heads]
    fitting = [m for m in called if own <= _words_of(m)] or ([] if _capitals(core) else called)
    before = [m for m in fitting if m.name < at]
    if not before and head in _ANY_BODY:
        before = [m for m in named if m.name < at and m.actor.kind == "organisation"]
    if before:
        return before[-1].actor
    if head == "campaign" and not own:
        return campaign_before(scene, at, turns)
    after = [m for m in fitting if m.name > at]
    return after[0].actor if after and _in_lead(scene, at) else None


def _capitals(core: str) -> bool:
    return any(word.capital and word.lower not in FUNCTION_WORDS for word in words(core)[1:])


def _words_of(mention: Mention) -> set[str]:
    return {word.lower for word in words(mention.actor.name)}
