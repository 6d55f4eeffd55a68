"""What the attributed words do by themselves: judge, blame, urge, ask, promise, foresee."""

import re
from functools import lru_cache

from onrecord.analysis.words import lowered
from onrecord.languages.english.content import BLAME, HARM, JUDGING, LEADING, PRAISE, SHAPES
from onrecord.terms.statement import Act

__all__ = ["content_act", "disputes", "judgement", "threatens"]

_KEPT = 64
"""Rules and weights ask for the same content one after the other."""
_LEADING = tuple((re.compile(pattern), act) for pattern, act in LEADING)
_SHAPES = tuple((re.compile(pattern), act) for pattern, act in SHAPES)
_BLAME = re.compile(BLAME)
_JUDGING = re.compile(JUDGING)
_PRAISE = re.compile(PRAISE)
_HARM = re.compile(HARM)
_HARMFUL_DEED = re.compile(
    r"\b(?:retaliat\w*|revenge|punish\w*|destroy\w*|attack\w*|strike|bomb\w*|"
    r"sue|sanction\w*|expel\w*|shut down|cut off|nuclear|consequences|deport\w*|jail|fire)\b",
)
_UNTRUE = re.compile(
    r"\b(?:fakes?|false|untrue|fabricat\w+|baseless|unfounded|nonsense|not true|a myth)\b", re.IGNORECASE
)
_OPENING = re.compile(r"[\s\W]*(?:that\s+)?[\"“‘'«„]*")
_BINDING = re.compile(
    r"\b(?:i|we)(?:['’]ll| will| shall| are going to|['’]re going to| am going to|['’]m going to)\b",
)
_OWN_FUTURE = re.compile(
    r"\b(?:he|she|they|it)(?:['’]ll| will| would|['’]d| plans? to| intends? to|'s going to)\b", re.IGNORECASE
)
_FUTURE = re.compile(r"\b(?:will|['’]ll|going to|won['’]t)\b")
_CONDITION = re.compile(r"\b(?:if|unless|should|continue\w*|could|would|will|may|might)\b")
_DENIES = re.compile(r"\b(?:not|no|never|nothing|nobody|cannot|\w+n['’]t)\b")
_ABOUT_ONESELF = re.compile(r"\b(?:i|we|my|our)\b")
_INTENTION = re.compile(r"\b(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|aim(?:s|ed|ing)?) to\b")
_REASON = re.compile(
    r"^[\W]*(?:that )?(?:because|the reason|that['’]s why)\b|\b(?:that['’]s why|the reason (?:is|was"
    r"|why|that)|one reason)\b",
)


@lru_cache(maxsize=_KEPT)
def content_act(content: str, *, quoted: bool) -> Act | None:
    """The act that the content's words carry, or None if they only state something."""
    content = lowered(content)
    body = content[_opening_end(content) :]
    for pattern, act in _LEADING:
        if pattern.match(body):
            return act
    if re.search(r"\?[\W_]*$", content):
        return "ask"
    if _judged(content)[0] > 1:
        return "accuse"
    for pattern, act in _SHAPES:
        if pattern.search(content):
            return act
    found = _bound(content, quoted=quoted) or judgement(content) or _outlook(content)
    if found is None and quoted and _DENIES.search(content) and not _ABOUT_ONESELF.search(content):
        return "criticise"  # "It is not a peaceful alliance": what somebody else is not or does not
    return found


def _opening_end(content: str) -> int:
    match = _OPENING.match(content)
    return match.end() if match else 0


@lru_cache(maxsize=_KEPT)
def _judged(content: str) -> tuple[int, int, int]:
    """How many words of a content blame, judge badly and judge well."""
    blame, bad, good = (len(pattern.findall(content)) for pattern in (_BLAME, _JUDGING, _PRAISE))
    return blame, bad, good


@lru_cache(maxsize=_KEPT)
def judgement(content: str) -> Act | None:
    """Whether the words blame, judge badly or judge well, by their number; None if they do neither."""
    blame, bad, good = _judged(lowered(content))
    if blame + bad == 0 == good:
        return None
    if good > blame + bad:
        return "praise"
    return "accuse" if blame > bad else "criticise"


def disputes(content: str) -> bool:
    """Whether the words call something untrue ("fakes", "baseless")."""
    return bool(_UNTRUE.search(lowered(content)))


def threatens(content: str) -> bool:
    """Whether the announced deed does harm."""
    return bool(_HARMFUL_DEED.search(lowered(content)))


def _bound(content: str, *, quoted: bool) -> Act | None:
    """A promise or a plan: the speaker's own will."""
    if _INTENTION.search(content):
        return "plan"
    own = _BINDING if quoted else _OWN_FUTURE
    if own.search(content) is None:
        return None
    return "threaten" if threatens(content) and re.search(r"\b(?:if|unless)\b", content) else "promise"


def _outlook(content: str) -> Act | None:
    if _HARM.search(content) and _CONDITION.search(content):
        return "warn"
    if _REASON.search(content):
        return "explain"
    return "predict" if _FUTURE.search(content) else None
