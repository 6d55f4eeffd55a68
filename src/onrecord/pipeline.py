"""The whole road on one page: Page → Article → Statements → Record.

The rooms do not know each other; here they are introduced. What goes wrong with one
article becomes a :class:`Refusal` in its place, and the others go on.
"""

import logging
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from itertools import islice
from pathlib import PurePath
from typing import BinaryIO, TypeAlias, TypeVar

from onrecord.analysis.attribution import attributions
from onrecord.analysis.fields import statements
from onrecord.cleaning.articles import clean
from onrecord.cleaning.dates import Moment
from onrecord.errors import InputRefused, OnrecordError
from onrecord.exports.sheet import Sheet
from onrecord.linking.copies import copies
from onrecord.linking.entities import entities
from onrecord.models.encoder import Encoder
from onrecord.record.collection import Record
from onrecord.record.comparing import Compared, Reading, compare
from onrecord.record.query import Query
from onrecord.record.settling import Settled
from onrecord.record.values import Kept, Outcome, Run
from onrecord.sources.files import pages
from onrecord.terms.article import Article
from onrecord.terms.origin import Origin
from onrecord.terms.page import Page, Refusal
from onrecord.terms.span import words_of
from onrecord.terms.statement import Attribution, Statement

__all__ = [
    "Account",
    "Attribute",
    "Extract",
    "Extracting",
    "Reader",
    "analyse",
    "articles",
    "attributor",
    "differences",
    "extract",
    "extract_article",
    "extracts",
    "foresee",
    "link",
    "read",
    "reader",
    "reread",
    "sheets",
]

_log = logging.getLogger(__name__)

Attribute: TypeAlias = Callable[[Article], tuple[Attribution, ...]]
"""Finds the attributions of an article: who is given which words, as spans."""


@dataclass(frozen=True, slots=True)
class Extract:
    """One article with the statements found in it; to iterate over it is to iterate over them.

    Attributes:
        article: the article as it was read.
        statements: its statements, in the order of the text.
    """

    article: Article
    statements: tuple[Statement, ...]

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.statements)

    def __len__(self) -> int:
        return len(self.statements)

    def words(self, statement: Statement) -> str:
        """What is attributed, in the words of the text; ``…`` stands between its pieces."""
        return words_of(self.article.text, statement.content)


Extracting: TypeAlias = Callable[[Iterable[Article | Refusal]], Iterator[Extract | Refusal]]
"""Finds the statements of many articles, in their order; what was refused before stays refused."""


@dataclass(frozen=True, slots=True)
class Reader:
    """The trained model, opened.

    Attributes:
        attribute: finds attributions with it.
        digest: the SHA-256 of the model file; which model it was is kept beside what it read.
    """

    attribute: Attribute
    digest: str

    def run(self) -> Run:
        """A run that begins now."""
        return Run(software=version("onrecord"), model=self.digest)


def reader(*, threads: int | None = None) -> Reader:
    """Open the model.

    Args:
        threads: how many it may use; by default one a processor.

    Raises:
        ModelError: if it is missing from the installation, or damaged.
    """
    encoder = Encoder.open(threads=threads)
    return Reader(partial(attributions, encoder=encoder), encoder.digest)


def attributor(*, threads: int | None = None) -> Attribute:
    """Open the model and give only what finds attributions: what a worker process begins with."""
    return reader(threads=threads).attribute


def analyse(article: Article, attribute: Attribute) -> tuple[Statement, ...]:
    """The statements of an article, in the order of the text."""
    return statements(article, attribute(article))


def articles(
    places: Sequence[str], *, stdin: BinaryIO | None = None, published: Moment | None = None
) -> Iterator[Article | Refusal]:
    """The articles of files, folders and standard input (``-``), one after the other.

    Args:
        places: what to read, in this order.
        stdin: what ``-`` stands for; the process's own when not given.
        published: the date of articles that give none.
    """
    for page in pages(places, stdin=stdin):
        yield _safely(page.origin, partial(_article, page, published)) if isinstance(page, Page) else page


