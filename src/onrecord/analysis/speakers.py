"""Who speaks: from the words of a source to an actor.

A name leads to the fullest form the text gives; a pronoun to the most plausible speaker
before it; "the minister" to the one introduced with that office; an empty source to the
speaker whose words are carried on. What cannot be told is ``unspecified`` or ``unknown``.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.analysis.antecedents import Turn, antecedent, bodies, crowds, people, who_speaks_here
from onrecord.analysis.bylines import first_person_of
from onrecord.analysis.descriptions import described, holder_of
from onrecord.analysis.kinds import core_of, head_of, kind_of_head, state_actor
from onrecord.analysis.nesting import depths, holders
from onrecord.analysis.outlets import writer_or
from onrecord.analysis.pairs import pair
from onrecord.analysis.ranking import best
from onrecord.analysis.relatives import relative
from onrecord.analysis.reveals import revealed
from onrecord.analysis.scene import Scene
from onrecord.analysis.sources import pointed_at
from onrecord.analysis.titles import body_of, country_in, office_in
from onrecord.analysis.turns import Fits, Spoken
from onrecord.analysis.unsourced import UNSPECIFIED, place_of, unsourced
from onrecord.analysis.words import Word, whole_words, words
from onrecord.languages.english.grammar import PRONOUNS
from onrecord.languages.english.institutions import PARTY_MEMBERS
from onrecord.languages.english.people import OFFICES, Gender
from onrecord.terms.span import Span, Spans, words_of
from onrecord.terms.statement import UNKNOWN, Actor, Attribution

__all__ = ["Spoken", "made_out", "main_piece", "outright", "place_of", "speakers", "turn_of"]


_VERBS = frozenset({"said", "says", "told", "added", "wrote", "according to"})
_ADDRESSED = {"let": "we"}
_BODY = re.compile(r"an? [\w ]{2,40}")
_PARTICIPLE = re.compile(r"\w+(?:ing|ed) ")
_WHOSE_WORDS = re.compile(r"\s[a-z]+\b")
_SHOUTED = 4
"""So many letters at least has a name in capitals."""


def turn_of(scene: Scene, attribution: Attribution, spoken: Spoken) -> Turn:
    """The turn that a statement is, once its speaker is made out."""
    gender = scene.cast.gender_of(spoken.actor.name) or _pronoun_gender(scene.text, attribution)
    return Turn(place_of(attribution), spoken.actor, gender, attribution.content)


def speakers(scene: Scene, attributions: Sequence[Attribution]) -> tuple[Spoken, ...]:
    """Make out the speaker of each attribution; who is described first goes by the name given after."""
    found = made_out(scene, attributions)
    told = revealed(scene, attributions, found)
    named = [_unveiled(spoken, told) for spoken in found] if told else found
    lent = _roles_lent(scene, attributions, named)
    lent |= {actor.name: role for role, actor in told.items() if office_in(role)}
    outlet = scene.outlet
    finished = (_as_writer(_with_role(spoken, lent), outlet) for spoken in named)
    placed = (replace(spoken, actor=scene.cast.setting.placed(spoken.actor)) for spoken in finished)
    return tuple(replace(spoken, told=scene.cast.why(spoken.actor)) for spoken in placed)


def made_out(scene: Scene, attributions: Sequence[Attribution]) -> list[Spoken]:
    """Who speaks in each attribution by what stands before it, outer statements before those inside them."""
    depth = depths(holders(attributions))
    order = sorted(range(len(attributions)), key=lambda n: (depth[n], place_of(attributions[n]), n))
    found: dict[int, Spoken] = {}
    turns: list[Turn] = []
    for number in order:
        attribution = attributions[number]
        found[number] = _speaker(scene, attribution, turns)
        turns.append(turn_of(scene, attribution, found[number]))
    return [found[number] for number in range(len(attributions))]


def _unveiled(spoken: Spoken, told: Mapping[str, Actor]) -> Spoken:
    """Whoever is described in the lead and named after goes by the name."""
    actor = told.get(spoken.actor.name)
    return replace(spoken, actor=actor, by=f"{spoken.by}; named after", confidence=0.6) if actor else spoken


def _as_writer(spoken: Spoken, outlet: str | None) -> Spoken:
    """The outlet by a part of its name ("told the Courier") is the writer."""
    return replace(spoken, actor=writer_or(spoken.actor, outlet))


def _roles_lent(scene: Scene, attributions: Sequence[Attribution], found: Sequence[Spoken]) -> dict[str, str]:
    """Roles by which sources take up somebody whose name has no title ("the Vermont senator")."""
    lent: dict[str, str] = {}
    for number, spoken in enumerate(found):
        if spoken.actor.kind != "person" or spoken.actor.role or not attributions[number].source:
            continue
        core = core_of(attributions[number].source[0].of(scene.text))
        if (
            re.fullmatch(r"[Tt]he\s[\w -]+", core)
            and office_in(core) == head_of(core)
            and spoken.actor.name.split()[-1] not in core
        ):
            lent.setdefault(spoken.actor.name, core[4:])
    return lent


def _with_role(spoken: Spoken, lent: dict[str, str]) -> Spoken:
    role = lent.get(spoken.actor.name)
    if role is None or spoken.actor.role or spoken.actor.kind != "person":
        return spoken
    return replace(
        spoken,
        actor=replace(
            spoken.actor,
            role=role,
            affiliation=spoken.actor.affiliation or body_of(role, spoken.actor.country),
            country=spoken.actor.country or country_in(role),
        ),
    )


def _pronoun_gender(text: str, attribution: Attribution) -> Gender | None:
    case = PRONOUNS.get(words_of(text, attribution.source).strip().lower())
    return "male" if case == "he" else "female" if case == "she" else None


def _speaker(scene: Scene, attribution: Attribution, turns: Sequence[Turn]) -> Spoken:
    if not attribution.source:
        return unsourced(scene, attribution, turns)
    found = outright(scene, attribution, turns)
    if found:
        return found
    source = main_piece(scene, attribution)
    apposed = _apposed(scene, source, attribution)
    if apposed:
        return apposed
    restricted = _restricted(scene.text, source, attribution)
    if restricted:
        return Spoken(restricted, "the people whom the words restrict", 0.6)
    return Spoken(*described(scene, source.of(scene.text), source.start, turns, attribution.content))


def _apposed(scene: Scene, source: Span, attribution: Attribution) -> Spoken | None:
    """The body named right before what describes it ("Fight for Harbours, a group backing the mayor")."""
    text, cue = scene.text, attribution.cue
    told = cue and cue[0].start - source.end <= 1 and _PARTICIPLE.match(text, cue[0].start)
    if not told or not _BODY.fullmatch(text, source.start, source.end):
        return None
    near = scene.cast.within(max(0, source.start - _LONGEST), source.start)
    if not near or near[-1].actor.kind != "organisation" or text[near[-1].end : source.start] != ", ":
        return None
    return Spoken(near[-1].actor, "named right before", 0.7, (Span(near[-1].name, near[-1].end),))


_RESTRICTS = re.compile(r"(?:not |\w+ly )?(?:who|that|\w+ing|\w+ed)\b")
_LONGEST = 120


def _restricted(text: str, source: Span, attribution: Attribution) -> Actor | None:
    """A lone noun whose cue says whom it means ("those backing the plan", "towns that oppose the dam")."""
    noun, cue = source.of(text), attribution.cue
    if not re.fullmatch(r"[Tt]hose|[a-z]+s", noun) or not cue or cue[0].start - source.end > 1:
        return None
    if kind_of_head(noun.lower(), noun) != "group":
        return None
    lead = _RESTRICTS.match(text, cue[0].start)
    if lead is None or (noun.lower() != "those" and not lead.group().endswith(("who", "that"))):
        return None
    pieces = [piece for piece in attribution.content if 0 <= piece.start - cue[0].end <= 1]
    if not pieces or pieces[0].end - source.start > _LONGEST:
        return None
    return Actor(" ".join(text[source.start : pieces[0].end].split()).rstrip(".,"), "group")


def outright(scene: Scene, attribution: Attribution, turns: Sequence[Turn]) -> Spoken | None:
    """Who speaks where a source names or takes up somebody; ``None`` where it only describes them."""
    source = main_piece(scene, attribution)
    phrase = source.of(scene.text)
    parts = [word for word in words(phrase) if word.lower not in ("'s", "all", "both")]
    case = _case(parts)
    if case:
        return _pronoun(scene, case, source.start, turns, attribution)
    at = source.start
    together = _with_others(scene, phrase, at, turns) or pair(scene, core_of(phrase), at, turns)
    if together:
        return Spoken(together, "two taken up together", 0.65)
    if parts and parts[0].lower in ("nobody", "none", "neither") and not parts[2:]:
        return Spoken(UNSPECIFIED, "nobody in particular", 0.7)
    return _interview_turn(scene, attribution, parts) or _oneself(scene, source) or _named(scene, source)


def _oneself(scene: Scene, source: Span) -> Spoken | None:
    """Who is meant by "self" ("a self-described moderate, Doe …"): the person named nearest."""
    if source.of(scene.text).lower() != "self":
        return None
    sentence = scene.sentence(source.start)
    people = [m for m in scene.outside_quotes(sentence.start, sentence.end) if m.actor.kind == "person"]
    if not people:
        return None
    near = min(people, key=lambda m: max(m.start - source.end, source.start - m.end))
    return Spoken(near.actor, "self: the person named nearest", 0.6, (Span(near.name, near.end),))


def _case(parts: Sequence[Word]) -> str | None:
    """The pronoun that a source is, by the one that it is a case of ("We've", "them")."""
    if len(parts) != 1:
        return None
    bare = re.sub(r"'(?:ve|re|d|ll|m|s)$", "", parts[0].lower)
    case = PRONOUNS.get(bare) or _ADDRESSED.get(bare)
    return None if case == "we" and parts[0].text == "US" else case


def _named(scene: Scene, source: Span) -> Spoken | None:
    pointed = pointed_at(scene, source) or _shouted(scene, source) or _party(scene, source)
    if pointed is None:
        return None
    voice = _voice_of(scene, pointed, source.start)
    if voice:
        return Spoken(voice, "a headline's government: whoever speaks for it in the text", 0.6)
    return Spoken(pointed, "named in the source", 0.9)


def _shouted(scene: Scene, source: Span) -> Actor | None:
    """Whom a name in capitals means that the text has in small letters, or a state ("DOE:", "ARLEN SAYS")."""
    phrase = source.of(scene.text).strip(" .:'’\"“”")
    if not phrase.isupper() or len(phrase) < _SHOUTED:
        return None
    low = phrase.lower().split()
    for actor in scene.actors.values():
        if actor.kind == "person" and actor.name.lower().split()[-len(low) :] == low:
            return actor
    return state_actor(phrase.title())


def _party(scene: Scene, source: Span) -> Actor | None:
    """Whose words an adjective tells ("Republican criticism of")."""
    word = source.of(scene.text)
    members = PARTY_MEMBERS.get(word)
    if members is None or not _WHOSE_WORDS.match(scene.text, source.end):
        return None
    if source.start == scene.paragraph(source.start).start and f"{word}s" == members:
        return None  # a headline's "Republican seeks" is one of them
    return Actor(members, "group")


def _voice_of(scene: Scene, actor: Actor, at: int) -> Actor | None:
    """The spokesman through whom a government speaks in a headline ("Arlen rejects claims")."""
    headline = scene.paragraphs[0] if scene.paragraphs else Span(0, 1)
    if (
        actor.kind != "government"
        or at >= headline.end
        or scene.text[headline.start : headline.end].rstrip().endswith(".")
    ):
        return None
    speaking = [
        p for p in scene.cast.people if p.offices & _VOICES and p.actor.country in (actor.country, None)
    ]
    near = [p for p in speaking if p.first < headline.end + _SOON]
    return near[0].actor if near and (actor.country or len(speaking) == 1) else None


_VOICES = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_SOON = 600
"""So many characters after a headline whoever speaks for its government is named."""


def _with_others(scene: Scene, phrase: str, at: int, turns: Sequence[Turn]) -> Actor | None:
    """Whoever speaks with the one that a pronoun means ("he and his staff")."""
    match = re.match(r"(he|she) and ([^,]+)", " ".join(phrase.split()), re.IGNORECASE)
    if match is None or (match[2][0].islower() and match.end() < len(" ".join(phrase.split()))):
        return None
    named = [m for m in scene.cast.within(at, at + len(phrase)) if m.actor.kind == "person"]
    other = named[0].actor.name if named and match[2][0].isupper() else match[2]
    holder = _pronoun(scene, PRONOUNS[match[1].lower()], at, turns).actor
    return None if holder.kind == "unknown" else Actor(f"{holder.name} and {other}", "group")


def _interview_turn(scene: Scene, attribution: Attribution, parts: Sequence[Word]) -> Spoken | None:
    """Turns labelled Q and A: the outlet asks, whoever the introduction names first answers."""
    if (
        len(parts) != 1
        or parts[0].text not in ("Q", "A")
        or words_of(scene.text, attribution.cue).strip() != ":"
    ):
        return None
    if parts[0].text == "Q":
        return Spoken(Actor(scene.outlet or "the interviewer", "writer"), "the interview's questions", 0.9)
    people_before = [person for person in scene.cast.people if person.first < attribution.source[0].start]
    return Spoken(people_before[0].actor, "the interview's answers", 0.8) if people_before else None


def main_piece(scene: Scene, attribution: Attribution) -> Span:
    """A source in several pieces is one phrase with a hole; the first piece names.

    Where source and cue were taken for each other, the cue does ("[said] Hester"); a piece that
    cuts a word takes the whole word in.
    """
    first = attribution.source[0]
    swapped = first.of(scene.text).strip().lower() in _VERBS and attribution.cue
    return whole_words(scene.text, attribution.cue[0] if swapped else first)


def _pronoun(
    scene: Scene, case: str, at: int, turns: Sequence[Turn], attribution: Attribution | None = None
) -> Spoken:
    earlier = [turn for turn in turns if turn.at < at]
    holder = who_speaks_here(at, turns)
    if case in ("i", "we"):
        cue = words_of(scene.text, attribution.cue) if attribution else ""
        return _first_person(scene, at, holder, case=case, cue=cue)
    if case == "who":
        return relative(scene, at, earlier)
    fits = {"he": people("male"), "she": people("female"), "it": bodies, "they": crowds}.get(
        case, people(None)
    )
    if holder and not scene.is_quoted(at) and fits(holder.actor, holder.gender) and case != "they":
        return Spoken(holder.actor, f"{case}: whoever the words belong to", 0.75)
    likely = _likeliest(
        scene, case, at, earlier, fits=fits, content=attribution.content if attribution else ()
    )
    if likely:
        return likely
    actor = antecedent(scene, at, earlier, fits)
    if actor is None and case in ("he", "she", "they"):
        actor = antecedent(scene, at, earlier, people(None))
    if actor is None:
        return Spoken(UNKNOWN, f"{case}: nobody before", 0.1)
    return Spoken(actor, f"{case}: the nearest who fits", 0.75)


def _likeliest(
    scene: Scene, case: str, at: int, turns: Sequence[Turn], *, fits: Fits, content: Spans
) -> Spoken | None:
    subject = _subject_by_office(scene, at, turns, fits) if case in ("he", "she") else None
    if subject:
        return Spoken(subject, f"{case}: the subject described before", 0.8)
    if case not in ("he", "she", "they", "it"):
        return None
    ranked = best(scene, at, turns, fits, case="he" if case == "she" else case, content=content)
    if ranked is None:
        return None
    return Spoken(ranked[0].actor, f"{case}: the likeliest of those before", round(ranked[1], 2))


_SUBJECT = re.compile(r"(?:[^.,\"“]{0,40}, )?(?P<core>[Tt]he (?:[\w.’'-]+ ){0,4}?(?P<head>[a-z]+))\b(?!['’])")


def _subject_by_office(scene: Scene, at: int, turns: Sequence[Turn], fits: Fits) -> Actor | None:
    """Whom the subject of the sentence before describes ("The northern senator hesitates. He …")."""
    number = scene.sentence_number(at)
    here = scene.sentences[number] if number < len(scene.sentences) else Span(0, 1)
    if at - here.start > 2 or number == 0:  # noqa: PLR2004 - the pronoun begins its sentence
        return None
    before = scene.sentences[number - 1]
    match = next(
        (m for m in _SUBJECT.finditer(scene.text, before.start, before.end) if m["head"] in OFFICES), None
    )
    if match is None or match.start() - before.start > 1 or scene.is_quoted(match.start("core")):
        return None
    if any(turn for turn in turns if before.start <= turn.at < at):
        return None
    actor = holder_of(scene, match["core"], match.start("core"))
    return actor if actor and fits(actor, scene.cast.gender_of(actor.name)) else None


def _first_person(scene: Scene, at: int, holder: Turn | None, *, case: str, cue: str) -> Spoken:
    if holder:
        return Spoken(holder.actor, "first person: whoever the words belong to", 0.85)
    if scene.is_quoted(at):
        return Spoken(UNKNOWN, "first person in words of nobody known", 0.1)
    return first_person_of(scene, at, case=case, cue=cue)
