"""``onrecord extract``: the statements of articles, printed and not kept."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.explaining import explanation
from onrecord.cli.lines import entry, heading, print_lines
from onrecord.cli.options import Places, Printing
from onrecord.cli.streams import complain, console, input_for, send
from onrecord.exports.formats import FORMATS, Format, Writer
from onrecord.exports.sheet import Sheet
from onrecord.settings import Settings
from onrecord.terms.page import Refusal

if TYPE_CHECKING:
    from onrecord.cleaning.dates import Moment
    from onrecord.pipeline import Extract

__all__ = ["extract", "moment_of"]


def extract(
    places: Places,
    form: Annotated[
        Printing,
        typer.Option(
            "--format",
            "-f",
            help="How to print: to be read (text), or in a format of onrecord export.",
        ),
    ] = Printing.TEXT,
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
    when = moment_of(published)
    attribute = pipeline.attributor(threads=settings.threads)
    found = pipeline.extract(places, attribute, stdin=input_for(places), published=when)
    refused: list[Refusal] = []
    sheets = (Sheet(each.article, each.statements) for each in _accepted(found, refused))
    if form is Printing.TEXT:
        _print_text(sheets, explain=explain)
    else:
        send(_writer(FORMATS[form], explain=explain)(sheets), sys.stdout)
    if refused:
        raise typer.Exit(1)


def _print_text(sheets: Iterable[Sheet], *, explain: bool) -> None:
    """Print articles with their statements, made to be read; on demand with what decided their fields."""
    screen = console(sys.stdout)
    for number, sheet in enumerate(sheets):
        blank = [""] if number else []
        print_lines(screen, [*blank, *heading(sheet.article, len(sheet.statements))])
        for statement in sheet.statements:
            reasons = explanation(sheet.article, statement) if explain else ()
            print_lines(screen, ["", *entry(sheet.article, statement), *reasons])


def _writer(form: Format, *, explain: bool) -> Writer:
    if not explain:
        return form.write
    if form.explain is None:
        able = ", ".join(["text", *(each.name for each in FORMATS.values() if each.explain)])
        raise typer.BadParameter(f"{form.name} has no place for it; use {able}.", param_hint="--explain")
    return form.explain


def _accepted(results: "Iterator[Extract | Refusal]", refused: list[Refusal]) -> "Iterator[Extract]":
    """What was read; what was refused is told at once and noted."""
    for result in results:
        if isinstance(result, Refusal):
            complain(result.reason)
            refused.append(result)
        else:
            yield result


def moment_of(text: str | None) -> "Moment | None":
    """The date that an option gives, if it gives one."""
    from onrecord.cleaning.dates import moment

    try:
        return moment(text) if text is not None else None
    except ValueError as error:
        raise typer.BadParameter(f"{error}.", param_hint="--published") from error
