"""What the record is given and what it gives back, as frozen values."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal, TypeAlias

from onrecord.terms.article import Article
from onrecord.terms.entity import Entity
from onrecord.terms.judgement import Reviewed
from onrecord.terms.span import Span, Spans
from onrecord.terms.statement import Actor, Statement

__all__ = [
    "Counts",
    "Facet",
    "FacetValue",
    "Facets",
    "Found",
    "FoundArticle",
    "FoundSpeaker",
    "FoundStatement",
    "HeldArticle",
    "HeldRole",
    "Kept",
    "Outcome",
    "Piece",
    "Revision",
    "Run",
]

Outcome: TypeAlias = Literal["added", "unchanged", "revised"]
"""What keeping an article did to the record."""


@dataclass(frozen=True, slots=True)
class Run:
    """One reading of some input, and what read it.

    Attributes:
        software: Onrecord's version.
        model: the digest of the model file.
        settings: whatever else a result may depend on, by name.
        started: when it began.
    """

    software: str
    model: str
    settings: Mapping[str, str] = field(default_factory=dict)
    started: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def id(self) -> str:
        """16 hexadecimal digits from everything above."""
        facts = [self.software, self.model, sorted(self.settings.items()), self.started.isoformat()]
        return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of one article.

    Attributes:
        outcome: ``added`` (new to the record), ``unchanged`` (these words of it are there already;
            nothing was written) or ``revised`` (its address is known, its words are new).
        article: its id in the record: its own id, or that with a few digits of its key's digest
            where another article holds the id.
        revision: the number of the revision that has these words.
    """

    outcome: Outcome
    article: str
    revision: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a statement's words, and whether the search asked for it."""

    text: str
    hit: bool = False


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """A statement with what a reader needs beside it.

    Attributes:
        statement: the statement as it was kept.
        article: the id of its article in the record.
        revision: the number of the revision its spans point into.
        latest: whether that revision is the article's latest.
        title: the article's headline.
        outlet: who published it.
        published: when it was published.
        published_date_only: whether ``published`` gives the day and no time.
        url: the article's address.
        speaker_id: who speaks, across articles; ``None`` if nobody could be made out.
        source_words: the words of the source spans, pieces joined by an ellipsis.
        cue_words: likewise of the cue.
        content_words: likewise of the content.
        pieces: ``content_words`` cut where the search's words begin and end; one piece when
            nothing was searched for.
        reviewed: what people said of it: ``unreviewed``, ``right``, ``corrected`` (something in it is theirs)
            or ``wrong``.
    """

    statement: Statement
    article: str
    revision: int
    latest: bool
    title: str | None
    outlet: str | None
    published: datetime | None
    published_date_only: bool
    url: str | None
    speaker_id: str | None
    source_words: str
    cue_words: str
    content_words: str
    pieces: tuple[Piece, ...]
    reviewed: Reviewed = "unreviewed"

    @property
    def hits(self) -> Spans:
        """Where the words that were searched for stand, in code points of ``content_words``."""
        found: list[Span] = []
        at = 0
        for piece in self.pieces:
            if piece.hit:
                found.append(Span(at, at + len(piece.text)))
            at += len(piece.text)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what a query found.

    Attributes:
        rows: the statements of this page.
        next: the cursor to pass as ``Query.after`` for the next page; ``None`` on the last.
        total: how many statements the query finds in all, as counted for its first page.
    """

    rows: tuple[FoundStatement, ...]
    next: str | None
    total: int


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One of the values that the statements of a query have, and how many have it.

    Attributes:
        value: what a query's filter of the same name finds exactly these by (an actor's id, ``deny``,
            ``=channel north``); of ``year`` and ``month`` the day-less date for ``since`` and
            ``until``.
        label: the same to be read: an actor's name, an outlet's.
        count: how many statements of the query have it.
    """

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """How the statements of a query are spread over the values of one thing.

    Attributes:
        name: what is counted.
        values: the values met, the most frequent first; of ``year`` and ``month`` all, the earliest first.
        more: how many further values were met that are not among these.
        missing: how many statements of the query have no such value.
    """

    name: str
    values: tuple[FacetValue, ...]
    more: int
    missing: int


