"""From a page to a response: the templates, the files they ask for, and the headers of every answer."""

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, JSONResponse, Response

from onrecord.web.contexts import ErrorPage, Page
from onrecord.web.navigation import NAVIGATION

__all__ = ["HEADERS", "answer", "asset", "error", "status"]

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""Sent with all: nothing is loaded or run that is not ours, nobody frames us or is told of us.

Our own pages are told: without a referrer a browser would not say that a form was sent by one of them.
"""

_KINDS: Mapping[str, str] = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def answer(page: Page, *, code: int = 200) -> Response:
    """A page as a response."""
    html = _templates().get_template(page.template).render(page=page)
    # Half a character (a lone surrogate) has no bytes; it is shown as a question mark.
    return HTMLResponse(
        html.encode("utf-8", "replace"), code, headers={**HEADERS, "Cache-Control": "private, no-cache"}
    )


def error(code: int, heading: str, sentence: str) -> Response:
    """A page that says what went wrong."""
    title = f"{heading} · Onrecord"
    return answer(ErrorPage(title=title, status=code, heading=heading, sentence=sentence), code=code)


def status(code: int, **facts: str) -> Response:
    """A few facts for programs that watch the server."""
    return JSONResponse(facts, code, headers={**HEADERS, "Cache-Control": "no-store"})


def asset(name: str, digest: str | None = None) -> Response | None:
    """A file that the pages ask for; None if there is none of that name.

    Args:
        name: its name in the folder ``static``.
        digest: the digest that the address gave; with the right one the answer may be kept for ever.
    """
    kind = _KINDS.get(PurePosixPath(name).suffix)
    if kind is None or name not in _names():
        return None
    lasting = "public, max-age=31536000, immutable" if digest == _digest(name) else "no-cache"
    return Response(_content(name), headers={**HEADERS, "Cache-Control": lasting}, media_type=kind)


@cache
def _names() -> frozenset[str]:
    return frozenset(one.name for one in files("onrecord.web").joinpath("static").iterdir())


@cache
def _content(name: str) -> bytes:
    return files("onrecord.web").joinpath("static", name).read_bytes()


@cache
def _digest(name: str) -> str:
    return hashlib.sha256(_content(name)).hexdigest()[:12]


def _asset_url(name: str) -> str:
    # The digest makes a changed file another address, so that it may be kept for ever.
    return f"/static/{name}?v={_digest(name)}"


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("onrecord.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(asset=_asset_url, navigation=NAVIGATION)
    return environment
