"""Signing in and out, and keeping out whoever has not."""

from hmac import compare_digest

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.errors import RecordError
from onrecord.web import rendering, wording
from onrecord.web.api_answers import problem
from onrecord.web.api_limits import Policy
from onrecord.web.api_operations import ROOT
from onrecord.web.doors import (
    doors_of,
    forget,
    let_in,
    remember_visitor,
    session_of,
    stamp,
    visitor,
    writing,
)
from onrecord.web.requests import record_of
from onrecord.web.review_contexts import SignInPage
from onrecord.web.sending import Sent, on, send_to_sign_in, taking, within
from onrecord.web.slowing import Attempts

__all__ = ["ROUTES", "OnlySignedIn"]

_OPEN = ("/sign-in", "/sign-out", "/healthz", "/favicon.ico")


def _sign_in(request: Request) -> Response:
    onward = within(request.query_params.get("next", ""))
    if session_of(request) is not None:
        return on(onward)
    return _page(request, onward)


def _page(request: Request, onward: str, *, name: str = "", trouble: str = "", code: int = 200) -> Response:
    known_by = visitor(request)
    accounts = any(one.signs_in and not one.ended for one in record_of(request).reviewers())
    page = SignInPage(
        title="Sign in · Onrecord",
        section="review",
        stamp=stamp(known_by),
        onward=onward,
        name=name,
        problem=trouble,
        command="" if accounts else f'onrecord reviewer add "Ann Ray" --db {record_of(request).place}',
        readers=doors_of(request).readers,
    )
    response = rendering.answer(page, code=code)
    response.headers["Cache-Control"] = "no-store"
    remember_visitor(request, response, known_by)
    return response


def _enter(request: Request, sent: Sent) -> Response:
    onward, name = within(sent.get("next")), sent.get("name")
    attempts = request.app.state.attempts
    assert isinstance(attempts, Attempts)  # noqa: S101 (create_app has put it there)
    address = request.client.host if request.client else "-"
    if wait := attempts.wait(name, address):
        told = f"There were too many wrong passwords. Wait {wait} second{'s' * (wait != 1)}, and try again."
        response = _page(request, onward, name=name, trouble=told, code=429)
        response.headers["Retry-After"] = str(wait)
        return response
    token = writing(request).sign_in(name, password=sent.get("password"), longest=doors_of(request).longest)
    if token is None:
        return _page(request, onward, name=name, trouble="The name or the password is not right.", code=401)
    attempts.succeeded(name, address)
    response = on(onward)
    let_in(request, response, token)
    return response


def _leave(request: Request, _: Sent) -> Response:
    response = on("/sign-in")
    if token := forget(request, response):
        writing(request).sign_out(token)
    return response


def _is_in(request: Request) -> bool:
    return session_of(request) is not None


def _gone(_: Request) -> Response:
    return on("/sign-in")


class OnlySignedIn:
    """Lets whoever is signed in read, and programs that send the API's token; sends all others to sign in."""

    def __init__(self, app: ASGIApp, policy: Policy) -> None:
        self._app = app
        self._policy = policy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or send away."""
        if scope["type"] == "http" and not self._is_open(scope):
            request = Request(scope)
            try:
                known = self._has_token(request) or await run_in_threadpool(_is_in, request)
            except RecordError as error:
                failing = rendering.error(503, "The record cannot be read just now", wording.sentence(error))
                await failing(scope, receive, send)
                return
            if not known:
                await self._sent_away(request)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _is_open(self, scope: Scope) -> bool:
        path: str = scope["path"]
        asks_what_may_be = path.startswith(ROOT) and scope["method"] == "OPTIONS"
        return path in _OPEN or path.startswith("/static/") or asks_what_may_be

    def _has_token(self, request: Request) -> bool:
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        token = self._policy.token
        if token is None or scheme.lower() != "bearer":
            return False
        return compare_digest(given.strip().encode(), token.encode())

    def _sent_away(self, request: Request) -> Response:
        if request.url.path.startswith(ROOT):
            told = "reading needs the token here: Authorization: Bearer …, as ONRECORD_API_TOKEN sets it"
            return problem(401, told, {"WWW-Authenticate": "Bearer"})
        return send_to_sign_in(request)


ROUTES = [
    Route("/sign-in", _sign_in),
    Route("/sign-in", taking(_enter, from_anybody=True), methods=["POST"]),
    Route("/sign-out", _gone),
    Route("/sign-out", taking(_leave), methods=["POST"]),
]
