"""Patterns for any of many words."""

import re
from collections.abc import Iterable

__all__ = ["any_of"]


def any_of(words: Iterable[str], *, any_case: bool = False) -> str:
    """A pattern for any of some words, the longest first.

    They are grouped by their first letter, so that one look at a letter rules nearly all of them out.

    Args:
        words: the words, in lower case.
        any_case: whether they may be written with capitals.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    if any_case:
        groups = [f"[{first}{first.upper()}](?i:{'|'.join(rest)})" for first, rest in by_letter.items()]
    else:
        groups = [f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_letter.items()]
    return f"(?:{'|'.join(groups)})"
