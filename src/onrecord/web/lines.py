"""Statements of the record as the lines, turns, occasions and days that lists are made of."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import TypeVar

from onrecord.record.values import FoundStatement, Piece
from onrecord.terms.statement import Actor
from onrecord.web import urls, wording
from onrecord.web.elements import Day, Line, Moment, Name, Occasion, Turn, Words

__all__ = ["days", "headline", "line", "name", "published", "said_day"]

LONGEST = 90
"""Words that a list shows of one statement; a longer one is cut and leads to its own page."""

_TOLERANCE = 15
_WORDS_BEFORE_A_HIT = 20
_LEAST_SURE = 0.5
_WORD = re.compile(r"\S+")

Key = TypeVar("Key")


def line(found: FoundStatement, *, whole: bool = False, longest: int = LONGEST) -> Line:
    """A statement as a line.

    Args:
        found: the statement.
        whole: whether its words are shown to the last one, however many they are.
        longest: how many of them are shown otherwise.
    """
    statement = found.statement
    words, left_out = (_all(found.pieces), 0) if whole else _excerpt(found.pieces, longest)
    return Line(
        id=statement.id,
        url=urls.statement(statement.id),
        speaker=name(found),
        verb=wording.verb(statement),
        act=statement.act,
        act_url=urls.search(act=statement.act),
        form=statement.form,
        audience=statement.audience.name if statement.audience else "",
        venue=statement.venue or "",
        status="" if statement.status == "continues" else wording.STATUS_WORDS[statement.status],
        words=words,
        left_out=left_out,
        when=_when(found),
        said_known=statement.said is not None,
        outlet=found.outlet or "",
        article=headline(found),
        article_url=urls.article(
            found.article,
            revision=None if found.latest else found.revision,
            statement=statement.id,
        ),
        review_url=urls.review(statement.id),
        unsure=statement.confidence < _LEAST_SURE,
    )


def name(found: FoundStatement) -> Name:
    """Who says it; how the text calls them is told where no name is known."""
    speaker = found.statement.speaker
    known = speaker.kind != "unknown"
    nameless = speaker.kind in ("unknown", "unnamed") and found.source_words != speaker.name
    return Name(
        text=_called(speaker),
        url=urls.speaker(found.speaker_id) if found.speaker_id and known else None,
        known=known,
        detail=_detail(speaker),
        told=found.source_words if nameless else "",
    )


def _called(actor: Actor) -> str:
    if actor.kind == "unknown":
        return "Speaker unknown"
    # The guide's name for whoever the text keeps quite nameless.
    return "Somebody not named" if actor.name == "unspecified" else actor.name


def _detail(actor: Actor) -> str:
    role, affiliation = actor.role or "", actor.affiliation or ""
    if role.casefold() == actor.name.casefold():
        role = ""
    parts = [role] if affiliation.casefold() in role.casefold() else [role, affiliation]
    told = ", ".join(part for part in parts if part)
    plain = actor.kind in ("person", "unknown") or actor.name == "unspecified"
    return told or ("" if plain else wording.KIND_WORDS[actor.kind])


def headline(found: FoundStatement) -> str:
    """The headline of its article, or what the article is called without one."""
    return found.title or found.article


def published(found: FoundStatement) -> Moment | None:
    """When its article was published."""
    if found.published is None:
        return None
    text = wording.moment_words(found.published, date_only=found.published_date_only)
    iso = found.published.date() if found.published_date_only else found.published
    return Moment(text, iso.isoformat())


def _when(found: FoundStatement) -> Moment:
    said = found.statement.said
    if said is not None:
        return Moment(wording.said_words(said.text), None if "/" in said.text else said.text)
    return published(found) or Moment("no date")


def _all(pieces: Iterable[Piece]) -> tuple[Words, ...]:
    return tuple(Words(piece.text, piece.hit) for piece in pieces if piece.text)


def _excerpt(pieces: Sequence[Piece], longest: int) -> tuple[tuple[Words, ...], int]:
    """The first words, or those round the first hit, and how many are left out."""
    text = "".join(piece.text for piece in pieces)
    places = [match.span() for match in _WORD.finditer(text)]
    if len(places) <= longest + _TOLERANCE:
        return _all(pieces), 0
    hit = _first_hit(pieces)
    before = sum(end <= hit for _, end in places)
    first = max(0, before - _WORDS_BEFORE_A_HIT) if before > longest - _WORDS_BEFORE_A_HIT else 0
    shown = places[first : first + longest]
    start, end = shown[0][0], shown[-1][1]
    cut = _within(pieces, start, end)
    lead = (Words("… "),) if start > places[0][0] else ()
    tail = (Words(" …"),) if end < places[-1][1] else ()
    return (*lead, *cut, *tail), len(places) - len(shown)


def _first_hit(pieces: Iterable[Piece]) -> int:
    passed = 0
    for piece in pieces:
        if piece.hit:
            return passed
        passed += len(piece.text)
    return 0


def _within(pieces: Iterable[Piece], start: int, end: int) -> tuple[Words, ...]:
    """The pieces' characters from ``start`` to ``end``, counted over all of them."""
    cut = []
    passed = 0
    for piece in pieces:
        text = piece.text[max(start - passed, 0) : max(end - passed, 0)]
        if text:
            cut.append(Words(text, piece.hit))
        passed += len(piece.text)
    return tuple(cut)


def days(rows: Sequence[FoundStatement]) -> tuple[Day, ...]:
    """Statements under their days, in the order given: by article, then by speaker."""
    return tuple(
        Day(wording.day_heading(day) if day else "No date", f"day-{day or 'none'}", _occasions(some))
        for day, some in _runs(rows, said_day)
    )


def said_day(found: FoundStatement) -> str:
    """The day that it stands under, ISO 8601: that of saying, or of publishing; empty if neither is known."""
    if found.statement.said is not None:
        return found.statement.said.text.partition("/")[0]
    return found.published.date().isoformat() if found.published else ""


def _occasions(rows: Sequence[FoundStatement]) -> tuple[Occasion, ...]:
    return tuple(
        Occasion(
            outlet=some[0].outlet or "",
            title=headline(some[0]),
            url=urls.article(article, revision=None if some[0].latest else revision),
            published=published(some[0]),
            turns=_turns(some),
        )
        for (article, revision), some in _runs(rows, lambda found: (found.article, found.revision))
    )


def _turns(rows: Sequence[FoundStatement]) -> tuple[Turn, ...]:
    return tuple(Turn(speaker, tuple(line(found) for found in some)) for speaker, some in _runs(rows, name))


def _runs(
    rows: Iterable[FoundStatement], key: Callable[[FoundStatement], Key]
) -> list[tuple[Key, list[FoundStatement]]]:
    return [(value, list(some)) for value, some in groupby(rows, key)]
