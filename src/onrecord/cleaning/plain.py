"""Plain text, with or without front matter, as an article."""

import re
from dataclasses import dataclass

from onrecord.cleaning.dates import Moment, moment, stamped
from onrecord.cleaning.encoding import decoded, sound
from onrecord.cleaning.furniture import marks
from onrecord.errors import Malformed
from onrecord.terms.article import Article
from onrecord.terms.page import Page

__all__ = ["clean_plain"]

_KEYS = frozenset({"title", "outlet", "published", "modified", "url"})
_FENCE = re.compile(r"---[ \t]*\r?\n")
_BLOCK = re.compile(r"---[ \t]*\r?\n(?P<lines>(?:.*\n){1,60}?)---[ \t]*(?:\r?\n|\Z)(?:[ \t]*\r?\n)?")
_FIELD = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+(?P<value>.*\S))?[ \t]*")
_PASSED_OVER = re.compile(r"[ \t]*(?:#.*)?|[ \t]+.*|- .*")
"""Blank lines, comments, and the continuation of a key that we do not know."""


@dataclass(frozen=True, slots=True)
class _Header:
    """What a front matter says: the value and the line of each key we know, and where the text begins."""

    fields: dict[str, tuple[str, int]]
    end: int


def clean_plain(page: Page) -> Article:
    """The article of a plain text; without front matter its text is the file's, character for character.

    A front matter is a block between two lines ``---`` at the very beginning, of lines
    ``key: value``, with at least one of the keys ``title``, ``outlet``, ``published``, ``modified``
    and ``url``; other keys are passed over. Values stand as they are: quotation marks round a headline are
    the headline's. The text is all that follows the block and one blank line. What merely begins with
    ``---`` is text.

    Raises:
        NotText: if the bytes are no text.
        Malformed: if a date cannot be read or a key comes twice.
        Empty: if there is no text.
    """
    place = str(page.origin)
    whole = decoded(page.content, place)
    header = _header(whole, place)
    text = sound(whole[header.end :], place)
    marked = marks(text)
    published = _date(header, "published", place) or stamped(text, marked.furniture)
    modified = _date(header, "modified", place)
    return Article(
        id=page.name,
        text=text,
        title=_value(header, "title"),
        outlet=_value(header, "outlet"),
        published=published.when if published else None,
        modified=modified.when if modified else None,
        url=_value(header, "url"),
        origin=page.origin,
        furniture=marked.furniture,
        captions=marked.captions,
        published_date_only=bool(published and published.date_only),
    )


def _header(whole: str, place: str) -> _Header:
    nothing = _Header({}, 0)
    block = _BLOCK.match(whole) if _FENCE.match(whole) else None
    if not block:
        return nothing
    fields: dict[str, tuple[str, int]] = {}
    for number, given in enumerate(block["lines"].split("\n"), 2):
        line = given.rstrip("\r")
        field = _FIELD.fullmatch(line)
        if not field and not _PASSED_OVER.fullmatch(line):
            return nothing
        key = field["key"].lower() if field else ""
        if field and key in _KEYS:
            if key in fields:
                raise Malformed(f"{place}, line {number}: {key!r} is given a second time; keep one of them.")
            fields[key] = (field["value"] or "", number)
    return _Header(fields, block.end()) if fields else nothing


def _value(header: _Header, key: str) -> str | None:
    return header.fields.get(key, ("", 0))[0] or None


def _date(header: _Header, key: str, place: str) -> Moment | None:
    value, line = header.fields.get(key, ("", 0))
    if not value:
        return None
    try:
        return moment(value.strip("'\""))
    except ValueError as error:
        raise Malformed(f"{place}, line {line}: {key}: {error}.") from None
