"""What somebody asks of a record: one question behind the command line, the API and the pages."""

import base64
import binascii
import json
import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, get_args

from onrecord.errors import QueryError
from onrecord.terms.statement import ACTS, Form, Mode

__all__ = ["Cursor", "Query", "Sort", "When", "cursor_from", "cursor_text", "first_day", "last_day", "match"]

Sort: TypeAlias = Literal["date", "relevance"]
When: TypeAlias = Literal["said", "published"]
Cursor: TypeAlias = tuple[str | float, ...]

MOST = 1000
"""The most statements one page may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question to a record; every part narrows it, and the empty question finds everything.

    Attributes:
        text: words that the statement, its source or its article's title must have: all of them;
            ``"…"`` for words in a row, ``word*`` for a beginning, ``a OR b`` for either, ``-word`` or
            ``NOT word`` for statements without. Any other sign is read as a gap between words.
        speaker: an actor's id, or words of a name.
        act: one of the guide's acts.
        form: ``direct``, ``mixed`` or ``indirect``.
        mode: ``speech``, ``thought`` or ``ruling``.
        outlet: words of an outlet's name.
        article: an article's id.
        since: the first day: a date, or ISO 8601 text of a day, a month or a year.
        until: the last day, likewise; the whole of a month or a year is meant.
        when: whether these days, and the order by date, are about saying or about publishing.
        sort: ``date``, the latest first, or ``relevance``, the best match of ``text`` first.
        limit: how many statements a page has.
        after: where the page before it ended (``Found.next``).
        superseded: find statements of revisions, too, that a later one has replaced.

    Raises:
        QueryError: if a part has a value that it cannot have.
    """

    text: str = ""
    speaker: str | None = None
    act: str | None = None
    form: str | None = None
    mode: str | None = None
    outlet: str | None = None
    article: str | None = None
    since: date | str | None = None
    until: date | str | None = None
    when: When = "said"
    sort: Sort = "date"
    limit: int = 20
    after: str | None = None
    superseded: bool = False

    def __post_init__(self) -> None:
        _one_of("act", self.act, ACTS)
        _one_of("form", self.form, get_args(Form))
        _one_of("mode", self.mode, get_args(Mode))
        _one_of("when", self.when, get_args(When))
        _one_of("sort", self.sort, get_args(Sort))
        if not 1 <= self.limit <= MOST:
            raise QueryError(f"limit {self.limit}: a page has 1 to {MOST} statements")
        first, last = first_day(self.since), last_day(self.until)
        if first and last and last < first:
            raise QueryError(f"since {self.since} until {self.until}: this time ends before it begins")
        if self.sort == "relevance" and not self.text.strip():
            raise QueryError("sort relevance: give words to search for, or sort by date")


def _one_of(what: str, value: str | None, known: tuple[str, ...]) -> None:
    if value is not None and value not in known:
        raise QueryError(f"{what} {value!r}: this must be one of {', '.join(known)}")


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


_OPENING = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«"}


@dataclass(frozen=True, slots=True)
class _Sought:
    phrase: str
    without: bool = False
    otherwise: bool = False


def match(text: str) -> str | None:
    """A question in words as an expression of FTS5; ``None`` if nothing is asked for.

    Raises:
        QueryError: if something is asked for in which there is no letter and no digit.

    >>> match('dam OR gate "on the record" -Calmora')
    '(("dam" OR "gate") AND "on the record") NOT ("calmora")'
    """
    if not text.strip():
        return None
    clauses: list[list[str]] = []
    without: list[str] = []
    for sought in _sought(text):
        if sought.without:
            without.append(sought.phrase)
        elif sought.otherwise and clauses:
            clauses[-1].append(sought.phrase)
        else:
            clauses.append([sought.phrase])
    if not clauses:  # somebody who only excludes has more likely typed a dash than meant it
        clauses, without = [[phrase] for phrase in without], []
    if not clauses:
        raise QueryError(f"{text.strip()!r}: there is no word in this to search for")
    expression = " AND ".join(_either(phrases) for phrases in clauses)
    return f"({expression}) NOT {_either(without, always=True)}" if without else expression


def _either(phrases: list[str], *, always: bool = False) -> str:
    return f"({' OR '.join(phrases)})" if always or len(phrases) > 1 else phrases[0]


def _sought(text: str) -> Iterator[_Sought]:
    without = otherwise = False
    for piece, quoted in _pieces(text):
        if not quoted and piece in ("AND", "OR", "NOT"):
            otherwise = piece == "OR"
            without = piece == "NOT"
            continue
        bare = piece.lstrip("-−–") if not quoted else piece
        if phrase := _phrase(bare):
            yield _Sought(phrase, without or bare != piece, otherwise)
            without = otherwise = False


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Words, and what stands in quotation marks; a mark that is not closed is no mark."""
    at = 0
    while at < len(text):
        closing = _OPENING.get(text[at])
        ends = [end for mark in closing or "" if (end := text.find(mark, at + 1)) > at]
        if ends:
            yield text[at + 1 : min(ends)] + "*" * (text[min(ends) + 1 : min(ends) + 2] == "*"), True
            at = min(ends) + 1
        elif text[at].isspace() or closing:
            at += 1
        else:
            end = at + 1
            while end < len(text) and not text[end].isspace() and text[end] not in _OPENING:
                end += 1
            # A minus before a quotation mark excludes the whole quotation.
            if text[at:end].strip("-−–") == "" and end < len(text) and text[end] in _OPENING:
                yield "NOT", False
            else:
                yield text[at:end], False
            at = end


def _phrase(piece: str) -> str:
    """A piece as FTS5 reads it whatever is in it; empty if there is no word in it."""
    words = "".join(c if _in_word(c) else " " for c in piece).casefold().split()
    if not words:
        return ""
    return f'"{" ".join(words)}"' + "*" * piece.rstrip().endswith("*")


def _in_word(character: str) -> bool:
    # What FTS5's unicode61 takes for a part of a word: letters, numbers, private use, and
    # the marks that combine with them.
    category = unicodedata.category(character)
    return category[0] in "LNM" or category == "Co"


def cursor_text(query: Query, place: Cursor) -> str:
    """A place in the answer to a query, as text that survives a URL."""
    raw = json.dumps([query.sort, query.when, *place], separators=(",", ":"))
    return base64.urlsafe_b64encode(raw.encode()).decode().rstrip("=")


def cursor_from(query: Query) -> Cursor | None:
    """The place after which the query wants to go on.

    Raises:
        QueryError: if it is no cursor, or that of a query in another order.
    """
    if query.after is None:
        return None
    types = (float, int) if query.sort == "relevance" else (str, str, int)
    try:
        raw = base64.urlsafe_b64decode(query.after + "=" * (-len(query.after) % 4))
        sort, when, *place = json.loads(raw)
        fits = [isinstance(part, type_) for part, type_ in zip(place, types, strict=True)]
    except (ValueError, TypeError, binascii.Error) as error:
        raise QueryError("after: this is no place in a list; start again at the first page") from error
    if not all(fits) or (sort, when) != (query.sort, query.when):
        raise QueryError("after: this place belongs to another question; start again at the first page")
    return tuple(place)
