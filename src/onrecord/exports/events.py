"""Which political event a statement is, by its act and, where the act leaves it open, by its words."""

from datetime import date

from onrecord.exports.sheet import Sheet
from onrecord.languages.english.rulings import BAD_NEWS, GOOD_NEWS, RULINGS
from onrecord.languages.events import BY_CONTENT, EVENTS, NEUTRAL_FORECAST, Event
from onrecord.terms.span import words_of
from onrecord.terms.statement import Act, Statement

__all__ = ["coded", "day_of", "event_of", "quad"]

_BEGINNING = 16
"""Words of a ruling, its cue among them, that are looked at."""

_VERBAL_COOPERATION, _MATERIAL_COOPERATION, _VERBAL_CONFLICT, _MATERIAL_CONFLICT = 1, 2, 3, 4


def event_of(sheet: Sheet, statement: Statement) -> Event | None:
    """The event that a statement of a sheet is; ``None`` if it is none, as what was never said is none."""
    if statement.negated:
        return None
    words = words_of(sheet.article.text, (*statement.cue, *statement.content), gap=" ")
    return coded(statement.act, words)


def coded(act: Act, words: str) -> Event | None:
    """The event of an act with these words; ``None`` if it is none or the words do not tell which."""
    if act not in BY_CONTENT:
        return EVENTS[act]
    return _forecast(words) if act == "predict" else _ruling(words)


def quad(event: Event) -> int:
    """The quad class: verbal or material, cooperation (1, 2) or conflict (3, 4)."""
    root = int(event.cameo[:2])
    if root <= 5:  # noqa: PLR2004 - the roots of CAMEO are ordered so
        return _VERBAL_COOPERATION
    if root <= 8:  # noqa: PLR2004 - likewise
        return _MATERIAL_COOPERATION
    return _VERBAL_CONFLICT if root <= 13 else _MATERIAL_CONFLICT  # noqa: PLR2004 - likewise


def day_of(sheet: Sheet, statement: Statement) -> date | None:
    """The day of the event: the first on which it was said, if known to the day, else that of publication."""
    if statement.said is not None:
        try:
            return date.fromisoformat(statement.said.text.partition("/")[0][:10])
        except ValueError:
            pass  # a month or a year alone
    return sheet.article.published.date() if sheet.article.published else None


def _forecast(words: str) -> Event:
    good, bad = len(GOOD_NEWS.findall(words)), len(BAD_NEWS.findall(words))
    if good == bad:
        return NEUTRAL_FORECAST
    return Event("013") if good > bad else Event("012")


def _ruling(words: str) -> Event | None:
    # What is decided stands at the beginning; further on come reasons and circumstances.
    beginning = " ".join(words.split()[:_BEGINNING])
    return next((event for pattern, event in RULINGS if pattern.search(beginning)), None)
