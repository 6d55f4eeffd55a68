"""Where words of a quotation may stand: a stretch of an article, and who is given what in it."""

from dataclasses import dataclass
from datetime import datetime

from onrecord.terms.statement import Statement

__all__ = ["Attributed", "Passage", "Passages"]


@dataclass(frozen=True, slots=True)
class Attributed:
    """A statement whose words stand in a stretch, with who speaks across articles.

    Attributes:
        statement: the statement; its spans point into the article's text.
        speaker_id: who speaks, across articles; ``None`` if nobody could be made out.
        names: every name that the speaker is known by in the record.
        first: the first day on which it was said as far as we know, ISO 8601; empty if we do not.
        last: the last such day.
    """

    statement: Statement
    speaker_id: str | None = None
    names: tuple[str, ...] = ()
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article's text.

    Attributes:
        article: the id of the article in the record.
        revision: the number of the revision that it is a stretch of.
        latest: whether that is the article's latest.
        title: the headline of that revision.
        outlet: who published it.
        published: when it was published.
        published_date_only: whether ``published`` gives the day and no time.
        url: the article's address.
        start: where the stretch begins in the text, in code points.
        text: its words as published.
        statements: the statements of the revision whose content reaches into it.
    """

    article: str
    revision: int
    latest: bool
    title: str | None
    outlet: str | None
    published: datetime | None
    published_date_only: bool
    url: str | None
    start: int
    text: str
    statements: tuple[Attributed, ...] = ()


@dataclass(frozen=True, slots=True)
class Passages:
    """Stretches that answer a question, and how many there are.

    Attributes:
        rows: some of them, one an article.
        articles: in how many articles such stretches were counted.
        more: whether the counting stopped there.
    """

    rows: tuple[Passage, ...] = ()
    articles: int = 0
    more: bool = False
