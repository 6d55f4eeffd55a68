"""The pages for reviewers: the statement that comes next, and what was decided."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from onrecord.errors import QueryError
from onrecord.record.collection import Record
from onrecord.record.query import Query
from onrecord.record.values import FoundArticle, FoundStatement
from onrecord.terms.judgement import Undo
from onrecord.terms.statement import ACTS, Actor
from onrecord.web import spreading, urls, wording
from onrecord.web.asking import Asked
from onrecord.web.deciding import decided
from onrecord.web.elements import Choice
from onrecord.web.fields import fields, percent
from onrecord.web.kept import Kept
from onrecord.web.lines import line, name
from onrecord.web.passages import passage
from onrecord.web.review_contexts import HistoryPage, ReviewPage
from onrecord.web.review_elements import Progress, ReviewItem
from onrecord.web.review_forms import form_fields
from onrecord.web.search_elements import Chip
from onrecord.web.searching import is_large
from onrecord.web.sending import Sent

__all__ = ["address", "history_page", "review_page", "seen_of"]

A_PAGE = 30
_LOOKED_BACK = 50
_statements = Kept(lambda record: record.progress().statements)
_NARROWING = (*spreading.HEADINGS, "article", "since", "until", "q")
_STATES: Mapping[str, str] = {
    "unreviewed": "",
    "right": "judged right",
    "corrected": "put right",
    "wrong": "judged to be no statement",
}


def address(asked: Asked, path: str = "/review", **more: str) -> str:
    """The address of a page or of a form for the statements that are chosen by what is asked."""
    return asked.but("sort").address(path, **{key: value for key, value in more.items() if value})


def review_page(
    record: Record,
    asked: Asked,
    *,
    reviewer: str,
    stamp: str,
    item: str = "",
    problem: str = "",
    sent: Sent | None = None,
) -> ReviewPage | None:
    """``/review``; None if there is no such statement as is asked for.

    Args:
        record: the record.
        asked: which statements are to be reviewed; ``after`` is the id of one.
        reviewer: who is signed in.
        stamp: what their forms carry.
        item: the id of a statement that is to be shown whichever comes next.
        problem: why what was sent could not be done.
        sent: what was sent then, to be shown again.
    """
    after = asked.after or ""
    page = _blank(record, asked, reviewer=reviewer, stamp=stamp, problem=problem)
    if item and record.statement(item) is None:
        return None
    try:
        query = asked.query()
        next_ = record.to_review(query, limit=1, after=after or None)
        progress = _progress(record, asked, query, reviewer)
    except QueryError as error:
        return replace(page, problem=wording.sentence(error))
    shown = record.statement(item) if item else next(iter(next_), None)
    if shown is None:
        return replace(page, progress=progress, restart=address(asked) if after else None)
    article = record.article(shown.article, revision=shown.revision, wrong=True)
    if article is None:
        return None
    here = shown.statement.id
    built = _item(record, article, shown, sent)
    return replace(
        page,
        title=f"Review: {built.line.speaker.text} {built.line.verb} · Onrecord",
        item=built,
        progress=progress,
        judging=address(asked, "/review/judge", after=after),
        merging=address(asked, "/review/merge", after=after),
        undoing=address(asked, "/review/undo", after=after),
        skip=address(asked, after=here),
        restart=address(asked) if after else None,
    )


def _blank(record: Record, asked: Asked, *, reviewer: str, stamp: str, problem: str) -> ReviewPage:
    made = record.log(by=reviewer, limit=_LOOKED_BACK)
    last = next((each for each in made if each.in_force and not isinstance(each.judgement.what, Undo)), None)
    given = [pair for pair in asked.given if pair[0] in _NARROWING]
    return ReviewPage(
        title="Review · Onrecord",
        section="review",
        query=asked.words,
        reviewer=reviewer,
        stamp=stamp,
        item=None,
        progress=None,
        last=decided(record, last) if last else None,
        problem=problem,
        judging="",
        merging="",
        undoing=address(asked, "/review/undo", after=asked.after or ""),
        skip=None,
        restart=None,
        kept=tuple(pair for pair in given if pair[0] not in ("q", "act")),
        acts=tuple(Choice(act, act, act in asked.all("act")) for act in ACTS),
        chips=tuple(_chips(asked)),
        clear="/review" if given else None,
    )


def _chips(asked: Asked) -> Iterator[Chip]:
    words = {"since": "Since", "until": "Until", "article": "Article", "q": "Words"}
    for key, value in asked.given:
        if key in _NARROWING:
            heading = words.get(key) or spreading.HEADINGS[key]
            told = value if key == "q" else spreading.said(key, value)
            yield Chip(heading, told, address(asked.but(key, value=value)))


def _progress(record: Record, asked: Asked, query: Query, reviewer: str) -> Progress:
    reviewed, statements = record.reviewed(), _statements.of(record)
    midnight = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    today = record.judged_since(midnight, by=reviewer)
    narrowed = any(key in _NARROWING for key, _ in asked.given)
    left = ""
    if narrowed and not is_large(record):  # in a large one this takes longer than the page may
        unread = replace(query, reviewed=query.reviewed or "no", sort="doubt", limit=1, after=None)
        left = f"{record.statements(unread).total:,} of those chosen are left"
    return Progress(
        reviewed=f"{reviewed:,}",
        statements=f"{max(statements, reviewed):,}",
        percent=min(100, 100 * reviewed // max(statements, 1)),
        today=f"{today:,} today by you",
        left=left,
    )


def _item(record: Record, found: FoundArticle, one: FoundStatement, sent: Sent | None) -> ReviewItem:
    text = found.article.text
    numbers = {each.statement.id: number for number, each in enumerate(found.statements, 1)}
    told = record.history(one.statement.id)
    who = name(one)
    known = one.speaker_id is not None and who.known
    return ReviewItem(
        line=line(one, whole=True),
        confidence=percent(one.statement.confidence),
        state=_STATES[one.reviewed],
        stretches=passage(found.article, one),
        fields=fields(one, numbers),
        form=form_fields(one, text, sent),
        note=sent.get("note") if sent else "",
        seen=told[-1].judgement.id if told else "",
        speaker=who if known else None,
        speaker_id=one.speaker_id or "",
        merging=sent.get("other") if sent else "",
        cast=tuple(_cast(found.statements)),
        told=tuple(decided(record, each) for each in reversed(told)),
    )


def seen_of(record: Record, statement: str) -> str:
    """The last decision about a statement; empty if there is none."""
    told = record.history(statement)
    return told[-1].judgement.id if told else ""


def _cast(statements: Sequence[FoundStatement]) -> Iterator[Choice]:
    """Everybody whom an article names, to be suggested before anything is typed."""
    met: dict[str, Actor] = {}
    for one in statements:
        theirs = one.statement
        for actor in (theirs.speaker, theirs.audience, theirs.on_behalf_of, *theirs.targets):
            if actor is not None and actor.kind not in ("unknown", "unnamed"):
                met.setdefault(actor.name, actor)
    for called, actor in sorted(met.items()):
        yield Choice(called, actor.role or wording.KIND_WORDS[actor.kind])


def history_page(
    record: Record, *, reviewer: str, stamp: str, by: str = "", before: int | None = None
) -> HistoryPage:
    """``/review/history``."""
    rows = record.log(limit=A_PAGE + 1, before=before, by=by or None)
    shown = rows[:A_PAGE]
    asked = [("by", by)] if by else []
    older = [*asked, ("before", str(shown[-1].number))] if len(rows) > A_PAGE else []
    names = [one.name for one in record.reviewers() if one.judgements]
    return HistoryPage(
        title="Who decided what · Onrecord",
        section="review",
        reviewer=reviewer,
        stamp=stamp,
        decisions=tuple(decided(record, each, about=each.about) for each in shown),
        by=by,
        reviewers=tuple(Choice(each, each, each == by) for each in names),
        older=urls.with_query("/review/history", older) if older else None,
        newest=urls.with_query("/review/history", asked) if before is not None else None,
    )
