"""Where or in what something was said: "in an interview with …", "on Twitter"."""

import re

from onrecord.languages.english.calendar import VENUES

__all__ = ["venue_in"]

_NOUN = "|".join(sorted((re.escape(noun) for noun in VENUES), key=len, reverse=True))
_NAME = r"[^\W\d_a-z][\w.&'’-]*(?:\s(?:of\s|the\s|for\s)*[^\W\d_a-z][\w.&'’-]*)*"
_OCCASION = re.compile(
    rf"\b(?i:in|at|during|on|via|through|from)\s(?:[\w’'-]+\s){{0,6}}?(?i:{_NOUN})\b(?:\s(?:{_NOUN})\b)*"
    rf"(?:\s(?:with|to|on|in|at|of|for|before|by)\s(?:the\s|a\s|an\s)?(?:[a-z-]+\s){{0,2}}?(?:{_NAME}"
    rf"|reporters|supporters|journalists))?"
)
_CHANNEL = re.compile(
    r"\bon (?:Twitter|Facebook|Instagram|Telegram|X|social media|national television|television|(?:CNN"
    r"|NBC|ABC|CBS|Fox|BBC|MSNBC|Sky)(?: [A-Z]\w+)*)\b(?:['’]s? [\w ]{3,30})?"
)
_TWEETING = re.compile(r"\b(?:re)?tweet(?:s|ed|ing)?\b", re.IGNORECASE)
_TOLD = re.compile(rf"\btold (?P<venue>(?:a|an|the|his|her|its) (?:\w+ ){{0,2}}(?:{_NOUN}))\b")
_CHANNELS = re.compile(r"\b(?:by (?:telephone|phone|email|e-mail)|in writing)\b")
_PROGRAMME = re.compile(rf"\btold (?:the )?(?P<venue>{_NAME}['’]s {_NAME})")
_PLACE = re.compile(
    rf"\b(?:told|to) (?:reporters|journalists) in (?P<place>{_NAME})"
    rf"|^[\W]*In (?P<first>{_NAME})(?=,? (?:the |a |an )?[\w ,]+)"
)
_TIME = re.compile(r"\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*$")
_MEETING = re.compile(rf"\bafter (?:a )?meeting (?:with )?(?:{_NAME})?")
_ASIDE = re.compile(r"(?<=\w)\s(?:after|because|although|when)\s(?!meeting\b|a meeting\b)[^…]*")
_NO_VENUE = re.compile(
    r"\b(?:in|on|at) (?:the |a |his |her |its |their )?(?:report|call|note|court|congress|release|forum"
    r"|hall)\b$"
)


def venue_in(words: str) -> str | None:
    """The occasion or the medium that some words of a report name, as they name it, or None."""
    words = _ASIDE.sub(" …", words)
    for pattern in (_OCCASION, _CHANNEL, _MEETING):
        match = pattern.search(words)
        if match and "…" not in match.group() and not _NO_VENUE.match(match.group()):
            venue = _TIME.sub("", " ".join(match.group().split())).rstrip(" .,")
            return venue[0].lower() + venue[1:]
    for pattern in (_PROGRAMME, _TOLD):
        match = pattern.search(words)
        if match:
            return match["venue"]
    channel = _CHANNELS.search(words)
    if channel:
        return channel.group()
    place = _PLACE.search(words)
    if place:
        return f"in {place['place'] or place['first']}"
    return "on Twitter" if _TWEETING.search(words) else None
