"""The parts that pages are made of: frozen values, ready to be shown, nothing left to look up.

Words that came from articles are plain strings and are escaped by the template; the one exception
is ``Markup``, which ``marking`` has escaped already.
"""

from dataclasses import dataclass

from markupsafe import Markup

__all__ = [
    "ActCount",
    "Block",
    "Choice",
    "Day",
    "Field",
    "Figure",
    "Line",
    "Moment",
    "Name",
    "Note",
    "Occasion",
    "Printing",
    "RevisionLink",
    "SpeakerLine",
    "Turn",
    "Words",
]


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or a moment.

    Attributes:
        text: for people: "16 February 2026, 06:00 UTC+1".
        iso: for machines, in the form that ``<time datetime>`` takes; None where there is no such form.
    """

    text: str
    iso: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """An actor as a line shows it.

    Attributes:
        text: the name; the description of somebody kept nameless.
        url: the speaker's page; None if they have none.
        known: false if nobody could be made out.
        detail: the role and the affiliation, or what kind of actor it is.
        told: how the text itself calls them, where that differs from the name.
    """

    text: str
    url: str | None = None
    known: bool = True
    detail: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A few words of a statement.

    Attributes:
        text: the words.
        hit: whether they are what was searched for.
    """

    text: str
    hit: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One statement in a list.

    Attributes:
        id: the statement's id.
        url: its page.
        speaker: who said it.
        verb: what they did by it: "denied", "reportedly said".
        act: the act's name in the guide.
        act_url: a search for statements with that act.
        form: ``direct``, ``mixed`` or ``indirect``.
        audience: to whom; empty if the text does not say.
        venue: where or in what; empty likewise.
        status: "said again", "takes back"; empty for what is new.
        words: the words, cut where a search hit them.
        left_out: how many words were left out of a long statement; 0 if it is whole.
        when: when it was said, or published where the text does not say.
        said_known: whether ``when`` is the time of saying.
        outlet: who published it; empty if unknown.
        article: the headline of its article.
        article_url: its place in its article.
        review_url: where a reviewer judges it.
        unsure: whether its spans are more likely wrong than right.
    """

    id: str
    url: str
    speaker: Name
    verb: str
    act: str
    act_url: str
    form: str
    audience: str
    venue: str
    status: str
    words: tuple[Words, ...]
    left_out: int
    when: Moment
    said_known: bool
    outlet: str
    article: str
    article_url: str
    review_url: str
    unsure: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """Statements of one speaker that follow each other.

    Attributes:
        speaker: who speaks.
        lines: what they say.
    """

    speaker: Name
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """Statements that follow each other in one article on one day.

    Attributes:
        outlet: who published the article; empty if unknown.
        title: its headline.
        url: its page.
        published: when it was published; None if unknown.
        turns: its statements, one turn for each change of speaker.
    """

    outlet: str
    title: str
    url: str
    published: Moment | None
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """The statements of one day.

    Attributes:
        heading: "Monday 16 February 2026", or "No date".
        anchor: the id of the heading.
        occasions: what was said, grouped.
    """

    heading: str
    anchor: str
    occasions: tuple[Occasion, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter.

    Attributes:
        value: what the URL says.
        text: what the page says.
        chosen: whether it is in force.
    """

    value: str
    text: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a statement.

    Attributes:
        name: the field in words: "on behalf of".
        value: its value in words.
        url: where the value leads; None if nowhere.
        by: the rule or the model that decided; empty if none is kept.
        confidence: "93 %"; empty likewise.
        evidence: the words that it was read from; empty if it was read from none.
        place: where they stand in the text: "12–18"; empty likewise.
    """

    name: str
    value: str
    url: str | None = None
    by: str = ""
    confidence: str = ""
    evidence: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A statement in the margin of its article.

    Attributes:
        number: its number, counted from 1 in the order of the text.
        line: the statement.
        fields: everything that is known of it.
        depth: in how many other statements it stands.
        inside: the number of the innermost of these; 0 if it stands in none.
        citation: the statement as one cites it, with its address.
        address: its words at the outlet; None if the article has no address.
    """

    number: int
    line: Line
    fields: tuple[Field, ...]
    depth: int
    inside: int
    citation: str
    address: str | None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of an article with the notes that belong beside it.

    Attributes:
        html: its words as published, marked.
        gap: the white space after it, as published.
        filled: whether the ends of its lines mean nothing.
        notes: the statements whose words begin in it.
    """

    html: Markup
    gap: str
    filled: bool
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class RevisionLink:
    """One text of an article.

    Attributes:
        url: its page.
        text: "Version 1, published 16 February 2026, 06:00 UTC+1".
        statements: "14 statements".
        here: whether it is the one on the page.
        latest: whether it is the latest.
    """

    url: str
    text: str
    statements: str
    here: bool
    latest: bool


@dataclass(frozen=True, slots=True)
class Printing:
    """Another article that has a good part of its words from this one, or the other way round.

    Attributes:
        title: its headline.
        url: its page.
        outlet: who published it; empty if unknown.
        published: when; None if unknown.
        told: "later, has 29 % of the shorter text in common".
    """

    title: str
    url: str
    outlet: str
    published: Moment | None
    told: str


@dataclass(frozen=True, slots=True)
class ActCount:
    """How often something occurs.

    Attributes:
        name: what it is.
        meaning: what that means, in a few words; may be empty.
        count: how often, with separators.
        percent: its share of the largest one, 0 to 100, for a bar.
        url: a search for them; None if there is none.
    """

    name: str
    meaning: str
    count: str
    percent: int
    url: str | None = None


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """One speaker in the list of all.

    Attributes:
        name: the fullest name.
        url: their page.
        detail: the most frequent role, or what kind of actor it is.
        statements: "14 statements".
        span: the days between which they spoke; empty if unknown.
    """

    name: str
    url: str
    detail: str
    statements: str
    span: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the record.

    Attributes:
        count: the number, with separators.
        name: what is counted.
        url: where to see them; None if nowhere.
    """

    count: str
    name: str
    url: str | None = None
