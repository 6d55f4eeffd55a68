"""Where the words of a search stand in a text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from onrecord.record.words import Phrase, Words, in_word, plain
from onrecord.terms.span import Span, Spans

__all__ = ["hits"]

_RUN = re.compile(r"[^\W_]+")


def hits(text: str, words: Words) -> Spans:
    """The spans of ``text`` that the words are found by, in code points, in order; none overlap.

    Words in a row are one span. The database has found the statement before; this finds again in it
    what accents, small and capital letters are nothing to, whichever database that was.

    >>> from onrecord.record.words import words_of
    >>> [span.of("The Gates of Calmora") for span in hits("The Gates of Calmora", words_of("gat* OR dam"))]
    ['Gates']
    """
    found: list[Span] = []
    for start, end in _plain_hits(text, words) if text.isascii() else _hits(text, words):
        if found and start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, end))
        else:
            found.append(Span(start, end))
    return tuple(found)


def _plain_hits(text: str, words: Words) -> Iterator[tuple[int, int]]:
    """Where phrases stand in a text without accents and marks; most are, and a page marks twenty."""
    return (found.span(1) for found in _pattern(words).finditer(text.lower()))


@lru_cache(maxsize=64)
def _pattern(words: Words) -> re.Pattern[str]:
    """What finds at each word the longest phrase that begins there; it may reach into the next one."""
    longest_first = sorted(words.phrases, key=lambda phrase: -len(phrase.words))
    shown = (
        r"[\W_]+".join(re.escape(plain(word)) for word in phrase.words)
        + (r"[^\W_]*" if phrase.prefix else r"(?![^\W_])")
        for phrase in longest_first
    )
    return re.compile(rf"(?<![^\W_])(?=({'|'.join(shown)}))")


def _hits(text: str, words: Words) -> Iterator[tuple[int, int]]:
    """Likewise in any text."""
    tokens = tuple(_tokens(text))
    spelled = [plain(text[start:end]) for start, end in tokens]
    starting = _starting(words)
    for place, word in enumerate(spelled):
        standing = (phrase for phrase in starting.get(word[:1], ()) if _stands(phrase, spelled, place))
        if length := max((len(phrase.words) for phrase in standing), default=0):
            yield tokens[place][0], tokens[place + length - 1][1]


@lru_cache(maxsize=64)
def _starting(words: Words) -> Mapping[str, Sequence[Phrase]]:
    """The phrases by their first letter."""
    found: dict[str, list[Phrase]] = {}
    for phrase in words.phrases:
        spelled = Phrase(tuple(map(plain, phrase.words)), phrase.prefix)
        found.setdefault(spelled.words[0][:1], []).append(spelled)
    return found


def _stands(phrase: Phrase, spelled: list[str], place: int) -> bool:
    there = spelled[place : place + len(phrase.words)]
    if len(there) < len(phrase.words):
        return False
    *whole, last = phrase.words
    ends = there[-1].startswith(last) if phrase.prefix else there[-1] == last
    return ends and there[:-1] == whole


def _tokens(text: str) -> Iterator[tuple[int, int]]:
    start = end = -1
    for run in _RUN.finditer(text):
        # Marks that combine with letters belong to the word, and no regular expression knows them.
        if start >= 0 and all(map(in_word, text[end : run.start()])):
            end = run.end()
            continue
        if start >= 0:
            yield start, _with_marks(text, end)
        start, end = run.span()
    if start >= 0:
        yield start, _with_marks(text, end)


def _with_marks(text: str, end: int) -> int:
    while end < len(text) and in_word(text[end]):
        end += 1
    return end
