"""The route of the page that checks a draft."""

from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.linking.quotations import LONGEST_DRAFT
from onrecord.web import rendering
from onrecord.web.checker import MOST_SENT, Busy
from onrecord.web.checking import check_page
from onrecord.web.requests import record_of

__all__ = ["ROUTES"]

_FORM = "application/x-www-form-urlencoded"


async def _check(request: Request) -> Response:
    if request.method == "POST":
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != _FORM:
            return rendering.error(415, "This is no form", "Send the draft with the form of this page.")
        sent = await _sent(request)
        if sent is None:
            sentence = f"A draft may have {LONGEST_DRAFT:,} characters at most; check it in parts."
            return rendering.error(413, "This draft is too long", sentence)
        values = parse_qs(sent.decode("ascii", "replace"), errors="replace")
        text, day = values.get("text", [""])[0], values.get("published", [""])[0]
    else:
        text, day = request.query_params.get("text", ""), request.query_params.get("published", "")
    try:
        page = await run_in_threadpool(check_page, record_of(request), text, day[:40])
    except Busy as error:
        return rendering.error(503, "Other drafts are being checked", f"{str(error).capitalize()}.")
    return rendering.answer(page, code=400 if page.problem else 200)


async def _sent(request: Request) -> bytes | None:
    """What the form sends; None if it is more than any draft may be."""
    sent = bytearray()
    try:
        async for chunk in request.stream():
            sent += chunk
            if len(sent) > MOST_SENT:
                return None
    except ClientDisconnect:
        return b""
    return bytes(sent)


ROUTES = [Route("/check", _check, methods=["GET", "POST"])]
"""The page with its form."""
