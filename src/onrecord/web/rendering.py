"""From a page to a response: the templates, the files they ask for, and the headers of every answer."""

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, JSONResponse, Response

from onrecord.web.contexts import (
    AboutPage,
    ArticlePage,
    ErrorPage,
    Page,
    SearchPage,
    SpeakerPage,
    SpeakersPage,
    StatementPage,
    StreamPage,
)

__all__ = ["HEADERS", "answer", "asset", "error", "status"]

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""Sent with all: nothing is loaded from elsewhere, nothing runs, nobody frames us or is told of us."""

_TEMPLATES: Mapping[type[Page], str] = {
    StreamPage: "stream.html",
    SearchPage: "search.html",
    ArticlePage: "article.html",
    SpeakerPage: "speaker.html",
    SpeakersPage: "speakers.html",
    StatementPage: "statement.html",
    AboutPage: "about.html",
    ErrorPage: "error.html",
}

_ASSETS: Mapping[str, str] = {"onrecord.css": "text/css", "favicon.svg": "image/svg+xml"}


def answer(page: Page, *, code: int = 200) -> Response:
    """A page as a response."""
    html = _templates().get_template(_TEMPLATES[type(page)]).render(page=page)
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


def asset(name: str) -> Response | None:
    """A file that the pages ask for; None if there is none of that name."""
    if name not in _ASSETS:
        return None
    keep = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(_content(name), headers={**HEADERS, **keep}, media_type=_ASSETS[name])


@cache
def _content(name: str) -> bytes:
    return files("onrecord.web").joinpath("static", name).read_bytes()


def _asset_url(name: str) -> str:
    # The digest makes a changed file another address, so that it may be kept for ever.
    return f"/static/{name}?v={hashlib.sha256(_content(name)).hexdigest()[:12]}"


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("onrecord.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["asset"] = _asset_url
    return environment
