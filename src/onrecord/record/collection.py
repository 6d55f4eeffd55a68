"""The record: everything that was read, kept in one file and found again."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, Engine

from onrecord.errors import JudgementError, Malformed, QueryError
from onrecord.record import (
    casting,
    finding,
    judging,
    keeping,
    linked,
    listing,
    proving,
    reviewing,
    streaming,
)
from onrecord.record.dialects import Unkeepable, translated
from onrecord.record.judging import Noted
from onrecord.record.places import Place
from onrecord.record.proving import Passed, Proved
from onrecord.record.query import Query
from onrecord.record.reviewing import Progress
from onrecord.record.rows import writable
from onrecord.record.settling import Settled
from onrecord.record.values import (
    Counts,
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
from onrecord.terms.judgement import Judgement, Verdict
from onrecord.terms.link import Link
from onrecord.terms.page import Refusal
from onrecord.terms.statement import Actor, ActorKind, Statement

__all__ = ["Record"]

_Step = TypeVar("_Step", Proved, Passed)


class Record:
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

    def __init__(self, engine: Engine, place: Place) -> None:
        self._engine = engine
        self.place = place

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file, or leave the server; the record may be used again, and opens it anew."""
        with translated(self.place):
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
            Malformed: if a text holds half a character (a lone surrogate), which no database can keep,
                or U+0000, which PostgreSQL cannot.
            RecordUnwritable: if it cannot be written.
        """
        with _whole(article), self._work() as connection:
            return keeping.keep(connection, article, statements, run)

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
        try:
            with self._work() as connection:
                return finding.find(connection, query or Query())
        except UnicodeEncodeError as error:
            raise QueryError("the question holds half a character (a lone surrogate)") from error
        except Unkeepable as error:
            raise QueryError("the question holds a sign that is no text (U+0000)") from error

    def stream(self, query: Query | None = None) -> Iterator[HeldArticle]:
        """All that a query finds, article by article in the order of reading; a few are held at a time.

        Its order, limit and place are passed over; without a query, or with one that asks for nothing in
        particular, every article comes, those without a statement as well. What is written meanwhile
        is not seen. A record that was opened to be written lets nobody else write until it is through.

        Raises:
            QueryError: if the query cannot be understood.
        """
        try:
            with self._work() as connection:
                yield from streaming.stream(connection, query or Query())
        except UnicodeEncodeError as error:
            raise QueryError("the question holds half a character (a lone surrogate)") from error
        except Unkeepable as error:
            raise QueryError("the question holds a sign that is no text (U+0000)") from error

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

    def counts(self) -> Counts:
        """How much there is."""
        with self._work() as connection:
            return listing.counts(connection)

    def judge(
        self,
        statement: str,
        *,
        by: str,
        verdict: Verdict | None = None,
        changes: Mapping[str, object] | None = None,
        note: str | None = None,
    ) -> Judgement:
        """Say of a statement that it is right, that it is wrong, or what is right instead.

        From then on it is so in every search, view and export, whatever is read again and with which model,
        until it is taken back (``undo``); what was found stays beneath it. The same words in
        several articles are one statement, and judged at once.

        Args:
            statement: its id.
            by: the name of the reviewer.
            verdict: ``right`` vouches for every field as it stands (with the changes, if any are given);
                ``wrong`` hides the statement wherever it is not asked for; ``corrected``, which changes
                alone mean, vouches for the changed fields.
            changes: values by field in the guide's schema, or as a ``Statement`` has them. An actor may be
                given by an id of the record, by a name it knows, or whole.
            note: why.

        Raises:
            JudgementError: if there is no such statement, or a field cannot have this value.
            RecordUnwritable: if it cannot be written.
        """
        wanted = dict(changes or {})
        chosen = verdict or ("corrected" if wanted else None)
        if chosen is None or (chosen == "corrected" and not wanted):
            raise JudgementError(
                "say what you judge: that it is right, that it is wrong, or a field to change"
            )
        if chosen == "wrong" and wanted:
            raise JudgementError(
                "a statement that is wrong has no fields to put right; give one or the other"
            )
        with _plain(), self._work() as connection:
            return judging.judge(connection, statement, chosen, wanted, by=_name(by), remark=note or None)

    def undo(self, judgement: str, *, by: str, note: str | None = None) -> Judgement:
        """Take a judgement back: things stand as if it had not been made, and both stay in the history.

        To take back what took another one back brings that one into force again.

        Args:
            judgement: its id.
            by: the name of the reviewer.
            note: why.

        Raises:
            JudgementError: if there is no such judgement, or it was taken back already.
            RecordUnwritable: if it cannot be written.
        """
        with _plain(), self._work() as connection:
            made = judging.undo(connection, judgement, by=_name(by), remark=note or None)
            if judging.held(connection, made.id)["actor_id"]:
                casting.recast_touched(connection)
            return made

    def merge(self, actor: str, *others: str, by: str, note: str | None = None) -> Judgement:
        """Say that several actors are one: whatever the others say is said by the first one.

        It holds until it is taken back (``undo``), whatever is read and linked later.

        Args:
            actor: the id of the one that stays.
            others: the ids of those who are the same.
            by: the name of the reviewer.
            note: why.

        Raises:
            JudgementError: if there is no such actor.
            RecordUnwritable: if it cannot be written.
        """
        with _plain(), self._work() as connection:
            return casting.merge(connection, actor, others, by=_name(by), remark=note or None)

    def split(
        self,
        actor: str,
        *,
        name: str,
        by: str,
        names: Sequence[str] = (),
        articles: Sequence[str] = (),
        note: str | None = None,
    ) -> Judgement:
        """Say that an actor is two: some of what is said of them is said of another one.

        Args:
            actor: the id of the one that is split.
            name: what the other one is called.
            by: the name of the reviewer.
            names: wordings that mean the other one; without any, all of them.
            articles: ids of articles that mean the other one; without any, all of them.
            note: why.

        Returns:
            The judgement; the id of the other one is in its ``what``.

        Raises:
            JudgementError: if there is no such actor, or nobody or everybody would be split off.
            RecordUnwritable: if it cannot be written.
        """
        with _plain(), self._work() as connection:
            return casting.split(
                connection,
                actor,
                name=_name(name),
                names=names,
                articles=articles,
                by=_name(by),
                remark=note or None,
            )

    def about(self, judgement: str) -> str:
        """The id of the statement or the actor that a judgement is about.

        Raises:
            JudgementError: if there is no such judgement.
        """
        with self._work() as connection:
            row = judging.held(connection, writable(judgement))
        id_: str = row["statement_id"] or row["actor_id"]
        return id_

    def history(self, id_: str) -> tuple[Noted, ...]:
        """All that was decided about a statement or an actor, the first decision first, with what holds."""
        with self._work() as connection:
            return judging.history(connection, writable(id_))

    def to_review(
        self, *, limit: int = 20, article: str | None = None, after: str | None = None
    ) -> tuple[FoundStatement, ...]:
        """Statements that nobody has judged, the least certain first.

        Args:
            limit: how many at most.
            article: only of the article with this id.
            after: the id of a statement; only those are given that come after it in this order.
        """
        with self._work() as connection:
            return reviewing.next_to_review(connection, limit=limit, article=article, after=after)

    def progress(self) -> Progress:
        """How far the reviewing is."""
        with self._work() as connection:
            return reviewing.progress(connection)

    def verify(self) -> Iterator[Proved]:
        """Prove every text and every span, one revision after the other; a few are held at a time.

        What is wrong beyond single texts comes last, as the faults of a revision that is not there:
        statements that stand in no text, judgements that are not what was written down.
        """
        place = 0
        while some := self._some(proving.prove, place):
            place = some[-1].place
            yield from some
        faults = [fault for each in self._judgements() for fault in each.faults]
        with self._work() as connection:
            faults += proving.strays(connection)
        if faults:
            yield Proved(0, 0, 0, tuple(faults))

    def _judgements(self) -> Iterator[Passed]:
        for prove in (proving.prove_judgements, proving.prove_shown):
            place = 0
            while some := self._some(prove, place):
                place = some[-1].place
                yield from some

    def _some(self, prove: Callable[..., tuple[_Step, ...]], after: int) -> tuple[_Step, ...]:
        with self._work() as connection:
            return prove(connection, after=after)

    @contextmanager
    def _work(self) -> Iterator[Connection]:
        with translated(self.place), self._engine.begin() as connection:
            yield connection


def _name(given: str) -> str:
    if not (name := " ".join(given.split())):
        raise JudgementError("a judgement needs the name of whoever makes it")
    return name


@contextmanager
def _plain() -> Iterator[None]:
    try:
        yield
    except UnicodeEncodeError as error:
        raise JudgementError("the judgement holds half a character (a lone surrogate)") from error


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
