"""The record: everything that was read, kept in one file and found again."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from onrecord.errors import Malformed
from onrecord.record import casting, facets, finding, keeping, linked, listing, quoting, relations, streaming
from onrecord.record.desk import Desk
from onrecord.record.dialects import Unkeepable, translated
from onrecord.record.facets import FACETS
from onrecord.record.finding import asking
from onrecord.record.query import Query
from onrecord.record.rows import writable
from onrecord.record.settling import Settled
from onrecord.record.values import (
    Counts,
    Facets,
    FacetValue,
    Found,
    FoundArticle,
    FoundSpeaker,
    FoundStatement,
    HeldArticle,
    Kept,
    Run,
)
from onrecord.terms.article import Article
from onrecord.terms.entity import Entity
from onrecord.terms.link import Link
from onrecord.terms.page import Refusal
from onrecord.terms.quotation import Passages
from onrecord.terms.statement import Actor, ActorKind, Statement

__all__ = ["Record"]


class Record(Desk):
    """An open record; ``open_record`` makes one.

    Safe to share between threads: every call is a piece of work of its own on a connection of its
    own. Every call may raise a ``RecordError`` when the record has become unusable meanwhile.

    Reading fills it in three steps, which somebody who knows all the rooms puts together::

        for each article:  record.keep(article, statements, run)
        at the end:        found = linking.entities.entities(record.mentions())
                           record.assign(found.entities, found.ids)
                           record.connect(linking.copies.copies(each.article for each in record.articles()))

    Until ``assign`` has run, speakers are found by the names in the texts alone; should a run be cut
    short before it, the next one makes up for it.
    """

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
            Malformed: if a text holds half a character (a lone surrogate), which no database can keep,
                or U+0000, which PostgreSQL cannot.
            RecordUnwritable: if it cannot be written.
        """
        [kept] = self.keep_all([(article, statements)], run)
        return kept

    def keep_all(self, found: Iterable[tuple[Article, Sequence[Statement]]], run: Run) -> tuple[Kept, ...]:
        """Keep several articles with their statements as ``keep`` does: all of them, or nothing.

        Some fifty at a time are kept twice as fast as one after the other.

        Raises:
            Malformed: if one of them cannot be kept; then none is.
            RecordUnwritable: if it cannot be written.
        """
        kept = []
        with self._work() as connection:
            for article, statements in found:
                with _whole(article), translated(self.place):
                    kept.append(keeping.keep(connection, article, statements, run))
        return tuple(kept)

    def reread(self, article: Article, statements: Sequence[Statement], run: Run) -> Settled | None:
        """Put what a run found in a text of the record in place of what was found before.

        What people judged stays as they judged it, over a statement that was found again (whose content has
        at least half of its characters in common with it), or by itself. What is no longer found is
        kept among the dropped statements. The same statements again change nothing.

        Args:
            article: one of the record's, under its id there (``articles``).
            statements: what was found in it, in the order of the text.
            run: what found it.

        Returns:
            What became of the statements; ``None`` if the record does not have the article in these words.

        Raises:
            Malformed: if a statement holds half a character (a lone surrogate).
            RecordUnwritable: if it cannot be written.
        """
        with _whole(article), self._work() as connection:
            return keeping.reread(connection, article, statements, run)

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
        with asking(), self._work() as connection:
            return finding.find(connection, query or Query())

    def facets(self, query: Query | None = None, names: Sequence[str] = FACETS, *, most: int = 10) -> Facets:
        """How the statements that a query asks for are spread; without one, all of them.

        The page asked for does not matter, nor its order: everything that the query finds is counted.

        Args:
            query: the question.
            names: what to count by, of ``record.facets.FACETS``.
            most: how many values of each, the most frequent ones; of ``year`` and ``month`` all are given.

        Raises:
            QueryError: if the query cannot be understood, or there is no facet of such a name.
        """
        with asking(), self._work() as connection:
            return facets.facets(connection, query or Query(), names, most=most)

    def stream(self, query: Query | None = None) -> Iterator[HeldArticle]:
        """All that a query finds, article by article in the order of reading; a few are held at a time.

        Its order, limit and place are passed over; without a query, or with one that asks for nothing in
        particular, every article comes, those without a statement as well. What is written meanwhile
        is not seen. A record that was opened to be written lets nobody else write until it is through.

        Raises:
            QueryError: if the query cannot be understood.
        """
        with asking(), self._work() as connection:
            yield from streaming.stream(connection, query or Query())

    def statement(self, id_: str) -> FoundStatement | None:
        """The statement with this id; where identical texts share it, one of them."""
        with self._work() as connection:
            return listing.statement(connection, writable(id_))

    def article(self, id_: str, *, revision: int | None = None, wrong: bool = False) -> FoundArticle | None:
        """The article with this id or address, in its latest revision or in the one with that number.

        Statements that were judged wrong are left out unless ``wrong`` asks for them.
        """
        with self._work() as connection:
            return listing.article(connection, writable(id_), revision, wrong=wrong)

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
        """The actor with this id, or whom people merged them into.

        Their statements are ``statements(Query(speaker=found.entity.id))``.
        """
        with self._work() as connection:
            found = listing.speaker(connection, writable(id_))
            return found or listing.speaker(connection, casting.now(connection, writable(id_)))

    def passages_with(self, words: str, *, around: int = 0) -> Passages:
        """Where words stand in a row, whatever case, accents and signs; of each article one passage.

        It is of the latest revision that has them, judged by nothing but its text. A few articles are
        given, the earliest first; how many there are is counted up to a bound.

        Args:
            words: the words; without any, nothing is found.
            around: code points of the text that each passage is given with on either side.

        Raises:
            QueryError: if the words hold half a character.
        """
        with asking(), self._work() as connection:
            return quoting.passages_with(connection, words, around)

    def passages_like(self, words: Mapping[str, float], *, around: int = 0) -> Passages:
        """The passages that have most of these words, those with the most telling ones first.

        Args:
            words: the words, each with its bits as ``bits_of`` gives them; common ones are passed over.
            around: as for ``passages_with``.

        Raises:
            QueryError: if a word holds half a character.
        """
        with asking(), self._work() as connection:
            return quoting.passages_like(connection, words, around)

    def bits_of(self, words: Collection[str]) -> Mapping[str, float]:
        """How much it tells that a word stands somewhere, in bits: the rarer in the record, the more.

        The empty word stands for any place of the record at all: so many bits it takes to name one.

        Raises:
            QueryError: if a word holds half a character.
        """
        with asking(), self._work() as connection:
            return quoting.bits_of(connection, words)

    def represented(self, id_: str, *, most: int = 10) -> tuple[FacetValue, ...]:
        """For whom the actor with this id speaks, by role or as the text says, and in how many statements.

        Values are what ``Query.speaker`` takes: an actor's id, or ``=`` and a name that is nobody's.
        """
        with self._work() as connection:
            return relations.represented(connection, writable(id_), most=most)

    def representatives(self, id_: str, *, most: int = 10) -> tuple[FacetValue, ...]:
        """Who speaks for the actor with this id, likewise."""
        with self._work() as connection:
            return relations.representatives(connection, writable(id_), most=most)

    def last_day(self) -> str | None:
        """The latest day on which an article with statements was published, ISO 8601; None without any."""
        with self._work() as connection:
            return listing.last_day(connection)

    def counts(self) -> Counts:
        """How much there is."""
        with self._work() as connection:
            return listing.counts(connection)


@contextmanager
def _whole(article: Article) -> Iterator[None]:
    try:
        yield
    except UnicodeEncodeError as error:
        half = f"U+{ord(error.object[error.start]):04X}"
        raise Malformed(
            f"{article.origin}: the article holds half a character ({half} alone); save it anew as UTF-8"
        ) from error
    except Unkeepable as error:
        raise Malformed(
            f"{article.origin}: the article holds a sign that is no text (U+0000), which PostgreSQL cannot "
            "keep; remove it, or keep the article in a file"
        ) from error
