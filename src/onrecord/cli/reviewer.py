"""``onrecord reviewer``: who may sign in to review a record."""

import sys
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer
from rich.text import Text

from onrecord.cli.lines import counted, print_lines
from onrecord.cli.options import Database
from onrecord.cli.streams import complain, console, visible
from onrecord.errors import AccountError
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.record.accounts import Reviewer

__all__ = ["REVIEWER", "add", "listed", "password", "remove"]

_Name: TypeAlias = Annotated[
    str, typer.Argument(metavar="NAME", show_default=False, help="The name of the reviewer.")
]
_FromStdin: TypeAlias = Annotated[
    bool,
    typer.Option("--password-stdin", help="Read the password from standard input instead of asking for it."),
]

_MOST_READ = 10_000


def add(name: _Name, password_stdin: _FromStdin = False, db: Database = None) -> None:
    """Let somebody sign in to review: somebody new, somebody who has judged before, or who comes back.

    The password is asked for, and not shown; it has ten characters at least. What is kept of it is a hash
    (Argon2id), in the record itself.

    \b
    Examples:
      onrecord reviewer add "Ann Ray" --db news.db
      onrecord reviewer add "Ann Ray" --password-stdin --db news.db < password.txt
    """
    from onrecord.record.opening import open_record

    with open_record(db or Settings.from_environment().db, write=True) as record:
        record.admit(name, password=_password(from_stdin=password_stdin))
    complain(f"{name} may sign in now, on the page /sign-in.")


def listed(db: Database = None) -> None:
    """List everybody who judges this record, or did.

    \b
    Examples:
      onrecord reviewer list --db news.db
    """
    from onrecord.record.opening import open_record

    with open_record(db or Settings.from_environment().db) as record:
        found = record.reviewers()
    print_lines(console(sys.stdout), list(_lines(found)))
    if not found:
        complain("nobody reviews this record yet; onrecord reviewer add lets somebody in.")


def password(name: _Name, password_stdin: _FromStdin = False, db: Database = None) -> None:
    """Give a reviewer another password; wherever they are signed in, they have to sign in anew.

    \b
    Examples:
      onrecord reviewer password "Ann Ray" --db news.db
    """
    from onrecord.record.opening import open_record

    with open_record(db or Settings.from_environment().db, write=True) as record:
        record.set_password(name, password=_password(from_stdin=password_stdin))


def remove(name: _Name, db: Database = None) -> None:
    """Let somebody review no longer. They are signed out; all that they decided stays.

    \b
    Examples:
      onrecord reviewer remove "Ann Ray" --db news.db
    """
    from onrecord.record.opening import open_record

    with open_record(db or Settings.from_environment().db, write=True) as record:
        record.dismiss(name)


REVIEWER: Mapping[str, Callable[..., None]] = {
    "add": add,
    "list": listed,
    "password": password,
    "remove": remove,
}
"""The verbs of ``onrecord reviewer``."""


def _password(*, from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.read(_MOST_READ).removesuffix("\n").removesuffix("\r")
    if not sys.stdin.isatty():
        raise AccountError("there is no terminal to ask for the password; give it with --password-stdin")
    given: str = typer.prompt("Password", hide_input=True, confirmation_prompt="The same again", err=True)
    return given


def _lines(found: "tuple[Reviewer, ...]") -> Iterator[Text]:
    for one in found:
        state = "signs in" if one.signs_in else "no password"
        if one.ended:
            state = f"until {one.ended:%Y-%m-%d}"
        made = counted(one.judgements, "judgement")
        yield Text.assemble(
            (visible(one.name), "bold"), f"  {state}  {made}  ", (f"{one.since:%Y-%m-%d}", "dim")
        )
