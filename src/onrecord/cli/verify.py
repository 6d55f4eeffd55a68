"""``onrecord verify``: does a record still say what its texts say."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from onrecord.cli.account import shown, table
from onrecord.cli.lines import counted, print_lines
from onrecord.cli.options import Database
from onrecord.cli.streams import console, visible
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.record.collection import Record
    from onrecord.record.proving import Fault

__all__ = ["verify"]


class Told(StrEnum):
    """How a proof is told."""

    TEXT = "text"
    JSON = "json"


@dataclass(slots=True)
class _Account:
    """What was gone through so far."""

    texts: int = 0
    statements: int = 0
    spans: int = 0
    faults: int = field(default=0)


def verify(
    db: Database = None,
    told: Annotated[
        Told, typer.Option("--format", "-f", help="How to print: to be read, or as one JSON document.")
    ] = Told.TEXT,
) -> None:
    """Prove that every text is what was read, and that every span still yields its words.

    Each text is compared with its digest, each span with the words that the record gives for it, each id with
    the spans that it was derived from, each judgement with what was written down and with what is
    shown. What does not agree is named, and the exit code is 1.

    \b
    Examples:
      onrecord verify --db news.db
      onrecord verify --db news.db --format json > proof.json
    """
    from onrecord.record.opening import open_record

    path = db or Settings.from_environment().db
    account = _Account()
    with open_record(path) as record:
        faults = _faults(record, account)
        if told is Told.JSON:
            _write_json(faults, account)
        else:
            print_lines(console(sys.stdout), (Text(visible(str(each)), "red") for each in faults))
            print_lines(console(sys.stdout), table([("record", shown(path)), *_rows(account)]))
    if account.faults:
        raise typer.Exit(1)


def _faults(record: "Record", account: _Account) -> "Iterator[Fault]":
    for each in record.verify():
        account.texts += 1 if each.place else 0
        account.statements += each.statements
        account.spans += each.spans
        account.faults += len(each.faults)
        yield from each.faults


def _rows(account: _Account) -> list[tuple[str, str]]:
    return [
        ("texts", f"{account.texts:,}"),
        ("statements", f"{account.statements:,}"),
        ("spans", f"{account.spans:,}"),
        ("faults", counted(account.faults, "fault") if account.faults else "none"),
    ]


def _write_json(faults: "Iterator[Fault]", account: _Account) -> None:
    sys.stdout.write('{"faults": [')
    for number, each in enumerate(faults):
        sys.stdout.write(",\n" if number else "\n")
        sys.stdout.write(json.dumps(asdict(each), ensure_ascii=False))
    sys.stdout.write(f'], "checked": {json.dumps(asdict(account))}}}\n')
