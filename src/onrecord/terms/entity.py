"""An actor across articles."""

import unicodedata
from dataclasses import dataclass

from onrecord.terms.statement import ActorKind

__all__ = ["Entity", "folded"]


@dataclass(frozen=True, slots=True)
class Entity:
    """One actor of the record, under every name it was met by.

    Attributes:
        id: readable and stable: a slug of the name, and of the kind where two would clash.
        name: the fullest name met.
        kind: what it is.
        names: every name met, the fullest first.
        roles: every role met, the most frequent first.
        country: the ISO 3166 alpha-2 code most often given.
    """

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...]
    roles: tuple[str, ...] = ()
    country: str | None = None


def folded(name: str) -> str:
    """A name as names are compared: no accents, no case, no punctuation, one space between words.

    >>> folded("  José  O’Neill-García ")
    'jose oneill garcia'
    """
    spaced = "".join(" " if c in "/&_" or unicodedata.category(c) == "Pd" else c for c in name)
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", spaced).casefold())
    kept = "".join(c if c.isalnum() else " " if c.isspace() else "" for c in apart)
    return " ".join(kept.split())
