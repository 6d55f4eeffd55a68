"""Who is let in, for how long, and by what a browser is known again."""

import hmac
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Lock

from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import RecordError
from onrecord.record.accounts import Session
from onrecord.record.collection import Record
from onrecord.record.opening import open_record
from onrecord.web.requests import record_of

__all__ = [
    "OPEN_TO_READERS",
    "Doors",
    "Writer",
    "doors_of",
    "forget",
    "key_of",
    "let_in",
    "now",
    "remember_visitor",
    "session_of",
    "stamp",
    "visitor",
    "writing",
]

_NOTED_EVERY = timedelta(minutes=1)
_UNASKED = object()


@dataclass(frozen=True, slots=True)
class Doors:
    """Who has to sign in, and for how long it holds.

    Attributes:
        readers: whether reading needs it, too.
        idle: how long a session holds without a request.
        longest: how long it holds at most.
    """

    readers: bool = False
    idle: timedelta = timedelta(hours=12)
    longest: timedelta = timedelta(days=7)


OPEN_TO_READERS = Doors()
"""What holds when nobody says otherwise."""


class Writer:
    """The record opened to be written: not before anybody signs in, and then kept open.

    Args:
        place: where the record is.
    """

    def __init__(self, place: object) -> None:
        self._place = place
        self._record: Record | None = None
        self._lock = Lock()

    def record(self) -> Record:
        """The record.

        Raises:
            RecordError: if it cannot be written.
        """
        with self._lock:
            if self._record is None:
                self._record = open_record(str(self._place), write=True)
            return self._record

    def close(self) -> None:
        """Close the record, if it was opened."""
        with self._lock:
            if self._record is not None:
                self._record.close()
                self._record = None


def writing(request: Request) -> Record:
    """The record that the application shows, opened to be written.

    Raises:
        RecordError: if it cannot be written.
    """
    writer = request.app.state.writer
    assert isinstance(writer, Writer)  # noqa: S101 (create_app has put it there)
    return writer.record()


def doors_of(request: Request) -> Doors:
    """What holds for this application."""
    doors = request.app.state.doors
    assert isinstance(doors, Doors)  # noqa: S101 (likewise)
    return doors


def session_of(request: Request) -> Session | None:
    """The session of whoever asks, if they are signed in; asks the record once a request."""
    held = getattr(request.state, "session", _UNASKED)
    if held is _UNASKED:
        held = request.state.session = _session(request)
    assert held is None or isinstance(held, Session)  # noqa: S101 (we have put it there)
    return held


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def _session(request: Request) -> Session | None:
    token = request.cookies.get(_cookie(request, "session"))
    if not token:
        return None
    found = record_of(request).session(token, idle=doors_of(request).idle)
    if found is not None and now() - found.seen >= _NOTED_EVERY:
        with suppress(RecordError):  # a record that cannot be written just now can be read
            writing(request).seen(token)
    return found


def let_in(request: Request, response: Response, token: str) -> None:
    """Give the browser the token of its session."""
    _set(request, response, "session", token, doors_of(request).longest)
    _delete(request, response, "visit")


def forget(request: Request, response: Response) -> str | None:
    """Take the token from the browser; gives it."""
    _delete(request, response, "session")
    return request.cookies.get(_cookie(request, "session"))


def visitor(request: Request) -> str:
    """What a browser that is not signed in is known by until it is; made up where it is not yet."""
    return request.cookies.get(_cookie(request, "visit")) or secrets.token_urlsafe(32)


def remember_visitor(request: Request, response: Response, known_by: str) -> None:
    """Let the browser be known again by this."""
    _set(request, response, "visit", known_by, timedelta(hours=1))


def key_of(request: Request) -> str | None:
    """What the forms of this browser are stamped with."""
    if session_of(request) is not None:
        return request.cookies[_cookie(request, "session")]
    return request.cookies.get(_cookie(request, "visit"))


def stamp(key: str) -> str:
    """What every form that is sent carries, and that no page of somebody else's can know."""
    return hmac.new(key.encode(), b"a form of Onrecord's", "sha256").hexdigest()


def _set(request: Request, response: Response, name: str, value: str, lasting: timedelta) -> None:
    response.set_cookie(
        _cookie(request, name),
        value,
        max_age=int(lasting.total_seconds()),
        secure=_is_secure(request),
        httponly=True,
        samesite="lax",
    )


def _delete(request: Request, response: Response, name: str) -> None:
    secure = _is_secure(request)
    response.delete_cookie(_cookie(request, name), secure=secure, httponly=True, samesite="lax")


def _cookie(request: Request, name: str) -> str:
    """The name of a cookie: over https one that no other host can set, else one of this port alone."""
    # Cookies know no ports: two records shown on one machine would sign each other out.
    return f"__Host-onrecord-{name}" if _is_secure(request) else f"onrecord-{name}-{request.url.port or 80}"


def _is_secure(request: Request) -> bool:
    return request.url.scheme == "https"
