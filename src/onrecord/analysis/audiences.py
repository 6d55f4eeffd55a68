"""To whom something was said: "told Sky News", "asked the minister", "in a letter to the court"."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from onrecord.analysis.alternatives import any_of
from onrecord.analysis.cast import Cast, Mention
from onrecord.analysis.kinds import core_of, head_of, kind_of_head
from onrecord.analysis.outlets import writer_or
from onrecord.analysis.scene import Scene
from onrecord.analysis.words import last_parts, lowered, parts_in
from onrecord.languages.english.calendar import MONTHS, WEEKDAYS
from onrecord.languages.english.grammar import FUNCTION_WORDS, PRONOUNS
from onrecord.languages.english.occasions import EVENTS, POSTS, PUTTING, TALKS, TELLING, URGING, VENUES
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor

__all__ = ["Addressee", "addressee_at", "addressees_in", "writer_in"]

_NOBODY = frozenset(PRONOUNS) | frozenset(MONTHS) | frozenset(WEEKDAYS)
_CLASSES = (("told", TELLING), ("urged", URGING), ("asked", PUTTING))
_VERBS = any_of(TELLING | URGING | PUTTING)
_OBJECT = re.compile(rf"\b(?P<verb>{_VERBS}|call(?:ed|s|ing)?[ ](?:on|upon)|appeal(?:ed|s|ing)?[ ]to)[ ]")
_TELLING = frozenset(verb.rpartition("-")[2] for verb in TELLING | URGING | PUTTING) | frozenset(
    f"{verb}{ending}" for verb in ("call", "appeal") for ending in ("", "s", "ed", "ing")
)
_NAMING = last_parts(TALKS | POSTS | EVENTS)
_NOUN = any_of(TALKS | POSTS | EVENTS)
_ADDRESSED = re.compile(
    rf"\b(?P<noun>{_NOUN})s?[ ](?:[\w-]+[ ]){{0,2}}?(?P<link>with|to|before|of|by|on|hosted by)[ ]",
)
_SPEAKING = frozenset(
    (  # noqa: SIM905 - one list
        "said says speak speaks spoke speaking talk talks talked talking wrote write writes writing"
        " testify testified testifying appear appears appeared appearing explain explains explained"
        " explaining address addresses addressed addressing insist insists insisted insisting complain"
        " complains complained complaining present presents presented presenting argues argued arguing"
        " appealed interviewed respond responds responded responding reply replies replied replying"
    ).split()
)
_TO = re.compile(
    rf"\b{any_of(_SPEAKING)}(?:[ ](?:[\w-]+[ ]?){{0,3}}?)?[ ](?P<link>to|with|before|by|on)[ ]",
)
_GIVING = frozenset(
    (  # noqa: SIM905 - one list
        "case pitch message appeal plea advice warning pledge promise complaint response request reply"
        " answer question apology tribute"
    ).split()
)
_GIFTS = frozenset(f"{noun}{ending}" for noun in _GIVING for ending in ("", "s", "es"))
_GIVEN = re.compile(rf"\b{any_of(_GIVING)}(?:e?s)?(?:[ ][\w-]+){{0,2}}?[ ](?P<link>to|from)[ ]")
_SHOW = re.compile(
    r"\b(?:on|told|to)[ ](?:[Tt]he[ ])?[\"“‘]?(?:The[ ])?(?P<host>[A-Z][a-z]+[ ][A-Z][a-z]+)(?:[’']s)?[ ]"
    r"(?:(?:[Mm]orning|[Rr]adio|[Tt]alk|[Tt]elevision|[Tt][Vv])[ ])*"
    r"(?:[Ss]how|[Hh]our|[Pp]rogram(?:me)?|[Pp]odcast)\b"
)
_CAPITALS = re.compile(
    r"(?:the[ ])?[\"“‘]?(?P<name>[^\W\d_a-z][\w&.’-]*(?:[ ](?:of[ ]|the[ ])*[^\W\d_a-z][\w&-]*)*)"
)
_WHERE = re.compile(
    r"\s(?:of|in|at|outside|near)\s(?:(?:the|a|an)\s)?(?:\d[\d,]*|(?:[a-z]+\s){0,3}[^\W\d_a-z][\w’'-]*(?:\s[^\W\d_a-z][\w’'-]*)*)(?!\w)"
)
_ADDRESSING = re.compile(r"\b[Aa]ddress(?:ed|es|ing)[ ]")
_PROGRAMME = re.compile(r"\b(?P<link>on|told)[ ](?P<name>(?:the[ ])?[\"“‘]?(?=[^\W\d_a-z]))")
_ASKED_FOR = re.compile(
    r"\b(?:requests?|questions?|messages?|e-?mails?|inquir(?:y|ies)|quer(?:y|ies))\b(?: \w+){0,3}? "
    r"(?:for comment|seeking comment|from)\b|\b(?:for|to) comment\b",
    re.IGNORECASE,
)
_ME = re.compile(rf"\b(?:{_VERBS}|to|with)[ ](?:me|us)\b")
_START = attrgetter("start")
_SHOWS = frozenset({"show", "hour", "program", "programme", "podcast"})
_ADDRESSES = frozenset({"addressed", "addresses", "addressing"})
_ON_AIR = frozenset({"on", "told"})
_ASKING, _US = frozenset({"comment", "from"}), frozenset({"me", "us"})
_PART = re.compile(r"\s(?:[a-z-]+\s){1,2}")
_LEADING = re.compile(
    r"(?:(?:the|a|an|his|her|its|their|fellow|some|one|several|many|other|all|two|three|co-host|host|anchor|moderator|reporter|conservative|liberal)\s|[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,3}['’]s?\s)*[\"“‘]?",
    re.IGNORECASE,
)
_PHRASE = re.compile(
    r"(?:the\s|a\s|an\s)?(?P<np>[\w’'$,.-]*?[\w’'-]+(?:\s(?!(?:that|to|in|on|at|during|about|who|whom|whose|which|for|after|before|as|by|with|when|if|whether|not|how|why|what|he|she|it|they|and|or|but|was|were|is|are|had|has|last|this|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b)[\w’'$-]+){0,6})"
)
_AUDIENCES = frozenset(
    [
        "crowd",
        "crowds",
        "audience",
        "audiences",
        "reporters",
        "journalists",
        "supporters",
        "delegates",
        "voters",
        "lawmakers",
        "court",
        "congress",
        "parliament",
        "chamber",
        "committee",
        "viewers",
        "listeners",
        "readers",
        "rally",
        "fans",
    ]
)
_NO_DETERMINERS = FUNCTION_WORDS - frozenset(
    "the a an his her its their some several many all two three four other one".split()  # noqa: SIM905 - one list
)
_LINKING = frozenset("according among by from for to in per".split())  # noqa: SIM905 - one list
"""What ``core_of`` takes off."""
_MARKS = ' ,.:"“”()'


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody whom some words of the report may show to be addressed.

    Attributes:
        start: where the words that say so start.
        end: where they end.
        actor: who is addressed.
        kind: what shows it: an object ("told", "urged", "asked"), a talk or a letter with them, "to".
    """

    start: int
    end: int
    actor: Actor
    kind: str


