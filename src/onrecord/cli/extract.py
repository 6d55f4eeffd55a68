"""``onrecord extract``: the statements of articles, printed and not kept."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated, TextIO, TypeAlias

import typer

from onrecord.cli.explaining import explanation
from onrecord.cli.lines import entry, heading, print_lines
from onrecord.cli.options import Places
from onrecord.cli.streams import complain, console, input_for
from onrecord.exports.csv import write_csv
from onrecord.exports.guide import Analysed
from onrecord.exports.jsondoc import write_json
from onrecord.exports.jsonl import write_jsonl
from onrecord.settings import Settings
from onrecord.terms.page import Refusal

if TYPE_CHECKING:
    from onrecord.cleaning.dates import Moment
    from onrecord.pipeline import Extract

__all__ = ["Format", "extract"]


class Format(StrEnum):
    """How statements are printed."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def extract(
    places: Places,
    form: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            help="How to print: to be read, as one JSON list, one article a line, or as a table.",
        ),
    ] = Format.TEXT,
    published: Annotated[
        str | None,
        typer.Option(
            "--published",
            metavar="DATE",
            show_default=False,
            help="When articles that give no date were published; 'on Thursday' is counted from it.",
        ),
    ] = None,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help="Give for each field what decided it, from which words, and how sure it is."
        ),
    ] = False,
) -> None:
    """Print the statements of articles, and keep nothing.

    Each statement comes with its speaker, what they do by it, when, the words, and where these stand
    in the text: the characters from START to END, counted from 0, END not included.

    \b
    Examples:
      onrecord extract article.txt
      onrecord extract article.txt --explain
      onrecord extract page.html notes/ --format csv > statements.csv
      onrecord extract archive.jsonl --format jsonl | jq '.statements[].speaker.name'
      onrecord extract - --published 2026-02-03 < notes.txt
    """
    from onrecord import pipeline

    settings = Settings.from_environment()
    when = _moment(published)
    attribute = pipeline.attributor(threads=settings.threads)
    found = pipeline.extract(places, attribute, stdin=input_for(places), published=when)
    refused: list[Refusal] = []
    read = _accepted(found, refused)
    _writer(form, explain=explain)(((each.article, each.statements) for each in read), sys.stdout)
    if refused:
        raise typer.Exit(1)


def _print_text(found: Iterable[Analysed], stream: TextIO, *, explain: bool = False) -> None:
    """Print articles with their statements, made to be read; on demand with what decided their fields."""
    screen = console(stream)
    for number, (article, statements) in enumerate(found):
        blank = [""] if number else []
        print_lines(screen, [*blank, *heading(article, len(statements))])
        for statement in statements:
            reasons = explanation(article, statement) if explain else ()
            print_lines(screen, ["", *entry(article, statement), *reasons])


_Writer: TypeAlias = Callable[[Iterable[Analysed], TextIO], object]


def _writer(form: Format, *, explain: bool) -> _Writer:
    if not explain:
        return _WRITERS[form]
    if form not in _EXPLAINING:
        raise typer.BadParameter(
            f"{form} has no place for it; use {', '.join(_EXPLAINING)}.", param_hint="--explain"
        )
    return partial(_EXPLAINING[form], explain=True)


_EXPLAINING: Mapping[Format, Callable[..., object]] = {
    Format.TEXT: _print_text,
    Format.JSON: write_json,
    Format.JSONL: write_jsonl,
}

_WRITERS: Mapping[Format, _Writer] = {
    Format.TEXT: _print_text,
    Format.JSON: write_json,
    Format.JSONL: write_jsonl,
    Format.CSV: write_csv,
}


def _accepted(results: "Iterator[Extract | Refusal]", refused: list[Refusal]) -> "Iterator[Extract]":
    """What was read; what was refused is told at once and noted."""
    for result in results:
        if isinstance(result, Refusal):
            complain(result.reason)
            refused.append(result)
        else:
            yield result


def _moment(text: str | None) -> "Moment | None":
    from onrecord.cleaning.dates import moment

    try:
        return moment(text) if text is not None else None
    except ValueError as error:
        raise typer.BadParameter(f"{error}.", param_hint="--published") from error
