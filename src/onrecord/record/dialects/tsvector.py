"""PostgreSQL's index of words: a tsvector in each row of ``statements``, and one over ``names``.

The words are indexed as they are compared everywhere, without accents and with their endings on: a function
of the database's (``onrecord_index``, in the migrations) sees to that.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    bindparam,
    cast,
    column,
    func,
    literal,
    literal_column,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import DOUBLE_PRECISION, TSQUERY, TSVECTOR

from onrecord.record.tables import names, statement_facets
from onrecord.record.words import Phrase, Words, plain

__all__ = ["expression", "matches", "matching", "names_with", "score", "words_first"]

_search = table("statements", column("key"), column("search"))

# Weights of D (nothing), C (the title), B (the source) and A (the content), as FTS5 is given them.
_WEIGHTS: ColumnElement[Any] = literal_column("'{0.1, 0.1, 0.4, 1.0}'::real[]")


def expression(words: Words) -> str:
    """The words as a tsquery, to be bound as ``words``.

    >>> from onrecord.record.words import words_of
    >>> expression(words_of('dam OR "the gat"* -Calmora'))
    "('dam'|('the'<->'gat':*))&!('calmora')"
    """
    clauses = [_either(phrases) for phrases in words.clauses]
    return "&".join(clauses) + (f"&!{_either(words.without)}" if words.without else "")


def _either(phrases: tuple[Phrase, ...]) -> str:
    return f"({'|'.join(map(_phrase, phrases))})"


def _phrase(phrase: Phrase) -> str:
    # A word is letters and digits only, so nothing in it needs escaping.
    shown = "<->".join(f"'{plain(word)}'" for word in phrase.words) + ":*" * phrase.prefix
    return f"({shown})" if len(phrase.words) > 1 else shown


def matches() -> ColumnElement[bool]:
    """Whether a statement has the words of the bound expression ``words``."""
    return _search.c.search.bool_op("@@")(_words())


def _words() -> ColumnElement[str]:
    return cast(bindparam("words"), TSQUERY)


def matching(key: ColumnElement[int] | None = None) -> "Select[int]":
    """The keys of the statements that have them; only this key, if one is given."""
    found = select(_search.c.key).where(matches())
    return found if key is None else found.where(_search.c.key == key)


def score() -> ColumnElement[float]:
    """How well a statement matches them: the lower, the better."""
    return -cast(func.ts_rank(_WEIGHTS, cast(_search.c.search, TSVECTOR), _words()), DOUBLE_PRECISION)


def words_first() -> FromClause:
    """What to read to see words and filters of a statement."""
    return _search.join(statement_facets, statement_facets.c.key == _search.c.key)


def names_with(phrases: Sequence[str], *, beginning: bool = False) -> "Select[str]":
    """The folded names in which one of these runs of folded words stands, or begins."""
    wanted: ColumnElement[Any] = _run(phrases[0], beginning=beginning)
    for phrase in phrases[1:]:
        wanted = wanted.op("||")(_run(phrase, beginning=beginning))
    return select(names.c.folded).where(func.to_tsvector("simple", names.c.folded).bool_op("@@")(wanted))


def _run(phrase: str, *, beginning: bool) -> ColumnElement[Any]:
    if not beginning:
        return func.phraseto_tsquery("simple", literal(phrase))
    # Folded words are letters and digits only, so nothing in them needs escaping.
    return func.to_tsquery("simple", literal("<->".join(f"'{word}'" for word in phrase.split()) + ":*"))
