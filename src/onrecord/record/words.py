"""The grammar of a search: words, words in a row, beginnings, either, without."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.errors import QueryError

__all__ = ["Phrase", "Words", "in_a_row", "in_word", "plain", "words_of"]

_OPENING = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row; mostly one.

    Attributes:
        words: the words, in small letters; accents are as they were typed.
        prefix: whether the last one is only the beginning of a word.
    """

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """What a text is searched for.

    Attributes:
        clauses: all of these must be there; of each, one of its phrases.
        without: none of these may be there.
    """

    clauses: tuple[tuple[Phrase, ...], ...]
    without: tuple[Phrase, ...] = ()

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """Every phrase that a text may be found by."""
        return tuple(phrase for clause in self.clauses for phrase in clause)


@dataclass(frozen=True, slots=True)
class _Sought:
    phrase: Phrase
    without: bool = False
    otherwise: bool = False


def words_of(text: str) -> Words | None:
    """A question in words, understood; ``None`` if nothing is asked for.

    Raises:
        QueryError: if something is asked for in which there is no letter and no digit.

    >>> words_of('dam OR gate "on the record" -Calmora').without
    (Phrase(words=('calmora',), prefix=False),)
    """
    if not text.strip():
        return None
    clauses: list[list[Phrase]] = []
    without: list[Phrase] = []
    for sought in _sought(text):
        if sought.without:
            without.append(sought.phrase)
        elif sought.otherwise and clauses:
            clauses[-1].append(sought.phrase)
        else:
            clauses.append([sought.phrase])
    if not clauses:  # somebody who only excludes has more likely typed a dash than meant it
        clauses, without = [[phrase] for phrase in without], []
    if not clauses:
        raise QueryError(f"{text.strip()!r}: there is no word in this to search for")
    return Words(tuple(map(tuple, clauses)), tuple(without))


def _sought(text: str) -> Iterator[_Sought]:
    without = otherwise = False
    for piece, quoted in _pieces(text):
        if not quoted and piece in ("AND", "OR", "NOT"):
            otherwise = piece == "OR"
            without = piece == "NOT"
            continue
        bare = piece.lstrip("-−–") if not quoted else piece
        if phrase := _phrase(bare):
            yield _Sought(phrase, without or bare != piece, otherwise)
            without = otherwise = False


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Words, and what stands in quotation marks; a mark that is not closed is no mark."""
    at = 0
    while at < len(text):
        closing = _OPENING.get(text[at])
        ends = [end for mark in closing or "" if (end := text.find(mark, at + 1)) > at]
        if ends:
            yield text[at + 1 : min(ends)] + "*" * (text[min(ends) + 1 : min(ends) + 2] == "*"), True
            at = min(ends) + 1
        elif text[at].isspace() or closing:
            at += 1
        else:
            end = at + 1
            while end < len(text) and not text[end].isspace() and text[end] not in _OPENING:
                end += 1
            # A minus before a quotation mark excludes the whole quotation.
            if text[at:end].strip("-−–") == "" and end < len(text) and text[end] in _OPENING:
                yield "NOT", False
            else:
                yield text[at:end], False
            at = end


def _phrase(piece: str) -> Phrase | None:
    """The words of a piece, whatever else is in it; none if there is no word in it."""
    found = in_a_row(piece)
    return replace(found, prefix=piece.rstrip().endswith("*")) if found else None


def in_a_row(text: str) -> Phrase | None:
    """The words of a text in a row, whatever else is in it; none if there is no word in it.

    >>> in_a_row("Don’t!")
    Phrase(words=('don', 't'), prefix=False)
    """
    words = "".join(c if in_word(c) else " " for c in text).lower().split()
    words = [word for word in words if plain(word)]  # an accent alone is none
    return Phrase(tuple(words)) if words else None


def plain(word: str) -> str:
    """A word as searches compare it: in small letters, without accents.

    >>> plain("Ångström")
    'angstrom'
    """
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in apart if unicodedata.category(c) != "Mn")


def in_word(character: str) -> bool:
    """Whether a character is a part of a word, as FTS5's unicode61 sees it.

    These are letters, numbers, private use, and the marks that combine with them.
    """
    category = unicodedata.category(character)
    return category[0] in "LNM" or category == "Co"
