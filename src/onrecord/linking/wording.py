"""A text as the words that two printings of one quotation are compared by.

What printers set differently is no difference of words: quotation marks, dashes, spaces, capitals, commas.
Two things that a writer puts into a quotation are known by their signs: an ellipsis, for words left
out, and [brackets], round words that stand for others or explain.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from onrecord.terms.span import Span

__all__ = ["GAP", "Word", "words_in"]

GAP = "…"
"""The key of an ellipsis."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, or an ellipsis in it.

    Attributes:
        span: where it stands.
        key: what it is compared by: small letters, one kind of apostrophe, an acronym without points.
        bracketed: whether it stands in [brackets].
    """

    span: Span
    key: str
    bracketed: bool = False

    @property
    def gap(self) -> bool:
        """Whether it is an ellipsis."""
        return self.key == GAP


def words_in(text: str) -> tuple[Word, ...]:
    """The words of a text with its ellipses, in order.

    >>> [word.key for word in words_in("“The U.N. … won’t pay [them] 3.5%”")]
    ['the', 'un', '…', "won't", 'pay', 'them', '3.5', '%']
    """
    brackets = [found.span() for found in _BRACKETS.finditer(text)]
    found: list[Word] = []
    at = 0
    for match in _pattern().finditer(text):
        start, end = match.span()
        while at < len(brackets) and brackets[at][1] <= start:
            at += 1
        within = at < len(brackets) and brackets[at][0] < start
        gap = match["gap"] is not None
        found.append(Word(Span(start, end), GAP if gap else _key(match.group()), within and not gap))
    return tuple(found)


_BRACKETS = re.compile(r"\[[^\[\]\r\n]{1,200}\]")
_APOSTROPHES = "'’‘ʼ`´＇"


@cache
def _pattern() -> re.Pattern[str]:
    letter = rf"(?:[^\W_][{_marks()}]*)"
    return re.compile(
        r"(?P<gap>…|\.[ \u00a0]?\.[ \u00a0]?\.(?:[ \u00a0]?\.)*)"
        rf"|(?<![^\W_]){letter}(?:\.{letter})+\.?(?![^\W_])(?<!\d)(?<!\d\.)"  # U.N., but not 3.5
        rf"|(?:(?<![^\W_])[-\u2212](?=\d))?{letter}"
        rf"(?:[{_APOSTROPHES}]?{letter}|(?<=\d)[.,:](?=\d))*"
        r"|[%‰€$£¥₽₹§°+=×<>]"
    )


@cache
def _marks() -> str:
    """The marks that combine with letters, which no regular expression knows, as ranges."""
    ranges: list[list[int]] = []
    for code in range(0x300, 0x10000):
        if unicodedata.category(chr(code))[0] == "M":
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


_PLAIN = str.maketrans({**dict.fromkeys(_APOSTROPHES, "'"), "\u2212": "-"})


def _key(word: str) -> str:
    key = word.translate(_PLAIN).casefold()
    if not key.isascii():
        key = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", key).casefold())
    return key.replace(".", "") if "." in key and not any(map(str.isdigit, key)) else key
