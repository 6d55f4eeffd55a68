"""How the pages say things: verbs, dates, kinds and numbers as words for people to read."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from onrecord.terms.statement import Act, ActorKind, Statement

__all__ = [
    "ACT_MEANINGS",
    "FORM_MEANINGS",
    "KIND_WORDS",
    "STATUS_WORDS",
    "counted",
    "day_heading",
    "day_words",
    "label",
    "moment_words",
    "past",
    "period",
    "said_words",
    "sentence",
    "verb",
]

_PAST: Mapping[Act, str] = {
    "say": "said",
    "explain": "explained",
    "announce": "announced",
    "confirm": "confirmed",
    "admit": "admitted",
    "deny": "denied",
    "doubt": "doubted",
    "accuse": "accused",
    "criticise": "criticised",
    "praise": "praised",
    "regret": "regretted",
    "predict": "predicted",
    "warn": "warned",
    "threaten": "threatened",
    "promise": "promised",
    "plan": "planned",
    "refuse": "refused",
    "accept": "accepted",
    "urge": "urged",
    "demand": "demanded",
    "ask": "asked",
    "rule": "ruled",
    "believe": "believed",
    "want": "wanted",
    "fear": "feared",
}

ACT_MEANINGS: Mapping[str, str] = {
    "say": "puts something forward as so",
    "explain": "gives a reason or an account",
    "announce": "makes a decision or news known",
    "confirm": "says that a report or question is so",
    "admit": "grants what tells against them",
    "deny": "says that a claim is not so",
    "doubt": "withholds belief",
    "accuse": "claims that somebody did wrong",
    "criticise": "judges somebody or something badly",
    "praise": "judges well, supports, endorses",
    "regret": "expresses sorrow or apologises",
    "predict": "says what will happen",
    "warn": "says that harm will come",
    "threaten": "says that they will do harm",
    "promise": "binds themselves to do good or to act",
    "plan": "tells of an intention",
    "refuse": "will not do, give or say",
    "accept": "takes an offer, agrees to act",
    "urge": "asks somebody to act",
    "demand": "insists or orders",
    "ask": "puts a question",
    "rule": "decides with authority",
    "believe": "holds true, thinks",
    "want": "wishes, hopes, seeks",
    "fear": "is afraid of, worries",
}

FORM_MEANINGS: Mapping[str, str] = {
    "direct": "in their own words",
    "mixed": "partly in their own words",
    "indirect": "in the writer’s words",
}

KIND_WORDS: Mapping[ActorKind, str] = {
    "person": "person",
    "organisation": "organisation",
    "government": "government",
    "group": "group",
    "document": "document",
    "unnamed": "not named",
    "writer": "the outlet itself",
    "unknown": "unknown",
}

STATUS_WORDS: Mapping[str, str] = {
    "new": "",
    "repeats": "said again",
    "retracts": "takes back",
    "continues": "continues",
}


def verb(statement: Statement) -> str:
    """What the speaker did, in the past tense: "denied", "did not explain", "reportedly said"."""
    words = f"did not {statement.act}" if statement.negated else _PAST[statement.act]
    return f"reportedly {words}" if statement.hedged else words


def past(act: str) -> str:
    """An act in the past tense: "denied"; what is no act stays as it is."""
    return next((word for name, word in _PAST.items() if name == act), act)


def label(number: int, speaker: str, statement: Statement) -> str:
    """What a statement's number in the text says to somebody who cannot see the page."""
    return f"Statement {number}: {speaker} {verb(statement)}"


def sentence(error: Exception) -> str:
    """What an error of ours says, as a sentence."""
    told = str(error)
    return told[:1].upper() + told[1:] + ("" if told.endswith((".", "!", "?")) else ".")


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 statement", "1,204 statements"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def day_heading(text: str) -> str:
    """An ISO day as a heading: "Monday 16 February 2026"."""
    day = _read_day(text)
    return f"{day:%A} {day.day} {day:%B} {day.year}" if day else text


def day_words(text: str) -> str:
    """An ISO day as words: "16 February 2026"; what is no such day stays as it is."""
    day = _read_day(text)
    return f"{day.day} {day:%B} {day.year}" if day else text


def said_words(text: str) -> str:
    """A day or an interval of two as words: "16 February 2026", "1 to 16 February 2026"."""
    first, _, last = text.partition("/")
    one, other = _read_day(first), _read_day(last)
    if one is None or other is None:
        return " to ".join(day_words(part) for part in (first, last) if part)
    if one.year != other.year:
        return f"{day_words(first)} to {day_words(last)}"
    if one.month != other.month:
        return f"{one.day} {one:%B} to {day_words(last)}"
    return f"{one.day} to {day_words(last)}"


def period(first: str | None, last: str | None) -> str:
    """Two ISO days as words; one day if they are the same, nothing if neither is known."""
    if not first or not last or first == last:
        return said_words(first or last or "")
    return said_words(f"{first}/{last}")


def moment_words(moment: datetime, *, date_only: bool = False) -> str:
    """A moment as words, in its own time zone: "16 February 2026, 06:00 UTC+1"."""
    day = f"{moment.day} {moment:%B} {moment.year}"
    if date_only:
        return day
    return f"{day}, {moment:%H:%M}{_zone(moment.utcoffset())}"


def _zone(offset: timedelta | None) -> str:
    if offset is None:
        return ""
    minutes = round(offset.total_seconds() / 60)
    if minutes == 0:
        return " UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f" UTC{'+' if minutes > 0 else '−'}{hours}{f':{rest:02}' if rest else ''}"
