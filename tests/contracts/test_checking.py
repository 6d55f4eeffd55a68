"""A draft on its way through the rooms."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime

import pytest
import quoting

from onrecord import checking
from onrecord.cleaning.dates import Moment
from onrecord.errors import QueryError
from onrecord.linking.quotations import LONGEST_DRAFT
from onrecord.record.collection import Record
from onrecord.record.opening import open_record
from onrecord.record.values import Run
from onrecord.terms.article import Article
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor, Attribution, Said, Statement, statement_id

SAID = (
    '"No gate was opened in the night," Joren Maddrick said.',
    '"Somebody opened a door," Paskal Wrenn said.',
)
TEXT = "\n\n".join(SAID)


@pytest.fixture
def record(record_url: str) -> Iterator[Record]:
    """A record of one article with two statements, on each database."""
    article = Article("gate", TEXT, "Gates", "Courier", datetime(2026, 2, 3), published_date_only=True)  # noqa: DTZ001
    with open_record(record_url, create=True) as opened:
        opened.keep(article, [_said(article, *pair) for pair in _PAIRS], Run("0", "0"))
        yield opened


_PAIRS = (("No gate was opened in the night,", "Joren Maddrick"), ("Somebody opened a door,", "Paskal Wrenn"))


def _said(article: Article, words: str, name: str) -> Statement:
    start = article.text.index(words)
    found = Attribution((), (), (Span(start - 1, start + len(words) + 1),))
    id_ = statement_id(article.digest, found)
    speaker = Actor(name, "person")
    return Statement(id_, (), (), found.content, "direct", "speech", "say", speaker, said=Said("2026-02-02"))


def test_a_draft_is_held_against_the_record(record: Record) -> None:
    """As it is, in other words, not there: each quotation by itself, and who the draft gives it to."""
    draft = '"No gate was opened in the night," Paskal Wrenn said. "Somebody opened a window." "A zebra."'
    checked = checking.check(record, draft, attribute=quoting.attribute)
    assert [finding.state for finding in checked.findings] == ["as_is", "altered", "missing"]
    assert checked.attributed
    assert checked.findings[0].others == ("Joren Maddrick",)
    different = [piece for piece in checked.findings[1].places[0].pieces if piece.kind != "same"]
    assert [(piece.draft, piece.record) for piece in different] == [("window", "door")]


def test_without_a_reader_nobody_is_compared(record: Record) -> None:
    """What nobody looked for is not told."""
    checked = checking.check(record, '"No gate was opened in the night," Paskal Wrenn said.')
    assert not checked.attributed
    assert checked.findings[0].others == ()


def test_a_draft_s_thursday_is_counted_from_its_day(record: Record) -> None:
    """Without the day of the draft its "on Thursday" says nothing; with it, another day is told."""
    draft = '"No gate was opened in the night," Joren Maddrick said on Thursday.'
    day = Moment(datetime(2026, 2, 14), date_only=True)  # noqa: DTZ001
    dated = checking.check(record, draft, attribute=quoting.attribute, published=day)
    assert dated.findings[0].days == ("2026-02-02", "2026-02-02")
    assert checking.check(record, draft, attribute=quoting.attribute).findings[0].days is None


def test_line_ends_are_no_words(record: Record) -> None:
    """What a form or a file of Windows' sends is found as what anybody else does, and its places fit it."""
    checked = checking.check(record, 'One.\r\n\r\n"No gate was opened in the night."\rTwo.')
    assert checked.text == 'One.\n\n"No gate was opened in the night."\nTwo.'
    assert [finding.state for finding in checked.findings] == ["as_is"]


HOSTILE = (
    '"' * 5000,
    "“" * 5000 + "No gate was opened in the night" + "”" * 5000,
    "\0" * 1000 + "a",
    "\u202e“No gate was opened in the night”\u202c",
    "«לא נפתח שום שער» «لم تفتح أي بوابة»",
    "'" + "a' '" * 5000,
    "[" * 5000 + "a",
    "“" + "a … " * 400 + "”",
    "“" + "no gate " * 400 + "”",
    "🌊" * (LONGEST_DRAFT - 1) + "a",
    "\ud83d half a character",
    "%s %(words)s :words ? * NEAR(a b) \"a\" OR 'b'",
)


def test_nothing_that_is_sent_breaks_it(record: Record) -> None:
    """Marks without an end, signs that are no text, other directions: answered or refused, and soon."""
    for draft in HOSTILE:
        with suppress(QueryError):
            checked = checking.check(record, draft)
            assert all(re.search(r"\w", finding.words) for finding in checked.findings)
