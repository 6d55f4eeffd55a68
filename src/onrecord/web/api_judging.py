"""Judging over the API: only with the token, only JSON, only so much of it."""

from collections.abc import Callable
from hmac import compare_digest
from typing import Any, NotRequired, TypedDict, get_args

from starlette.requests import Request

from onrecord.errors import JudgementError
from onrecord.record.judging import Noted
from onrecord.record.opening import open_record
from onrecord.terms.judgement import Judgement, Verdict
from onrecord.web.api_answers import Trouble
from onrecord.web.api_bodies import JudgementBody, judgement_body
from onrecord.web.api_sent import sent_json
from onrecord.web.requests import record_of

__all__ = ["JudgeBody", "UndoBody", "judge", "undo"]


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
    wanted = {"verdict": str, "changes": dict, "note": str}
    sent = _verdict_checked(sent_json(request, {"statement": str, "by": str}, wanted))
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
    sent = sent_json(request, {"by": str}, {"note": str})
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


def _verdict_checked(sent: dict[str, Any]) -> dict[str, Any]:
    if "verdict" in sent and sent["verdict"] not in get_args(Verdict):
        raise Trouble(400, f"verdict: this must be one of {', '.join(get_args(Verdict))}")
    return sent


def _made(decide: Callable[[], Judgement]) -> Judgement:
    try:
        return decide()
    except JudgementError as error:
        raise Trouble(409, str(error)) from error
