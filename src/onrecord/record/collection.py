"""The record: everything that was read, kept in one file and found again."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from onrecord.errors import Malformed, QueryError
from onrecord.record import finding, keeping, linked, listing
from onrecord.record.dialects import translated
from onrecord.record.query import Query
from onrecord.record.rows import writable
from onrecord.record.values import Counts, Found, FoundArticle, FoundSpeaker, FoundStatement, Kept, Run
from onrecord.terms.article import Article
from onrecord.terms.entity import Entity
from onrecord.terms.link import Link
from onrecord.terms.page import Refusal
from onrecord.terms.statement import Actor, ActorKind, Statement

__all__ = ["Record"]


class Record:
    """An open record; ``open_record`` makes one.

    Safe to share between threads: every call is a piece of work of its own on a connection of its
    own. Every call may raise a ``RecordError`` when the file has become unusable meanwhile.

    Reading fills it in three steps, which somebody who knows all the rooms puts together::

        for each article:  record.keep(article, statements, run)
        at the end:        found = linking.entities.entities(record.mentions())
                           record.assign(found.entities, found.ids)
                           record.connect(linking.copies.copies(each.article for each in record.articles()))

    Until ``assign`` has run, speakers are found by the names in the texts alone; should a run be cut
    short before it, the next one makes up for it.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self.path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the record may be used again, and opens it anew."""
        with translated(self.path):
            self._engine.dispose()

    def known(self, article: Article) -> Kept | None:
        """What ``keep`` would say if the article's very words are there already: spares analysing them."""
        with self._work() as connection, _whole(article):
            return keeping.known(connection, article)

    def keep(self, article: Article, statements: Sequence[Statement], run: Run) -> Kept:
        """Keep an article with its statements: all of it, or nothing.

        The same address (without one: the same words) is the same article. The same words of the
        same article are there already, and nothing is written; other words are a new revision, beside the
        older ones. A refusal of the same place ends. The run is noted with the first article it keeps.

        Raises:
            Malformed: if a text holds half a character (a lone surrogate), which no database can keep.
            RecordUnwritable: if it cannot be written.
        """
        with _whole(article), self._work() as connection:
            return keeping.keep(connection, article, statements, run)

    def refuse(self, refusal: Refusal) -> None:
        """Note an input that was left out; the same refusal again changes nothing."""
        with self._work() as connection:
            keeping.refuse(connection, refusal)

    def end(self, run: Run) -> None:
        """Note that a run is done; one that kept nothing leaves no trace."""
        with self._work() as connection:
            keeping.end_run(connection, run)

    def mentions(self) -> tuple[tuple[str, Actor], ...]:
        """Every actor as an article names it, with the article's id: what linking works on."""
        with self._work() as connection:
            return tuple(linked.mentions(connection))

    def assign(self, entities: Collection[Entity], ids: Mapping[tuple[str, Actor], str]) -> None:
        """Keep who is who: ``ids`` gives the entity of an actor as an article names it, if it has one."""
        with self._work() as connection:
            linked.assign(connection, entities, ids)

    def connect(self, links: Iterable[Link]) -> None:
        """Make the record's links these."""
        links = tuple(links)  # they may well be worked out from the record itself
        with self._work() as connection:
            linked.connect(connection, links)

    def links(self, article: str) -> tuple[Link, ...]:
        """The links that the article with this id is an end of."""
        with self._work() as connection:
            return linked.links_of(connection, article)

    def statements(self, query: Query | None = None) -> Found:
        """A page of the statements that a query asks for; without one the latest.

        Raises:
            QueryError: if the query cannot be understood.
        """
        try:
            with self._work() as connection:
                return finding.find(connection, query or Query())
        except UnicodeEncodeError as error:
            raise QueryError("the question holds half a character (a lone surrogate)") from error

    def statement(self, id_: str) -> FoundStatement | None:
        """The statement with this id; where identical texts share it, one of them."""
        with self._work() as connection:
            return listing.statement(connection, writable(id_))

    def article(self, id_: str, *, revision: int | None = None) -> FoundArticle | None:
        """The article with this id or address, in its latest revision or in the one with that number."""
        with self._work() as connection:
            return listing.article(connection, writable(id_), revision)

    def articles(self) -> Iterator[FoundArticle]:
        """Every article in its latest revision, the earliest published first; one is held at a time."""
        with self._work() as connection:
            ids = listing.article_ids(connection)
        for id_ in ids:
            if found := self.article(id_):
                yield found

    def speakers(
        self, *, kinds: Collection[ActorKind] | None = None, limit: int | None = None
    ) -> tuple[FoundSpeaker, ...]:
        """Whoever speaks, the most quoted first; only actors of these kinds if any are given."""
        with self._work() as connection:
            return listing.speakers(connection, kinds=kinds, limit=limit)

    def speaker(self, id_: str) -> FoundSpeaker | None:
        """The actor with this id; their statements are ``statements(Query(speaker=id_))``."""
        with self._work() as connection:
            return listing.speaker(connection, writable(id_))

    def counts(self) -> Counts:
        """How much there is."""
        with self._work() as connection:
            return listing.counts(connection)

    @contextmanager
    def _work(self) -> Iterator[Connection]:
        with translated(self.path), self._engine.begin() as connection:
            yield connection


@contextmanager
def _whole(article: Article) -> Iterator[None]:
    try:
        yield
    except UnicodeEncodeError as error:
        half = f"U+{ord(error.object[error.start]):04X}"
        raise Malformed(
            f"{article.origin}: the article holds half a character ({half} alone); save it anew as UTF-8"
        ) from error
