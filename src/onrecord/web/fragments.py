"""Links into pages of others that lead to certain words (text directives of URL fragments)."""

import re
from urllib.parse import quote

from onrecord.terms.span import Span, Spans

__all__ = ["to_words"]

_AT_EACH_END = 5
_SHORT = 3
_MOST_PIECES = 4
_BEFORE = re.compile(r"^\W+")
_BEHIND = re.compile(r"\W+$")


def to_words(address: str, text: str, spans: Spans) -> str:
    """An address that opens the page at these words and has the browser mark them.

    Browsers that know nothing of it open the page at its beginning. Words are looked for as whole words,
    so signs at their edges are left out. Of many words the first and the last are given; few are told from
    others like them by what stands beside them.

    >>> to_words("https://north.example/a", 'He said: "Never, ever." He left.', (Span(9, 23),))
    'https://north.example/a#:~:text=said%3A%20%22-,Never%2C%20ever,-.%22%20He'

    Args:
        address: the page's address; what it says of a place in the page already is kept.
        text: the article's text.
        spans: where the words stand in it; of more than four pieces the first four are given.
    """
    asked = [one for span in spans[:_MOST_PIECES] if (one := _directive(text, span))]
    if not asked:
        return address
    page, _, place = address.partition("#")
    place = place.partition(":~:")[0]
    return f"{page}#{place}:~:{'&'.join(f'text={one}' for one in asked)}"


def _directive(text: str, span: Span) -> str:
    words = span.of(text)
    start = span.start + len(words) - len(_BEFORE.sub("", words))
    end = span.end - (len(words) - len(_BEHIND.sub("", words)))
    if start >= end:
        return ""  # signs alone
    lines = [line.split() for line in text[start:end].splitlines() if line.strip()]
    first, last = lines[0], lines[-1]
    if len(lines) > 1 or len(first) > 2 * _AT_EACH_END:
        return f"{_written(first[:_AT_EACH_END])},{_written(last[-_AT_EACH_END:])}"
    return _written(first) if len(first) > _SHORT else _beside(text, start, end)


def _beside(text: str, start: int, end: int) -> str:
    """A few words with those before and after them on the same line, signs between them included."""
    before = text[:start].rpartition("\n")[2].split()[-2:]
    after = text[end:].partition("\n")[0].split()[:2]
    parts = [_written(text[start:end].split())]
    if before:
        parts.insert(0, f"{_written(before)}-")
    if after:
        parts.append(f"-{_written(after)}")
    return ",".join(parts)


def _written(words: list[str]) -> str:
    # The hyphen, the comma and the ampersand mean something in a directive.
    return quote(" ".join(words), safe="").replace("-", "%2D")
