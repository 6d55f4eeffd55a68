"""Who a draft says said it, and when; and whether the record has it so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.linking.names import person_words, thing_words
from onrecord.terms.quotation import Attributed
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor, Said, Statement

__all__ = ["Claim", "another_day", "other_speakers", "stated"]

_NOBODY = frozenset({"unnamed", "unknown", "writer"})
"""Kinds of actors of whom nobody can say that they are somebody else."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a draft says of a quotation.

    Attributes:
        speaker: who says it; ``None`` if nobody is named.
        said: when.
    """

    speaker: Actor | None
    said: Said | None


def stated(span: Span, statements: Sequence[Statement]) -> Claim | None:
    """What the statements of a draft say of the quotation at a place; ``None`` if nothing.

    Of a statement inside another one, the inner one counts.
    """
    best: tuple[int, int, Statement] | None = None
    for statement in statements:
        shared = sum(_shared(span, piece) for piece in statement.content)
        length = sum(piece.end - piece.start for piece in statement.content)
        if 2 * shared > span.end - span.start and (best is None or (shared, -length) > best[:2]):
            best = (shared, -length, statement)
    if best is None:
        return None
    speaker = best[2].speaker
    return Claim(None if speaker.kind in _NOBODY else speaker, best[2].said)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def other_speakers(speaker: Actor | None, given: Sequence[Attributed]) -> tuple[str, ...]:
    """Whom the record gives the words to, if to nobody who may be this speaker; else nobody.

    A spokeswoman may be meant by her ministry's name, a minister by the country's.
    """
    named = [each for each in given if each.statement.speaker.kind not in _NOBODY]
    if speaker is None or not named:
        return ()
    wanted = _words(speaker.name, speaker)
    if any(_may_be(wanted, words) for each in named for words in _called(each)):
        return ()
    return tuple(dict.fromkeys(each.statement.speaker.name for each in named))


def _called(given: Attributed) -> Iterator[frozenset[str]]:
    """Everything that whoever said it may be called by, as words."""
    statement = given.statement
    speaker, behalf = statement.speaker, statement.on_behalf_of
    called = [speaker.name, *given.names, speaker.affiliation, speaker.role, behalf.name if behalf else None]
    return (_words(name, speaker) for name in called if name)


def _words(name: str, actor: Actor) -> frozenset[str]:
    words = person_words(name) if actor.kind == "person" else thing_words(name)
    return frozenset(part for word in words for part in word.split("-")) - {"the", "a", "an"}


def _may_be(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and (one <= other or other <= one)


def another_day(said: Said | None, given: Sequence[Attributed]) -> tuple[str, str] | None:
    """The days on which the record has it said, if none of them is one of the draft's."""
    dated = [each for each in given if each.first]
    if said is None or not dated:
        return None
    first, _, last = said.text.partition("/")
    if any(each.first <= f"{last or first}~" and first <= f"{each.last}~" for each in dated):
        return None
    earliest = min(dated, key=lambda each: each.first)
    return earliest.first, earliest.last
