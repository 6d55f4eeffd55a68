"""What somebody asks of a record: one question behind the command line, the API and the pages."""

import base64
import binascii
import hashlib
import json
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, TypedDict, get_args

from onrecord.errors import QueryError
from onrecord.terms.judgement import Reviewed
from onrecord.terms.statement import ACTS, Form, Mode, Status

__all__ = [
    "Cursor",
    "Narrowing",
    "OneOrMore",
    "Place",
    "Query",
    "Sort",
    "When",
    "cursor_from",
    "cursor_text",
    "first_day",
    "last_day",
    "values",
]

Sort: TypeAlias = Literal["date", "relevance", "doubt"]
When: TypeAlias = Literal["said", "published"]
OneOrMore: TypeAlias = str | Sequence[str] | None
"""One value or several, of which any will do; ``None`` and ``()`` ask for nothing."""

Place: TypeAlias = tuple[str | float, ...]
"""Where a page ended: what its last row is sorted by."""

MOST = 1000
"""The most statements one page may have."""

MOST_VALUES = 100
"""The most values that one filter may be given."""

_CLOSED = ("act", "status", "form", "mode", "country", "reviewed")
"""Filters whose values hold no comma, so that several may be written with commas between them."""

_REVIEWED = {"yes": ("right", "wrong", "corrected"), "no": ("unreviewed",)}

_OPEN = ("speaker", "affiliation", "target", "audience", "outlet")


class Narrowing(TypedDict, total=False):
    """The parts of a :class:`Query` that narrow it, but for its words: each may be left out."""

    speaker: OneOrMore
    affiliation: OneOrMore
    country: OneOrMore
    act: OneOrMore
    status: OneOrMore
    form: OneOrMore
    mode: OneOrMore
    target: OneOrMore
    audience: OneOrMore
    outlet: OneOrMore
    article: str | None
    since: date | str | None
    until: date | str | None
    when: When
    min_confidence: float | None
    max_confidence: float | None
    reviewed: OneOrMore | bool
    superseded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question to a record; every part narrows it, and the empty question finds everything.

    A filter may be given several values, and then finds what has any of them. Where words of a name
    are taken, they must stand in the name in a row; ``=`` before them asks for just this name, and an
    actor's id for just this actor.

    Attributes:
        text: words that the statement, its source or its article's title must have: all of them;
            ``"…"`` for words in a row, ``word*`` for a beginning, ``a OR b`` for either, ``-word`` or
            ``NOT word`` for statements without. Any other sign is read as a gap between words.
        speaker: who says it: an actor's id, or words of a name.
        affiliation: the organisation that the speaker speaks from: words of its name.
        country: the state that the speaker speaks from: ISO 3166 alpha-2 codes, ``XA`` or ``XA,XB``.
        act: acts of the guide, ``deny`` or ``deny,refuse``.
        status: ``new``, ``repeats``, ``retracts`` (takes back) or ``continues``, or several.
        form: ``direct``, ``mixed`` or ``indirect``, or several with commas between.
        mode: ``speech``, ``thought`` or ``ruling``, likewise.
        target: whom it is about or aimed at: an actor's id, or words of a name.
        audience: to whom it is said, likewise.
        outlet: words of an outlet's name.
        article: an article's id.
        since: the first day: a date, or ISO 8601 text of a day, a month or a year.
        until: the last day, likewise; the whole of a month or a year is meant.
        when: whether these days, and the order by date, are about saying or about publishing.
        min_confidence: how sure we are at least that it is a statement with these words, 0 to 1.
        max_confidence: how sure at most.
        reviewed: how it stands by people's judgement: ``unreviewed``, ``right``, ``wrong`` or
            ``corrected``, or several; ``yes`` or ``True`` for any judgement, ``no`` or ``False`` for none.
            What was judged wrong is found only if it is asked for.
        sort: ``date``, the latest first; ``relevance``, the best match of ``text`` first; or ``doubt``,
            the least certain first.
        limit: how many statements a page has.
        after: where the page before it ended (``Found.next``).
        superseded: find statements, too, that a later revision has replaced or somebody judged wrong.

    Raises:
        QueryError: if a part has a value that it cannot have.
    """

    text: str = ""
    speaker: OneOrMore = None
    affiliation: OneOrMore = None
    country: OneOrMore = None
    act: OneOrMore = None
    status: OneOrMore = None
    form: OneOrMore = None
    mode: OneOrMore = None
    target: OneOrMore = None
    audience: OneOrMore = None
    outlet: OneOrMore = None
    article: str | None = None
    since: date | str | None = None
    until: date | str | None = None
    when: When = "said"
    min_confidence: float | None = None
    max_confidence: float | None = None
    reviewed: OneOrMore | bool = None
    sort: Sort = "date"
    limit: int = 20
    after: str | None = None
    superseded: bool = False

    def __post_init__(self) -> None:
        if isinstance(self.reviewed, bool):
            object.__setattr__(self, "reviewed", "yes" if self.reviewed else "no")
        for name in (*_CLOSED, *_OPEN):
            object.__setattr__(self, name, _values(name, getattr(self, name)))
        object.__setattr__(self, "country", tuple(code.upper() for code in values(self.country)))
        _all_of("act", self.act, ACTS)
        _all_of("status", self.status, get_args(Status))
        _all_of("form", self.form, get_args(Form))
        _all_of("mode", self.mode, get_args(Mode))
        _all_of("reviewed", self.reviewed, get_args(Reviewed))
        _all_of("when", self.when, get_args(When))
        _all_of("sort", self.sort, get_args(Sort))
        _check_confidence(self.min_confidence, self.max_confidence)
        if not 1 <= self.limit <= MOST:
            raise QueryError(f"limit {self.limit}: a page has 1 to {MOST} statements")
        first, last = first_day(self.since), last_day(self.until)
        if first and last and last < first:
            raise QueryError(f"since {self.since} until {self.until}: this time ends before it begins")
        if self.sort == "relevance" and not self.text.strip():
            raise QueryError("sort relevance: give words to search for, or sort by date")


def values(given: OneOrMore | bool) -> tuple[str, ...]:
    """The values of a filter, whether it was given one, several or none.

    >>> values("deny"), values(["deny", "refuse"]), values(None)
    (('deny',), ('deny', 'refuse'), ())
    """
    if given is None or isinstance(given, bool):
        return ()
    return (given,) if isinstance(given, str) else tuple(given)


def _values(name: str, given: OneOrMore) -> tuple[str, ...]:
    found = values(given)
    if name in _CLOSED:
        found = tuple(part.strip() for value in found for part in value.split(","))
    if name == "reviewed":
        found = tuple(part for value in found for part in _REVIEWED.get(value, (value,)))
    found = tuple(dict.fromkeys(value for value in found if value.strip()))
    if len(found) > MOST_VALUES:
        raise QueryError(f"{name}: these are {len(found)} values; {MOST_VALUES} are the most")
    return found


def _all_of(what: str, given: OneOrMore | bool, known: tuple[str, ...]) -> None:
    for value in values(given):
        if value not in known:
            raise QueryError(f"{what} {value!r}: this must be one of {', '.join(known)}")


def _check_confidence(least: float | None, most: float | None) -> None:
    for name, given in (("min_confidence", least), ("max_confidence", most)):
        if given is not None and not 0 <= given <= 1:
            raise QueryError(f"{name} {given}: a confidence is a number from 0 to 1, like 0.8")
    if least is not None and most is not None and most < least:
        raise QueryError(f"min_confidence {least} max_confidence {most}: nothing lies between these")


def first_day(given: date | str | None) -> str | None:
    """The first day of a date, a day, a month or a year, as ISO 8601 text."""
    days = _days(given)
    return days and days[0]


def last_day(given: date | str | None) -> str | None:
    """The last day of a date, a day, a month or a year, as ISO 8601 text."""
    days = _days(given)
    return days and days[1]


def _days(given: date | str | None) -> tuple[str, str] | None:
    if given is None or given == "":
        return None
    try:
        if isinstance(given, date):
            day = date(given.year, given.month, given.day)
            return day.isoformat(), day.isoformat()
        parts: list[int | None] = [int(part) for part in given.strip().split("-")]
        year, month, day_ = parts + [None] * (3 - len(parts))
        first = date(year or 0, 1 if month is None else month, 1 if day_ is None else day_)
        last_month = 12 if month is None else month
        last = date(first.year, last_month, day_ or monthrange(first.year, last_month)[1])
    except (ValueError, OverflowError) as error:
        raise QueryError(f"{given!r} is no date; write it like 2026-02-16, 2026-02 or 2026") from error
    else:
        return first.isoformat(), last.isoformat()


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page of an answer ended.

    Attributes:
        place: what the last row that was found is sorted by; empty if nothing comes after it.
        total: how many statements the question found when its first page was asked for; pages after
            it need not count again.
        ahead: the keys of statements that were found already and not given yet: the next pages lie ready.
    """

    place: Place
    total: int
    ahead: tuple[int, ...] = ()


