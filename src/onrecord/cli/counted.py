"""Facets of what a search finds, printed: to be read, one JSON object a line, or as a table."""

import csv
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from onrecord.cli.lines import print_lines
from onrecord.cli.options import Listing
from onrecord.cli.streams import console

if TYPE_CHECKING:
    from onrecord.record.values import Facets

__all__ = ["write_facets"]

_COLUMNS = ("facet", "value", "label", "count")


def write_facets(facets: "Facets", stream: TextIO, listing: Listing) -> None:
    """Write every value of every facet with how many statements have it."""
    if listing is Listing.TEXT:
        print_lines(console(stream), list(_lines(facets)))
        return
    rows = ((facet.name, one.value, one.label, one.count) for facet in facets.facets for one in facet.values)
    if listing is Listing.CSV:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(_COLUMNS)
        table.writerows(rows)
        return
    for row in rows:
        stream.write(json.dumps(dict(zip(_COLUMNS, row, strict=True)), ensure_ascii=False))
        stream.write("\n")


def _lines(facets: "Facets") -> Iterator[str]:
    width = len(f"{facets.total:,}")
    yield f"{facets.total:,} statements" if facets.total != 1 else "1 statement"
    for facet in facets.facets:
        yield ""
        yield facet.name
        for one in facet.values:
            yield f"    {one.count:>{width},}  {one.label}"
        if facet.more:
            yield f"    {'':>{width}}  and {facet.more:,} more"
        if facet.missing:
            yield f"    {facet.missing:>{width},}  (none)"
