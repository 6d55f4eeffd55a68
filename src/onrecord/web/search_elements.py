"""The parts of the search page, ready to be shown."""

from dataclasses import dataclass

from markupsafe import Markup

from onrecord.web.elements import Line

__all__ = ["Bin", "Chip", "Download", "Facet", "FacetLine", "Histogram", "Hit", "Picture", "Versus"]


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is in force.

    Attributes:
        name: what it filters by, in words.
        text: its value, in words.
        url: the same search without it.
    """

    name: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class FacetLine:
    """One value that statements are counted by.

    Attributes:
        text: the value, in words.
        count: how many statements have it, with separators.
        percent: its share of the most frequent one, 0 to 100.
        url: the search narrowed to it; without it, if it is chosen.
        chosen: whether it is in force.
    """

    text: str
    count: str
    percent: int
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """How what was found is spread over one thing.

    Attributes:
        name: what the address calls it.
        heading: what the page calls it.
        lines: the values, the most frequent first.
        more: how many further values there are, in words; empty if none.
        more_url: the page that shows them; None if there are none, or too many.
        missing: how many statements have no such value, in words; empty if all have one.
        opened: whether it is shown unfolded.
    """

    name: str
    heading: str
    lines: tuple[FacetLine, ...]
    more: str
    more_url: str | None
    missing: str
    opened: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """A day, a month or a year of a histogram.

    Attributes:
        text: "16 February 2026", "February 2026".
        count: how many statements, with separators.
        url: the search narrowed to it.
    """

    text: str
    count: str
    url: str


@dataclass(frozen=True, slots=True)
class Histogram:
    """What was found, over time.

    Attributes:
        plot: the columns, each a link.
        unit: "day", "month" or "year".
        period: the time they span, in words.
        bins: the same as numbers, without those of which there is nothing.
    """

    plot: Markup
    unit: str
    period: str
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that was found, and why.

    Attributes:
        line: the statement.
        why: where the words that were searched for stand: "“gate” in the words".
    """

    line: Line
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Download:
    """All that was found, as a file.

    Attributes:
        name: the format: "CSV".
        url: where to fetch it.
        meaning: what it is, in a phrase.
    """

    name: str
    url: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A plot as a picture.

    Attributes:
        name: what it shows: "speakers".
        url: where to fetch it, as SVG.
    """

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Versus:
    """Two speakers to be compared.

    Attributes:
        one: the name of the first one.
        other: that of the second one.
        url: the comparison.
    """

    one: str
    other: str
    url: str
