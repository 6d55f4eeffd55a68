"""What the first page shows."""

from dataclasses import dataclass

from onrecord.web.contexts import Page
from onrecord.web.elements import Figure
from onrecord.web.search_elements import Picture
from onrecord.web.today_elements import Matter, OccasionDay, Span, Tally

__all__ = ["TodayPage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage(Page):
    """``/``: the latest statements as they were said, by occasion, and what they come to.

    The address may have ``span`` (``day``, ``week``, ``month`` or ``all``: how long before the day of the
    latest article it begins), ``counts`` (``yes``: count what it comes to however much it is) and
    ``after`` (a later page).

    Attributes:
        heading: the day of the latest article.
        spans: how much of the record the page can be about.
        summary: "164 statements in the week to 1 March 2026".
        voices: "32 speakers"; empty if they are not counted yet.
        days: the statements of this page.
        speakers: who spoke most.
        acts: what they did by it.
        matters: whom it was about, and the latest about each.
        open: what is unknown, uncertain or not reviewed.
        pictures: the plots, as files.
        older: the next page; None on the last.
        newest: the first page; None if this is it.
        empty: whether the record holds no statement at all.
        command: what to type to fill an empty record.
        atom: a feed of everything.
        counting: this page with its counts, where it is too much to count at once; else None.
    """

    template = "today.html"

    heading: str
    spans: tuple[Span, ...] = ()
    summary: str = ""
    voices: str = ""
    days: tuple[OccasionDay, ...] = ()
    speakers: tuple[Tally, ...] = ()
    acts: tuple[Tally, ...] = ()
    matters: tuple[Matter, ...] = ()
    open: tuple[Figure, ...] = ()
    pictures: tuple[Picture, ...] = ()
    older: str | None = None
    newest: str | None = None
    empty: bool = False
    command: str = ""
    atom: str = "/feed.atom"
    counting: str | None = None
