"""Where the words of a search stand in a text."""

import re
from collections.abc import Iterator

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
    tokens = tuple(_tokens(text))
    spelled = [plain(span.of(text)) for span in tokens]
    starting: dict[str, list[Phrase]] = {}
    for phrase in map(_plain_phrase, words.phrases):
        starting.setdefault(phrase.words[0][:1], []).append(phrase)
    found: list[Span] = []
    for place, word in enumerate(spelled):
        standing = (phrase for phrase in starting.get(word[:1], ()) if _stands(phrase, spelled, place))
        length = max((len(phrase.words) for phrase in standing), default=0)
        if not length:
            continue
        start, end = tokens[place].start, tokens[place + length - 1].end
        if found and start < found[-1].end:
            last = found.pop()
            start, end = last.start, max(last.end, end)
        found.append(Span(start, end))
    return tuple(found)


def _plain_phrase(phrase: Phrase) -> Phrase:
    return Phrase(tuple(map(plain, phrase.words)), phrase.prefix)


def _stands(phrase: Phrase, spelled: list[str], place: int) -> bool:
    there = spelled[place : place + len(phrase.words)]
    if len(there) < len(phrase.words):
        return False
    *whole, last = phrase.words
    ends = there[-1].startswith(last) if phrase.prefix else there[-1] == last
    return ends and there[:-1] == whole


def _tokens(text: str) -> Iterator[Span]:
    start = end = -1
    for run in _RUN.finditer(text):
        # Marks that combine with letters belong to the word, and no regular expression knows them.
        if start >= 0 and all(map(in_word, text[end : run.start()])):
            end = run.end()
            continue
        if start >= 0:
            yield Span(start, _with_marks(text, end))
        start, end = run.span()
    if start >= 0:
        yield Span(start, _with_marks(text, end))


def _with_marks(text: str, end: int) -> int:
    while end < len(text) and in_word(text[end]):
        end += 1
    return end
