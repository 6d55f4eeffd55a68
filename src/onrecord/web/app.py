"""The pages of a record as an ASGI application."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route

from onrecord.errors import QueryError, RecordError
from onrecord.record.opening import open_record
from onrecord.web import (
    checking_routes,
    pages,
    reading_routes,
    rendering,
    review_routes,
    searching_routes,
    signing,
    wording,
)
from onrecord.web.api import NOTHING_HERE, create_api
from onrecord.web.api_answers import problem
from onrecord.web.api_limits import OPEN_TO_READ, Policy
from onrecord.web.api_operations import ROOT
from onrecord.web.doors import OPEN_TO_READERS, Doors, Writer
from onrecord.web.hosts import LOOPBACK, OnlyHosts
from onrecord.web.requests import record_of
from onrecord.web.signing import OnlySignedIn
from onrecord.web.slowing import Attempts

__all__ = ["create_app"]


def create_app(
    place: str | Path,
    *,
    hosts: Sequence[str] = LOOPBACK,
    policy: Policy = OPEN_TO_READ,
    doors: Doors = OPEN_TO_READERS,
) -> Starlette:
    """The application that shows the record at a place.

    The record is opened to be read; what is read into it meanwhile is shown from the next page on, but in
    the counts of a whole large record, which are kept for a while.

    Args:
        place: the record's file, or its address on a server.
        hosts: the names under which it may be asked for; with ``*`` among them, any. A page of
            somebody else's cannot read a record by giving its own name our address.
        policy: what the API allows.
        doors: who has to sign in, and for how long it holds.

    Raises:
        RecordError: if there is no record, or it cannot be used.
    """
    record, writer = open_record(place), Writer(place)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        with record:
            yield
        writer.close()

    app = Starlette(
        lifespan=lifespan,
        routes=[*_ROUTES, Mount(ROOT, create_api(record, place, policy))],
        middleware=[
            Middleware(OnlyHosts, hosts=hosts),
            *([Middleware(OnlySignedIn, policy=policy)] if doors.readers else []),
        ],
        exception_handlers={
            HTTPException: _refused,
            QueryError: _not_understood,
            RecordError: _record_failed,
            Exception: _failed,
        },
    )
    app.router.redirect_slashes = False
    app.state.record, app.state.writer = record, writer
    app.state.doors, app.state.attempts = doors, Attempts()
    return app


def _about(request: Request) -> Response:
    counts = request.query_params.get("counts") == "yes"
    return rendering.answer(pages.about_page(record_of(request), counts=counts))


def _health(request: Request) -> Response:
    try:
        record_of(request).statement("")  # there is none, which any record can tell at once
    except RecordError as error:
        return rendering.status(503, status="failing", reason=str(error))
    return rendering.status(200, status="ok")


def _static(request: Request) -> Response:
    file = rendering.asset(request.path_params["name"], request.query_params.get("v"))
    if file is None:
        raise HTTPException(404, "There is no such file.")
    return file


def _favicon(_: Request) -> Response:
    # Some programs ask for it here whatever the page says.
    return RedirectResponse("/static/favicon.svg", 308, headers=rendering.HEADERS)


def _refused(request: Request, error: Exception) -> Response:
    code = error.status_code if isinstance(error, HTTPException) else 500
    if request.url.path.startswith(
        ROOT
    ):  # an address that no path of the API can be, such as one with a line break
        return problem(code, NOTHING_HERE)
    if code == 404:  # noqa: PLR2004 (as HTTP numbers it)
        told = str(getattr(error, "detail", ""))
        sentence = told if told.endswith(".") else "There is no page at this address."
        return rendering.error(code, "Not on the record", sentence)
    if code == 405:  # noqa: PLR2004 (likewise)
        return rendering.error(
            code, "Only to be read", "These pages can be read; nothing can be sent to them."
        )
    told = str(getattr(error, "detail", ""))
    return rendering.error(
        code, "That did not work", told if told.endswith(".") else "The request could not be answered."
    )


def _not_understood(_: Request, error: Exception) -> Response:
    return rendering.error(400, "This cannot be understood", wording.sentence(error))


def _record_failed(_: Request, error: Exception) -> Response:
    return rendering.error(503, "The record cannot be read just now", wording.sentence(error))


def _failed(_: Request, __: Exception) -> Response:
    sentence = "Something went wrong on our side; the record itself is untouched. Load the page again."
    return rendering.error(500, "This page could not be made", sentence)


_ROUTES = [
    *searching_routes.ROUTES,
    *checking_routes.ROUTES,
    *reading_routes.ROUTES,
    *signing.ROUTES,
    *review_routes.ROUTES,
    Route("/about", _about),
    Route("/healthz", _health),
    Route("/static/{name}", _static),
    Route("/favicon.ico", _favicon),
]
