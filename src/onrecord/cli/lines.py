"""Statements made to be read: who, what they do by it, when, the words, where they stand."""

import re
from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from onrecord.cli.streams import visible
from onrecord.record.values import FoundStatement
from onrecord.terms.article import Article
from onrecord.terms.span import words_of
from onrecord.terms.statement import Actor, Statement
from onrecord.web import explaining
from onrecord.web.wording import verb

__all__ = ["counted", "deed", "entry", "found_entry", "heading", "paragraph", "print_lines", "who"]

_INDENT = 4
_BREAK = re.compile(r"\n[^\S\n]*\n")


def heading(article: Article, statements: int) -> tuple[Text, ...]:
    """The lines above an article's statements: its title, and where and when it appeared."""
    day = "%Y-%m-%d" if article.published_date_only else "%Y-%m-%d %H:%M"
    facts = [
        article.outlet,
        article.published.strftime(day) if article.published else None,
        str(article.origin) if article.origin.place != "-" else "standard input",
        counted(statements, "statement"),
    ]
    title = Text(visible(article.title or article.id), style="bold underline")
    return title, Text(" · ".join(visible(fact) for fact in facts if fact), style="dim")


def entry(article: Article, statement: Statement) -> tuple[Text, ...]:
    """One statement of an article in three lines: who does what when; the words; where."""
    words = Text(visible(words_of(article.text, statement.content)))
    place = f"paragraph {paragraph(article.text, statement.content[0].start)}, {_where(statement)}"
    return _entry(statement, words, place)


def found_entry(found: FoundStatement) -> tuple[Text, ...]:
    """One statement of a record in three lines, with its article; what was sought is marked."""
    words = Text.assemble(
        *((_line(piece.text), "bold yellow" if piece.hit else "") for piece in found.pieces)
    )
    day = found.published.date().isoformat() if found.published else None
    facts = (found.title or found.article, found.outlet, day, _where(found.statement))
    return _entry(found.statement, words, " · ".join(visible(fact) for fact in facts if fact))


def who(actor: Actor) -> str:
    """An actor's name and role; a name nobody could make out says so."""
    return visible(explaining.who(actor))


def deed(statement: Statement) -> str:
    """What the speaker did by it: ``denied``, ``did not explain``, ``reportedly said``, ``said, again``."""
    after = {"repeats": ", again", "retracts": ", taking back", "continues": ", going on", "new": ""}
    return f"{verb(statement)}{after[statement.status]}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: ``no statements``, ``1 statement``, ``1,024 statements``."""
    amount = f"{number:,}" if number else "no"
    return f"{amount} {noun}" if number == 1 else f"{amount} {noun}s"


def paragraph(text: str, position: int) -> int:
    """Which paragraph a position is in, counted from 1.

    Paragraphs stand between blank lines; in a text without any, each line is one.
    """
    before = text[:position]
    if _BREAK.search(text.strip()):
        return sum(1 for block in _BREAK.split(before)[:-1] if block.strip()) + 1
    return sum(1 for line in before.split("\n")[:-1] if line.strip()) + 1


def print_lines(console: Console, lines: Iterable[Text | str]) -> None:
    """Print lines: wrapped and coloured on a terminal; elsewhere as they are, one line each."""
    for line in lines:
        text = Text(line) if isinstance(line, str) else line
        if console.is_terminal:
            margin = len(text.plain) - len(text.plain.lstrip())
            console.print(Padding(text[margin:], (0, 0, 0, margin), expand=False) if margin else text)
        else:
            console.file.write(f"{text.plain}\n")


def _occasion(statement: Statement) -> str:
    audience, said = statement.audience, statement.said
    facts = [
        f"to {who(audience)}" if audience else None,
        visible(statement.venue) if statement.venue else None,
        f"for {who(statement.on_behalf_of)}" if statement.on_behalf_of else None,
        str(said).replace("/", " to ") if said else None,
        statement.form if statement.mode == "speech" else f"{statement.form} {statement.mode}",
    ]
    return "".join(f" · {fact}" for fact in facts if fact)


def _entry(statement: Statement, words: Text, place: str) -> tuple[Text, ...]:
    first = Text.assemble(
        (who(statement.speaker), "bold"), "  ", (deed(statement), "cyan"), (_occasion(statement), "dim")
    )
    return first, _indented(words), _indented(Text(f"{place} · {statement.id}", style="dim"))


def _where(statement: Statement) -> str:
    return "characters " + ", ".join(f"{span.start}–{span.end}" for span in statement.content)


def _line(piece: str) -> str:
    """A piece of a line, which may begin or end with the space between two words."""
    before, after = piece[:1].isspace(), piece[-1:].isspace()
    return f"{' ' if before else ''}{visible(piece)}{' ' if after and piece.strip() else ''}"


def _indented(text: Text) -> Text:
    return Text.assemble(" " * _INDENT, text)
