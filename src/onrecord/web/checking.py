"""``/check``: from a draft to what the page shows."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.errors import QueryError
from onrecord.linking.places import Place
from onrecord.linking.quotations import LONGEST_DRAFT, Checked, Finding
from onrecord.record.collection import Record
from onrecord.terms.statement import Actor
from onrecord.web import checker, urls, wording
from onrecord.web.check_contexts import CheckPage
from onrecord.web.check_elements import Compared, DraftPart, Quotation, QuotedPlace
from onrecord.web.check_wording import SIGNS, STATES, claims, day_of, how_many, notes, summary
from onrecord.web.elements import Moment, Name

__all__ = ["check_page"]

MOST_PLACES = 10
"""Places of one quotation that the page lists."""


def check_page(record: Record, text: str, published: str) -> CheckPage:
    """The page of a draft; without one, an empty form.

    Raises:
        Busy: if too many drafts are being checked.
        RecordError: if the record cannot be used.
    """
    if not text.strip():
        return _form("", published)
    try:
        checked = checker.check(record, text, published)
    except QueryError as error:
        return _form(text, published, problem=wording.sentence(error))
    told = summary(checked)
    whole = [finding.words for finding in checked.findings] == [checked.text.strip()]
    return replace(
        _form(text, published),
        title=f"{told} · Onrecord",
        summary=told,
        unread=not checked.attributed and not whole,
        draft=() if whole else tuple(_draft(checked)),
        quotations=tuple(_quotation(nth, finding) for nth, finding in enumerate(checked.findings, 1)),
    )


def _form(text: str, published: str, *, problem: str = "") -> CheckPage:
    return CheckPage(
        title="Did they say it? · Onrecord",
        section="check",
        text=text,
        published=published,
        problem=problem,
        most=f"{LONGEST_DRAFT:,}",
        summary="",
        unread=False,
        draft=(),
        quotations=(),
    )


def _draft(checked: Checked) -> Iterator[DraftPart]:
    at = 0
    for number, finding in enumerate(checked.findings, 1):
        if finding.span.start > at:
            yield DraftPart(checked.text[at : finding.span.start])
        label = f"Quotation {number}: {STATES[finding.state]}"
        yield DraftPart(finding.words, number, finding.state, SIGNS[finding.state], label)
        at = finding.span.end
    if at < len(checked.text):
        yield DraftPart(checked.text[at:])


def _quotation(number: int, finding: Finding) -> Quotation:
    shown = finding.places[:MOST_PLACES]
    rest = finding.articles - len(shown)
    return Quotation(
        number=number,
        words=finding.words,
        state=finding.state,
        sign=SIGNS[finding.state],
        told=STATES[finding.state],
        amount=how_many(finding),
        claims=claims(finding),
        place=_place(shown[0]) if shown else None,
        further=tuple(_place(place) for place in shown[1:]),
        more=f"and {wording.counted(rest, 'more article', 'more articles')}" if rest > 0 else "",
    )


def _place(place: Place) -> QuotedPlace:
    passage, given = place.passage, place.given
    statement = given.statement if given else None
    revision = None if passage.latest else passage.revision
    id_ = statement.id if statement else ""
    address = urls.article(passage.article, revision=revision, statement=id_)
    day = day_of(place)
    return QuotedPlace(
        speaker=_name(statement.speaker, given.speaker_id) if statement and given else None,
        verb=wording.verb(statement) if statement else "",
        when=Moment(day) if day else None,
        outlet=passage.outlet or "",
        article=passage.title or passage.article,
        article_url=address if statement else f"{address}{_fragment(place.words)}",
        statement_url=urls.statement(id_) if statement else None,
        address=urls.outside(passage.url),
        before=place.before,
        words=place.words,
        after=place.after,
        pieces=() if place.exact else tuple(Compared(p.kind, p.draft, p.record) for p in place.pieces),
        notes=notes(place),
    )


def _name(actor: Actor, id_: str | None) -> Name:
    known = actor.kind != "unknown"
    text = "Somebody not named" if actor.name == "unspecified" else actor.name
    detail = actor.role if actor.role and actor.role.casefold() != text.casefold() else ""
    return Name(
        text=text, url=urls.speaker(id_) if id_ and known else None, known=known, detail=detail, told=""
    )


def _fragment(words: str) -> str:
    """What leads a browser to words in a page that has no mark at them."""
    paragraph = words.splitlines()[0] if words else ""
    return f"#:~:text={urls.quoted(' '.join(paragraph.split()[:8])).replace('-', '%2D')}" if paragraph else ""
