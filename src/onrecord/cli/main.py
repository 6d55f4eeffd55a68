"""The command line as a whole: its verbs, and what becomes of an error."""

import errno
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated

import typer

from onrecord import __version__
from onrecord.cli.actors import merge, split
from onrecord.cli.demo import demo
from onrecord.cli.diff import diff, reread
from onrecord.cli.export import export
from onrecord.cli.extract import extract
from onrecord.cli.info import info
from onrecord.cli.judge import corrections, history, judge, undo
from onrecord.cli.read import read
from onrecord.cli.reviewer import REVIEWER
from onrecord.cli.search import search
from onrecord.cli.serve import serve
from onrecord.cli.show import show
from onrecord.cli.streams import complain, speak_utf8, swallow_output
from onrecord.cli.upgrade import upgrade
from onrecord.cli.verify import verify
from onrecord.errors import OnrecordError

__all__ = ["application", "main", "run"]

USAGE = 2
"""The command was not understood, or the record it names cannot be used."""

VERBS = (
    extract,
    read,
    search,
    show,
    export,
    judge,
    merge,
    split,
    undo,
    history,
    corrections,
    verify,
    diff,
    reread,
    serve,
    upgrade,
    info,
    demo,
)

GROUPS: Mapping[str, Mapping[str, Callable[..., None]]] = {"reviewer": REVIEWER}
"""Verbs of two words: ``onrecord reviewer add``."""

_GROUP_HELP = {
    "reviewer": """Say who may sign in to review a record.

    \b
    Examples:
      onrecord reviewer add "Ann Ray" --db news.db
      onrecord reviewer list --db news.db
    """
}


def main() -> None:
    """What the shell calls: run the command line and leave with its exit code."""
    speak_utf8()
    signal.signal(signal.SIGTERM, _leave)
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command line and give the exit code; the one place where an error becomes a sentence."""
    try:
        code = _invoke(arguments)
        sys.stdout.flush()
    except OnrecordError as error:
        complain(str(error))
        return USAGE
    except BrokenPipeError:
        swallow_output()  # `onrecord … | head` has seen enough; nothing went wrong
        return 0
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG}:
            raise
        swallow_output()
        complain(f"The output cannot be written: {error.strerror}.")
        return USAGE
    return code


def application() -> typer.Typer:
    """The verbs as one program."""
    app = _program()
    app.callback()(onrecord)
    for verb in VERBS:
        app.command()(verb)
    for name, verbs in GROUPS.items():
        group = _program()
        for word, verb in verbs.items():
            group.command(word)(verb)
        app.add_typer(group, name=name, help=_GROUP_HELP[name])
    return app


def _program() -> typer.Typer:
    return typer.Typer(
        rich_markup_mode=None,  # its boxes break the lines of our examples, and a help is text to copy from
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def _invoke(arguments: Sequence[str]) -> int:
    app = application()
    try:
        app(args=list(arguments), prog_name="onrecord")
    except SystemExit as leaving:
        if isinstance(leaving.__context__, BrokenPipeError):
            raise BrokenPipeError from leaving
        return leaving.code if isinstance(leaving.code, int) else 0
    return 0


def _leave(number: int, _: object) -> None:
    """Leave as if by ``sys.exit``, so that files are closed and what was temporary is removed."""
    sys.exit(128 + number)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


def onrecord(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Read the news and keep the record: who said what, to whom, when, in whose words.

    Every statement leads back to the exact characters of the text it came from.

    \b
    Begin here:
      onrecord demo                          see it at work on a sample newsroom
      onrecord extract article.txt           print the statements of one article
      onrecord read articles/ --db news.db   keep the statements of a folder of articles
      onrecord serve --db news.db            read the record in a browser

    \b
    Exit codes:
      0  all well
      1  some inputs were refused, and the others were read; or a record does not verify
      2  the command was not understood, or the record cannot be used
    """
