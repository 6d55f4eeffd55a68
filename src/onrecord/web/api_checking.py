"""A draft checked for programs: what they send, what they get."""

from typing import NotRequired, TypedDict

from starlette.requests import Request

from onrecord.exports.guide import iso
from onrecord.linking.places import Note, PieceKind, Place
from onrecord.linking.quotations import Checked, Finding, State
from onrecord.web import checker
from onrecord.web.api_answers import Trouble
from onrecord.web.api_sent import sent_json
from onrecord.web.requests import record_of

__all__ = ["MOST_DRAFTED", "CheckBody", "CheckedBody", "check", "checked_body"]

MOST_DRAFTED = checker.MOST_SENT
"""The most bytes that a draft may come in."""


class CheckBody(TypedDict):
    """A draft to be checked, or one quotation; from ``published`` its "on Thursday" is counted."""

    text: str
    published: NotRequired[str]


class ComparedBody(TypedDict):
    """A piece of a quotation beside the record's words."""

    kind: PieceKind
    draft: str
    record: str


class QuotedPlaceBody(TypedDict):
    """Where a quotation stands; ``statement`` and who speaks are null if the article gives it to nobody."""

    article: str
    revision: int
    latest: bool
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    span: list[int]
    before: str
    words: str
    after: str
    statement: str | None
    speaker: str | None
    speaker_id: str | None
    said: str | None
    pieces: list[ComparedBody]
    notes: list[Note]


class QuotationBody(TypedDict):
    """What became of one quotation; ``span`` is its place in the draft, in code points."""

    span: list[int]
    words: str
    state: State
    articles: int
    more: bool
    said_by: str | None
    others: list[str]
    days: list[str]
    places: list[QuotedPlaceBody]


class CheckedBody(TypedDict):
    """A draft, checked: how many quotations are of each state, and each of them."""

    as_is: int
    altered: int
    missing: int
    attributed: bool
    quotations: list[QuotationBody]


def check(request: Request) -> CheckedBody:
    """Check the draft that a request sends.

    Raises:
        Trouble: 400 if it cannot be understood, 503 if too many are being checked.
        QueryError: if there is nothing to check, or more than can be.
    """
    sent = sent_json(request, {"text": str}, {"published": str})
    try:
        return checked_body(checker.check(record_of(request), sent["text"], sent.get("published", "")))
    except checker.Busy as error:
        raise Trouble(503, str(error), {"Retry-After": "5"}) from error


def checked_body(checked: Checked) -> CheckedBody:
    """A checked draft, ready for JSON."""
    return {
        "as_is": checked.count("as_is"),
        "altered": checked.count("altered"),
        "missing": checked.count("missing"),
        "attributed": checked.attributed,
        "quotations": [_quotation(finding) for finding in checked.findings],
    }


def _quotation(finding: Finding) -> QuotationBody:
    return {
        "span": [finding.span.start, finding.span.end],
        "words": finding.words,
        "state": finding.state,
        "articles": finding.articles,
        "more": finding.more,
        "said_by": finding.said_by.name if finding.said_by else None,
        "others": list(finding.others),
        "days": list(finding.days or ()),
        "places": [_place(place) for place in finding.places],
    }


def _place(place: Place) -> QuotedPlaceBody:
    passage, given = place.passage, place.given
    statement = given.statement if given else None
    return {
        "article": passage.article,
        "revision": passage.revision,
        "latest": passage.latest,
        "title": passage.title,
        "outlet": passage.outlet,
        "url": passage.url,
        "published": iso(passage.published, date_only=passage.published_date_only),
        "span": [place.span.start, place.span.end],
        "before": place.before,
        "words": place.words,
        "after": place.after,
        "statement": statement.id if statement else None,
        "speaker": statement.speaker.name if statement else None,
        "speaker_id": given.speaker_id if given else None,
        "said": statement.said.text if statement and statement.said else None,
        "pieces": [{"kind": one.kind, "draft": one.draft, "record": one.record} for one in place.pieces],
        "notes": list(place.notes),
    }
