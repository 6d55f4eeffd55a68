"""A draft held against a record: did they say it?"""

from onrecord.analysis.quotes import quoted
from onrecord.cleaning.dates import Moment
from onrecord.linking import quotations
from onrecord.linking.quotations import LONGEST_DRAFT, Checked
from onrecord.pipeline import Attribute, Extract, extract_article
from onrecord.record.collection import Record
from onrecord.terms.article import Article
from onrecord.terms.span import Spans
from onrecord.terms.statement import Statement

__all__ = ["check"]


def check(
    record: Record, text: str, *, attribute: Attribute | None = None, published: Moment | None = None
) -> Checked:
    """Look for each quotation of a draft in a record.

    Args:
        record: the record.
        text: the draft, or one quotation: a text without a quotation mark is one.
        attribute: finds whom the draft gives its quotations to; without it nobody is compared.
        published: the day of the draft, from which its "on Thursday" is counted.

    Raises:
        QueryError: if there is nothing to check, or more than can be.
        RecordError: if the record cannot be used.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")  # what a form or a file of Windows' sends
    statements = _statements(plain, attribute, published) if attribute else None
    return quotations.check(plain, record, marking=_marks, statements=statements)


def _marks(text: str) -> Spans:
    return quoted(text).spans


def _statements(text: str, attribute: Attribute, published: Moment | None) -> tuple[Statement, ...] | None:
    """Whom the draft gives what to; ``None`` if that cannot be seen."""
    if len(text) > LONGEST_DRAFT or not _marks(text):
        return None
    draft = Article(
        "draft",
        text,
        published=published.when if published else None,
        published_date_only=published.date_only if published else False,
    )
    found = extract_article(draft, attribute)
    return found.statements if isinstance(found, Extract) else None
