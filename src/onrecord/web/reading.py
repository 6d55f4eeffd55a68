"""The pages one reads a text on: an article with its marks, and one statement where it stands."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from onrecord.record.collection import Record
from onrecord.record.values import FoundArticle, FoundStatement, Revision
from onrecord.terms.article import Article
from onrecord.web import urls, wording
from onrecord.web.contexts import ArticlePage, StatementPage
from onrecord.web.elements import Block, Moment, Name, Note, RevisionLink
from onrecord.web.fields import fields
from onrecord.web.lines import line, name
from onrecord.web.marking import Mark, Paragraph, marks_of, paragraphs, rendered, shared_out

__all__ = ["article_page", "statement_page"]

_LONGEST_HEADLINE = 160


def article_page(record: Record, id_: str, *, revision: int | None, marked: bool) -> ArticlePage | None:
    """``/article/{id}``; None if there is no such article or revision."""
    found = record.article(id_, revision=revision)
    if found is None:
        return None
    article = found.article
    windows = paragraphs(article.text)
    heading, in_text = _heading(article, windows)
    latest = next(one.latest for one in found.revisions if one.number == found.revision)
    shown = None if latest else found.revision
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
        blocks=_blocks(found, windows) if marked else _plain_blocks(article, windows),
        summary=_summary(found),
        speakers=_speakers(found.statements),
        revisions=_revisions(found) if len(found.revisions) > 1 else (),
        superseded=None if latest else urls.article(article.id),
        marked=marked,
        toggle=urls.article(article.id, revision=shown, marks=not marked),
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


def _blocks(found: FoundArticle, windows: Sequence[Paragraph]) -> tuple[Block, ...]:
    statements = [one.statement for one in found.statements]
    labels = [
        wording.label(number, name(one).text, one.statement) for number, one in enumerate(found.statements, 1)
    ]
    marks = marks_of(found.article, statements, labels=labels)
    notes = _notes(found.statements)
    shares = shared_out(marks, windows)
    return tuple(_block(found.article.text, windows, nth, share, notes) for nth, share in enumerate(shares))


def _plain_blocks(article: Article, windows: Sequence[Paragraph]) -> tuple[Block, ...]:
    shares = shared_out(marks_of(article, ()), windows)
    return tuple(_block(article.text, windows, nth, share, {}) for nth, share in enumerate(shares))


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


def _notes(statements: Sequence[FoundStatement]) -> Mapping[int, Note]:
    numbers = _numbers(statements)
    return {number: Note(number, line(one), fields(one, numbers)) for number, one in enumerate(statements, 1)}


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


def statement_page(record: Record, id_: str) -> StatementPage | None:
    """``/statement/{id}``; None if there is no such statement."""
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
        fields=fields(one, numbers),
        blocks=_passage(found.article, one),
        before=_neighbour(found, numbers[id_] - 1),
        after=_neighbour(found, numbers[id_] + 1),
        superseded=None if one.latest else urls.article(one.article),
        address=urls.outside(one.url),
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
