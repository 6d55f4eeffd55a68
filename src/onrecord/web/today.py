"""The first page: what was said lately, by occasion, and what it comes to."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

from onrecord.errors import QueryError
from onrecord.record.collection import Record
from onrecord.record.query import Query
from onrecord.record.values import Facet, Facets, FoundStatement
from onrecord.web import spreading, urls, wording
from onrecord.web.asking import Asked
from onrecord.web.elements import Figure
from onrecord.web.lines import headline, line, name, published, said_day
from onrecord.web.search_elements import Picture
from onrecord.web.searching import AT_ONCE, is_large
from onrecord.web.today_contexts import TodayPage
from onrecord.web.today_elements import Matter, OccasionDay, Report, Said, Span, Speaking, Telling

__all__ = ["SPANS", "today_page"]

A_PAGE = 40
_TITLE = "Onrecord: who said what"
_BARS = 8
_UNKNOWN = "=unknown"
_MATTERS = 5
_ACTS_OF_A_MATTER = 3
_WORDS_OF_A_MATTER = 24

SPANS: dict[str, tuple[str, int | None]] = {
    "day": ("day", 1),
    "week": ("week", 7),
    "month": ("month", 30),
    "all": ("whole record", None),
}
"""How much of the record the first page can be about: its name, and its days."""


def today_page(record: Record, span: str | None, after: str | None, *, counts: bool = False) -> TodayPage:
    """``/``.

    Args:
        record: the record.
        span: how much of it the page is about, one of ``SPANS``; without it, the last week.
        after: where the page before it ended.
        counts: whether to count what it comes to however much it is.

    Raises:
        QueryError: if there is no such span, or ``after`` is no cursor of ours.
    """
    span = span or "week"
    if span not in SPANS:
        raise QueryError(f"span {span!r}: this must be one of {', '.join(SPANS)}")
    latest = record.last_day()
    since = _since(latest, SPANS[span][1])
    found = record.statements(Query(since=since, limit=A_PAGE, after=after))
    if not found.total:
        command = f"onrecord read articles/ --db {record.place.name}"
        return TodayPage(title=_TITLE, section="today", heading="", empty=True, command=command)
    here = [] if span == "week" else [("span", span)]
    page = TodayPage(
        title=_TITLE,
        section="today",
        heading=wording.day_heading(latest) if latest else "No date",
        spans=tuple(_span(one, span) for one in SPANS),
        summary=_summary(found.total, latest, span),
        days=occasions(found.rows),
        older=urls.with_cursor("/", found.next, dict(here)),
        newest=urls.with_query("/", here) if after else None,
    )
    if not counts and (found.total > AT_ONCE or is_large(record)):
        return replace(page, counting=urls.with_query("/", [*here, ("counts", "yes")]))
    return _counted(record, page, since)


def _counted(record: Record, page: TodayPage, since: str | None) -> TodayPage:
    asked = Asked((("since", since),) if since else ())
    spread = record.facets(Query(since=since), ["speaker", "target", "act", "reviewed"], most=_BARS)
    speakers = spread["speaker"]
    pictures = (("speaker", "speakers"), ("act", "acts"), ("target", "about whom"))
    return replace(
        page,
        voices=wording.counted(len(speakers.values) + speakers.more, "speaker"),
        speakers=spreading.tallies(speakers, asked),
        acts=spreading.tallies(spread["act"], asked),
        matters=tuple(_matters(record, spread["target"], since, asked)),
        open=tuple(_open(record, spread, since, asked)),
        pictures=tuple(
            Picture(told, asked.address(f"/plots/{kind}.svg"))
            for kind, told in pictures
            if spread[kind].values
        ),
    )


def _since(latest: str | None, days: int | None) -> str | None:
    if latest is None or days is None:
        return None
    return (date.fromisoformat(latest) - timedelta(days=days - 1)).isoformat()


def _span(one: str, here: str) -> Span:
    address = "/" if one == "week" else urls.with_query("/", [("span", one)])
    return Span(SPANS[one][0], address, one == here)


def _summary(total: int, latest: str | None, span: str) -> str:
    told = wording.counted(total, "statement")
    if span == "all" or latest is None:
        return f"{told} on the whole record"
    return f"{told} in the {SPANS[span][0]} to {wording.day_words(latest)}"


def _matters(record: Record, targets: Facet, since: str | None, asked: Asked) -> Iterable[Matter]:
    for value in targets.values[:_MATTERS]:
        about = Query(since=since, target=value.value, limit=1)
        rows = record.statements(about).rows
        acts = record.facets(about, ["act"], most=_ACTS_OF_A_MATTER)["act"]
        if rows:
            yield Matter(
                name=spreading.said("target", value.value, value.label),
                count=wording.counted(value.count, "statement"),
                url=asked.also("target", value.value).address(),
                acts=", ".join(f"{wording.past(one.value)} {one.count:,}" for one in acts.values),
                line=line(rows[0], longest=_WORDS_OF_A_MATTER),
            )


def _open(record: Record, spread: Facets, since: str | None, asked: Asked) -> Iterable[Figure]:
    unreviewed = sum(one.count for one in spread["reviewed"].values if one.value == "unreviewed")
    doubtful = asked.also("reviewed", "no").also("sort", "doubt")
    yield Figure(f"{unreviewed:,}", "not reviewed by anybody", doubtful.address())
    unknown = record.statements(Query(since=since, speaker=_UNKNOWN, limit=1)).total
    theirs = asked.also("speaker", _UNKNOWN).address() if unknown else None
    yield Figure(f"{unknown:,}", "whose speaker is unknown", theirs)
    yield Figure(f"{spread['target'].missing:,}", "about nobody in particular", None)


def occasions(rows: Sequence[FoundStatement]) -> tuple[OccasionDay, ...]:
    """Statements under their days, in the order given, and under the occasions on which they were made."""
    days: dict[str, dict[tuple[object, ...], list[FoundStatement]]] = {}
    for row in rows:
        days.setdefault(said_day(row), {}).setdefault(_occasion(row), []).append(row)
    return tuple(
        OccasionDay(
            wording.day_heading(day) if day else "No date",
            f"day-{day or 'none'}",
            tuple(_tellings(held.values())),
        )
        for day, held in days.items()
    )


def _occasion(row: FoundStatement) -> tuple[object, ...]:
    """What tells one occasion of a day from another."""
    statement = row.statement
    who = row.speaker_id or (name(row), row.article)
    audience = statement.audience.name if statement.audience else ""
    place = (statement.venue or "").casefold(), audience.casefold()
    return (who, *place) if any(place) else (who, row.article)


def _tellings(occasions: Iterable[Sequence[FoundStatement]]) -> Iterable[Telling]:
    for reports, some in groupby(occasions, _reports):
        several = len(reports) > 1
        yield Telling(reports, tuple(_speaking(rows, several=several) for rows in some))


def _reports(rows: Sequence[FoundStatement]) -> tuple[Report, ...]:
    return tuple(_report(row) for row in {(row.article, row.revision): row for row in rows}.values())


def _speaking(rows: Sequence[FoundStatement], *, several: bool) -> Speaking:
    first = rows[0].statement
    return Speaking(
        speaker=name(rows[0]),
        where=first.venue or "",
        audience=first.audience.name if first.audience else "",
        lines=tuple(Said(line(row), (row.outlet or "") if several else "") for row in rows),
    )


def _report(row: FoundStatement) -> Report:
    address = urls.article(row.article, revision=None if row.latest else row.revision)
    return Report(headline(row), row.outlet or "", address, published(row))
