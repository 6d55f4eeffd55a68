"""``onrecord search``: statements of a record."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from onrecord.cli.filters import Act, Form, Outlet, Since, Speaker, Until, Words
from onrecord.cli.found import write_found
from onrecord.cli.options import Database, Listing
from onrecord.cli.streams import complain
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.record.collection import Record
    from onrecord.record.query import Query
    from onrecord.record.values import FoundStatement

__all__ = ["every", "search"]

_AT_ONCE = 200


_Limit: TypeAlias = Annotated[int, typer.Option("--limit", metavar="NUMBER", min=1, help="At most so many.")]
_Listing: TypeAlias = Annotated[
    Listing,
    typer.Option("--format", "-f", help="How to print: to be read, as one statement a line, or as a table."),
]


def search(
    words: Words = None,
    db: Database = None,
    speaker: Speaker = None,
    act: Act = None,
    form: Form = None,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    limit: _Limit = 20,
    listing: _Listing = Listing.TEXT,
) -> None:
    """Find statements in a record, the latest first.

    Words are sought in the statement, in the words that name its speaker, and in the article's title.
    A statement that gives no day counts as said on the day of publication.

    \b
    Examples:
      onrecord search dam gate --db news.db
      onrecord search '"yellow telephone"' --speaker Maddrick --act deny
      onrecord search --speaker maddrick --since 2026-02-10 --limit 100 --format csv > maddrick.csv
    """
    from onrecord.record.opening import open_record
    from onrecord.record.query import Query

    query = Query(
        text=" ".join(words or ()),
        speaker=speaker,
        act=act,
        form=form,
        outlet=outlet,
        since=since,
        until=until,
        limit=min(limit, _AT_ONCE),
    )
    with open_record(db or Settings.from_environment().db) as record:
        found = islice(every(record, query), limit)
        printed = write_found(found, record, sys.stdout, listing)
        total = record.statements(query).total
    if total > printed:
        sys.stdout.flush()
        complain(f"{printed:,} of {total:,} statements are shown; --limit gives more.")
    elif not printed and listing is Listing.TEXT:
        complain("no statement of the record is so; try fewer words or filters.")


def every(record: "Record", query: "Query") -> "Iterator[FoundStatement]":
    """All statements that a query finds, page after page."""
    after: str | None = None
    while True:
        found = record.statements(replace(query, after=after))
        yield from found.rows
        if found.next is None:
            return
        after = found.next