def extracts(found: Iterable[Article | Refusal], attribute: Attribute) -> Iterator[Extract | Refusal]:
    """Each article with its statements; what was refused before stays refused, in its place."""
    for article in found:
        yield extract_article(article, attribute) if isinstance(article, Article) else article


def extract(
    places: Sequence[str],
    attribute: Attribute,
    *,
    stdin: BinaryIO | None = None,
    published: Moment | None = None,
) -> Iterator[Extract | Refusal]:
    """The articles of files, folders and standard input with their statements; see :func:`articles`."""
    return extracts(articles(places, stdin=stdin, published=published), attribute)


def extract_article(article: Article, attribute: Attribute) -> Extract | Refusal:
    """An article with its statements; a refusal if we fail on it.

    Raises:
        OnrecordError: only what would stop every other article as well, such as a broken model.
    """
    return _safely(article.origin, lambda: Extract(article, analyse(article, attribute)))


@dataclass(frozen=True, slots=True)
class Account:
    """What became of the articles that were read into a record.

    Attributes:
        added: articles that the record did not have.
        revised: articles that it had in other words.
        unchanged: articles that it had in these words; nothing was written for them.
        refused: inputs that were left out, and why.
        statements: how many statements were kept.
        unknown: how many of these have a speaker who could not be made out.
    """

    added: int = 0
    revised: int = 0
    unchanged: int = 0
    refused: tuple[Refusal, ...] = ()
    statements: int = 0
    unknown: int = 0

    @property
    def read(self) -> int:
        """How many articles were read, whatever became of them."""
        return self.added + self.revised + self.unchanged


def read(
    found: Iterable[Article | Refusal],
    record: Record,
    extracting: Extracting,
    *,
    run: Run,
    watch: Callable[[Account], None] = lambda _: None,
    at_once: int = 1,
) -> Account:
    """Keep articles and their statements in a record; what it holds in the same words is not read again.

    Args:
        found: the articles, as :func:`articles` gives them.
        record: where they are kept, each as soon as it is read.
        extracting: finds the statements.
        run: what reads, and when; kept beside every statement.
        watch: is told the account so far after every article.
        at_once: how many articles are kept in one go, which is faster where they need not be read first;
            a reading that is cut short loses as many at most.

    Raises:
        RecordError: if the record can no longer be written; what was kept before stays kept.
    """
    tally = _Tally(record, run, watch)
    results = extracting(tally.fresh(found))
    while some := tuple(islice(results, at_once)):
        tally.keep(some)
    link(record)
    record.end(run)
    return tally.account


def reread(
    record: Record,
    extracting: Extracting,
    *,
    run: Run,
    watch: Callable[[Settled], None] = lambda _: None,
) -> Settled:
    """Read every text of a record again, and put what is found now in place of what was found before.

    What people judged holds, and stays even if it is not found again. What cannot be read any more keeps
    the statements that it has.

    Args:
        record: the record, open to be written.
        extracting: finds the statements.
        run: what reads, and when.
        watch: is told the account so far after every text.

    Raises:
        RecordError: if the record can no longer be written; what was read again before stays so.
    """
    account = Settled()
    for result in extracting(each.article for each in record.readings()):
        if isinstance(result, Extract):
            settled = record.reread(result.article, result.statements, run) or Settled()
            account += settled
            watch(account)
    link(record)
    record.end(run)
    return account


def foresee(record: Record, extracting: Extracting) -> Iterator[Compared]:
    """What :func:`reread` would change in each text of a record; nothing is written."""
    held: deque[Reading] = deque()

    def texts() -> Iterator[Article]:
        for each in record.readings():
            held.append(each)
            yield each.article

    for result in extracting(texts()):
        reading = held.popleft()
        if isinstance(result, Extract):
            yield compare(reading, result.statements)


def differences(old: Record, new: Record) -> Iterator[Compared | Article]:
    """What the later of two records found in the texts of the earlier one; a text it lacks, as itself."""
    for reading in old.readings():
        other = new.reading(reading.article)
        yield reading.article if other is None else compare(reading, tuple(other.found.values()))


