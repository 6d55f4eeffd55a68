"""The routes of the pages for reviewers, and what their forms do."""

from collections.abc import Callable, Mapping
from typing import get_args

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from onrecord.errors import JudgementError
from onrecord.record.values import FoundSpeaker
from onrecord.terms.judgement import Verdict
from onrecord.web import rendering, wording
from onrecord.web.asking import Asked, asked
from onrecord.web.doors import key_of, session_of, stamp, writing
from onrecord.web.requests import record_of
from onrecord.web.review_forms import changes
from onrecord.web.reviewing import address, history_page, review_page, seen_of
from onrecord.web.sending import Sent, on, send_to_sign_in, taking

__all__ = ["ROUTES"]

_LONGEST_NOTE = 2000
_VERDICTS: Mapping[str, Verdict] = {verdict: verdict for verdict in get_args(Verdict)}
_NO_SUCH = "This record holds no such statement."
_NOTHING_CHANGED = "Nothing was changed. If all of it is right, say so with Right."
_MEANWHILE = "Somebody has judged this meanwhile, and it is shown as it stands now. Look at it again."


def _asked(request: Request) -> Asked:
    return asked(request.query_params.multi_items())


def _reviewer(request: Request) -> str:
    session = session_of(request)
    assert session is not None  # noqa: S101 (the callers have seen to it)
    return session.reviewer


def _stamp(request: Request) -> str:
    return stamp(key_of(request) or "")


def _kept_private(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response


def _for_reviewers(show: Callable[[Request], Response]) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        return send_to_sign_in(request) if session_of(request) is None else _kept_private(show(request))

    return endpoint


def _review(request: Request) -> Response:
    page = review_page(
        record_of(request),
        _asked(request),
        reviewer=_reviewer(request),
        stamp=_stamp(request),
        item=request.query_params.get("item", ""),
    )
    if page is None:
        raise HTTPException(404, _NO_SUCH)
    return rendering.answer(page, code=400 if page.problem else 200)


def _again(request: Request, sent: Sent, trouble: str, code: int, *, typed: bool = True) -> Response:
    """The same statement once more, with what was typed and what is wrong with it."""
    page = review_page(
        record_of(request),
        _asked(request),
        reviewer=_reviewer(request),
        stamp=_stamp(request),
        item=sent.get("statement"),
        problem=trouble,
        sent=sent if typed else None,
    )
    if page is None:
        raise HTTPException(404, _NO_SUCH)
    return _kept_private(rendering.answer(page, code=code))


def _judge(request: Request, sent: Sent) -> Response:
    id_, verdict = sent.get("statement"), _VERDICTS.get(sent.get("verdict"))
    if verdict is None:
        raise HTTPException(400, "The form does not say what is judged. Load the page again.")
    record = writing(request)
    one = record.statement(id_)
    article = record.article(one.article, revision=one.revision, wrong=True) if one else None
    if one is None or article is None:
        raise HTTPException(404, _NO_SUCH)
    if sent.get("seen") != seen_of(record, id_):
        return _again(request, sent, _MEANWHILE, 409, typed=False)
    try:
        made = {} if verdict == "wrong" else changes(record, one, article.article.text, sent)
        if verdict == "corrected" and not made:
            return _again(request, sent, _NOTHING_CHANGED, 422)
        note = sent.get("note").strip()[:_LONGEST_NOTE] or None
        record.judge(id_, by=_reviewer(request), verdict=verdict, changes=made, note=note)
    except JudgementError as error:
        return _again(request, sent, wording.sentence(error), 422)
    return on(address(_asked(request), after=id_))


def _merge(request: Request, sent: Sent) -> Response:
    record, here, other = writing(request), sent.get("actor"), sent.get("other").strip()
    ids = record.meant(other)
    if len(ids) != 1:
        told = f"several are called so; write one of {', '.join(ids)}" if ids else "nobody is called so here"
        return _again(request, sent, f"“{other[:100]}”: {told}.", 422)
    pair = (ids[0], here) if sent.get("keep") == "other" else (here, ids[0])
    try:
        record.merge(*pair, by=_reviewer(request))
    except JudgementError as error:
        return _again(request, sent, wording.sentence(error), 422)
    again = _asked(request)
    return on(address(again, item=sent.get("statement"), after=again.after or ""))


def _undo(request: Request, sent: Sent) -> Response:
    record, again = writing(request), _asked(request)
    id_ = sent.get("judgement")
    try:
        about = record.about(id_)
        record.undo(id_, by=_reviewer(request))
    except JudgementError as error:
        raise HTTPException(409, wording.sentence(error)) from error
    if sent.get("from") == "history":
        return on("/review/history")
    shown = about if record.statement(about) is not None else ""
    return on(address(again, item=shown, after=again.after or ""))


def _history(request: Request) -> Response:
    before = request.query_params.get("before", "")
    if before and not (before.isascii() and before.isdigit() and len(before) <= len("1000000000")):
        raise HTTPException(400, "There is no such page of the history. Start again at its first one.")
    page = history_page(
        record_of(request),
        reviewer=_reviewer(request),
        stamp=_stamp(request),
        by=request.query_params.get("by", ""),
        before=int(before) if before else None,
    )
    return rendering.answer(page)


def _actors(request: Request) -> Response:
    record = record_of(request)
    known = record.actors(request.query_params.get("q", "")[:200])
    body = [{"value": _spelling(request, one), "label": _told(one)} for one in known]
    return JSONResponse(body, headers=dict(rendering.HEADERS))


def _spelling(request: Request, one: FoundSpeaker) -> str:
    """What to write for an actor: the name, or the id where several have it."""
    name = one.entity.name
    return name if record_of(request).meant(name) == (one.entity.id,) else one.entity.id


def _told(one: FoundSpeaker) -> str:
    role = one.entity.roles[0] if one.entity.roles else wording.KIND_WORDS[one.entity.kind]
    return f"{one.entity.name}, {role}, {wording.counted(one.statements, 'statement')}"


ROUTES = [
    Route("/review", _for_reviewers(_review)),
    Route("/review/history", _for_reviewers(_history)),
    Route("/review/actors", _for_reviewers(_actors)),
    Route("/review/judge", taking(_judge), methods=["POST"]),
    Route("/review/merge", taking(_merge), methods=["POST"]),
    Route("/review/undo", taking(_undo), methods=["POST"]),
]
