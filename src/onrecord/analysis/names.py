"""Names in a text: runs of capitalised words, with what stands before and after them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.analysis.words import Word, words
from onrecord.languages.english.calendar import WEEKDAYS
from onrecord.languages.english.grammar import ABBREVIATIONS, FUNCTION_WORDS
from onrecord.languages.english.nouns import ORGANISATIONS
from onrecord.languages.english.people import HONORIFICS, OFFICES, PARTICLES
from onrecord.terms.span import Span

__all__ = ["ABBREVIATED", "Run", "is_title_case", "runs_of"]

_JOINING = frozenset({"of", "for", "on", "and", "the", "&", "to"})
_HEAD_BEFORE_OF = ORGANISATIONS | {
    "secretary",
    "minister",
    "center",
    "duke",
    "prince",
    "bill",
    "statue",
    "speaker",
    "chief",
}
ABBREVIATED = frozenset(HONORIFICS) | (ABBREVIATIONS & OFFICES) | {"st"}
"""Words before a name that may carry a full stop ("Sen. Doe")."""
_CALLED = frozenset({"Will", "May"})
"""Given names that are small words; a capital within a sentence tells them ("said Will Doe")."""
_OPENING, _CLOSING = (' "', " “"), ('" ', "” ")
_TITLE_CASE_SHARE = 0.75
_TITLE_CASE_WORDS = 4


class Run(NamedTuple):
    """A run of capitalised words that may be a name; a tuple, as every name of an article makes one.

    Attributes:
        words: its words, joining ones ("of", "for the") included.
        headline: whether it stands in a line set in title case, where capitals tell nothing.
        start: where it starts.
        end: where it ends.
        around: the words of its paragraph.
        first: which of them is its first.
    """

    words: tuple[Word, ...]
    headline: bool
    start: int
    end: int
    around: tuple[Word, ...]
    first: int


def is_title_case(text: str, paragraph: Span) -> bool:
    """Whether a line is a headline in title case: most of its longer words are capitalised."""
    if paragraph.of(text).rstrip().endswith((".", "”", '"', ":")) and paragraph.start:
        return False
    longer = [
        word for word in words(text, paragraph.start, paragraph.end) if len(word.text) >= _TITLE_CASE_WORDS
    ]
    capitals = sum(word.capital for word in longer)
    return len(longer) >= _TITLE_CASE_WORDS and capitals >= _TITLE_CASE_SHARE * len(longer)


def runs_of(text: str, paragraph: Span) -> tuple[Run, ...]:
    """The runs of capitalised words of one paragraph.

    A word that only begins its sentence ("The", "But") is left out; a run is broken by
    punctuation, by the possessive and by anything in lower case but a joining word.
    """
    every = words(text, paragraph.start, paragraph.end)
    pieces: list[tuple[int, int]] = []
    begun: int | None = None
    for n, word in enumerate(every):
        if begun is None and not word.text[0].isupper():  # most words of a text
            continue
        if begun is not None and not _adjoins(text, every[n - 1], word):
            pieces.append((begun, n))
            begun = None
        if _continues(every, begun, n) or _is_called(every, n):
            begun = n if begun is None else begun
        elif begun is not None:
            pieces.append((begun, n))
            begun = None
    if begun is not None:
        pieces.append((begun, len(every)))
    if not pieces:
        return ()
    headline = is_title_case(text, paragraph)
    return tuple(
        Run(
            every[first:last],
            headline,
            every[first].start,
            every[last - 1].end,
            every,
            first,
        )
        for piece in pieces
        for first, last in (_parts(every, *piece) if piece[1] - piece[0] > 1 else (piece,))
    )


def _is_called(every: Sequence[Word], n: int) -> bool:
    """Whether a word is a name that is a small word, within a sentence, behind a word in lower case."""
    word = every[n]
    if word.text not in _CALLED or n == 0:
        return False
    before = every[n - 1]
    return not before.capital and word.start - before.end == 1


def _continues(every: Sequence[Word], begun: int | None, n: int) -> bool:
    """Whether the word ``n`` begins or carries on a run; a day of the week never does."""
    word = every[n]
    if word.lower in WEEKDAYS:
        return False
    if word.capital:
        return begun is not None or not _only_begins(word)
    if begun is None:
        return False
    particle, _, rest = word.text.partition("-")
    if particle in PARTICLES and (not rest or rest[0].isupper()):  # "Sami al-Hamad"
        return True
    return _joins(every[begun:n], word)


def _only_begins(word: Word) -> bool:
    return word.lower in FUNCTION_WORDS and not (word.text.isupper() and len(word.text) > 1)


def _adjoins(text: str, left: Word, right: Word) -> bool:
    gap = text[left.end : right.start]
    if gap in (" ", "\u00a0", "") or _holds_nickname(text, left, right):
        return True
    abbreviation = left.lower in ABBREVIATED or len(left.text) == 1
    return abbreviation and gap in (". ", "  ", ".\u00a0")


def _holds_nickname(text: str, left: Word, right: Word) -> bool:
    """Whether the gap opens or closes a nickname within a name (``Jo "Red" Doe``)."""
    opens = text[left.end : right.start] in _OPENING and text[right.end : right.end + 2] in _CLOSING
    closes = text[left.end : right.start] in _CLOSING and text[left.start - 2 : left.start] in _OPENING
    return left.capital and right.capital and (opens or closes)


def _joins(current: Sequence[Word], word: Word) -> bool:
    """Whether a lower-case word may hold two parts of a name together ("Court of Appeals")."""
    if word.lower not in _JOINING:
        return False
    last = current[-1].lower
    if word.lower == "the":
        return last in ("of", "for", "on")
    if word.lower == "and":
        return len(current) > 1 and current[0].capital
    return last in _HEAD_BEFORE_OF


def _without_loose_ends(every: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """The piece ``[first, last)`` up to its last word with a capital."""
    while first < last and not (every[last - 1].capital or "-" in every[last - 1].text):
        last -= 1
    return first, last


def _parts(every: Sequence[Word], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The names that several words are."""
    return _divided(every, *_without_loose_ends(every, first, last))


def _divided(every: Sequence[Word], first: int, last: int) -> Iterator[tuple[int, int]]:
    """A piece cut at "and", unless an organisation is called so as a whole."""
    cut = next((n for n in range(last - 1, first - 1, -1) if every[n].lower == "and"), None)
    if cut is None or (cut > first and _are_one_body(every[cut - 1], every[last - 1])):
        if first < last:
            yield first, last
        return
    yield from _divided(every, *_without_loose_ends(every, first, cut))
    if cut + 1 < last:
        yield cut + 1, last


def _are_one_body(before: Word, last: Word) -> bool:
    """Whether what "and" joins is one name ("Oversight and Reform Committee")."""
    return last.lower in ORGANISATIONS and before.lower not in ORGANISATIONS
