"""What the attributed words do by themselves: judge, blame, urge, ask, promise, foresee."""

import re

from onrecord.languages.english.content import BLAME, HARM, JUDGING, LEADING, PRAISE, SHAPES
from onrecord.terms.statement import Act

__all__ = ["content_act", "disputes", "judgement", "threatens"]

_LEADING = tuple((re.compile(pattern, re.IGNORECASE), act) for pattern, act in LEADING)
_SHAPES = tuple((re.compile(pattern, re.IGNORECASE), act) for pattern, act in SHAPES)
_BLAME = re.compile(BLAME, re.IGNORECASE)
_JUDGING = re.compile(JUDGING, re.IGNORECASE)
_PRAISE = re.compile(PRAISE, re.IGNORECASE)
_HARM = re.compile(HARM, re.IGNORECASE)
_HARMFUL_DEED = re.compile(
    r"\b(?:retaliat\w*|revenge|punish\w*|destroy\w*|attack\w*|strike|bomb\w*|"
    r"sue|sanction\w*|expel\w*|shut down|cut off|nuclear|consequences|deport\w*|jail|fire)\b",
    re.IGNORECASE,
)
_UNTRUE = re.compile(
    r"\b(?:fakes?|false|untrue|fabricat\w+|baseless|unfounded|nonsense|not true|a myth)\b", re.IGNORECASE
)
_OPENING = re.compile(r"[\s\W]*(?:that\s+)?[\"“‘'«„]*", re.IGNORECASE)
_BINDING = re.compile(
    r"\b(?:i|we)(?:['’]ll| will| shall| are going to|['’]re going to| am going to|['’]m going to)\b",
    re.IGNORECASE,
)
_OWN_FUTURE = re.compile(
    r"\b(?:he|she|they|it)(?:['’]ll| will| would|['’]d| plans? to| intends? to|'s going to)\b", re.IGNORECASE
)
_FUTURE = re.compile(r"\b(?:will|['’]ll|going to|won['’]t)\b", re.IGNORECASE)
_CONDITION = re.compile(r"\b(?:if|unless|should|continue\w*|could|would|will|may|might)\b", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:not|no|never|nothing|nobody|cannot|\w+n['’]t)\b", re.IGNORECASE)
_ABOUT_ONESELF = re.compile(r"\b(?:i|we|my|our)\b", re.IGNORECASE)
_INTENTION = re.compile(r"\b(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|aim(?:s|ed|ing)?) to\b", re.IGNORECASE)
_REASON = re.compile(
    r"^[\W]*(?:that )?(?:because|the reason|that['’]s why)\b|\b(?:that['’]s why|the reason (?:is|was"
    r"|why|that)|one reason)\b",
    re.IGNORECASE,
)


def content_act(content: str, *, quoted: bool) -> Act | None:
    """The act that the content's words carry, or None if they only state something."""
    body = content[_opening_end(content) :]
    for pattern, act in _LEADING:
        if pattern.match(body):
            return act
    if re.search(r"\?[\W_]*$", content):
        return "ask"
    if len(_BLAME.findall(content)) > 1:
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


def judgement(content: str) -> Act | None:
    """Whether the words blame, judge badly or judge well, by their number; None if they do neither."""
    blame, bad, good = (len(p.findall(content)) for p in (_BLAME, _JUDGING, _PRAISE))
    if blame + bad == 0 == good:
        return None
    if good > blame + bad:
        return "praise"
    return "accuse" if blame > bad else "criticise"


def disputes(content: str) -> bool:
    """Whether the words call something untrue ("fakes", "baseless")."""
    return bool(_UNTRUE.search(content))


def threatens(content: str) -> bool:
    """Whether the announced deed does harm."""
    return bool(_HARMFUL_DEED.search(content))


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