_PLACES: dict[str, tuple[type | tuple[type, ...], ...]] = {
    "date": (str, str, int),
    "relevance": ((float, int), int),
    "doubt": ((float, int), int),
}


_LAST_KEY = 2**31 - 1


def cursor_text(query: Query, cursor: Cursor) -> str:
    """A place in the answer to a query, as text that survives a URL."""
    raw = json.dumps([_question(query), cursor.total, cursor.ahead, *cursor.place], separators=(",", ":"))
    return base64.urlsafe_b64encode(raw.encode()).decode().rstrip("=")


def cursor_from(query: Query) -> Cursor | None:
    """The place after which the query wants to go on.

    Raises:
        QueryError: if it is no cursor, or that of another query.
    """
    if query.after is None:
        return None
    try:
        raw = base64.urlsafe_b64decode(query.after + "=" * (-len(query.after) % 4))
        question, total, ahead, *place = json.loads(raw)
    except (ValueError, TypeError, binascii.Error) as error:
        raise QueryError("after: this is no place in a list; start again at the first page") from error
    types = _PLACES[query.sort] if place else ()
    fits = len(types) == len(place) and all(map(isinstance, place, types)) and isinstance(total, int)
    keys = [*ahead, *place[-1:]] if isinstance(ahead, list) else []
    fits = fits and bool(keys) and all(isinstance(key, int) and 0 <= key <= _LAST_KEY for key in keys)
    if not fits or question != _question(query):
        raise QueryError("after: this place belongs to another question; start again at the first page")
    return Cursor(tuple(place), total, tuple(ahead))


def _question(query: Query) -> str:
    """A few digits that tell one question from another, whatever page of it is asked for."""
    asked = [getattr(query, name) for name in Query.__slots__ if name not in ("limit", "after")]
    return hashlib.sha256(json.dumps(asked, default=str).encode()).hexdigest()[:8]
