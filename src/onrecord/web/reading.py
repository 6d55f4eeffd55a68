"""The pages one reads a text on: an article with its marks, and one statement where it stands."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from urllib.parse import urljoin

from onrecord.record.collection import Record
from onrecord.record.values import FoundArticle, FoundStatement, Revision
from onrecord.terms.article import Article
from onrecord.terms.link import Link
from onrecord.web import fragments, urls, wording
from onrecord.web.citing import citation
from onrecord.web.contexts import ArticlePage, StatementPage
from onrecord.web.elements import Block, Moment, Name, Note, Printing, RevisionLink
from onrecord.web.fields import fields, percent
from onrecord.web.lines import line, name
from onrecord.web.marking import Mark, Paragraph, marks_of, paragraphs, rendered, shared_out

__all__ = ["article_page", "statement_page"]

_LONGEST_HEADLINE = 160
_PRINTINGS = 20


def article_page(record: Record, id_: str, *, revision: int | None, base: str) -> ArticlePage | None:
    """``/article/{id}``; None if there is no such article or revision.

    Args:
        record: the record.
        id_: the article's id.
        revision: one of its revisions; the latest if none is given.
        base: the server's own address, which those in citations begin with.
    """
    found = record.article(id_, revision=revision)
    if found is None:
        return None
    article = found.article
    windows = paragraphs(article.text)
    heading, in_text = _heading(article, windows)
    latest = next(one.latest for one in found.revisions if one.number == found.revision)
    return ArticlePage(
        title=f"{heading} · Onrecord",
        section="today",
        heading=heading,
        heading_in_text=in_text,
        outlet=article.outlet or "",
        outlet_url=urls.search(outlet=article.outlet or ""),
        published=_published(article),
        modified=_moment(article.modified),
        address=urls.outside(article.url),
        place=str(article.origin),
        lead=article.text[: windows[0].span.start] if windows else article.text,
        blocks=_blocks(found, windows, base),
        summary=_summary(found),
        speakers=_speakers(found.statements),
        revisions=_revisions(found) if len(found.revisions) > 1 else (),
        printings=_printings(record, article.id),
        superseded=None if latest else urls.article(article.id),
    )


def _heading(article: Article, windows: Sequence[Paragraph]) -> tuple[str, bool]:
    """What the article is called, and whether its text begins with just that."""
    first = windows[0].span.of(article.text).strip() if windows else ""
    if article.title:
        return article.title, first.rstrip(".") == article.title.rstrip(".")
    if len(windows) > 1 and len(first) <= _LONGEST_HEADLINE and "\n" not in first:
        return first, True
    return article.id, False


def _published(article: Article) -> Moment | None:
    if article.published is not None and article.published_date_only:
        day = article.published.date()
        return Moment(wording.moment_words(article.published, date_only=True), day.isoformat())
    return _moment(article.published)


def _moment(given: datetime | None) -> Moment | None:
    return Moment(wording.moment_words(given), given.isoformat()) if given else None


def _blocks(found: FoundArticle, windows: Sequence[Paragraph], base: str) -> tuple[Block, ...]:
    statements = [one.statement for one in found.statements]
    labels = [
        wording.label(number, name(one).text, one.statement) for number, one in enumerate(found.statements, 1)
    ]
    marks = marks_of(found.article, statements, labels=labels)
    notes = _notes(found, base)
    shares = shared_out(marks, windows)
    return tuple(_block(found.article.text, windows, nth, share, notes) for nth, share in enumerate(shares))


def _block(
    text: str, windows: Sequence[Paragraph], nth: int, marks: Sequence[Mark], notes: Mapping[int, Note]
) -> Block:
    window = windows[nth]
    after = windows[nth + 1].span.start if nth + 1 < len(windows) else len(text)
    numbers = [m.number for m in marks if m.reference and m.span.start >= window.span.start]
    return Block(
        html=rendered(text, window.span, marks),
        gap=text[window.span.end : after],
        filled=window.filled,
        notes=tuple(notes[number] for number in sorted(numbers) if number in notes),
    )


def _notes(found: FoundArticle, base: str) -> Mapping[int, Note]:
    numbers = _numbers(found.statements)
    outer = {one.statement.id: one.statement.inside for one in found.statements}
    return {
        number: Note(
            number=number,
            line=line(one),
            fields=fields(one, numbers, found.article.text),
            depth=_depth(one.statement.id, outer),
            inside=numbers.get(one.statement.inside or "", 0),
            citation=_citation(one, base),
            address=_outside(found.article, one),
        )
        for number, one in enumerate(found.statements, 1)
    }


def _depth(id_: str, outer: Mapping[str, str | None]) -> int:
    """In how many of the article's statements one stands."""
    met = {id_}
    while (above := outer.get(id_)) in outer and above is not None and above not in met:
        met.add(id_ := above)
    return len(met) - 1


