"""SQLite's index of words: FTS5 over ``statements``, and over ``names``."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Join,
    Select,
    bindparam,
    column,
    func,
    literal_column,
    select,
    table,
    true,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.visitors import InternalTraversal

from onrecord.record.tables import names, statement_facets
from onrecord.record.words import Phrase, Words

__all__ = ["Across", "Through", "expression", "matches", "matching", "names_with", "score", "words_first"]

_search = table("statements_search", column("rowid"))

# Weights of content, source and title in the ranking: what was said counts most.
_RANK = func.bm25(literal_column("statements_search"), 10.0, 4.0, 1.0)


def expression(words: Words) -> str:
    """The words as FTS5 reads them, to be bound as ``words``.

    >>> from onrecord.record.words import words_of
    >>> expression(words_of('dam OR gat* -Calmora'))
    '(("dam" OR "gat"*)) NOT ("calmora")'
    """
    clauses = [_either(phrases) for phrases in words.clauses]
    shown = " AND ".join(f"({clause})" if " OR " in clause else clause for clause in clauses)
    return f"({shown}) NOT ({_either(words.without)})" if words.without else shown


def _either(phrases: tuple[Phrase, ...]) -> str:
    return " OR ".join(f'"{" ".join(phrase.words)}"' + "*" * phrase.prefix for phrase in phrases)


def matches() -> ColumnElement[bool]:
    """Whether a statement has the words of the bound expression ``words``."""
    return literal_column("statements_search").bool_op("MATCH")(bindparam("words"))


def matching(key: ColumnElement[int] | None = None) -> "Select[int]":
    """The keys of the statements that have them; only this key, if one is given."""
    found = select(_search.c.rowid).where(matches())
    return found if key is None else found.where(_search.c.rowid == key)


def score() -> ColumnElement[float]:
    """How well a statement matches them: the lower, the better."""
    return _RANK


def words_first() -> FromClause:
    """The index of words with ``statement_facets``, to be read in this order."""
    return Across(_search, statement_facets, statement_facets.c.key == _search.c.rowid)


class Across(Join):
    """A join of which SQLite keeps the order."""

    inherit_cache = True


@compiles(Across)
def _write_join(join: Across, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's
    written: str = compiler.visit_join(join, **options)  # type: ignore[no-untyped-call]
    return written


@compiles(Across, "sqlite")
def _write_across(join: Across, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's
    if linter := options.get("from_linter"):  # it warns of tables that nothing joins
        linter.edges.add((join.left, join.right))
    options["asfrom"] = True
    left, right = compiler.process(join.left, **options), compiler.process(join.right, **options)
    options["from_linter"] = None
    on = join.onclause if join.onclause is not None else true()
    return f"{left} CROSS JOIN {right} ON {compiler.process(on, **options)}"


class Through(Join):
    """``statement_facets``, read through what a hint names (``INDEXED BY facets_by_act``).

    A join in name only: SQLAlchemy has no other place for what SQLite writes behind a table.
    """

    _traverse_internals = [*Join._traverse_internals, ("hint", InternalTraversal.dp_string)]  # noqa: RUF012, SLF001

    def __init__(self, hint: str) -> None:
        super().__init__(statement_facets, table("nothing"), true())
        self.hint = hint


@compiles(Through)
def _write_through(through: Through, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - likewise
    options["asfrom"] = True
    return f"{compiler.process(through.left, **options)} {through.hint}"


def names_with(phrases: Sequence[str], *, beginning: bool = False) -> "Select[str]":
    """The folded names in which one of these runs of folded words stands, or begins."""
    wanted = " OR ".join(f'"{phrase}"' + "*" * beginning for phrase in phrases)
    index = table("names_search", column("rowid"))
    has = literal_column("names_search").bool_op("MATCH")(wanted)
    return select(names.c.folded).where(names.c.id.in_(select(index.c.rowid).where(has)))
