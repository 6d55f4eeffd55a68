"""Any search as a feed, Atom or JSON Feed, so that a feed reader tells of what is new in it."""

import html
import io
import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import urljoin

from feedgenerator import Atom1Feed

from onrecord.record.collection import Record
from onrecord.record.values import FoundStatement
from onrecord.web import spreading, urls, wording
from onrecord.web.asking import Asked
from onrecord.web.lines import headline, name

__all__ = ["ATOM_TYPE", "JSON_TYPE", "atom", "json_feed", "title"]

ATOM_TYPE = "application/atom+xml"
JSON_TYPE = "application/feed+json"
_ENTRIES = 50
_LONGEST_TITLE = 90
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def atom(record: Record, asked: Asked, base: str) -> bytes:
    """What a search finds, the latest published first, as Atom (RFC 4287).

    Args:
        record: the record.
        asked: the search.
        base: the server's own address, which those of a feed begin with.

    Raises:
        QueryError: if the search cannot be understood.
    """
    feed = Atom1Feed(
        title=_plain(title(record, asked)),
        link=urljoin(base, asked.address()),
        description="What was said, as Onrecord found it",
        language="en",
        feed_url=urljoin(base, asked.address("/feed.atom")),
        author_name="Onrecord",
    )
    for row in _rows(record, asked):
        feed.add_item(
            title=_plain(_headline(row)),
            link=urljoin(base, urls.statement(row.statement.id)),
            description=None,
            content=html.escape(_plain(row.content_words), quote=False).replace("\n", "<br>")
            + f"<p>{html.escape(_plain(_source(row)), quote=False)}</p>",
            unique_id=_id(row),
            pubdate=row.published or _NEVER,
            author_name=_plain(name(row).text),
            categories=(row.statement.act, row.statement.form),
        )
    written = io.StringIO()
    feed.write(written, "utf-8")
    return written.getvalue().encode()


def json_feed(record: Record, asked: Asked, base: str) -> bytes:
    """The same as a JSON Feed (version 1.1).

    Raises:
        QueryError: if the search cannot be understood.
    """
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title(record, asked),
        "home_page_url": urljoin(base, asked.address()),
        "feed_url": urljoin(base, asked.address("/feed.json")),
        "description": "What was said, as Onrecord found it",
        "language": "en",
        "items": [_item(row, base) for row in _rows(record, asked)],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode()


def _item(row: FoundStatement, base: str) -> dict[str, object]:
    item: dict[str, object] = {
        "id": _id(row),
        "url": urljoin(base, urls.statement(row.statement.id)),
        "title": _headline(row),
        "content_text": f"{row.content_words}\n\n{_source(row)}",
        "authors": [{"name": name(row).text}],
        "tags": [row.statement.act, row.statement.form],
    }
    if row.published:
        item["date_published"] = _with_zone(row.published).isoformat()
    if outside := urls.outside(row.url):
        item["external_url"] = outside
    return item


def _rows(record: Record, asked: Asked) -> Iterable[FoundStatement]:
    # A feed is about what is new, whatever order the page is in.
    newest = asked.but("sort", "when")
    return record.statements(newest.query(limit=_ENTRIES, when="published")).rows


def title(record: Record, asked: Asked) -> str:
    """What a search is called: "gate, Joren Maddrick, denied · Onrecord"."""
    told = [asked.words] if asked.words else []
    told += [
        spreading.said(n, value, _called(record, n, value))
        for n, value in asked.given
        if n in (*spreading.HEADINGS, "article")
    ]
    days = wording.period(asked.first("since") or None, asked.first("until") or None)
    told += [days] if days else []
    return f"{', '.join(told) or 'Everything said'} · Onrecord"


def _called(record: Record, filter_: str, value: str) -> str:
    """The name of an actor who is asked for by id; empty for anything else."""
    known = record.speaker(value) if filter_ in ("speaker", "target", "audience") else None
    return known.entity.name if known else ""


def _headline(row: FoundStatement) -> str:
    words = " ".join(row.content_words.split())
    short = words if len(words) <= _LONGEST_TITLE else words[: _LONGEST_TITLE - 1].rstrip() + "…"
    return f"{name(row).text} {wording.verb(row.statement)}: {short}" if short else name(row).text


def _source(row: FoundStatement) -> str:
    return ", ".join(part for part in (headline(row), row.outlet) if part)


def _id(row: FoundStatement) -> str:
    # The same words in several articles are one statement to the record, but news each time.
    return f"urn:onrecord:{urls.quoted(row.article)}:{row.statement.id}"


def _with_zone(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _plain(text: str) -> str:
    """Text without the signs that XML cannot hold."""
    return _NOT_IN_XML.sub(" ", text)
