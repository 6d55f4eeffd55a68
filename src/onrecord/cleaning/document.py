"""An article given as a JSON object, as other programs and the project's guide write it."""

import json
from collections.abc import Mapping

from onrecord.cleaning.dates import Moment, moment
from onrecord.cleaning.encoding import decoded, sound
from onrecord.cleaning.furniture import marks
from onrecord.errors import Malformed
from onrecord.terms.article import Article
from onrecord.terms.page import Page

__all__ = ["clean_document"]


def clean_document(page: Page) -> Article:
    """The article of an object with its ``text``, and what else is known of it.

    Read are ``id``, ``title``, ``outlet``, ``published``, ``modified`` and ``url``; ``headline`` and
    ``publisher`` stand for the title and the outlet; other keys, such as statements found before, are
    passed over. The text is taken as it stands.

    Raises:
        NotText: if the bytes are no text, or the text has NUL characters.
        Malformed: if it is no JSON object, a field is no string or a date cannot be read.
        Empty: if the text is empty.
    """
    place = str(page.origin)
    given = _object(page.content, place)
    text = _string(given, "text", place)
    if text is None:
        raise Malformed(f'{place} has no "text"; an article is a JSON object with its text under that key.')
    text = sound(text, place)
    published, modified = _date(given, "published", place), _date(given, "modified", place)
    marked = marks(text)
    return Article(
        id=_identity(given, place) or page.name,
        text=text,
        title=_string(given, "title", place) or _string(given, "headline", place),
        outlet=_string(given, "outlet", place) or _string(given, "publisher", place),
        published=published.when if published else None,
        modified=modified.when if modified else None,
        url=_string(given, "url", place) or None,
        origin=page.origin,
        furniture=marked.furniture,
        captions=marked.captions,
        published_date_only=bool(published and published.date_only),
    )


def _object(content: bytes, place: str) -> Mapping[str, object]:
    try:
        given = json.loads(decoded(content, place))
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise Malformed(f"{place} is no valid JSON at {where}: {error.msg}; correct it there.") from None
    except (ValueError, RecursionError):
        raise Malformed(f"{place} holds JSON nested too deep or a number too long; simplify it.") from None
    if not isinstance(given, dict):
        raise Malformed(f'{place} is JSON but no object; an article is an object with a "text".')
    return given


def _identity(given: Mapping[str, object], place: str) -> str | None:
    number = given.get("id")
    if isinstance(number, int) and not isinstance(number, bool):
        return str(number)
    return _string(given, "id", place)


def _string(given: Mapping[str, object], key: str, place: str) -> str | None:
    """The string under a key, or None if there is none; half a surrogate pair is no character of any text."""
    value = given.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise Malformed(f"{place}: {key!r} must be a string; put it in quotation marks or leave it out.")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        half = f"\\u{ord(value[error.start]):04x}"
        raise Malformed(
            f"{place}: {key!r} has half a surrogate pair ({half}); write the whole character."
        ) from None
    return value


def _date(given: Mapping[str, object], key: str, place: str) -> Moment | None:
    value = _string(given, key, place)
    if not value:
        return None
    try:
        return moment(value)
    except ValueError as error:
        raise Malformed(f"{place}: {key}: {error}.") from None
