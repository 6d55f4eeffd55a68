"""The entries of the navigation, in the order in which every page shows them."""

from dataclasses import dataclass

from onrecord.web.contexts import Section

__all__ = ["NAVIGATION", "Entry"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry.

    Attributes:
        section: what the pages that belong to it give as their ``section``.
        name: what the reader sees.
        address: where it leads.
    """

    section: Section
    name: str
    address: str


NAVIGATION: tuple[Entry, ...] = (
    Entry("today", "Today", "/"),
    Entry("search", "Search", "/search"),
    Entry("speakers", "Speakers", "/speakers"),
    Entry("review", "Review", "/review"),
    Entry("about", "About", "/about"),
)
"""Today · Search · Speakers · Check · Review · About."""
