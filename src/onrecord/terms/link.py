"""What connects two things of the record, and why we think so."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = ["Link", "LinkKind"]

LinkKind: TypeAlias = Literal["same actor", "copy", "revision"]


@dataclass(frozen=True, slots=True)
class Link:
    """A directed connection: ``left`` is the ``kind`` of ``right``.

    Attributes:
        kind: what the connection is.
        left: the id of the later or the dependent thing.
        right: the id of the earlier or the main thing.
        by: the rule that decided.
        confidence: between 0 and 1.
    """

    kind: LinkKind
    left: str
    right: str
    by: str
    confidence: float
