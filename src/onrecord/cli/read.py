"""``onrecord read``: articles into a record."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from onrecord.cli.account import print_account
from onrecord.cli.lines import counted
from onrecord.cli.options import Database, Places
from onrecord.cli.streams import console, input_for
from onrecord.errors import OnrecordError
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.pipeline import Account, Extracting, Reader

__all__ = ["Workers", "opened_model", "progress", "read", "read_into"]


Workers: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--workers",
        metavar="NUMBER",
        min=1,
        max=1024,
        show_default=False,
        help="Share the articles among this many processes. Without it: ONRECORD_WORKERS, or else 1.",
    ),
]


def read(
    places: Places,
    db: Database = None,
    workers: Workers = None,
) -> None:
    """Add articles to a record, and say what became of them.

    The record is made if it is not there. To read the same input twice changes nothing; an article
    whose words have changed at the same address is kept as a further revision. What cannot be read is
    left out with its reason, and costs nothing else.

    \b
    Examples:
      onrecord read articles/ --db news.db
      onrecord read archive.jsonl more.jsonl --db news.db --workers 4
      ONRECORD_DB=news.db onrecord read today/*.html
    """
    settings = Settings.from_environment()
    account = read_into(
        db or settings.db, places, workers=workers or settings.workers, threads=settings.threads
    )
    print_account(account, db or settings.db)
    if account.refused:
        raise typer.Exit(1)


def read_into(db: str, places: Sequence[str], *, workers: int = 1, threads: int | None = None) -> "Account":
    """Read articles into the record at a place, showing progress where somebody watches."""
    from onrecord import pipeline
    from onrecord.record.opening import open_record

    stdin = input_for(places)
    with open_record(db, create=True) as record:
        reader, extracting = opened_model(workers=workers, threads=threads)
        so_far = pipeline.Account()

        def note(account: pipeline.Account) -> None:
            nonlocal so_far
            so_far = account
            watch(account)

        try:
            with progress(places) as watch:
                found = pipeline.articles(places, stdin=stdin)
                return pipeline.read(found, record, extracting, run=reader.run(), watch=note)
        except (OnrecordError, KeyboardInterrupt):
            # What was kept stays kept; whoever reads the error should know what that is.
            print_account(so_far, db)
            raise


def opened_model(*, workers: int = 1, threads: int | None = None) -> "tuple[Reader, Extracting]":
    """The model, and what finds statements with it: in this process, or in several."""
    from onrecord import pipeline

    reader = pipeline.reader(threads=1 if workers > 1 else threads)
    alone: Extracting = partial(pipeline.extracts, attribute=reader.attribute)
    return reader, _shared(workers) if workers > 1 else alone


def _shared(workers: int) -> "Extracting":
    from onrecord.pipeline import attributor
    from onrecord.scale.local import extracts

    return partial(extracts, opening=partial(attributor, threads=1), workers=workers)


@contextmanager
def progress(places: Sequence[str]) -> Iterator[Callable[["Account"], None]]:
    """What tells somebody at a terminal, on standard error, how far we are; elsewhere it does nothing."""
    screen = console(sys.stderr)
    if not screen.is_terminal:
        yield lambda _: None
        return
    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, TimeRemainingColumn(), console=screen, transient=True) as bar:
        task = bar.add_task("", total=_amount(places))

        def watch(account: "Account") -> None:
            done = account.read + len(account.refused)
            bar.update(task, completed=done, description=counted(account.statements, "statement"))

        yield watch


def _amount(places: Sequence[str]) -> int | None:
    """How many articles there are; unknown if some come through a pipe, which can be read only once."""
    from onrecord.sources.files import pages

    return None if "-" in places else sum(1 for _ in pages(places))
