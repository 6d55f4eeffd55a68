"""What is told of a place where a quotation stands in the record."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from onrecord.terms.quotation import Attributed, Passage
from onrecord.terms.span import Span

__all__ = ["NOTES", "Note", "Piece", "PieceKind", "Place"]

PieceKind: TypeAlias = Literal["same", "replaced", "left_out", "put_in", "ellipsis", "brackets"]
"""What a piece of the comparison is: the same words; other words; words that only the record has, or only
the draft; words that the draft's ellipsis leaves out, or its brackets stand for."""

Note: TypeAlias = Literal[
    "capital", "capitals", "signs", "punctuation", "goes_on", "ellipsis", "brackets", "own_brackets",
    "broken", "unquoted", "earlier", "two_speakers",
]  # fmt: skip
"""What may be told of a place; words of ``two_speakers`` are no quotation of anybody's."""

NOTES: tuple[Note, ...] = (
    "capital", "capitals", "signs", "punctuation", "goes_on", "ellipsis", "brackets", "own_brackets",
    "broken", "unquoted", "earlier", "two_speakers",
)  # fmt: skip

_DIFFERENT = frozenset({"replaced", "left_out", "put_in"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a quotation beside the record's words.

    Attributes:
        kind: what it is.
        draft: the draft's words, with the signs up to the next piece; empty if they are left out.
        record: the record's words; empty if they are put in.
    """

    kind: PieceKind
    draft: str
    record: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation stands in the record, or words that are near to it.

    Attributes:
        passage: the stretch of the article around it.
        span: where it stands in the article's text.
        given: the statement that it is a part of; ``None`` if the article gives the words to nobody.
        pieces: the quotation piece by piece.
        notes: what is told although the words are the same.
        before: the sentence up to it, as published.
        words: the words as published.
        after: the rest of the sentence.
        cost: how far the two are apart; the least is the nearest.
        keys: the words that both have, as they are compared.
        share: how many of the quotation's words these are, between 0 and 1.
    """

    passage: Passage
    span: Span
    given: Attributed | None
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    before: str
    words: str
    after: str
    cost: int
    keys: tuple[str, ...]
    share: float

    @property
    def exact(self) -> bool:
        """Whether the words are the same."""
        differs = any(piece.kind in _DIFFERENT for piece in self.pieces)
        return self.share > 0 and not differs and "two_speakers" not in self.notes

    @property
    def matched(self) -> int:
        """How many words both have."""
        return len(self.keys)
