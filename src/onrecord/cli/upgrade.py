"""``onrecord upgrade``: an older record brought to the format of this version."""

import sys

from rich.text import Text

from onrecord.cli.account import shown
from onrecord.cli.lines import print_lines
from onrecord.cli.options import Database
from onrecord.cli.streams import console
from onrecord.settings import Settings

__all__ = ["upgrade"]


def upgrade(db: Database = None) -> None:
    """Bring a record that an earlier version made to the format of this version.

    Everything in it is kept. It happens whole or not at all, and reading articles into the record
    does it, too; a record that is up to date already is left as it is.

    \b
    Examples:
      onrecord upgrade --db news.db
    """
    from onrecord.record.opening import upgrade_record

    place = db or Settings.from_environment().db
    before, now = upgrade_record(place)
    done = f"upgraded from format {before} to format {now}" if before < now else f"has format {now} already"
    print_lines(console(sys.stdout), [Text(f"{shown(place)}: {done}")])
