"""The routes of the first page and of the search, with its feeds, files and pictures."""

import hashlib
from collections.abc import Callable
from datetime import date

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from onrecord.exports.formats import FORMATS
from onrecord.record.collection import Record
from onrecord.web import charts, courses, feeds, rendering, spreading
from onrecord.web.asking import Asked, asked
from onrecord.web.courses import COURSES
from onrecord.web.requests import record_of
from onrecord.web.searching import PICTURES, search_page
from onrecord.web.today import today_page

__all__ = ["ROUTES"]

_BARS_OF_A_PICTURE = 20


def _asked(request: Request) -> Asked:
    return asked(request.query_params.multi_items())


def _today(request: Request) -> Response:
    get = request.query_params.get
    counts = get("counts") == "yes"
    return rendering.answer(today_page(record_of(request), get("span"), get("after"), counts=counts))


def _search(request: Request) -> Response:
    get = request.query_params.get
    page = search_page(record_of(request), _asked(request), get("more", ""), counts=get("counts") == "yes")
    return rendering.answer(page, code=400 if page.problem else 200)


def _feed(request: Request, write: Callable[[Record, Asked, str], bytes], media_type: str) -> Response:
    body = write(record_of(request), _asked(request), str(request.base_url))
    # Feed readers ask often; they are told when there is nothing new.
    tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    headers = {**rendering.HEADERS, "Cache-Control": "private, no-cache", "ETag": tag}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type=media_type)


def _atom(request: Request) -> Response:
    return _feed(request, feeds.atom, feeds.ATOM_TYPE)


def _json_feed(request: Request) -> Response:
    return _feed(request, feeds.json_feed, feeds.JSON_TYPE)


def _export(request: Request) -> Response:
    from onrecord import pipeline  # noqa: PLC0415 (it loads every room; only who exports waits for it)

    format_ = FORMATS.get(request.path_params["format"])
    if format_ is None:
        raise HTTPException(404, f"Statements can be had as {', '.join(FORMATS)}, not in this format.")
    query = _asked(request).query()
    name = f"onrecord-{date.today().isoformat()}{format_.suffix}"  # noqa: DTZ011 (the reader's own day)
    headers = {
        **rendering.HEADERS,
        "Cache-Control": "no-store",
        "Content-Disposition": f'attachment; filename="{name}"',
    }
    chunks = format_.write(pipeline.sheets(record_of(request), query))
    return StreamingResponse(chunks, headers=headers, media_type=format_.media_type)


def _picture(request: Request) -> Response:
    what = request.path_params["name"]
    if what not in {**PICTURES, **COURSES}:
        raise HTTPException(404, f"There are pictures of {', '.join([*PICTURES, *COURSES])}, not of this.")
    wanted = _asked(request)
    picture = _course(request, wanted, what) if what in COURSES else _spread(request, wanted, what)
    if picture is None:
        raise HTTPException(404, "There is nothing to draw: nothing on this record fits the search.")
    headers = {**rendering.HEADERS, "Cache-Control": "private, no-cache"}
    headers["Content-Disposition"] = f'inline; filename="onrecord-{what}.svg"'
    return Response(picture, headers=headers, media_type=charts.PICTURE_TYPE)


def _course(request: Request, wanted: Asked, what: str) -> bytes | None:
    record = record_of(request)
    return courses.picture(record, wanted.query(), wanted, what, feeds.title(record, wanted))


def _spread(request: Request, wanted: Asked, what: str) -> bytes | None:
    facet = "month" if what == "time" else what
    query = wanted.query()
    spread = record_of(request).facets(query, [facet], most=_BARS_OF_A_PICTURE)[facet]
    title = f"{PICTURES[what].capitalize()}: {feeds.title(record_of(request), wanted)}"
    if not spread.values:
        return None
    if what == "time":
        bars = spreading.over_time(record_of(request), query, spread, wanted)
        return charts.columns_picture(bars, title=title)
    return charts.bars_picture(spreading.bars(facet, spread, wanted), title=title)


ROUTES = [
    Route("/", _today),
    Route("/search", _search),
    Route("/feed.atom", _atom),
    Route("/feed.json", _json_feed),
    Route("/export/{format}", _export),
    Route("/plots/{name}.svg", _picture),
]
