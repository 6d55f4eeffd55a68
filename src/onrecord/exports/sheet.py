"""What every writer takes: one article with statements of it, and how they came about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from onrecord.terms.article import Article
from onrecord.terms.event import Event
from onrecord.terms.statement import Actor, Statement

__all__ = ["Sheet"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article with statements of it.

    Attributes:
        article: the text that the spans point into, and its particulars.
        statements: all of its statements, or those that were asked for, in the order of the text.
        revision: the number of this text among the article's revisions in a record.
        run: the id of the run that read it into a record.
        read_at: when that was.
        events: the deeds that it reports, where they were looked for; a record does not keep them.
        actors: ids of actors across articles, by what this article calls them, where they are known.
    """

    article: Article
    statements: Sequence[Statement]
    revision: int | None = None
    run: str | None = None
    read_at: datetime | None = None
    events: Sequence[Event] = ()
    actors: Mapping[Actor, str] = field(default_factory=dict)
