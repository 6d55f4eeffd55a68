"""The parts of the first page, ready to be shown."""

from dataclasses import dataclass

from onrecord.web.elements import Line, Moment, Name

__all__ = ["Matter", "OccasionDay", "Report", "Said", "Span", "Speaking", "Tally", "Telling"]


@dataclass(frozen=True, slots=True)
class Report:
    """An article that tells of an occasion.

    Attributes:
        title: its headline.
        outlet: who published it; empty if unknown.
        url: its page.
        published: when it was published; None if unknown.
    """

    title: str
    outlet: str
    url: str
    published: Moment | None


@dataclass(frozen=True, slots=True)
class Said:
    """One statement made on an occasion.

    Attributes:
        line: the statement.
        outlet: who reports it, where several do; empty otherwise.
    """

    line: Line
    outlet: str


@dataclass(frozen=True, slots=True)
class Speaking:
    """An occasion on which somebody spoke: the same day, the same place or hearer, or the same article.

    Attributes:
        speaker: who spoke.
        where: where, or in what; empty if no text says so.
        audience: to whom; likewise.
        lines: what they said.
    """

    speaker: Name
    where: str
    audience: str
    lines: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """Occasions of one day that follow each other and are told of by the same articles.

    Attributes:
        reports: the articles.
        occasions: who spoke, and on what occasion.
    """

    reports: tuple[Report, ...]
    occasions: tuple[Speaking, ...]


@dataclass(frozen=True, slots=True)
class OccasionDay:
    """The occasions of one day.

    Attributes:
        heading: "Monday 16 February 2026", or "No date".
        anchor: the id of the heading.
        tellings: its occasions, by who tells of them.
    """

    heading: str
    anchor: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """One bar of a plot that is a list.

    Attributes:
        name: what is counted.
        count: how often, with separators.
        percent: its share of the largest one, 0 to 100.
        url: these statements.
    """

    name: str
    count: str
    percent: int
    url: str


@dataclass(frozen=True, slots=True)
class Matter:
    """Somebody whom statements are about.

    Attributes:
        name: who.
        count: "12 statements".
        url: these statements.
        acts: what others did: "accused 4, criticised 3".
        line: the latest of these statements.
    """

    name: str
    count: str
    url: str
    acts: str
    line: Line


@dataclass(frozen=True, slots=True)
class Span:
    """A choice of how much of the record the first page is about.

    Attributes:
        name: "the last week".
        url: the first page about it.
        here: whether it is the one on the page.
    """

    name: str
    url: str
    here: bool
