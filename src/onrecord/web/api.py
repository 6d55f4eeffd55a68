"""The API as an application of its own, to be mounted below the pages."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.errors import NotInstalled, QueryError, RecordError
from onrecord.record.collection import Record
from onrecord.web import api_openapi
from onrecord.web.api_answers import HEAD, Trouble, answer, problem
from onrecord.web.api_limits import Buckets, Policy
from onrecord.web.api_operations import OPERATIONS, Operation
from onrecord.web.api_questions import given
from onrecord.web.api_sent import MOST_SENT

__all__ = ["NOTHING_HERE", "create_api"]

NOTHING_HERE = "there is nothing at this address; /api/v1/openapi.json tells what there is"


def create_api(record: Record, place: object, policy: Policy) -> Starlette:
    """The application that answers programs.

    Args:
        record: an open record, from which everything is read.
        place: where it is, to be opened for a judgement.
        policy: what is allowed.
    """
    by_path: dict[str, list[Operation]] = {}
    for operation in OPERATIONS:
        by_path.setdefault(operation.path, []).append(operation)
    routes = [Route("/openapi.json", _Resource({"GET": _document}), methods=None)]
    # What begins alike and has more to it is tried first, since an id may hold slashes.
    for path in sorted(by_path, key=lambda each: -each.count("/")):
        runs = {each.method: each.run for each in by_path[path]}
        most = max(each.most_sent for each in by_path[path])
        routes.append(Route(path.replace("{id}", "{id:path}"), _Resource(runs, most), methods=None))
    app = Starlette(
        routes=routes,
        middleware=_middleware(policy.origins),
        exception_handlers={
            Trouble: _troubled,
            HTTPException: _refused,
            QueryError: _not_understood,
            RecordError: _record_failed,
            NotInstalled: _not_installed,
            Exception: _failed,
        },
    )
    app.router.redirect_slashes = False
    app.state.record, app.state.place, app.state.policy = record, place, policy
    app.state.buckets = Buckets(policy.rate)
    return app


def _middleware(origins: Sequence[str]) -> list[Middleware]:
    if not origins:
        return []
    allowed = ["Authorization", "Content-Type", "If-None-Match"]
    shown = ["ETag", "Link", "Location", "Retry-After"]
    return [
        Middleware(
            CORSMiddleware,
            allow_origins=list(origins),
            allow_methods=["GET", "HEAD", "POST"],
            allow_headers=allowed,
            expose_headers=shown,
        )
    ]


class _Resource:
    """What stands at one address: answers each method that it has, and tells which those are."""

    def __init__(self, runs: Mapping[str, Any], most: int = MOST_SENT) -> None:
        self._most = most
        self._runs = {**runs, **({"HEAD": runs["GET"]} if "GET" in runs else {})}
        self._allow = ", ".join([*self._runs, "OPTIONS"])

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 - ASGI's own
        request = Request(scope, receive)
        response = await self._answer(request)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        reader = request.client.host if request.client else "-"
        if wait := request.app.state.buckets.wait(reader):
            told = {"Retry-After": str(wait)}
            raise Trouble(429, f"these are too many requests; wait {wait} seconds", told)
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={**HEAD, "Allow": self._allow})
        if request.method not in self._runs:
            raise Trouble(405, f"here you can {self._allow}", {"Allow": self._allow})
        request.state.sent = await _body(request, self._most)
        response: Response = await run_in_threadpool(self._runs[request.method], request)
        return response


async def _body(request: Request, most: int) -> bytes:
    """What is sent; no more of it is read than may be."""
    sent = b""
    try:
        async for chunk in request.stream():
            sent += chunk
            if len(sent) > most:
                raise Trouble(413, f"{most:,} bytes are the most that may be sent")
    except ClientDisconnect as error:
        raise Trouble(400, "the request broke off") from error
    return sent


def _document(request: Request) -> Response:
    given(request, ())
    return answer(request, _made(), media_type="application/vnd.oai.openapi+json")


@cache
def _made() -> dict[str, Any]:
    return api_openapi.document()


def _troubled(_: Request, error: Exception) -> Response:
    assert isinstance(error, Trouble)  # noqa: S101 - it is registered for these
    return problem(error.status, error.detail, error.headers)


def _refused(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    if status == 404:  # noqa: PLR2004 - as HTTP numbers it
        return problem(status, NOTHING_HERE)
    return problem(status, str(getattr(error, "detail", "it cannot be answered")))


def _not_understood(_: Request, error: Exception) -> Response:
    return problem(400, str(error))


def _record_failed(_: Request, error: Exception) -> Response:
    return problem(503, str(error), {"Retry-After": "5"})


def _not_installed(_: Request, error: Exception) -> Response:
    return problem(406, f"this server lacks what the format needs: {error}")


def _failed(_: Request, __: Exception) -> Response:
    return problem(500, "this could not be answered; the record itself is untouched")
