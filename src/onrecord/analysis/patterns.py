"""Patterns that are looked for only where a word stands that they need.

An alternation of a hundred words costs much at every word of a text, and few texts hold any of them. A table
remembers of each word which patterns may match where it stands; the others are not tried.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from onrecord.analysis.words import lowered

__all__ = ["Patterns", "Read", "needed_by", "words_in"]

_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?|[?!]")
_GROUP = re.compile(r"\(\?(?::|<=)[^()]*\)")
_PLAIN = re.compile("(?:^|(?<=[ -]))[a-z]+")
_KNOWN = 20_000


def words_in(low: str) -> list[str]:
    """The words of a lower-case text, their apostrophes plain, and its question and exclamation marks."""
    words: list[str] = _WORD.findall(low)
    return [word.replace("’", "'") for word in words] if "’" in low else words


class Patterns:
    """Patterns over lower-case text, by name.

    Args:
        patterns: each with a pattern for the beginning of a word: no match of the first is without a word
            that the second matches (``needed_by`` makes it, where the first is a plain alternation).
    """

    def __init__(self, patterns: Mapping[str, tuple[str, str]]) -> None:
        self.patterns = {name: re.compile(pattern) for name, (pattern, _) in patterns.items()}
        self.bits = {name: 1 << number for number, name in enumerate(patterns)}
        self._needed = {name: re.compile(needed) for name, (_, needed) in patterns.items()}
        self._told_by = lru_cache(maxsize=_KNOWN)(self._which)

    def _which(self, word: str) -> int:
        """The patterns that may match where a word stands, a bit each."""
        parts = word.split("'")
        return sum(self.bits[name] for name, need in self._needed.items() if any(map(need.match, parts)))

    def read(self, text: str) -> "Read":
        """A text, with what its words tell of the patterns."""
        low = lowered(text)
        words = words_in(low)
        bits = 0
        for each in map(self._told_by, words):
            bits |= each
        return Read(self, low, words, bits)


class Read:
    """A text as it is asked for patterns.

    Attributes:
        low: the text in lower case.
        words: its words, and its question and exclamation marks.
    """

    __slots__ = ("_bits", "_patterns", "low", "words")

    def __init__(self, patterns: Patterns, low: str, words: list[str], bits: int) -> None:
        self._patterns, self.low, self.words, self._bits = patterns, low, words, bits

    def has(self, name: str) -> bool:
        """Whether the pattern of that name is found."""
        known = self._patterns
        return bool(self._bits & known.bits[name]) and known.patterns[name].search(self.low) is not None

    def count(self, name: str) -> int:
        """How often it is found."""
        known = self._patterns
        return len(known.patterns[name].findall(self.low)) if self._bits & known.bits[name] else 0


def needed_by(pattern: str) -> str:
    r"""What words begin with that are in the branches of an alternation, of each branch the longest one.

    >>> needed_by(r"\b(?:lie|liars?|violat\w+|human shields|in (?:the )?clear)\b")
    'lie$|liar|violat|shields$|in$'
    """
    flat = pattern.removeprefix(r"\b(?:").removesuffix(r")\b")
    while _GROUP.search(flat):
        flat = _GROUP.sub("_", flat)
    return "|".join(_longest(branch) for branch in flat.split("|"))


def _longest(branch: str) -> str:
    """The longest word of a branch, or what it begins with if letters that may differ follow."""
    found = max(_PLAIN.finditer(branch), key=lambda match: match.end() - match.start())
    following = branch[found.end() : found.end() + 2]
    if following.startswith("?"):
        return found[0][:-1]
    return f"{found[0]}$" if following[:1] in ("", " ", "-") or following == "['" else found[0]
