"""The parts of a speaker's page and of a comparison, ready to be shown."""

from dataclasses import dataclass

from markupsafe import Markup

from onrecord.web.elements import Line, Name
from onrecord.web.search_elements import Picture

__all__ = ["ComparedDay", "Course", "CourseRow", "Doubt", "Party", "Role", "Side", "Silence", "Stand"]


@dataclass(frozen=True, slots=True)
class Role:
    """A role in which articles name an actor.

    Attributes:
        text: the role, with the organisation that it is in.
        period: the days between which articles say so; empty if none is dated.
        articles: "6 articles".
    """

    text: str
    period: str
    articles: str


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who speaks for an actor, or for whom an actor speaks.

    Attributes:
        name: the name.
        url: their page; a search by the name where it is not certain who it is.
        count: in how many statements, with separators; empty if that is not counted.
    """

    name: str
    url: str
    count: str


@dataclass(frozen=True, slots=True)
class CourseRow:
    """One line of a course.

    Attributes:
        name: whom or what it is about.
        url: a search for its statements.
        count: how many statements, with separators.
        strip: its columns over time, each a link.
        cells: how many statements each period of the course has; empty for none.
    """

    name: str
    url: str
    count: str
    strip: Markup
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """How an actor's statements went over time, by whom they are about or by act.

    Attributes:
        id: the id of its heading.
        heading: what it is called.
        unit: what a column stands for: "day", "month" or "year".
        first: the first period, in words.
        last: the last one.
        periods: every period in which there was anything, in words.
        rows: its lines, the most frequent one first.
        picture: the same as a picture.
        stray: "2 earlier statements", where a few are too early to be drawn; empty if none are.
        stray_url: a search for these; empty likewise.
    """

    id: str
    heading: str
    unit: str
    first: str
    last: str
    periods: tuple[str, ...]
    rows: tuple[CourseRow, ...]
    picture: Picture
    stray: str = ""
    stray_url: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A statement that nobody has reviewed, with how sure it is.

    Attributes:
        line: the statement.
        confidence: how sure its words are: "41 %".
        why: what is least sure about it: "speaker 40 %, nearest name"; empty if nothing else is known.
    """

    line: Line
    confidence: str
    why: str


@dataclass(frozen=True, slots=True)
class Silence:
    """Statements without a known speaker in an article in which an actor speaks.

    Attributes:
        article: the article's headline.
        url: a search for them.
        count: "2 statements".
        line: the first of them.
    """

    article: str
    url: str
    count: str
    line: Line


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two who are compared.

    Attributes:
        name: who it is.
        total: "12 statements".
        acts: what they did most, in words: "denied 4, said 3".
        all: a search for everything that is compared, and what is older than the page shows.
        shown: how many of them are shown: "the latest 100 of them"; empty if all are.
        others: how many others the name that was typed could mean, in words; empty if none.
    """

    name: Name
    total: str
    acts: str
    all: str
    shown: str
    others: str


@dataclass(frozen=True, slots=True)
class ComparedDay:
    """What both said on one day.

    Attributes:
        heading: "Monday 16 February 2026", or "No date".
        anchor: the id of the heading.
        left: what the first one said.
        right: what the second one said.
    """

    heading: str
    anchor: str
    left: tuple[Line, ...]
    right: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """Statements that tell how somebody stands by what they said, or who stands against it.

    Attributes:
        id: the id of its heading.
        heading: what it is called: "Granted or taken back".
        lines: the latest of them.
        more: searches for all of them, each with its number.
        empty: what is said in their place where there are none.
    """

    id: str
    heading: str
    lines: tuple[Line, ...]
    more: tuple[Party, ...]
    empty: str = ""
