"""Common words: what the news writes in lower case, so that a capital alone makes no name of it.

``common_words.txt`` is counted from a corpus of news by ``training/tables/common_words.py``.
"""

from importlib.resources import files

__all__ = ["COMMON_WORDS"]

COMMON_WORDS: frozenset[str] = frozenset(
    files(__package__).joinpath("common_words.txt").read_text(encoding="utf-8").split()
)
"""Every common word, in lower case."""
