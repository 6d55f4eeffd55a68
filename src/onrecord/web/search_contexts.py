"""What the search page shows."""

from dataclasses import dataclass

from onrecord.web.contexts import Page
from onrecord.web.elements import Choice
from onrecord.web.search_elements import Chip, Download, Facet, Histogram, Hit, Picture, Versus

__all__ = ["SearchPage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(Page):
    """``/search``: what was found. Everything that it shows is asked for in its address.

    The address may have ``q`` (words), any number of ``speaker``, ``target``, ``act``, ``outlet``, ``form``,
    ``mode``, ``affiliation``, ``country``, ``audience`` and ``reviewed``, an ``article``, ``since`` and
    ``until``, ``when`` (whether these days are of saying or of publishing), ``sort``, ``more`` (a facet to
    show at length), ``counts`` (``yes``: count how it is spread however much it is) and ``after`` (a later
    page).

    Attributes:
        kept: the filters that a new search keeps, as name and value.
        since: the first day; empty if none is given.
        until: the last day; likewise.
        orders: every order of what is found.
        times: whether days are of saying or of publishing.
        chips: the filters that are in force.
        clear: the same words without the filters; None if there are none.
        facets: how what was found is spread.
        histogram: the same over time; None if nothing is dated.
        hits: the statements of this page.
        total: "12 statements".
        asked: whether anything was asked for.
        older: the next page; None on the last.
        newest: the first page; None if this is it.
        problem: what could not be understood; empty if all could.
        atom: a feed of this search.
        json_feed: the same as a JSON Feed.
        downloads: all that was found, as files.
        pictures: plots of what was found, as files.
        address: this search's own address, from its first page.
        name: what to call this search when it is saved.
        compare: the two who speak most of it side by side; None if there are not two.
        counting: this page with its spread counted, where it is too much to count at once; else None.
    """

    template = "search.html"

    kept: tuple[tuple[str, str], ...]
    since: str
    until: str
    orders: tuple[Choice, ...]
    times: tuple[Choice, ...]
    chips: tuple[Chip, ...] = ()
    clear: str | None = None
    facets: tuple[Facet, ...] = ()
    histogram: Histogram | None = None
    hits: tuple[Hit, ...] = ()
    total: str = ""
    asked: bool = False
    older: str | None = None
    newest: str | None = None
    problem: str = ""
    atom: str = ""
    json_feed: str = ""
    downloads: tuple[Download, ...] = ()
    pictures: tuple[Picture, ...] = ()
    address: str = ""
    name: str = ""
    compare: Versus | None = None
    counting: str | None = None
