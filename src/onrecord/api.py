"""What ``import onrecord`` offers: read a text, and keep a record."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial
from os import PathLike, fspath
from types import TracebackType
from typing import Self, Unpack

from onrecord import checking, pipeline
from onrecord.cleaning.articles import clean
from onrecord.cleaning.dates import Moment, moment
from onrecord.errors import Malformed
from onrecord.linking.quotations import Checked
from onrecord.pipeline import Account, Extract, Extracting, Reader
from onrecord.record.collection import Record
from onrecord.record.judging import Noted
from onrecord.record.opening import open_record
from onrecord.record.proving import Fault
from onrecord.record.query import Narrowing, Query, Sort
from onrecord.record.values import Facets, FoundStatement
from onrecord.settings import Settings
from onrecord.terms.article import Article
from onrecord.terms.judgement import Judgement, Verdict
from onrecord.terms.origin import Origin
from onrecord.terms.page import Page, Refusal

__all__ = ["Archive", "extract", "open"]

AT_ONCE = 100
"""Articles that are kept in one go where their statements are at hand."""


def extract(
    text: str,
    *,
    published: date | str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    id: str = "text",  # noqa: A002 - what the guide and every export call it
) -> Extract:
    """Find the statements of one text.

    The text is taken as it stands; every span of the result counts its code points. The model
    is opened at the first call and stays open.

    Args:
        text: the article, without its headline.
        published: when it was published; "on Thursday" is counted from it. A date, a time, or
            either as ISO 8601 text.
        title: its headline.
        outlet: who published it.
        url: its address; in a record, what makes it the same article when its words change.
        id: what to call it.

    Raises:
        InputRefused: if there is nothing to read in it, or ``published`` is no date.
        ModelError: if the model is missing from the installation, or damaged.

    >>> found = extract('"No gate was opened," Joren Maddrick told reporters.', published="2026-02-02")
    >>> for statement in found:
    ...     print(statement.form, "|", found.words(statement))
    direct | "No gate was opened,"
    """
    given = {
        "id": id,
        "text": text,
        "published": published.isoformat() if isinstance(published, date) else published,
        "title": title,
        "outlet": outlet,
        "url": url,
    }
    known = {name: value for name, value in given.items() if value is not None}
    page = Page(Origin(id), "application/json", json.dumps(known).encode(), id)
    article = clean(page)
    return Extract(article, pipeline.analyse(article, _reader().attribute))


def open(place: str | PathLike[str]) -> "Archive":  # noqa: A001 - onrecord.open("record.db") is how it reads
    """Open the record in a file, or on a server; it is made when something is first added to it.

    A server's is named as ``postgresql://user@host/database``.

    >>> import tempfile
    >>> folder = tempfile.TemporaryDirectory()
    >>> with open(f"{folder.name}/news.db") as archive:
    ...     account = archive.keep(extract('"No gate was opened," Joren Maddrick said.', url="https://a.example/1"))
    ...     print(account.added, "article,", account.statements, "statement")
    ...     for found in archive.search("gate"):
    ...         print(found.content_words)
    1 article, 1 statement
    "No gate was opened,"
    >>> folder.cleanup()
    """
    return Archive(fspath(place))


class Archive:
    """A record to add to and to search; ``onrecord.open`` makes one, and ``with`` closes it.

    Attributes:
        place: the file, or the address of a database on a server.
    """

    def __init__(self, place: str) -> None:
        self.place = place
        self._record: Record | None = None
        self._writable = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; whatever was added is in it already."""
        if self._record is not None:
            self._record.close()
        self._record = None

    def add(self, *places: str | PathLike[str]) -> Account:
        """Read files and folders into the record; what it holds in the same words is not read again.

        Args:
            places: paths of ``.txt``, ``.html``, ``.json`` and ``.jsonl`` files, and of folders.

        Returns:
            What became of every article: ``account.refused`` tells which were left out, and why.

        Raises:
            RecordError: if the record cannot be written.
        """
        extracting = partial(pipeline.extracts, attribute=_reader().attribute)
        return self._read(pipeline.articles([fspath(place) for place in places]), extracting)

    def keep(self, *extracts: Extract) -> Account:
        """Keep what :func:`extract` found.

        Raises:
            RecordError: if the record cannot be written.
        """
        found = (each.article for each in extracts)
        return self._read(found, _already(extracts), at_once=AT_ONCE)

    def search(
        self, words: str = "", *, sort: Sort = "date", limit: int = 20, **narrowing: Unpack[Narrowing]
    ) -> tuple[FoundStatement, ...]:
        """Find statements; every argument narrows it.

        Args:
            words: all of which the statement, its source or its article's title must have; ``"in a
                row"``, ``begin*``, ``this OR that`` and ``NOT those`` are understood.
            sort: ``date``, the latest first; ``relevance``, the best match of the words first; or
                ``doubt``, the least certain first.
            limit: at most so many, up to 1000.
            narrowing: the filters of ``onrecord.record.query.Query`` by name: ``speaker``,
                ``affiliation``, ``country``, ``act``, ``status``, ``form``, ``mode``, ``target``,
                ``audience`` and ``outlet`` (one value or several each), ``article``, ``since``, ``until``,
                ``when``, ``min_confidence``, ``max_confidence``, ``reviewed`` and ``superseded``.

        Raises:
            QueryError: if an argument has a value that it cannot have.
            RecordError: if the record cannot be used.
        """
        query = Query(text=words, sort=sort, limit=limit, **narrowing)
        return self.record().statements(query).rows

    def facets(
        self, names: Sequence[str], words: str = "", *, most: int = 10, **narrowing: Unpack[Narrowing]
    ) -> Facets:
        """Count statements by who says them, what they do, where and when they stand.

        Args:
            names: what to count by: ``speaker``, ``affiliation``, ``country``, ``act``, ``status``,
                ``form``, ``mode``, ``target``, ``audience``, ``outlet``, ``year``, ``month``, ``reviewed``.
            words: which statements, as for ``search``.
            most: how many values of each, the most frequent ones; of ``year`` and ``month`` all are given.
            narrowing: likewise.

        Raises:
            QueryError: if an argument has a value that it cannot have.
            RecordError: if the record cannot be used.
        """
        return self.record().facets(Query(text=words, **narrowing), names, most=most)

    def check(self, text: str, *, published: date | str | None = None) -> Checked:
        """Look for each quotation of a draft in the record: as it is, in other words, or not there.

        Args:
            text: the draft, or one quotation: a text without a quotation mark is one.
            published: the day of the draft, from which its "on Thursday" is counted.

        Raises:
            QueryError: if there is nothing to check, or more than can be.
            InputRefused: if ``published`` is no date.
            RecordError: if the record cannot be used.
        """
        return checking.check(
            self.record(), text, attribute=_reader().attribute, published=_moment(published)
        )

    def judge(
        self,
        statement: str,
        *,
        by: str,
        verdict: Verdict | None = None,
        changes: Mapping[str, object] | None = None,
        note: str | None = None,
    ) -> Judgement:
        """Say of a statement that it is right or wrong, or what is right instead; it holds everywhere.

        Args:
            statement: its id.
            by: the name of the reviewer.
            verdict: ``right`` (every field as it stands, with the changes), ``wrong`` (it is none, and
                is hidden wherever it is not asked for), or, with changes, ``None``.
            changes: values by field in the guide's schema: ``{"act": "deny", "content": [[10, 55]]}``. An
                actor may be given by an id of the record, by a name it knows, or whole.
            note: why.

        Raises:
            JudgementError: if there is no such statement, or a field cannot have this value.
            RecordError: if the record cannot be written.
        """
        return self._existing().judge(statement, by=by, verdict=verdict, changes=changes, note=note)

    def undo(self, judgement: str, *, by: str, note: str | None = None) -> Judgement:
        """Take the judgement with this id back; both stay in the history.

        Raises:
            JudgementError: if there is no such judgement, or it was taken back already.
            RecordError: if the record cannot be written.
        """
        return self._existing().undo(judgement, by=by, note=note)

    def history(self, id_: str) -> tuple[Noted, ...]:
        """Everything that people decided about a statement or a speaker, the first decision first."""
        return self.record().history(id_)

    def verify(self) -> tuple[Fault, ...]:
        """Prove every text, span and judgement; what does not agree, and nothing if all is well."""
        return tuple(fault for each in self.record().verify() for fault in each.faults)

    def _existing(self) -> Record:
        """The record, to be written, if there is one: a correction does not make a record."""
        if self._record is None or not self._writable:
            self.close()
            self._record = open_record(self.place, write=True)
            self._writable = True
        return self._record

    def record(self, *, write: bool = False) -> Record:
        """The record itself, with everything that the command line and the pages are made from.

        Args:
            write: open it to be written, and make it if there is none.

        Raises:
            RecordError: if it cannot be used.
        """
        if self._record is None or (write and not self._writable):
            self.close()
            self._record = open_record(self.place, create=write)
            self._writable = write
        return self._record

    def _read(
        self, found: Iterable[Article | Refusal], extracting: Extracting, *, at_once: int = 1
    ) -> Account:
        record, run = self.record(write=True), _reader().run()
        return pipeline.read(found, record, extracting, run=run, at_once=at_once)


@cache
def _reader() -> Reader:
    return pipeline.reader(threads=Settings.from_environment().threads)


def _moment(given: date | str | None) -> Moment | None:
    if given is None:
        return None
    try:
        return moment(given.isoformat() if isinstance(given, date) else given)
    except ValueError as error:
        raise Malformed(f"published: {error}") from error


def _already(extracts: Sequence[Extract]) -> Extracting:
    """Finds the statements of articles by looking them up."""
    statements = {id(each.article): each for each in extracts}

    def extracting(found: Iterable[Article | Refusal]) -> Iterator[Extract | Refusal]:
        return (statements[id(each)] if isinstance(each, Article) else each for each in found)

    return extracting
