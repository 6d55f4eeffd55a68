"""What people judged as training examples: the guide's schema, with who vouched for what."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias, TypedDict

from onrecord.exports.guide import GuideEvent, GuideStatement, as_guide, statement_guide
from onrecord.exports.jsontext import dumped
from onrecord.terms.article import Article
from onrecord.terms.change import Field
from onrecord.terms.judgement import Opinion, Review, Reviewed

__all__ = ["Corrections", "Example", "ReviewNote", "ReviewedStatement", "as_example", "corrections_jsonl"]

Corrections: TypeAlias = tuple[Article, Sequence[Review], bool]
"""One text with those of its statements that people judged, and whether they judged all of them."""


class ReviewNote(TypedDict):
    """Who judged a statement, and how.

    Attributes:
        verdict: how the statement stands: ``right``, ``corrected`` or ``wrong``.
        by: the names of the reviewers whose judgements are in force, the last one last.
        at: when the last of them judged, in UTC.
        note: why, in the last one's words.
        fields: the fields that somebody vouches for; any other is still what was found.
        found: the statement as it was found, if it is shown otherwise.
    """

    verdict: Reviewed
    by: list[str]
    at: str
    note: str | None
    fields: list[Field]
    found: GuideStatement | None


class ReviewedStatement(GuideStatement):
    """A statement in the guide's schema, and who judged it."""

    reviewed: ReviewNote


class Example(TypedDict):
    """One text as a training example: the guide's schema, of which only judged statements are given.

    Attributes:
        digest: the SHA-256 of the text.
        statements: the statements that are right, as they were put right.
        rejected: those that are wrong: what a model found there, and should not find.
        complete: whether all that was found in the text is judged; else what is not given may be right, too.
    """

    id: str
    title: str | None
    published: str | None
    outlet: str | None
    url: str | None
    text: str
    statements: Sequence[ReviewedStatement]
    events: list[GuideEvent]
    digest: str
    rejected: Sequence[ReviewedStatement]
    complete: bool


def as_example(article: Article, reviews: Sequence[Review], *, complete: bool) -> Example:
    """One text with its judged statements, ready for JSON."""
    guide = as_guide(article, ())
    return {
        "id": guide["id"],
        "title": guide["title"],
        "published": guide["published"],
        "outlet": guide["outlet"],
        "url": guide["url"],
        "text": guide["text"],
        "statements": [_reviewed(each) for each in reviews if each.reviewed != "wrong"],
        "events": [],
        "digest": article.digest,
        "rejected": [_reviewed(each) for each in reviews if each.reviewed == "wrong"],
        "complete": complete,
    }


def corrections_jsonl(corrections: Iterable[Corrections]) -> Iterator[bytes]:
    """Training examples as JSON Lines, a text a line, as they come."""
    for article, reviews, complete in corrections:
        yield (dumped(as_example(article, reviews, complete=complete)) + "\n").encode()


def _reviewed(review: Review) -> ReviewedStatement:
    last = review.judgements[-1]
    names = dict.fromkeys(one.by for one in reversed(review.judgements) if isinstance(one.what, Opinion))
    shown, found = statement_guide(review.statement), statement_guide(review.found)
    note: ReviewNote = {
        "verdict": review.reviewed,
        "by": list(names)[::-1],
        "at": last.at.isoformat(timespec="seconds"),
        "note": last.note,
        "fields": list(review.vouched),
        "found": found if found != shown else None,
    }
    return {**shown, "reviewed": note}
