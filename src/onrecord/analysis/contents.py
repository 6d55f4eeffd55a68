"""What the attributed words do by themselves: judge, blame, urge, ask, promise, foresee."""

import re
from functools import lru_cache

from onrecord.analysis.patterns import Patterns, Read, needed_by
from onrecord.languages.english.content import BLAME, HARM, JUDGING, LEADING, PRAISE, SHAPES
from onrecord.terms.statement import Act

__all__ = ["content_act", "disputes", "judgement", "read", "threatens"]

_KEPT = 64
"""Rules and weights ask for the same content one after the other."""
_LEADING = re.compile("|".join(f"({pattern})" for pattern, _ in LEADING))
_OPENING = re.compile(r"[\s\W]*(?:that\s+)?[\"“‘'«„]*")
_HARMFUL_DEED = (
    r"\b(?:retaliat\w*|revenge|punish\w*|destroy\w*|attack\w*|strike|bomb\w*|"
    r"sue|sanction\w*|expel\w*|shut down|cut off|nuclear|consequences|deport\w*|jail|fire)\b"
)
_CONDITION = r"\b(?:if|unless|should|continue\w*|could|would|will|may|might)\b"
_ABOUT_ONESELF = r"\b(?:i|we|my|our)\b"
_REASON = (
    r"^\W*(?:that )?(?:because|the reason|that['’]s why)\b"
    r"|\b(?:that['’]s why|the reason (?:is|was|why|that)|one reason)\b"
)
_PATTERNS = Patterns(
    {act: (pattern, needed) for act, needed, pattern in SHAPES}
    | {
        name: (words, needed_by(words))
        for name, words in (
            ("blame", BLAME),
            ("bad", JUDGING),
            ("good", PRAISE),
            ("harm", HARM),
            ("harmful deed", _HARMFUL_DEED),
            ("condition", _CONDITION),
            ("about oneself", _ABOUT_ONESELF),
        )
    }
    | {
        "question": (r"\?[\W_]*$", r"\?"),
        "untrue": (
            r"\b(?:fakes?|false|untrue|fabricat\w+|baseless|unfounded|nonsense|not true|a myth)\b",
            r"fakes?$|false$|untrue$|fabricat|baseless$|unfounded$|nonsense$|true$|myth$",
        ),
        "own will, quoted": (
            r"\b(?:i|we)(?:['’]ll| will| shall| are going to|['’]re going to| am going to|['’]m going to)\b",
            "ll$|will$|shall$|going$",
        ),
        "own will, told": (
            r"\b(?:he|she|they|it)(?:['’]ll| will| would|['’]d| plans? to| intends? to|'s going to)\b",
            "ll$|will$|would$|d$|plans?$|intends?$|going$",
        ),
        "future": (r"\b(?:will|['’]ll|going to|won['’]t)\b", "will$|ll$|going$|won$"),
        "denial": (
            r"\b(?:not|no|never|nothing|nobody|cannot|\w+n['’]t)\b",
            "not$|no$|never$|nothing$|nobody$|cannot$|t$",
        ),
        "intention": (
            r"\b(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|aim(?:s|ed|ing)?) to\b",
            "plan|intend|aim",
        ),
        "reason": (_REASON, "because$|reason$|why$"),
    }
)


@lru_cache(maxsize=_KEPT)
def read(content: str) -> Read:
    """A content, as it is asked for signs of what it does."""
    return _PATTERNS.read(content)


@lru_cache(maxsize=_KEPT)
def content_act(content: str, *, quoted: bool) -> Act | None:
    """The act that the content's words carry, or None if they only state something."""
    told = read(content)
    led = _LEADING.match(told.low, _opening_end(told.low))
    if led and led.lastindex:
        return LEADING[led.lastindex - 1][1]
    if told.has("question"):
        return "ask"
    if told.count("blame") > 1:
        return "accuse"
    for act, _, _ in SHAPES:
        if told.has(act):
            return act
    found = _bound(told, quoted=quoted) or judgement(content) or _outlook(told)
    if found is None and quoted and told.has("denial") and not told.has("about oneself"):
        return "criticise"  # "It is not a peaceful alliance": what somebody else is not or does not
    return found


def _opening_end(content: str) -> int:
    match = _OPENING.match(content)
    return match.end() if match else 0


@lru_cache(maxsize=_KEPT)
def judgement(content: str) -> Act | None:
    """Whether the words blame, judge badly or judge well, by their number; None if they do neither."""
    told = read(content)
    blame, bad, good = told.count("blame"), told.count("bad"), told.count("good")
    if blame + bad == 0 == good:
        return None
    if good > blame + bad:
        return "praise"
    return "accuse" if blame > bad else "criticise"


def disputes(content: str) -> bool:
    """Whether the words call something untrue ("fakes", "baseless")."""
    return read(content).has("untrue")


def threatens(content: str) -> bool:
    """Whether the announced deed does harm."""
    return read(content).has("harmful deed")


def _bound(told: Read, *, quoted: bool) -> Act | None:
    """A promise or a plan: the speaker's own will."""
    if told.has("intention"):
        return "plan"
    if not told.has("own will, quoted" if quoted else "own will, told"):
        return None
    harmful = told.has("harmful deed") and re.search(r"\b(?:if|unless)\b", told.low)
    return "threaten" if harmful else "promise"


def _outlook(told: Read) -> Act | None:
    if told.has("harm") and told.has("condition"):
        return "warn"
    if told.has("reason"):
        return "explain"
    return "predict" if told.has("future") else None
