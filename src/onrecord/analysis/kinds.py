"""What a name or a noun phrase stands for: its head noun and its kind."""

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.analysis.words import Word, words
from onrecord.languages.english.grammar import DETERMINERS, FUNCTION_WORDS
from onrecord.languages.english.nouns import (
    COLLECTIVES,
    COUNTING,
    DOCUMENTS,
    GOVERNMENTS,
    GROUPS,
    NAMELESS,
    ORGANISATIONS,
    OUTLETS,
    PARTISANS,
    SEATS,
)
from onrecord.languages.english.people import OFFICES
from onrecord.languages.states import CAPITALS, DEMONYMS, NAMES, PROVINCES, STATES
from onrecord.terms.statement import Actor, ActorKind

__all__ = ["core_of", "head_of", "is_share", "kind_of_head", "kind_of_name", "names_somebody", "state_actor"]

_CORE_END = re.compile(
    r",(?!\d{3})|;|:|\(|\s(?:[–—-]|--)\s|(?<!\sof)(?<!\sin)\s(?:who|whose|which|that|where|when|including|such)\b"
)
_ADJECTIVES = re.compile(
    r"(?:the|an?|his|her|its) [a-z][\w-]+, (?:\d+-year-old|[a-z][\w-]+) [a-z]+", re.IGNORECASE
)
"""An adjective before a comma ("the tall, silent witness") ends no noun phrase."""
_LEADING = re.compile(r"^(?:according to|among|by|from|for|to|in|per)\s(?=\w)", re.IGNORECASE)
_SHARE = re.compile(
    r"(?:\w+ ){0,3}?(?:(?:\d[\d.,]*|[a-z]+(?:-[a-z]+)?)\s?(?:%|percent|per cent)"
    r"|\w+ (?:in|(?:out )?of) (?:\d+|every \w+|two|three|four|five|six|seven|eight|nine|ten)"
    r"|half|majority|plurality|(?:one-|two-|three-)?(?:thirds?|quarters?|fifths?)|\d+ in \d+)(?!\w)",
    re.IGNORECASE,
)
_HEAD_END = re.compile(
    r"\s(?:of|on|in|at|for|from|with|by|about|to|against|over|between|among|within|inside|near|led"
    r"|outside|across|around|like|behind|throughout|such|overall|alike|themselves|itself|himself|herself"
    r"|published|conducted|made|compiled|out|released|surveyed|polled|interviewed|attending|seeking|involved|unearthed|obtained"
    r"|opposed|familiar|close(?=\sto\s)|representing|supporting|backing|called|known|named|acting|speaking|living"
    r"|working|running|here|there|privy|everywhere|elsewhere|abroad|nationwide|worldwide|upstate|recently|issued|written|credited|earlier|later|last|this|these|from|since|during|before"
    r"|after|under|above|below|beyond|without|ready|eager|able|willing|so|as|to)\s"
    r"|\s[a-z]+(?:ing|ed)\s(?=(?:to|by|in|on|at|for|from|with|throughout|across|around|inside|outside|near|against|as|the|a|an|his|her|its|their|over|about|them|him|it)\s"
    r"|[^\W\d_a-z])",
)
_KINDS: tuple[tuple[frozenset[str], ActorKind], ...] = (
    (GOVERNMENTS, "government"),
    (GROUPS | COLLECTIVES | {"you"}, "group"),
    (DOCUMENTS, "document"),
    (ORGANISATIONS, "organisation"),
    (OFFICES, "unnamed"),
)
_SINGLE = ORGANISATIONS | OFFICES | NAMELESS
_OF_PEOPLE = re.compile(
    r"^an? (?:\w+ )?panel of (?:\w+ )?"
    r"(?:reporters|journalists|experts|voters|citizens|women|men|scientists)\b",
    re.IGNORECASE,
)
"""A panel that is no body but some people who talk."""
_AGENT = re.compile(
    r"(?:er|or|ist|ian|eon|eur|ant|ent|ee|man|woman|one|body|you|self|other|old|ally|guy|graduate|star|chief|hopeful)$"
)
_NO_NOUNS = DETERMINERS | {"'s", "nearly", "almost", "virtually", "even", "only", "so", "just"}
_STAND_ALONE = frozenset({"those", "many", "several", "some"})
"""Determiners that may be all that a phrase has before its preposition ("many in the room")."""
_GROUP_OF = re.compile(r"\bgroup of\b", re.IGNORECASE)
"""Some people, where "a watchdog group" is a body."""
_NO_STATE = frozenset({"department", "ministry", "bureau", "islamic"})
"""What makes a "Department of State" or an "Islamic State" no state."""
_POLLS = frozenset({"poll", "polls"})
_STATES = CAPITALS | NAMES | SEATS
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}s?$")


def core_of(phrase: str) -> str:
    """A noun phrase without what follows its first comma, bracket or relative pronoun."""
    flat = _LEADING.sub("", " ".join(phrase.split()), count=1)
    if _ADJECTIVES.fullmatch(flat):
        return flat
    cut = _CORE_END.search(flat, 1) if flat else None
    return (flat[: cut.start()] if cut else flat).strip(' ,.:"“”()')


def is_share(core: str) -> bool:
    """Whether a noun phrase counts a share of people and names them by nothing else ("four in ten")."""
    return _SHARE.match(core) is not None