def link(record: Record) -> None:
    """Connect what a record holds: the same actor in several articles, and articles that are near-copies."""
    found = entities(record.mentions())
    record.assign(found.entities, found.ids)
    record.connect(copies(held.article for held in record.articles()))


def sheets(record: Record, query: Query | None = None) -> Iterator[Sheet]:
    """What a query finds in a record, article by article, as the writers of ``exports`` take it.

    Raises:
        QueryError: if the query cannot be understood.
        RecordError: if the record cannot be used.
    """
    for held in record.stream(query):
        # A speaker whom somebody put right may not be among those whom the article names.
        speakers = {each.statement.speaker: each.speaker_id for each in held.statements if each.speaker_id}
        yield Sheet(
            held.article,
            tuple(found.statement for found in held.statements),
            revision=held.revision,
            run=held.run,
            read_at=held.read_at,
            actors={**held.actors, **speakers},
        )


class _Tally:
    """Keeps results in a record and counts what becomes of them."""

    def __init__(self, record: Record, run: Run, watch: Callable[[Account], None]) -> None:
        self.account = Account()
        self._record = record
        self._run = run
        self._watch = watch

    def fresh(self, found: Iterable[Article | Refusal]) -> Iterator[Article | Refusal]:
        """What has still to be read; what the record knows is counted here and goes no further."""
        for item in found:
            known = (
                item if isinstance(item, Refusal) else _safely(item.origin, partial(self._record.known, item))
            )
            if isinstance(known, Kept):
                self._count(known.outcome)
            else:
                yield known or item

    def keep(self, results: Sequence[Extract | Refusal]) -> None:
        """Keep articles and refusals for good: all in one go, or one by one if that fails."""
        extracts = [result for result in results if isinstance(result, Extract)]
        whole = len(extracts) == len(results) > 1
        if not whole or _safely(extracts[0].article.origin, partial(self._keep, extracts)) is not None:
            for result in results:
                self._keep_one(result)

    def _keep_one(self, result: Extract | Refusal) -> None:
        kept = (
            result
            if isinstance(result, Refusal)
            else _safely(result.article.origin, partial(self._keep, [result]))
        )
        if isinstance(kept, Refusal):
            self._record.refuse(kept)
            self.account = replace(self.account, refused=(*self.account.refused, kept))
            self._watch(self.account)

    def _keep(self, extracts: Sequence[Extract]) -> None:
        pairs = [(each.article, each.statements) for each in extracts]
        for each, kept in zip(extracts, self._record.keep_all(pairs, self._run), strict=True):
            self._count(kept.outcome, () if kept.outcome == "unchanged" else each.statements)

    def _count(self, outcome: Outcome, kept: Sequence[Statement] = ()) -> None:
        so_far = self.account
        self.account = replace(
            so_far,
            **{outcome: getattr(so_far, outcome) + 1},
            statements=so_far.statements + len(kept),
            unknown=so_far.unknown + sum(statement.speaker.kind == "unknown" for statement in kept),
        )
        self._watch(self.account)


_Result = TypeVar("_Result")


def _safely(origin: Origin, step: Callable[[], _Result]) -> _Result | Refusal:
    try:
        return step()
    except InputRefused as refused:
        return Refusal(origin, type(refused).__name__, str(refused))
    except OnrecordError:
        raise
    except Exception as fault:  # noqa: BLE001 - one article never stops a run, whatever we did wrong
        _log.exception("%s could not be read", origin)
        return Refusal(origin, "Failed", _apology(origin, fault))


def _apology(origin: Origin, fault: Exception) -> str:
    frame = traceback.extract_tb(fault.__traceback__)[-1]
    what = " ".join(f"{type(fault).__name__}: {fault}".split())
    where = f"{PurePath(frame.filename).name}, line {frame.lineno}"
    return (
        f"{origin}: Onrecord failed on this article ({what}; {where}). The fault is ours:"
        " please report it, with the article if you may."
    )


def _article(page: Page, published: Moment | None) -> Article:
    article = clean(page)
    if article.published is not None or published is None:
        return article
    return replace(article, published=published.when, published_date_only=published.date_only)
