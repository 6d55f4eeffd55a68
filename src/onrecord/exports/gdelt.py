"""Statements as rows of GDELT 2.0's two tables: events, and where each is mentioned."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TypeAlias

from onrecord.exports.events import day_of, event_of, quad
from onrecord.exports.plover import SECTORS
from onrecord.exports.sheet import Sheet
from onrecord.languages.countries import ALPHA_3
from onrecord.languages.events import GOLDSTEIN, Event
from onrecord.terms.statement import Actor, Statement

__all__ = ["EVENT_COLUMNS", "MENTION_COLUMNS", "event_chunks", "event_number", "mention_chunks"]

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code",
    "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
_PLACE = ("Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")

EVENT_COLUMNS: tuple[str, ...] = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{part}" for part in _ACTOR),
    *(f"Actor2{part}" for part in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"Actor1Geo_{part}" for part in _PLACE),
    *(f"Actor2Geo_{part}" for part in _PLACE),
    *(f"ActionGeo_{part}" for part in _PLACE),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
"""The 61 columns of GDELT 2.0's events, in their order; its files have no heading, nor has ours."""

MENTION_COLUMNS: tuple[str, ...] = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName",
    "MentionIdentifier", "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset",
    "InRawText", "Confidence", "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
"""The 16 columns of GDELT 2.0's mentions, in their order."""

_NO_PLACE = ("0", *[""] * 7)
_NOBODY = ("",) * len(_ACTOR)
_WEB = "1"

_ID = re.compile("[0-9a-f]{16}")
_BREAK = re.compile(r"(?<=\S)[^\S\n]*\n\s*\n")


@dataclass(frozen=True, slots=True)
class _Coded:
    sheet: Sheet
    statement: Statement
    event: Event
    day: date


_Row: TypeAlias = Callable[[_Coded], Sequence[object]]


def event_chunks(sheets: Iterable[Sheet]) -> Iterator[bytes]:
    """The events of each article as it comes, tabs between the cells.

    A statement is one event: its speaker is the first actor, whom it is aimed at first the second.
    Left out are statements whose act has no code, and those for which no day is known.
    """
    return _chunks(sheets, _event_row)


def mention_chunks(sheets: Iterable[Sheet]) -> Iterator[bytes]:
    """Where the same events are mentioned, and in ``Extras`` what each leads back to."""
    return _chunks(sheets, _mention_row)


def event_number(statement: Statement) -> int:
    """``GLOBALEVENTID``: the first 63 bits of the statement's id, which every database can hold."""
    id_ = statement.id
    digits = id_ if _ID.fullmatch(id_) else hashlib.sha256(id_.encode("utf-8", "replace")).hexdigest()
    return int(digits[:16], 16) >> 1


def _chunks(sheets: Iterable[Sheet], row: _Row) -> Iterator[bytes]:
    for sheet in sheets:
        lines = ["\t".join(map(_cell, row(coded))) for coded in _coded(sheet)]
        if lines:
            yield ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _coded(sheet: Sheet) -> Iterator[_Coded]:
    for statement in sheet.statements:
        event, day = event_of(sheet, statement), day_of(sheet, statement)
        if event is not None and day is not None:
            yield _Coded(sheet, statement, event, day)


def _cell(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())


def _event_row(coded: _Coded) -> Sequence[object]:
    day, statement, code = coded.day, coded.statement, coded.event.cameo
    target = next(iter(statement.targets), None)
    return (
        event_number(statement),
        f"{day:%Y%m%d}".rjust(8, "0"),
        f"{day:%Y%m}".rjust(6, "0"),
        f"{day.year:04}",
        f"{day.year + (day.month * 30 + day.day) / 365:.4f}",
        *_actor(statement.speaker),
        *(_actor(target) if target else _NOBODY),
        int(_leads(coded)),
        code,
        code[:3],
        code[:2],
        quad(coded.event),
        GOLDSTEIN[code],
        *(1, 1, 1),
        None,
        *_NO_PLACE * 3,
        _moment(coded.sheet.read_at),
        coded.sheet.article.url,
    )


def _mention_row(coded: _Coded) -> Sequence[object]:
    sheet, statement, article = coded.sheet, coded.statement, coded.sheet.article
    extras = {
        "statement": statement.id,
        "article": article.id,
        "digest": article.digest,
        "revision": sheet.revision,
        "run": sheet.run,
    }
    return (
        event_number(statement),
        f"{coded.day:%Y%m%d}".rjust(8, "0") + "000000",
        _moment(article.published),
        _WEB,
        article.outlet,
        article.url,
        None,
        statement.source[0].start if statement.source else -1,
        -1,
        statement.cue[0].start if statement.cue else _first(statement),
        1,
        max(10, round(statement.confidence * 10) * 10),
        len(article.text),
        None,
        None,
        ";".join(f"{name}={value}" for name, value in extras.items() if value is not None),
    )


def _actor(actor: Actor) -> tuple[str, ...]:
    country, sector = ALPHA_3.get(actor.country or "", ""), SECTORS.get(actor.kind, "")
    name = "" if actor.kind == "unknown" else actor.name.upper()
    return (country + sector, name, country, "", "", "", "", sector, "", "")


def _leads(coded: _Coded) -> bool:
    """Whether it stands in the article's first paragraph."""
    break_ = _BREAK.search(coded.sheet.article.text)
    return break_ is None or _first(coded.statement) < break_.start()


def _first(statement: Statement) -> int:
    return min(span.start for span in (*statement.source, *statement.cue, *statement.content))


def _moment(moment: datetime | None) -> str | None:
    if moment is None:
        return None
    try:
        moment = moment.astimezone(UTC) if moment.tzinfo else moment
    except OverflowError:  # the first and the last day of the calendar
        moment = moment.replace(tzinfo=None)
    return f"{moment:%Y%m%d%H%M%S}".rjust(14, "0")
