"""Words, sentences and paragraphs of a text, by plain rules and with their places."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from onrecord.languages.english.grammar import ABBREVIATIONS
from onrecord.terms.span import Span

__all__ = [
    "Word",
    "last_parts",
    "lemmas",
    "lowered",
    "paragraphs",
    "parts_in",
    "sentences",
    "span_around",
    "whole_words",
    "words",
]

_WORD = re.compile(
    r"[A-Za-z]{2,}+(?=[ ,])"  # most words, and soonest found
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    r"|['’][sS]\b"  # the possessive, a word of its own
    r"|[^\W_]+(?:[-&.][^\W_]+)*(?:['’](?![sS]\b)[^\W_]+)*"
)
_PART = re.compile(r"[a-z]+")
_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+")
_BREAK = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W\da-z_])")
_START = attrgetter("start")
_LONGEST_SENTENCE = 2000
_LONGEST = 30
"""No abbreviation is longer than this many characters."""


class Word(NamedTuple):
    """One word with its place; a tuple, for an article makes many thousand of them.

    Attributes:
        text: as written.
        start: where it starts in the article.
        end: where it ends, its full stop not counted.
        lower: in lower case, a plain apostrophe for a typographic one, without full stops at the end.
    """

    text: str
    start: int
    end: int
    lower: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


@lru_cache(maxsize=4000)
def words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of ``text[start:end]``, in order; rules ask for the same few again and again."""
    found: list[Word] = []
    new = tuple.__new__  # twice as fast as the class, which counts: half of what is done here
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        written = match[0]
        first, last = match.span()
        low = written.lower()
        if not low.isalpha():
            low = low.replace("’", "'").rstrip(".")
        found.append(new(Word, (written, first, last, low)))
    return tuple(found)


def whole_words(text: str, span: Span) -> Span:
    """The span with the words that its edges cut taken in whole."""
    start, end = span.start, span.end
    while 0 < start < end and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


def parts_in(text: str, start: int = 0, end: int | None = None) -> frozenset[str]:
    """What stands between anything that is no plain letter in ``text[start:end]``, in lower case.

    Most patterns need one of a few nouns or verbs, and asking whether any is there costs least.
    """
    return frozenset(_PART.findall(lowered(text), start, len(text) if end is None else end))


def last_parts(nouns: Iterable[str]) -> frozenset[str]:
    """What ``parts_in`` makes of the ends of some nouns, in one number and in the other."""
    ends = {_PART.findall(noun.lower())[-1] for noun in nouns}
    return frozenset(ends | {f"{end}s" for end in ends})


@lru_cache(maxsize=8)
def lowered(text: str) -> str:
    """The text in lower case with every character in its place, so that spans hold for both.

    Patterns that are looked for in it need not fold case, and are found several times sooner.
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


@lru_cache(maxsize=2)
def paragraphs(text: str) -> tuple[Span, ...]:
    """The lines of the text that are not blank."""
    return tuple(Span(*m.span()) for m in _PARAGRAPH.finditer(text) if not m.group().isspace())


@lru_cache(maxsize=2)
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of the text; none runs over the end of a line."""
    return tuple(piece for paragraph in paragraphs(text) for piece in _split(text, paragraph))


def _split(text: str, paragraph: Span) -> list[Span]:
    pieces: list[Span] = []
    start = paragraph.start
    for mark in _BREAK.finditer(text, paragraph.start, paragraph.end):
        if _abbreviated(text, start, mark):
            continue
        pieces.append(Span(start, mark.end()))
        start = mark.end()
    if start < paragraph.end:
        pieces.append(Span(start, paragraph.end))
    return [part for piece in pieces for part in _bounded(text, piece)]


def _bounded(text: str, piece: Span) -> list[Span]:
    """Cut a "sentence" of many thousand characters at blanks: a table or worse, and rules stay quick."""
    parts: list[Span] = []
    start = piece.start
    while piece.end - start > _LONGEST_SENTENCE:
        blank = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        end = blank + 1 if blank > start else start + _LONGEST_SENTENCE
        parts.append(Span(start, end))
        start = end
    return [*parts, Span(start, piece.end)]


def _abbreviated(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether the full stop belongs to an abbreviation or an initial ("Rep. Jo B. Doe")."""
    if not mark.group().startswith(".") or mark.group().startswith(".."):
        return False
    before = text[max(start, mark.start() - _LONGEST) : mark.start()]
    word = re.split(r"[\s(\[\"“‘'’]", before)[-1].lower()
    return word in ABBREVIATIONS or (len(word) == 1 and word.isalpha())


def span_around(spans: tuple[Span, ...], position: int) -> Span | None:
    """The span that holds the position, or the last one before it."""
    after = bisect_right(spans, position, key=_START)
    return spans[after - 1] if after else None


@lru_cache(maxsize=20_000)
def lemmas(word: str) -> tuple[str, ...]:
    """What a lower-case word may be an inflection of, itself first ("denies" → denies, denie, deny).

    Only regular English endings are undone; the caller keeps what its table knows.
    """
    found = [word]
    if word.endswith("s") and not word.endswith("ss"):
        found += [word[:-1]]
    for ending in ("es", "ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            found += _stems(word[: -len(ending)])
    for ending in ("ies", "ied"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            found.append(word[: -len(ending)] + "y")
    return tuple(dict.fromkeys(found))


def _stems(stem: str) -> list[str]:
    """The stem, with an e, and with its doubled consonant single ("admitt" → admit)."""
    stems = [stem, stem + "e"]
    if len(stem) > len("ad") and stem[-1] == stem[-2]:
        stems.append(stem[:-1])
    if stem.endswith("y"):
        stems.append(stem[:-1] + "ie")
    return stems
