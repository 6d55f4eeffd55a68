"""The outlet in its own report: an actor called as it is, or by a part of its name, is the writer."""

import re
from collections.abc import Iterable
from functools import lru_cache

from onrecord.analysis.words import words
from onrecord.languages.english.institutions import INSTITUTIONS_OF
from onrecord.terms.statement import Actor

__all__ = ["called_in_full", "writer_or"]

_LOOSE = frozenset({"the", "news", "online", "magazine", "com", "newspaper"})
_REPORTING = re.compile(
    r"['’]s (?:own )?(?:reporting|analysis|investigation|review|queries|questions|reporters?|reporter)$"
    r"|(?<=\w) (?:reporting|analysis|investigation|review)$"
)
"""What an outlet's own work is called ("a Courier investigation")."""
_SHORTEST = 3


_DATELINE = re.compile(
    r"[^\W\d_a-z][\w.,/ -]{1,60}\s\((?P<agency>[^\W\d_a-z][\w ]{1,20})\)\s(?:[–—-]|--)\s", re.MULTILINE
)
_HEAD = 1500


def called_in_full(text: str, outlet: str | None, names: Iterable[Actor]) -> str | None:
    """What the writer of a report is called: the agency of its dateline, or the outlet in full.

    Articles carry their outlet as collectors key it ("wash-post"); the report's own name for it, else the
    one that everybody knows, says more.

    Args:
        text: the report.
        outlet: the outlet as the article's head has it.
        names: everybody the report names.
    """
    wired = _DATELINE.search(text[:_HEAD])
    if wired:
        return wired["agency"]
    if outlet is None:
        return None
    own = (a.name for each in names if (a := writer_or(each, outlet)).kind == "writer" and a.name != outlet)
    return max(own, key=len, default=None) or _known(outlet)


@lru_cache(maxsize=64)
def _known(outlet: str) -> str:
    """The name of a known institution that an outlet's key is short for, else the key."""
    key = _parts(outlet)
    full = (name for name in INSTITUTIONS_OF if (p := _parts(name)) == key or _is_short_for(key, p))
    return next(full, outlet) if outlet.islower() else outlet


def writer_or(actor: Actor, outlet: str | None) -> Actor:
    """The writer if the actor is called as the outlet or by a part of its name, else the actor itself."""
    if outlet is None or actor.kind not in ("organisation", "unnamed", "document", "person"):
        return actor
    named = _REPORTING.sub("", actor.name)
    if actor.kind == "document" and named == actor.name:
        return actor
    own = _parts(re.sub(r"^(?:an?|the) ", "", named))
    whole = _parts(outlet)
    if not own or not (set(own) <= set(whole) or _is_short_for(whole, own)):
        return actor
    fuller = " ".join(named.split()) if _is_short_for(whole, own) else outlet
    return Actor(re.sub(r"^(?:an?|the) ", "", fuller), "writer", country=actor.country)


@lru_cache(maxsize=512)
def _parts(name: str) -> tuple[str, ...]:
    """The words of a name in lower case; those of an address, too ("wash-post")."""
    split = [part for word in words(name) for part in re.split(r"[-.]", word.lower)]
    return tuple(part for part in split if part and part not in _LOOSE)


def _is_short_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name abbreviates another: word by word ("wash-post"), or by its initials ("nyt")."""
    if len(short) == len(full):
        return all(len(s) >= _SHORTEST and f.startswith(s) for s, f in zip(short, full, strict=True))
    return len(short) == 1 and len(full) > 1 and short[0] == "".join(part[0] for part in full)
