"""Checks drafts for the pages and for programs: a few at a time, and with the model if it is there."""

import logging
from functools import cache
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from onrecord.errors import ModelError, QueryError
from onrecord.linking.quotations import LONGEST_DRAFT, Checked
from onrecord.record.collection import Record

if TYPE_CHECKING:
    from onrecord.pipeline import Attribute

__all__ = ["MOST_SENT", "Busy", "attribute", "check"]

_log = logging.getLogger(__name__)

MOST_SENT = 14 * LONGEST_DRAFT
"""The most bytes that a draft may come in: a sign of four bytes takes twelve in a form."""

LONGEST_READ = 40_000
"""Code points of a draft in which it is seen who is quoted; a longer one would keep its reader waiting."""

AT_ONCE = 2
PATIENCE = 20.0
"""Seconds that a draft waits for its turn."""

_turns = BoundedSemaphore(AT_ONCE)


class Busy(Exception):
    """Too many drafts are being checked."""


def check(record: Record, text: str, published: str = "") -> Checked:
    """Check a draft.

    Args:
        record: the record.
        text: the draft.
        published: its day, ISO 8601; empty if it has none.

    Raises:
        Busy: if its turn does not come.
        QueryError: if there is nothing to check, or more than can be.
        RecordError: if the record cannot be used.
    """
    from onrecord import checking  # noqa: PLC0415 - it loads every room; only who checks waits for it
    from onrecord.cleaning.dates import moment  # noqa: PLC0415 - likewise

    try:
        day = moment(published) if published.strip() else None
    except ValueError as error:
        raise QueryError(f"the day of the draft: {error}") from error
    if not _turns.acquire(timeout=PATIENCE):
        raise Busy("other drafts are being checked; try again in a moment")
    try:
        reading = attribute() if len(text) <= LONGEST_READ else None
        return checking.check(record, text, attribute=reading, published=day)
    finally:
        _turns.release()


@cache
def attribute() -> "Attribute | None":
    """What finds out who is quoted; ``None`` where the model is not to be had."""
    from onrecord import pipeline  # noqa: PLC0415 - likewise
    from onrecord.settings import Settings  # noqa: PLC0415 - likewise

    try:
        return pipeline.attributor(threads=Settings.from_environment().threads)
    except ModelError as error:
        _log.warning("Drafts are checked without looking who is quoted: %s", error)
        return None
