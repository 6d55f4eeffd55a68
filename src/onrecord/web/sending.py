"""What forms send: read, kept small, and taken only from our own pages."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from hmac import compare_digest
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from onrecord.web import rendering
from onrecord.web.doors import key_of, session_of, stamp

__all__ = ["MOST_SENT", "Sent", "on", "send_to_sign_in", "taking", "within"]

MOST_SENT = 512 * 1024
"""The most bytes that a form may send: the words of a long statement, spelled out for the web."""

_MOST_FIELDS = 100
_INSIDE = "/review"
_LONGEST_ADDRESS = 2000
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Sent:
    """The fields of a form that was sent.

    Attributes:
        fields: the last value of each, with lines that end as lines of ours do.
    """

    fields: Mapping[str, str]

    def get(self, name: str, otherwise: str = "") -> str:
        """A field."""
        return self.fields.get(name, otherwise)


def taking(
    work: Callable[[Request, Sent], Response], *, from_anybody: bool = False
) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint that does something with the form it is sent, if one of our own pages sent it.

    Args:
        work: what to do.
        from_anybody: whether it may come from somebody who is not signed in; otherwise they have to.
    """

    async def endpoint(request: Request) -> Response:
        body = await _body(request)
        return await run_in_threadpool(_checked, request, body)

    def _checked(request: Request, body: bytes) -> Response:
        sent = _sent(body)
        if not from_anybody and session_of(request) is None:
            return send_to_sign_in(request)
        _check(request, sent)
        return work(request, sent)

    return endpoint


def within(address: str) -> str:
    """An address that one may be sent on to: one of our own pages, else the review."""
    parts = urlsplit(address) if address.startswith("/") else None
    odd = any(sign <= " " or sign in "\\\x7f" for sign in address)
    if parts is None or parts.scheme or parts.netloc or odd or address.startswith("//"):
        return _INSIDE
    return address[:_LONGEST_ADDRESS]


def send_to_sign_in(request: Request) -> Response:
    """Send a browser to sign in, and from there back to what it asked for, if that can be asked for again."""
    path = request.url.path if request.method in ("GET", "HEAD") else _INSIDE
    back = path + (f"?{request.url.query}" if request.url.query else "")
    return on(f"/sign-in?{urlencode({'next': back})}")


def on(address: str) -> Response:
    """Send a browser on to one of our pages."""
    # 303: whatever was sent is not sent again.
    return RedirectResponse(address, 303, headers={**rendering.HEADERS, "Cache-Control": "no-store"})


async def _body(request: Request) -> bytes:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise HTTPException(415, "This is no form of this page. Load the page again.")
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > MOST_SENT:
                raise HTTPException(413, "This is more than can be sent at once. Send less of it.")
    except ClientDisconnect as error:
        raise HTTPException(400, "The request broke off.") from error
    return body


def _sent(body: bytes) -> Sent:
    try:
        pairs = parse_qsl(
            body.decode("ascii"), keep_blank_values=True, errors="replace", max_num_fields=_MOST_FIELDS
        )
    except (ValueError, UnicodeDecodeError) as error:
        raise HTTPException(400, "What was sent cannot be read. Load the page again.") from error
    return Sent({name: value.replace("\r\n", "\n") for name, value in pairs})


def _check(request: Request, sent: Sent) -> None:
    """See that one of our own pages sent it.

    Raises:
        HTTPException: 403 if it was another page, or nobody can tell.
    """
    key = key_of(request)
    # Compared as bytes: a form may send signs that compare_digest does not take as text.
    stamped = key is not None and compare_digest(sent.get("stamp").encode(), stamp(key).encode())
    if not (stamped and _from_here(request)):
        raise HTTPException(
            403,
            "This form has run out, or comes from another page. Load the page again, and send it from there.",
        )


def _from_here(request: Request) -> bool:
    """What the browser says of where the form stood; one that says nothing is not contradicted."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None and site != "same-origin":
        return False
    if origin is None:
        return True
    if origin == "null":
        return site == "same-origin"
    return urlsplit(origin).netloc.casefold() == request.headers.get("host", "").casefold()
