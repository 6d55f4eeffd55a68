"""Names in a text: runs of capitalised words, with what stands before and after them."""

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Run:
    """A run of capitalised words that may be a name.

    Attributes:
        words: its words, joining ones ("of", "for the") included.
        headline: whether it stands in a line set in title case, where capitals tell nothing.
    """

    words: tuple[Word, ...]
    headline: bool

    @property
    def start(self) -> int:
        """Where it starts."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.words[-1].end


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
    headline = is_title_case(text, paragraph)
    found: list[Run] = []
    current: list[Word] = []
    before: Word | None = None
    for word in words(text, paragraph.start, paragraph.end):
        last, before = before, word
        if current and not _adjoins(text, current[-1], word):
            _close(found, current, headline=headline)
            current = []
        if not current and not word.capital:  # most words of a text
            continue
        if _continues(current, word) or (word.text in _CALLED and _goes_on(last, word)):
            current.append(word)
        elif current:
            _close(found, current, headline=headline)
            current = []
    _close(found, current, headline=headline)
    return tuple(found)


def _goes_on(before: Word | None, word: Word) -> bool:
    """Whether a word stands within a sentence, behind a word in lower case."""
    return before is not None and not before.capital and word.start - before.end == 1


def _continues(current: list[Word], word: Word) -> bool:
    """Whether the word begins or carries on a run; a day of the week never does."""
    if word.lower in WEEKDAYS:
        return False
    if word.capital:
        return bool(current) or not _only_begins(word)
    particle, _, rest = word.text.partition("-")
    if current and particle in PARTICLES and (not rest or rest[0].isupper()):  # "Sami al-Hamad"
        return True
    return bool(current) and _joins(current, word)


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


def _joins(current: list[Word], word: Word) -> bool:
    """Whether a lower-case word may hold two parts of a name together ("Court of Appeals")."""
    if word.lower not in _JOINING:
        return False
    last = current[-1].lower
    if word.lower == "the":
        return last in ("of", "for", "on")
    if word.lower == "and":
        return len(current) > 1 and current[0].capital
    return last in _HEAD_BEFORE_OF


def _close(found: list[Run], current: list[Word], *, headline: bool) -> None:
    kept = _without_loose_ends(current)
    found.extend(Run(tuple(part), headline) for part in _divided(kept))


def _without_loose_ends(current: list[Word]) -> list[Word]:
    kept = list(current)
    while kept and not (kept[-1].capital or "-" in kept[-1].text):
        kept.pop()
    return kept


def _divided(kept: list[Word]) -> list[list[Word]]:
    """Cut a run at "and" unless it ends in an organisation's noun ("Oversight and Reform Committee")."""
    places = [i for i, word in enumerate(kept) if word.lower == "and"]
    if not places:
        return [kept] if kept else []
    cut = places[-1]
    if kept[-1].lower in ORGANISATIONS and kept[cut - 1].lower not in ORGANISATIONS:
        return [kept]
    left = _without_loose_ends(kept[:cut])
    return [part for part in (*_divided(left), kept[cut + 1 :]) if part]
