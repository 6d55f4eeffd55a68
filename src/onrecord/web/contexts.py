"""What each page shows: the one frozen value that its template receives as ``page`` and only lays out."""

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from onrecord.web.elements import (
    ActCount,
    Block,
    Field,
    Figure,
    Line,
    Moment,
    Name,
    Printing,
    RevisionLink,
    SpeakerLine,
)

__all__ = [
    "AboutPage",
    "ArticlePage",
    "ErrorPage",
    "Page",
    "Section",
    "SpeakersPage",
    "StatementPage",
]

Section: TypeAlias = Literal["today", "search", "speakers", "check", "review", "about", "none"]
"""The entry of the navigation that a page belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What every page has.

    Attributes:
        title: the title of the window.
        section: the entry of the navigation that is marked as current.
        query: what stands in the search box.
    """

    template: ClassVar[str]
    """The file that draws it."""

    title: str
    section: Section = "none"
    query: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage(Page):
    """``/article/{id}``: a text as published, with its attributions marked.

    Attributes:
        heading: the headline, or what to call the article without one.
        heading_in_text: whether the text begins with the headline itself.
        outlet: who published it; empty if unknown.
        outlet_url: everything from that outlet.
        published: when; None if unknown.
        modified: when the outlet says it last changed it.
        address: its address at the outlet; None if unknown or no http address.
        place: where it was read.
        lead: the white space before the first paragraph, as published.
        blocks: the text.
        summary: "14 statements by 6 speakers".
        speakers: who speaks, in the order of appearance.
        revisions: all of its texts; empty if there is only one.
        printings: other articles that share a good part of its words.
        superseded: the latest text's page, if this is an earlier one.
    """

    template = "article.html"

    heading: str
    heading_in_text: bool
    outlet: str
    outlet_url: str
    published: Moment | None
    modified: Moment | None
    address: str | None
    place: str
    lead: str
    blocks: tuple[Block, ...]
    summary: str
    speakers: tuple[Name, ...]
    revisions: tuple[RevisionLink, ...]
    printings: tuple[Printing, ...]
    superseded: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakersPage(Page):
    """``/speakers``: everybody who speaks, those with most statements first.

    Attributes:
        speakers: the list.
        total: "43 speakers, those with most statements first".
        unknown: a sentence on the statements whose speaker nobody could make out; empty if there are none.
    """

    template = "speakers.html"

    speakers: tuple[SpeakerLine, ...]
    total: str
    unknown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPage(Page):
    """``/statement/{id}``: one statement, whole, with where it stands.

    Attributes:
        line: the statement, nothing left out.
        fields: everything that is known of it.
        blocks: the paragraphs it stands in, only this statement marked.
        before: the statement before it in the article; None at the first.
        after: the one after it; None at the last.
        superseded: the latest text of its article, if it stands in an earlier one.
        address: its words at the outlet; None if the article has no address.
        citation: the statement as one cites it, with this page's address.
    """

    template = "statement.html"

    line: Line
    fields: tuple[Field, ...]
    blocks: tuple[Block, ...]
    before: str | None
    after: str | None
    superseded: str | None
    address: str | None
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage(Page):
    """``/about``: what the record holds and how to read it.

    The address may have ``counts`` (``yes``: count the record however large it is).

    Attributes:
        figures: the counts.
        period: the days of publication it spans; empty if none is known.
        acts: statements by act.
        forms: statements by form.
        place: the record's file.
        version: Onrecord's version.
        unknown: "12 of 130 statements"; empty if every speaker could be made out.
        counting: this page with its counts, where it is too much to count at once; else None.
    """

    template = "about.html"

    figures: tuple[Figure, ...] = ()
    period: str = ""
    acts: tuple[ActCount, ...] = ()
    forms: tuple[ActCount, ...] = ()
    place: str
    version: str
    unknown: str = ""
    counting: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage(Page):
    """Any page that could not be shown.

    Attributes:
        status: the HTTP status.
        heading: what happened.
        sentence: why, and what to do.
    """

    template = "error.html"

    status: int
    heading: str
    sentence: str
