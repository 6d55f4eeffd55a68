"""What came in, before anything was read out of it."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from onrecord.terms.origin import Origin

__all__ = ["MediaType", "Page", "Refusal"]

MediaType: TypeAlias = Literal["text/plain", "text/html", "application/json"]


@dataclass(frozen=True, slots=True)
class Page:
    """One input that holds one article, exactly as it was received.

    Attributes:
        origin: where it was read.
        media_type: which cleaner reads it.
        content: the bytes as received.
        name: what to call the article if it has no id of its own (a file's stem).
    """

    origin: Origin
    media_type: MediaType
    content: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """One input that was left out, and why.

    Attributes:
        origin: where it was read.
        code: the error's class name, stable across versions (``NotText``).
        reason: the sentence the user sees.
    """

    origin: Origin
    code: str
    reason: str
