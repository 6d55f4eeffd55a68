"""``onrecord search``: statements of a record."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from onrecord.cli.counted import write_facets
from onrecord.cli.filters import (
    Act,
    Affiliation,
    Audience,
    Country,
    Form,
    MaxConfidence,
    MinConfidence,
    Mode,
    Outlet,
    Reviewed,
    Since,
    Speaker,
    Status,
    Target,
    Time,
    Until,
    When,
    Words,
)
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
_MOST_VALUES = 1000


_Limit: TypeAlias = Annotated[int, typer.Option("--limit", metavar="NUMBER", min=1, help="At most so many.")]


class Order(StrEnum):
    """In which order statements are printed."""

    DATE = "date"
    RELEVANCE = "relevance"
    DOUBT = "doubt"


_Sort: TypeAlias = Annotated[
    Order, typer.Option("--sort", help="The latest first, the best match of the words, or the least certain.")
]
_Facets: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--facets",
        metavar="NAMES",
        help="Print how many there are of each instead: by speaker, act, outlet, month … (act,speaker).",
    ),
]
_Listing: TypeAlias = Annotated[
    Listing,
    typer.Option("--format", "-f", help="How to print: to be read, as one statement a line, or as a table."),
]


def search(
    words: Words = None,
    db: Database = None,
    speaker: Speaker = None,
    affiliation: Affiliation = None,
    country: Country = None,
    act: Act = None,
    status: Status = None,
    form: Form = None,
    mode: Mode = None,
    target: Target = None,
    audience: Audience = None,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    when: When = Time.SAID,
    min_confidence: MinConfidence = None,
    max_confidence: MaxConfidence = None,
    reviewed: Reviewed = None,
    sort: _Sort = Order.DATE,
    limit: _Limit = 20,
    facets: _Facets = None,
    listing: _Listing = Listing.TEXT,
) -> None:
    """Find statements in a record, the latest first, or count them.

    Words are sought in the statement, in the words that name its speaker, and in the article's title.
    A statement that gives no day counts as said on the day of publication. With --facets it is counted
    what is found, by one thing or several; --limit then says how many values of each.

    \b
    Examples:
      onrecord search dam gate --db news.db
      onrecord search '"yellow telephone"' --speaker Maddrick --act deny
      onrecord search gate --act deny,refuse --facets speaker,month
      onrecord search --speaker maddrick --since 2026-02-10 --limit 100 --format csv > maddrick.csv
    """
    from onrecord.record.opening import open_record
    from onrecord.record.query import Query

    query = Query(
        text=" ".join(words or ()),
        speaker=speaker,
        affiliation=affiliation,
        country=country,
        act=act,
        status=status,
        form=form,
        mode=mode,
        target=target,
        audience=audience,
        outlet=outlet,
        since=since,
        until=until,
        when=when.value,
        min_confidence=min_confidence,
        max_confidence=max_confidence,
        reviewed=reviewed,
        sort=sort.value,
        limit=min(limit, _AT_ONCE),
    )
    with open_record(db or Settings.from_environment().db) as record:
        if facets is not None:
            names = [name.strip() for name in facets.split(",") if name.strip()]
            write_facets(record.facets(query, names, most=min(limit, _MOST_VALUES)), sys.stdout, listing)
            return
        printed = write_found(islice(every(record, query), limit), record, sys.stdout, listing)
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
