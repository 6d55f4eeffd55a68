"""Terms as rows of the tables, and back again, without loss."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Literal, TypeAlias, cast

from sqlalchemy import RowMapping

from onrecord.terms.article import Article
from onrecord.terms.entity import folded
from onrecord.terms.origin import Origin
from onrecord.terms.span import Span, Spans, words_of
from onrecord.terms.statement import (
    Act,
    Actor,
    ActorKind,
    Decision,
    Form,
    Mode,
    Said,
    Statement,
    Status,
)

__all__ = [
    "Part",
    "Row",
    "Value",
    "actor_from",
    "actor_row",
    "actors_of",
    "article_from",
    "article_part",
    "days_of",
    "decision_from",
    "decision_json",
    "instant",
    "revision_row",
    "spans_from",
    "spans_json",
    "statement_from",
    "statement_part",
    "statement_row",
    "time_from",
    "writable",
]

Part: TypeAlias = Literal["speaker", "for", "audience", "target"]
"""What an actor is in a statement."""

Value: TypeAlias = str | int | float | bool | Sequence[object] | None
Row: TypeAlias = dict[str, Value]


def spans_json(spans: Spans) -> list[list[int]]:
    """Spans as the JSON of the tables."""
    return [[span.start, span.end] for span in spans]


def spans_from(pairs: Sequence[Sequence[int]]) -> Spans:
    """The spans of such JSON."""
    return tuple(Span(start, end) for start, end in pairs)


def time_from(text: str | None) -> datetime | None:
    """The time of a column."""
    return None if text is None else datetime.fromisoformat(text)


def instant(moment: datetime | None) -> str:
    """A time as text that sorts as times do: in UTC, to the second; empty for none.

    A time without a zone is taken to be in UTC: it is compared, never shown.
    """
    if moment is None:
        return ""
    if moment.tzinfo is not None:
        try:
            moment = moment.astimezone(UTC)
        except OverflowError:  # the first and the last day of the calendar
            moment = moment.replace(tzinfo=None)
    return moment.strftime("%Y-%m-%dT%H:%M:%S").rjust(19, "0")


def days_of(said: Said | None, published: datetime | None) -> tuple[str, str]:
    """The first and the last day on which something was said, as far as we know; empty texts if we do not.

    Without a readable time of saying it is the day of publication.

    >>> days_of(Said("2022-04"), None)
    ('2022-04-01', '2022-04-30')
    """
    if said is not None:
        first, _, last = said.text.partition("/")
        known = _whole_days(first), _whole_days(last or first)
        if known[0] and known[1]:
            return known[0][0], max(known[0][1], known[1][1])
    day = published.date().isoformat() if published else ""
    return day, day


def _whole_days(text: str) -> tuple[str, str] | None:
    """The first and the last day of a year, a month, a day or a moment."""
    try:
        match len(text):
            case 4:
                return f"{date(int(text), 1, 1)}", f"{date(int(text), 12, 31)}"
            case 7:
                first = date.fromisoformat(f"{text}-01")
                return f"{first}", f"{(first + timedelta(days=31)).replace(day=1) - timedelta(days=1)}"
            case _:
                day = date.fromisoformat(text[:10])
                return f"{day}", f"{day}"
    except (ValueError, OverflowError):
        return None


def writable(place: str) -> str:
    """A name as text that can be kept: what is no text in it (bytes of a file's name) is spelled out."""
    return place.encode("utf-8", "backslashreplace").decode().replace("\0", "\\x00")


def revision_row(article: Article) -> Row:
    """The row of ``revisions`` for an article, all but what the record gives it."""
    return {
        "digest": article.digest,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "published_date_only": article.published_date_only,
        "modified": article.modified.isoformat() if article.modified else None,
        "instant": instant(article.modified or article.published),
        "place": writable(article.origin.place),
        "line": article.origin.line,
        "furniture": spans_json(article.furniture),
        "captions": spans_json(article.captions),
        "text": article.text,
    }


def article_from(row: RowMapping) -> Article:
    """The article of a row of ``revisions`` joined with ``articles`` and ``outlets``."""
    return Article(
        id=row["article_id"],
        text=row["text"],
        title=row["title"],
        outlet=row["outlet"],
        published=time_from(row["published"]),
        modified=time_from(row["modified"]),
        url=row["url"],
        origin=Origin(row["place"], row["line"]),
        furniture=spans_from(row["furniture"]),
        captions=spans_from(row["captions"]),
        published_date_only=row["published_date_only"],
    )


def actor_row(actor: Actor) -> Row:
    """The row of ``mentions`` for an actor as the article names it."""
    return {
        "name": actor.name,
        "kind": actor.kind,
        "role": actor.role,
        "affiliation": actor.affiliation,
        "country": actor.country,
        "folded": folded(actor.name),
        "affiliation_folded": folded(actor.affiliation) if actor.affiliation else None,
    }


def actor_from(row: RowMapping) -> Actor:
    """The actor of such a row."""
    kind = cast("ActorKind", row["kind"])
    return Actor(row["name"], kind, row["role"], row["affiliation"], row["country"])


def actors_of(statement: Statement) -> tuple[tuple[Part, int, Actor], ...]:
    """Everybody in a statement, with the part they have and their place among those with the same part."""
    found: list[tuple[Part, int, Actor]] = [("speaker", 0, statement.speaker)]
    if statement.on_behalf_of:
        found.append(("for", 0, statement.on_behalf_of))
    if statement.audience:
        found.append(("audience", 0, statement.audience))
    found += (("target", place, actor) for place, actor in enumerate(statement.targets))
    return tuple(found)


def statement_row(article: Article, statement: Statement) -> Row:
    """The row of ``statements``, all but what the record gives it."""
    return {**article_part(article), **statement_part(article, statement)}


def article_part(article: Article) -> Row:
    """What a row of ``statements`` has from its article, the same for all of them."""
    return {
        "title": article.title,
        "published_on": article.published.date().isoformat() if article.published else "",
        "published_at": instant(article.published),
    }


def statement_part(article: Article, statement: Statement) -> Row:
    """What a row of ``statements`` has of its own."""
    first, last = days_of(statement.said, article.published)
    return {
        "id": statement.id,
        "act": statement.act,
        "form": statement.form,
        "mode": statement.mode,
        "status": statement.status,
        "hedged": statement.hedged,
        "negated": statement.negated,
        "said": statement.said.text if statement.said else None,
        "venue": statement.venue,
        "source_words": words_of(article.text, statement.source),
        "cue_words": words_of(article.text, statement.cue),
        "content_words": words_of(article.text, statement.content),
        "source_spans": spans_json(statement.source),
        "cue_spans": spans_json(statement.cue),
        "content_spans": spans_json(statement.content),
        "inside": statement.inside,
        "about": list(statement.about),
        "confidence": statement.confidence,
        "decisions": [decision_json(d) for d in statement.decisions],
        "dated": first,
        "dated_to": last,
    }


def statement_from(row: RowMapping, actors: Mapping[tuple[Part, int], Actor]) -> Statement:
    """The statement of such a row and of its actors."""
    targets = sorted(place for part, place in actors if part == "target")
    return Statement(
        id=row["id"],
        source=spans_from(row["source_spans"]),
        cue=spans_from(row["cue_spans"]),
        content=spans_from(row["content_spans"]),
        form=cast("Form", row["form"]),
        mode=cast("Mode", row["mode"]),
        act=cast("Act", row["act"]),
        speaker=actors["speaker", 0],
        on_behalf_of=actors.get(("for", 0)),
        audience=actors.get(("audience", 0)),
        venue=row["venue"],
        said=None if row["said"] is None else Said(row["said"]),
        targets=tuple(actors["target", place] for place in targets),
        status=cast("Status", row["status"]),
        hedged=row["hedged"],
        negated=row["negated"],
        inside=row["inside"],
        about=tuple(row["about"]),
        confidence=row["confidence"],
        decisions=tuple(decision_from(*decision) for decision in row["decisions"]),
    )


def decision_json(decision: Decision) -> list[object]:
    """A decision as a JSON list; one without evidence is as short as those of older records."""
    evidence = [spans_json(decision.evidence)] if decision.evidence else []
    return [decision.field, decision.by, decision.confidence, *evidence]


def decision_from(field: str, by: str, confidence: float, evidence: Sequence[Sequence[int]] = ()) -> Decision:
    """The decision of such a list, given as arguments."""
    return Decision(field, by, confidence, spans_from(evidence))