@lru_cache(maxsize=512)
def head_of(phrase: str) -> str:
    """The head noun of a noun phrase, in lower case; "" if there is none."""
    core = core_of(phrase)
    before = words(_before_end(core))
    nouns = [word for word in before if word.lower not in _NO_NOUNS]
    head = nouns[-1].lower if nouns else (before[-1].lower if before else "")
    return _of_collective(core, head)


_NAMED_AFTER = re.compile(
    r"(?:\S+ ){0,4}?[^\W\d_a-z][\w’'-]* (?:of|for) (?:the )?(?:[^\W\d_a-z][\w.’'&-]*,? )+"
    r"(?P<noun>[a-z][\w-]+)\b"
)
"""A body's name of several words in front of a noun ("a Bank of Arlen survey")."""


def _before_end(core: str) -> str:
    """A noun phrase with its head and nothing behind it; it never ends before a noun ("the leading …")."""
    named = _NAMED_AFTER.match(core) if " of " in core or " for " in core else None
    if named and (named["noun"] in DOCUMENTS or named["noun"] in NAMELESS):
        return core[: named.end()]
    for cut in _HEAD_END.finditer(core + " ", 1):
        if any(
            word.lower in _STAND_ALONE or word.lower not in DETERMINERS for word in words(core[: cut.start()])
        ):
            return core[: cut.start()]
    return core


def _of_collective(core: str, head: str) -> str:
    """Whom a number counts: "a number of officials" are officials; "members of the panel" stay members."""
    if head in COUNTING or (head == "panel" and _OF_PEOPLE.search(core)):
        after = re.search(r"\sof\s(?:the\s)?(.+)", core)
        if after:
            return head_of(after.group(1)) or head
    return head


_ANY = re.compile(r"(?:virtually |almost |nearly )?(?:any|every|no|most) \w", re.IGNORECASE)
"""What comes before a noun that means the whole class of them ("any company")."""


_PARTICULAR = re.compile(
    r"^(?:(?:two|three|four|several|multiple) (?:people|men|women|persons)\b|one of (?!\w+$))"
    r"|\b(?:(?:close|privy) to|familiar with|in attendance|with (?:\w+ )?knowledge|involved in)\b",
    re.IGNORECASE,
)
"""What tells that certain people are meant who are kept nameless ("people close to the mayor")."""


def kind_of_head(head: str, phrase: str) -> ActorKind | None:
    """The kind of actor that a head noun names, or None if the tables do not know it."""
    if head in _SINGLE and _ANY.match(phrase) and head not in ("one", "body"):
        return "group"
    kind = _kind_of_head(head, phrase)
    return "unnamed" if kind == "group" and _PARTICULAR.search(phrase) else kind


def _kind_of_head(head: str, phrase: str) -> ActorKind | None:
    if head in NAMELESS and _OF_PEOPLE.search(phrase):
        return "group"
    if head in NAMELESS and (head not in GROUPS or phrase.lower().startswith(("a ", "an ", "one "))):
        return "unnamed"
    if head == "group" and not _GROUP_OF.search(phrase):
        return "organisation"
    return next((kind for nouns, kind in _KINDS if head in nouns), None) or _kind_by_form(head, phrase)


def _kind_by_form(head: str, phrase: str) -> ActorKind | None:
    """The kind of a noun of no table by its form: a share, a plural."""
    if head.rstrip("%").isdigit() or head.endswith(("men", "women", "people")) or is_share(phrase):
        return "group"
    if not head.endswith("s") or head.endswith(("ss", "us", "is")):
        return None
    if head[:-1] in DOCUMENTS or (head.endswith("ies") and f"{head[:-3]}y" in DOCUMENTS):
        return "document"
    return "group"


def names_somebody(head: str) -> bool:
    """Whether a noun that no table knows ends as nouns for people do ("radioman", "surveyor")."""
    return _AGENT.search(head) is not None


def state_actor(name: str) -> Actor | None:
    """The government that a state's, a capital's or a seat's name stands for."""
    bare = name[4:] if name.startswith(("The ", "the ")) else name
    code = _STATES.get(bare)
    if code:
        return Actor(STATES[code], "government", country=code)
    if bare in PROVINCES:
        return Actor(bare, "government", country=PROVINCES[bare])
    return None


@lru_cache(maxsize=512)
def kind_of_name(name: str) -> ActorKind | None:
    """The kind of a capitalised name that is no person's, or None if nothing tells."""
    bare = name[4:] if name.startswith(("The ", "the ")) else name
    if bare in _STATES or bare in PROVINCES:
        return "government"
    parts = [word for word in words(name) if word.lower not in FUNCTION_WORDS or word.lower in _POLLS]
    return _kind_of_parts(parts) if parts else None


def _kind_of_parts(parts: Sequence[Word]) -> ActorKind | None:
    last = parts[-1]
    if (last.text in DEMONYMS and last.text.endswith("s")) or last.lower in PARTISANS:
        return "group"
    stateless = any(word.lower in _NO_STATE for word in parts)
    if last.lower in GOVERNMENTS and not stateless:
        return "government"
    if last.lower in _POLLS:
        return "document"
    if stateless or any(word.lower in ORGANISATIONS or word.lower in OUTLETS for word in parts):
        return "organisation"
    if len(parts) == 1 and _ACRONYM.match(last.text):
        return "organisation"
    return "document" if last.lower in DOCUMENTS else None