@dataclass(frozen=True, slots=True)
class Facets(Mapping[str, Facet]):
    """The facets of a query by name, in the order in which they were asked for.

    Attributes:
        total: how many statements the query finds.
        facets: the facets.
    """

    total: int
    facets: tuple[Facet, ...]

    def __getitem__(self, name: str) -> Facet:
        for facet in self.facets:
            if facet.name == name:
                return facet
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return (facet.name for facet in self.facets)

    def __len__(self) -> int:
        return len(self.facets)


@dataclass(frozen=True, slots=True)
class Revision:
    """One text of an article, as it was read.

    Attributes:
        number: 1, 2, … in the order of reading.
        digest: the SHA-256 of its text.
        title: its headline.
        published: when it was published.
        modified: when the outlet says that it last changed it.
        read_at: when it was read.
        statements: how many statements it holds.
        latest: whether it is the article's latest.
    """

    number: int
    digest: str
    title: str | None
    published: datetime | None
    modified: datetime | None
    read_at: datetime
    statements: int
    latest: bool


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article of the record in one of its revisions.

    Attributes:
        article: the text and its particulars; ``article.id`` is its id in the record.
        revision: the number of the revision that this is.
        statements: that revision's statements, in the order of the text.
        revisions: all of its revisions, in the order of reading.
    """

    article: Article
    revision: int
    statements: tuple[FoundStatement, ...]
    revisions: tuple[Revision, ...]


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role in which articles name an actor, and over which time.

    Attributes:
        role: the title as given; ``None`` if only the affiliation is.
        affiliation: the organisation that the role is in.
        first: the day of publication of the first article that says so, ISO 8601; ``None`` if none is dated.
        last: that of the last.
        articles: how many revisions of articles say so.
    """

    role: str | None
    affiliation: str | None
    first: str | None
    last: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class HeldArticle:
    """An article of the record with statements of one of its revisions, and how they came about.

    Attributes:
        article: the text and its particulars; ``article.id`` is its id in the record.
        revision: the number of the revision that this is.
        run: the id of the run that read it.
        read_at: when it was read.
        statements: those of its statements that were asked for, in the order of the text.
        actors: who everybody in it is across articles, as far as that is known: ids by the wording of
            this article.
    """

    article: Article
    revision: int
    run: str
    read_at: datetime
    statements: tuple[FoundStatement, ...]
    actors: Mapping[Actor, str]


@dataclass(frozen=True, slots=True)
class FoundSpeaker:
    """An actor who says something in the record.

    Attributes:
        entity: who it is.
        statements: how many statements of latest revisions they speak.
        first: the day of the earliest, ISO 8601; ``None`` if none is dated.
        last: the day of the latest.
        held: their roles over time, the one met most often first.
    """

    entity: Entity
    statements: int
    first: str | None
    last: str | None
    held: tuple[HeldRole, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """What a record holds; statements are those of latest revisions.

    Attributes:
        articles: how many articles.
        revisions: how many texts of them.
        statements: how many statements.
        by_act: statements of each act that occurs, most frequent first.
        by_form: likewise of each form.
        speakers: how many actors with a name speak.
        unknown_speakers: statements whose speaker could not be made out.
        unnamed_speakers: statements whose speaker the text keeps nameless.
        outlets: how many outlets.
        refusals: inputs that were left out and have not been read since.
        first: the day of publication of the earliest article, ISO 8601.
        last: that of the latest.
    """

    articles: int
    revisions: int
    statements: int
    by_act: Mapping[str, int]
    by_form: Mapping[str, int]
    speakers: int
    unknown_speakers: int
    unnamed_speakers: int
    outlets: int
    refusals: int
    first: str | None
    last: str | None
