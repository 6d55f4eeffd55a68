"""``onrecord demo``: the sample newsroom, read and shown."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.account import print_account
from onrecord.cli.options import Host, Port
from onrecord.cli.read import read_into
from onrecord.cli.serve import serve_record
from onrecord.settings import Settings

__all__ = ["demo"]


def demo(
    db: Annotated[
        str | None,
        typer.Option(
            "--db",
            metavar="RECORD",
            show_default=False,
            help="Keep the record here. Without it, it is made in a temporary folder.",
        ),
    ] = None,
    serving: Annotated[
        bool, typer.Option("--serve/--no-serve", help="Show it in a browser, or stop when it is read.")
    ] = True,
    host: Host = None,
    port: Port = None,
) -> None:
    """Read the sample newsroom and show it in a browser.

    Some thirty articles that come with Onrecord, about a dispute between states that do not exist,
    as an agency, two newspapers, a broadcaster and a press office would print them.

    \b
    Examples:
      onrecord demo
      onrecord demo --db newsroom.db --no-serve
    """
    settings = Settings.from_environment()
    with _place(db, passing=serving) as path:
        with as_file(files("onrecord") / "newsroom") as newsroom:
            account = read_into(path, [str(newsroom)], workers=settings.workers, threads=settings.threads)
        print_account(account, path)
        sys.stdout.flush()
        if serving:
            serve_record(path, host or settings.host, port or settings.port)
    if account.refused:
        raise typer.Exit(1)


@contextmanager
def _place(db: str | None, *, passing: bool) -> Iterator[str]:
    """Where the record is made; a folder that nobody asked for goes when the demonstration ends."""
    if db is not None:
        yield db
        return
    folder = Path(tempfile.mkdtemp(prefix="onrecord-demo-"))
    try:
        yield str(folder / "newsroom.db")
    finally:
        if passing:
            shutil.rmtree(folder, ignore_errors=True)
