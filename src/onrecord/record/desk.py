"""What reviewers do with a record: judge, take back, look after the rest, and prove it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from onrecord.errors import JudgementError
from onrecord.record import casting, comparing, judging, listing, logbook, proving, reviewing
from onrecord.record.comparing import Reading
from onrecord.record.dialects import Unkeepable
from onrecord.record.finding import asking
from onrecord.record.judging import Noted
from onrecord.record.logbook import Logged
from onrecord.record.proving import Passed, Proved
from onrecord.record.query import Query
from onrecord.record.reviewing import Progress
from onrecord.record.rows import writable
from onrecord.record.staff import Staff
from onrecord.record.values import FoundSpeaker, FoundStatement
from onrecord.terms.article import Article
from onrecord.terms.judgement import Judgement, Review, Verdict

__all__ = ["Desk"]

_Step = TypeVar("_Step", Proved, Passed)


class Desk(Staff):
    """An open record, as far as reviewers need it; :class:`Record` has all of it."""

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

    def log(self, *, limit: int = 20, before: int | None = None, by: str | None = None) -> tuple[Logged, ...]:
        """What was decided about anything, the latest first, each with what holds of it.

        Args:
            limit: how many at most.
            before: only what was decided before the decision with this number (``Logged.number``).
            by: only what the reviewer of this name decided.
        """
        with self._work() as connection:
            return logbook.log(connection, limit=limit, before=before, by=by and writable(by))

    def judged_since(self, moment: datetime, *, by: str) -> int:
        """How many judgements of statements a reviewer has made since then that were not taken back."""
        with self._work() as connection:
            return logbook.judged_since(connection, moment, writable(by))

    def meant(self, text: str) -> tuple[str, ...]:
        """The ids of the actors whom an id or a name may mean: one as a rule, or several of one name."""
        with self._work() as connection:
            return judging.meant(connection, writable(text))

    def actors(self, beginning: str, *, limit: int = 10) -> tuple[FoundSpeaker, ...]:
        """Actors of whose names a word begins so, or whose id this is, the most quoted first."""
        with self._work() as connection:
            return listing.called(connection, writable(beginning), limit=limit)

    def to_review(
        self, query: Query | None = None, *, limit: int = 20, after: str | None = None
    ) -> tuple[FoundStatement, ...]:
        """Statements that nobody has judged, the least certain first.

        Args:
            query: only those that it finds; its order, limit and place are passed over. One that asks for a
                state of review (``reviewed``) finds statements of that state.
            limit: how many at most.
            after: the id of a statement; only those are given that come after it in this order.

        Raises:
            QueryError: if the query cannot be understood.
        """
        with asking(), self._work() as connection:
            return reviewing.next_to_review(connection, query or Query(), limit=limit, after=after)

    def progress(self) -> Progress:
        """How far the reviewing is."""
        with self._work() as connection:
            return reviewing.progress(connection)

    def reviews(self) -> Iterator[tuple[Article, tuple[Review, ...], bool]]:
        """Every text of which statements are judged, with these, and whether all of its statements are.

        One text is held at a time; a text that stands in several articles is given once.
        """
        place = 0
        met: set[str] = set()
        while True:
            with self._work() as connection:
                found = reviewing.reviews(connection, after=place)
            if found is None:
                return
            place, article, told, left = found
            if article.digest not in met:
                met.add(article.digest)
                yield article, told, left == 0

    def readings(self) -> Iterator[Reading]:
        """Every text with what was found in it, in the order of reading; one is held at a time."""
        place = 0
        while True:
            with self._work() as connection:
                found = comparing.next_reading(connection, after=place)
            if found is None:
                return
            place = found.place
            yield found

    def reading(self, article: Article) -> Reading | None:
        """What was found in the very words of an article; ``None`` if the record has not read them."""
        with self._work() as connection:
            return comparing.reading_of(connection, article)

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
    except Unkeepable as error:
        raise JudgementError("the judgement holds a sign that is no text (U+0000)") from error
