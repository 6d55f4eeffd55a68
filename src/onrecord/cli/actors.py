"""``onrecord merge`` and ``onrecord split``: who is who, by people's word."""

import sys
from typing import Annotated

import typer

from onrecord.cli.judge import By, Note, told
from onrecord.cli.lines import print_lines
from onrecord.cli.options import Database
from onrecord.cli.streams import console
from onrecord.settings import Settings

__all__ = ["merge", "split"]


def merge(
    actor: Annotated[
        str, typer.Argument(metavar="ACTOR", show_default=False, help="The id of the speaker who stays.")
    ],
    others: Annotated[
        list[str],
        typer.Argument(metavar="OTHER", show_default=False, help="The ids of those who are the same."),
    ],
    by: By,
    note: Note = None,
    db: Database = None,
) -> None:
    """Say that several speakers are one.

    Whatever the others say, hear or are aimed at is the first one's from then on, whatever is read later.
    Their ids lead to the first one, and onrecord undo takes it back.

    \b
    Examples:
      onrecord merge joren-maddrick j-maddrick maddrick-the-spokesman --by "Ann Ray" --db news.db
    """
    from onrecord.record.opening import open_record

    with open_record(db or Settings.from_environment().db, write=True) as record:
        record.merge(actor, *others, by=by, note=note)
        lines = told(record, actor)
    print_lines(console(sys.stdout), lines)


def split(
    actor: Annotated[
        str, typer.Argument(metavar="ACTOR", show_default=False, help="The id of the speaker who is two.")
    ],
    name: Annotated[
        str, typer.Option("--name", metavar="NAME", show_default=False, help="What the other one is called.")
    ],
    by: By,
    called: Annotated[
        list[str] | None,
        typer.Option(
            "--called", metavar="NAME", show_default=False, help="A wording that means the other one."
        ),
    ] = None,
    within: Annotated[
        list[str] | None,
        typer.Option(
            "--in",
            metavar="ARTICLE",
            show_default=False,
            help="An article, by its id, that means the other one.",
        ),
    ] = None,
    note: Note = None,
    db: Database = None,
) -> None:
    """Say that a speaker is two people, by the wordings or the articles that mean the other one.

    Where both are given, a wording means the other one only in these articles. The other one's
    id is printed; it can be merged with somebody who is there already.

    \b
    Examples:
      onrecord split paskal-wrenn --name "Paskal Wrenn the elder" --in 2026-02-04-wrenn --by "Ann Ray"
      onrecord split maddrick --name "Ferris Maddrick" --called "F. Maddrick" --by "Ann Ray" --db news.db
    """
    from onrecord.record.opening import open_record

    with open_record(db or Settings.from_environment().db, write=True) as record:
        record.split(actor, name=name, names=called or (), articles=within or (), by=by, note=note)
        lines = told(record, actor)
    print_lines(console(sys.stdout), lines)
