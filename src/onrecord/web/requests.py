"""What the routes share: the record that a request is about, and the answer to what is not there."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.record.collection import Record
from onrecord.web import rendering
from onrecord.web.contexts import Page

__all__ = ["found", "record_of"]


def record_of(request: Request) -> Record:
    """The record that the application shows."""
    record = request.app.state.record
    assert isinstance(record, Record)  # noqa: S101 (create_app has put it there)
    return record


def found(page: Page | None, what: str) -> Response:
    """A page as a response.

    Raises:
        HTTPException: 404 if there is no such page, with what the record does not hold.
    """
    if page is None:
        raise HTTPException(404, f"This record holds no such {what}.")
    return rendering.answer(page)