def _citation(one: FoundStatement, base: str) -> str:
    return citation(one, urljoin(base, urls.statement(one.statement.id)))


def _outside(article: Article, one: FoundStatement) -> str | None:
    address = urls.outside(one.url)
    spans = one.statement.content or one.statement.source
    return address and fragments.to_words(address, article.text, spans)


def _numbers(statements: Sequence[FoundStatement]) -> Mapping[str, int]:
    return {one.statement.id: number for number, one in enumerate(statements, 1)}


def _summary(found: FoundArticle) -> str:
    if not found.statements:
        return "No statement was found in this text."
    speakers = {one.speaker_id for one in found.statements if one.speaker_id}
    held = wording.counted(len(found.statements), "statement")
    unknown = sum(one.statement.speaker.kind == "unknown" for one in found.statements)
    told = f"{held} by {wording.counted(len(speakers), 'speaker')}" if speakers else held
    return f"{told}; of {unknown} the speaker is unknown" if unknown else told


def _speakers(statements: Sequence[FoundStatement]) -> tuple[Name, ...]:
    met: dict[str, Name] = {}
    for one in statements:
        if one.speaker_id:
            met.setdefault(one.speaker_id, name(one))
    return tuple(met.values())


def _revisions(found: FoundArticle) -> tuple[RevisionLink, ...]:
    return tuple(_revision(found, one) for one in found.revisions)


def _revision(found: FoundArticle, one: Revision) -> RevisionLink:
    when = one.modified or one.published
    told = f"published {wording.moment_words(when)}" if when else f"read {wording.moment_words(one.read_at)}"
    told = told.replace("published", "changed", 1) if one.modified else told
    return RevisionLink(
        url=urls.article(found.article.id, revision=None if one.latest else one.number),
        text=f"Version {one.number}, {told}",
        statements=wording.counted(one.statements, "statement"),
        here=one.number == found.revision,
        latest=one.latest,
    )


def _printings(record: Record, id_: str) -> tuple[Printing, ...]:
    """The articles that share a good part of its words, as they are linked."""
    links = [link for link in record.links(id_) if link.kind in ("copy", "revision")][:_PRINTINGS]
    found = ((link, record.article(link.right if link.left == id_ else link.left)) for link in links)
    met = [(link, one.article) for link, one in found if one is not None and one.article.id != id_]
    return tuple(
        Printing(
            title=article.title or article.id,
            url=urls.article(article.id),
            outlet=article.outlet or "",
            published=_published(article),
            told=_shared(link, earlier=link.left == id_),
        )
        for link, article in met
    )


def _shared(link: Link, *, earlier: bool) -> str:
    when = "earlier" if earlier else "later"
    kind = "" if link.kind == "copy" else "another version, "
    return f"{kind}{when}, {percent(link.confidence)} of the shorter text in common"


def statement_page(record: Record, id_: str, *, base: str) -> StatementPage | None:
    """``/statement/{id}``; None if there is no such statement.

    Args:
        record: the record.
        id_: the statement's id.
        base: the server's own address, which that in the citation begins with.
    """
    one = record.statement(id_)
    if one is None:
        return None
    found = record.article(one.article, revision=one.revision)
    if found is None:
        return None
    numbers = _numbers(found.statements)
    shown = line(one, whole=True)
    return StatementPage(
        title=f"{shown.speaker.text} {shown.verb} · Onrecord",
        section="today",
        line=shown,
        fields=fields(one, numbers, found.article.text),
        blocks=_passage(found.article, one),
        before=_neighbour(found, numbers[id_] - 1),
        after=_neighbour(found, numbers[id_] + 1),
        superseded=None if one.latest else urls.article(one.article),
        address=_outside(found.article, one),
        citation=_citation(one, base),
    )


def _neighbour(found: FoundArticle, number: int) -> str | None:
    if not 1 <= number <= len(found.statements):
        return None
    return urls.statement(found.statements[number - 1].statement.id)


def _passage(article: Article, one: FoundStatement) -> tuple[Block, ...]:
    """The paragraphs that the statement stands in."""
    windows = paragraphs(article.text)
    marks = marks_of(article, (one.statement,))
    shares = shared_out(marks, windows)
    return tuple(
        _block(article.text, windows, nth, share, {})
        for nth, share in enumerate(shares)
        if any(mark.number for mark in share)
    )