def addressees_in(scene: Scene, piece: Span, parts: frozenset[str] | None = None) -> tuple[Addressee, ...]:
    """Everybody whom the words of a sentence show to be addressed, in their order.

    Args:
        scene: the article.
        piece: the sentence.
        parts: what ``parts_in`` makes of it, if the caller knows.
    """
    parts = parts_in(scene.text, piece.start, piece.end) if parts is None else parts
    found: dict[tuple[int, str], Addressee] = {}
    for start, at, kind in _places(scene.text, piece, parts):
        actor = _actor(scene, at, piece.end) or (
            _by_capitals(scene, at, piece.end) if kind in ("told", "talk with") else None
        )
        if actor:
            end, who = actor
            found.setdefault((end, who.name), Addressee(start, end, who, kind))
    for match in _SHOW.finditer(scene.text, piece.start, piece.end) if not _SHOWS.isdisjoint(parts) else ():
        named = scene.cast.within(match.start("host"), match.end("host") + 1)
        host = named[0].actor if named and named[0].actor.kind == "person" else Actor(match["host"], "person")
        found.setdefault(
            (match.end("host"), host.name), Addressee(match.start(), match.end(), host, "a show")
        )
    return tuple(sorted(found.values(), key=_START))


def _places(text: str, piece: Span, parts: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Where an addressee may be named: where the words for it start, where it starts, what kind they are.

    Each pattern is only tried where one of the words is that it needs.
    """
    low, where = lowered(text), (piece.start, piece.end)
    for match in _OBJECT.finditer(low, *where) if not _TELLING.isdisjoint(parts) else ():
        verb = match["verb"]
        kind = next((name for name, verbs in _CLASSES if verb in verbs), "urged")
        yield match.start(), match.end(), kind
    for match in _ADDRESSED.finditer(low, *where) if not _NAMING.isdisjoint(parts) else ():
        noun = match["noun"]
        kind = "talk" if noun in TALKS else "post" if noun in POSTS else "event"
        link = match["link"]
        yield match.start(), match.end(), f"{kind} {'with' if link in ('with', 'to', 'before') else link}"
    for match in _TO.finditer(low, *where) if not _SPEAKING.isdisjoint(parts) else ():
        yield match.start(), match.end(), match["link"]
    for match in _GIVEN.finditer(low, *where) if not _GIFTS.isdisjoint(parts) else ():
        yield match.start(), match.end(), f"given {match['link']}"
    for match in _ADDRESSING.finditer(text, *where) if not _ADDRESSES.isdisjoint(parts) else ():
        yield match.start(), match.end(), "addressing"
    for match in _PROGRAMME.finditer(text, *where) if not _ON_AIR.isdisjoint(parts) else ():
        yield match.start(), match.start("name"), f"{match['link'].lower()} the air"


def writer_in(
    scene: Scene, piece: Span, outlet: str | None, parts: frozenset[str] | None = None
) -> Iterator[Addressee]:
    """The outlet itself, where the report says that it asked for comment, or that somebody told "me"."""
    if outlet is None:
        return
    parts = parts_in(scene.text, piece.start, piece.end) if parts is None else parts
    for pattern, needed, kind in ((_ASKED_FOR, _ASKING, "asked for comment"), (_ME, _US, "told me")):
        match = None if needed.isdisjoint(parts) else pattern.search(scene.text, piece.start, piece.end)
        if match:
            yield Addressee(match.start(), match.end(), Actor(outlet, "writer"), kind)


def _named_from(cast: Cast, at: int, end: int) -> Iterator[Mention]:
    """Who is named from a position on, one after the other: mostly only the first is asked for."""
    for number in range(bisect_left(cast.places, at), len(cast.mentions)):
        mention = cast.mentions[number]
        if mention.name >= end:
            return
        if mention.end <= end:
            yield mention


def _actor(scene: Scene, at: int, end: int) -> tuple[int, Actor] | None:
    """Who is named right at a position, with where the name ends."""
    text = scene.text
    lead = _LEADING.match(text, at, end)
    reach = lead.end() if lead else at
    for mention in _named_from(scene.cast, at, end):
        if mention.start > reach:
            break
        if text[mention.end : mention.end + 2] in ("'s", "’s") and re.match(
            r"['’]s [A-Z\"“‘]", text[mention.end : mention.end + 4]
        ):
            if mention.actor.kind == "organisation" and text[mention.end + 3 : mention.end + 4] in '"“‘':
                return mention.end, writer_or(mention.actor, scene.article.outlet)
            if mention.actor.kind == "organisation":
                follows = next(
                    (m for m in scene.cast.within(mention.end, end) if m.start <= mention.end + 4), None
                )
                if follows is None or follows.actor.kind != "person":
                    return mention.end, writer_or(mention.actor, scene.article.outlet)
            continue
        if re.match(r"['’]s?\s", text[mention.end : mention.end + 3]):
            continue
        if mention.actor.kind == "organisation" and (known := _of_the_house(scene, mention.end, end)):
            return known
        return mention.end, writer_or(mention.actor, scene.article.outlet)
    return _described(text, at, end)


def _of_the_house(scene: Scene, at: int, end: int) -> tuple[int, Actor] | None:
    """Who is named by their house and their part in it: "Radio Arlen host Anna Rask"."""
    part = _PART.match(scene.text, at, end)
    if part is None:
        return None
    person = next((m for m in scene.cast.within(part.end(), end) if m.start <= part.end()), None)
    return (person.end, person.actor) if person and person.actor.kind == "person" else None


def _by_capitals(scene: Scene, at: int, end: int) -> tuple[int, Actor] | None:
    """Something told that no table knows: whatever its capitals name ("told Morning Call")."""
    match = _CAPITALS.match(scene.text, at, end)
    if match is None or match["name"].lower().rstrip(".") in _NOBODY:
        return None
    return match.end(), writer_or(Actor(match["name"].rstrip("."), "organisation"), scene.article.outlet)


def _described(text: str, at: int, end: int) -> tuple[int, Actor] | None:
    """A class of people or a body at a position: "a crowd of 1,300", "the court"."""
    match = _PHRASE.match(text, at, end)
    if match is None or _says_nobody(match.group()):
        return None
    phrase = core_of(match.group())
    head = head_of(phrase)
    first = phrase.split()[0].lower() if phrase else ""
    if not head or head in PRONOUNS or (first in PRONOUNS and len(phrase.split()) == 1):
        return None
    if head in VENUES and head not in _AUDIENCES:
        return None
    kind = kind_of_head(head, phrase) or ("group" if head in _AUDIENCES else None)
    if kind is None or kind == "document" or first in _NO_DETERMINERS:
        return None
    name = re.sub(r"^(?:the|a|an|his|her|its|their|fellow)\s+", "", phrase)
    where = _WHERE.match(text, match.end(), end) if head in _AUDIENCES else None
    if where:
        name += " " + " ".join(where.group().split())
    return at + len(match.group()), Actor(name, "group" if head in _AUDIENCES and kind == "unnamed" else kind)


def _says_nobody(phrase: str) -> bool:
    """Whether the first word of a phrase tells already that it describes nobody ("that it", "would")."""
    first = phrase.split(None, 1)[0].strip(_MARKS).lower()
    return first in _NO_DETERMINERS and first not in _LINKING


def addressee_at(scene: Scene, piece: Span) -> Addressee | None:
    """Who is named right at the start of some words."""
    found = _actor(scene, piece.start, piece.end)
    return Addressee(piece.start, found[0], found[1], "begins") if found else None
