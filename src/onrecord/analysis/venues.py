"""Where or in what something was said: "in an interview with …", "on Twitter", "at a rally in Tarrow"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from onrecord.analysis.alternatives import any_of
from onrecord.analysis.words import last_parts, parts_in
from onrecord.languages.english.calendar import MONTHS, WEEKDAYS
from onrecord.languages.english.occasions import CHANNELS, EVENTS, MEDIA, POSTS, TALKS, UNSAID, VENUES

__all__ = ["Venue", "venues_in"]


_SHOWS = "(?:Show|Hour|News|Radio|Tonight|Today|Live|Report|Journal|Press)"
_NOUN = any_of(VENUES, any_case=True)
_BARE_NOUN = any_of(VENUES - UNSAID)
_DAY = "|".join(day.capitalize() for day in sorted(WEEKDAYS, key=len, reverse=True))
_MONTH = "|".join(month.capitalize() for month in sorted(MONTHS, key=len, reverse=True))
_CAPITAL = rf"(?!(?:{_DAY}|{_MONTH})\b)(?:(?:[A-Z]\.){{2,}}|[^\W\d_a-z][\w&’'-]*)"
_NAME = rf"{_CAPITAL}(?:[ ](?:of[ ](?:the[ ])?|the[ ]|for[ ]|and[ ](?=[^\W\d_a-z]))?{_CAPITAL})*"
_WORD = r"[\"“]?(?:[A-Z]\.){2,}|[\"“]?[\w’'&-]+"
_LINK = (
    r"(?:with|to|on|in|at|of|for|before|by|hosted[ ]by|outside|near|from)[ ]"
    r"(?:the[ ]|a[ ]|an[ ]|his[ ]|her[ ])?"
    rf"(?:[a-z-]+[ ]){{0,2}}?(?:[\"“‘]?{_NAME}(?:,?[\"”’](?!\w))?|[a-z]{{3,}}(?:s|men|women|people)\b)"
)
_LINKS = rf"(?:[ ]{_LINK}){{0,2}}"
_BREAKS = "the|a|an|and|or|that|which|who|to|in|on|at|as|he|she|it|they|said|says|told|was|were|has|had"
_INNER = rf"(?!(?:{_BREAKS}|when|after|before|for|{_DAY}|{_MONTH})\b)(?:{_WORD})[ ]"
_DETERMINER = (
    rf"(?:the|a|an|his|her|its|their)[ ](?:[a-z]+(?:-[a-z]+)+,[ ])?(?:(?:{_DAY})[ ])?|(?:{_DAY})[’']s[ ]"
)
_PREPOSITIONS = ("in", "at", "during", "on", "via", "through", "from", "outside", "before", "after", "inside")
_PREPOSITION = any_of(_PREPOSITIONS, any_case=True)
_OCCASION = re.compile(
    rf"\b(?P<prep>{_PREPOSITION})[ ](?:{_DETERMINER}|{_INNER}){{0,6}}?"
    rf"[\"“]?(?!March\b)(?P<noun>{_NOUN})s?\b(?:[ ]{_NOUN}\b)*[\"”]?{_LINKS}"
)
_BARE = re.compile(
    rf"\b(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)[ ](?:[a-z]+(?:-[a-z]+)+,[ ])?|(?:{_DAY})[’']s[ ])"
    rf"(?:(?!(?:{_BREAKS}|of|for)\b)(?:{_WORD})[ ]){{0,4}}?[\"“]?(?P<noun>{_BARE_NOUN})\b[\"”]?{_LINKS}"
)
_CHANNEL = re.compile(
    r"\b(?P<prep>(?i:on|via|over|through))[ ](?P<noun>(?i:(?:the[ ]|his[ ]|her[ ]|its[ ]|their[ ])?"
    rf"(?:[\w’'-]+[ ]){{0,3}}?(?:{any_of(CHANNELS)}))\b|{any_of(MEDIA)}\b(?:[ ](?:and[ ])?{_CAPITAL})*)"
    rf"(?:[’']s?[ ](?:[\w“”\"-]+[ ]?){{1,4}})?"
)
_PROGRAMME = re.compile(
    rf"\b(?:told|to|on|of|for|with|at)[ ](?P<np>(?:the[ ])?(?:{_NAME}[’']s?[ ])?"
    r"[\"“‘][^\W\d_a-z][\w&’'-]*(?:[ ][\w&’'-]+){0,5},?[\"”’]|"
    rf"(?:the[ ]|The[ ])?(?:{_NAME}[’']s[ ]{_NAME}|(?:{_CAPITAL}[ ])+{_SHOWS}(?:[ ]{_CAPITAL})*))"
)
_WAYS = re.compile(
    r"\b(?:by (?:telephone|phone|email|e-mail|video|letter)|in writing|in person|on air|in public|on stage)\b"
)
_TWEETING = re.compile(r"\b(?:re)?tweet(?:s|ed|ing)?\b", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?P<prep>[Ii]n|[Aa]t|[Oo]utside|[Ii]nside)[ ](?:(?:the|a|an|his|her|downtown)[ ])?"
    r"(?!\w+ing[ ])(?:[a-z-]+[ ]){0,4}?"
    rf"(?P<noun>{_NAME})(?:,[ ](?:{_CAPITAL})(?=[,.…]|\s(?![^\W\d_a-z])))?"
)
_MEETING = re.compile(rf"\b(?P<prep>after)[ ](?:a[ ])?(?P<noun>meeting)[ ](?:with[ ])?(?:{_NAME})?")
_TIME = re.compile(
    rf"[ ,]+(?:(?:late|early|earlier)[ ])?(?:on[ ])?(?:(?:{_DAY})\b|(?:this|last|earlier|later)[ ]\w+$).*$"
)
_SHOWN = re.compile(rf"[\"“‘'’]|[ ]{_SHOWS}")
"""One of these is in every name of a programme."""
_WAY = frozenset(
    "telephone phone email mail video letter writing person air public stage".split()  # noqa: SIM905 - one list
)
_INSIDE = frozenset({"in", "at", "outside", "inside"})
_NAMING, _SENDING = last_parts(VENUES), last_parts(CHANNELS | MEDIA)
_START = attrgetter("start")
_DEFINITE = re.compile(r"(?:\w+ )?(?:the|this|that|his|her|its|their) ")
_TWEETS = frozenset("tweet tweets tweeted tweeting retweet retweets retweeted retweeting".split())  # noqa: SIM905 - one list
_CLASSES = (("talk", TALKS), ("post", POSTS), ("event", EVENTS))


@dataclass(frozen=True, slots=True)
class Venue:
    """Some words that may say where or in what something was said.

    Attributes:
        start: where they start in the words that were read.
        end: where they end.
        text: the venue as they name it.
        kind: what names it: a talk, a post, an event, a paper, a channel, a programme, a place, a way.
        lead: the preposition before it; "" if there is none.
        definite: whether it is spoken of as known ("in the interview").
    """

    start: int
    end: int
    text: str
    kind: str
    lead: str = ""
    definite: bool = False


def venues_in(words: str, parts: frozenset[str] | None = None) -> tuple[Venue, ...]:
    """Everything in some words of a report that names an occasion, a medium or a place, in their order.

    Of words that overlap the likelier kind counts: occasions before channels before programmes before places.

    Args:
        words: the words.
        parts: what ``parts_in`` makes of them, if the caller knows.
    """
    found: list[Venue] = []
    for venue in _all(words, parts_in(words) if parts is None else parts):
        if not any(v.start < venue.end and venue.start < v.end for v in found):
            found.append(venue)
    return tuple(sorted(found, key=_START))


def _all(words: str, parts: frozenset[str]) -> Iterator[Venue]:
    """Venues of every kind, the likelier kinds first; no kind is looked for whose words are not there."""
    named = not _NAMING.isdisjoint(parts)
    for match in _OCCASION.finditer(words) if named else ():
        yield _named(match, _class_of(match["noun"]), match["prep"].lower())
    for match in _MEETING.finditer(words) if "meeting" in parts else ():
        yield _named(match, "meeting", "after")
    for match in _CHANNEL.finditer(words) if not _SENDING.isdisjoint(parts) else ():
        yield _named(match, "channel", match["prep"].lower())
    for match in _PROGRAMME.finditer(words) if _SHOWN.search(words) else ():
        yield Venue(
            match.start("np"),
            match.end("np"),
            _flat(match["np"]),
            "programme",
            match.group().split()[0].lower(),
        )
    for match in _BARE.finditer(words) if named else ():
        yield _named(match, f"bare {_class_of(match['noun'])}", "")
    for match in _WAYS.finditer(words) if not _WAY.isdisjoint(parts) else ():
        yield Venue(*match.span(), match.group(), "way")
    for match in _PLACE.finditer(words) if not _INSIDE.isdisjoint(parts) else ():
        yield _named(match, "place", match["prep"].lower())
    for match in _TWEETING.finditer(words) if not _TWEETS.isdisjoint(parts) else ():
        yield Venue(*match.span(), "on Twitter", "tweeting")


def _class_of(noun: str) -> str:
    low = noun.lower()
    return next((name for name, nouns in _CLASSES if low in nouns or low.rstrip("s") in nouns), "paper")


def _named(match: re.Match[str], kind: str, lead: str) -> Venue:
    named, behind = (
        match.string[match.start() : match.end("noun")],
        match.string[match.end("noun") : match.end()],
    )
    text = _flat(named + (behind and _TIME.sub("", behind))).rstrip(" .,")
    definite = _DEFINITE.match(text.lower()) is not None
    return Venue(
        match.start(), match.start() + len(match.group()), text[0].lower() + text[1:], kind, lead, definite
    )


def _flat(words: str) -> str:
    return " ".join(words.split())
