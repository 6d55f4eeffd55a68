"""Judging over the API: only with the token, only JSON, only so much of it."""

import json
from collections.abc import Callable, Mapping
from hmac import compare_digest
from typing import Any, NotRequired, TypedDict, get_args

from starlette.requests import Request

from onrecord.errors import JudgementError
from onrecord.record.judging import Noted
from onrecord.record.opening import open_record
from onrecord.terms.judgement import Judgement, Verdict
from onrecord.web.api_answers import Trouble
from onrecord.web.api_bodies import JudgementBody, judgement_body
from onrecord.web.requests import record_of

__all__ = ["MOST_SENT", "JudgeBody", "UndoBody", "judge", "undo"]

MOST_SENT = 64 * 1024
"""The most bytes that one request may send."""


class JudgeBody(TypedDict):
    """A judgement to be made; ``changes`` gives fields in the guide's schema."""

    statement: str
    by: str
    verdict: NotRequired[Verdict]
    changes: NotRequired[dict[str, object]]
    note: NotRequired[str | None]


class UndoBody(TypedDict):
    """Who takes a judgement back, and why."""

    by: str
    note: NotRequired[str | None]


def judge(request: Request) -> JudgementBody:
    """Make the judgement that a request sends.

    Raises:
        Trouble: 401 or 403 without the token, 400 if it cannot be understood, 404 if there is no such
            statement, 409 if it cannot be so.
    """
    _check_token(request)
    sent = _sent(request, {"statement": str, "by": str}, {"verdict": str, "changes": dict, "note": str})
    if record_of(request).statement(sent["statement"]) is None:
        raise Trouble(404, "this record holds no such statement")
    with open_record(request.app.state.place, write=True) as record:
        made = _made(
            lambda: record.judge(
                sent["statement"],
                by=sent["by"],
                verdict=sent.get("verdict"),
                changes=sent.get("changes"),
                note=sent.get("note"),
            )
        )
    return judgement_body(Noted(made, in_force=True))


def undo(request: Request) -> JudgementBody:
    """Take the judgement back that a request names; raises as ``judge`` does."""
    _check_token(request)
    sent = _sent(request, {"by": str}, {"note": str})
    with open_record(request.app.state.place, write=True) as record:
        made = _made(lambda: record.undo(request.path_params["id"], by=sent["by"], note=sent.get("note")))
    return judgement_body(Noted(made, in_force=True))


def _check_token(request: Request) -> None:
    token = request.app.state.policy.token
    if token is None:
        raise Trouble(
            403, "this server only lets the record be read; set ONRECORD_API_TOKEN to judge over the API"
        )
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not compare_digest(given.strip().encode(), token.encode()):
        raise Trouble(401, "send the token: Authorization: Bearer …", {"WWW-Authenticate": "Bearer"})


def _sent(request: Request, needed: Mapping[str, type], others: Mapping[str, type]) -> dict[str, Any]:
    """The JSON that was sent, each part of the type that it must be; ``null`` counts as not given."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise Trouble(415, "send JSON: Content-Type: application/json")
    try:
        sent = json.loads(request.state.sent)
    except (ValueError, RecursionError) as error:
        raise Trouble(400, "what was sent is no JSON") from error
    if not isinstance(sent, dict):
        raise Trouble(400, "send a JSON object")
    known = {**needed, **others}
    for name, value in sent.items():
        if name not in known:
            raise Trouble(400, f"{name[:80]!r} is no part of it; there are: {', '.join(known)}")
        if not isinstance(value, known[name]) and not (value is None and name == "note"):
            raise Trouble(400, f"{name}: this is of the wrong type")
    if missing := [name for name in needed if name not in sent]:
        raise Trouble(400, f"{missing[0]}: this has to be given")
    if "verdict" in sent and sent["verdict"] not in get_args(Verdict):
        raise Trouble(400, f"verdict: this must be one of {', '.join(get_args(Verdict))}")
    return sent


def _made(decide: Callable[[], Judgement]) -> Judgement:
    try:
        return decide()
    except JudgementError as error:
        raise Trouble(409, str(error)) from error
