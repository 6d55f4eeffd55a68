"""The account that closes a reading: what became of every input."""

import sys
from itertools import islice
from typing import TYPE_CHECKING

from rich.text import Text

from onrecord.cli.lines import counted, print_lines
from onrecord.cli.streams import console, visible

if TYPE_CHECKING:
    from onrecord.pipeline import Account

__all__ = ["account_lines", "print_account", "shown", "table"]

_WIDTH = 20

_REASONS = 20
"""Reasons that are printed; beyond them the account would hide what it is about."""


def print_account(account: "Account", place: str) -> None:
    """Print what was read, left out and kept."""
    print_lines(console(sys.stdout), account_lines(account, place))


def account_lines(account: "Account", place: str) -> list[Text]:
    """The account, one fact a line; what was refused with its reasons."""
    rows = [
        ("read", counted(account.read, "article")),
        ("  added", f"{account.added:,}"),
        ("  revised", f"{account.revised:,}"),
        ("  unchanged", f"{account.unchanged:,}"),
        ("refused", counted(len(account.refused), "input")),
    ]
    reasons = [
        Text(f"  {visible(refusal.reason)}", "yellow") for refusal in islice(account.refused, _REASONS)
    ]
    if (more := len(account.refused) - _REASONS) > 0:
        reasons.append(
            Text(f"  and {more:,} more; the record keeps them all, in its table refusals", "yellow")
        )
    kept = [
        ("statements", f"{account.statements:,}"),
        ("  speaker unknown", f"{account.unknown:,}"),
        ("record", shown(place)),
    ]
    return [*table(rows), *reasons, *table(kept)]


def shown(place: str) -> str:
    """The place of a record as it may be shown: without a password."""
    from onrecord.record.places import place_of

    return str(place_of(place))


def table(rows: list[tuple[str, str]]) -> list[Text]:
    """Names and values in two columns."""
    width = max((len(name) + 2 for name, _ in rows), default=0)
    return [Text.assemble((f"{name:<{max(width, _WIDTH)}}", "dim"), visible(value)) for name, value in rows]
