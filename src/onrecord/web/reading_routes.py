"""The routes of the pages that one reads: articles, statements, and who speaks."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.web import comparing, pages, reading, rendering, speaking, urls
from onrecord.web.asking import asked, revision_number
from onrecord.web.requests import found, record_of

__all__ = ["ROUTES"]


def _article(request: Request) -> Response:
    revision = revision_number(request.query_params.get("revision"))
    base, id_ = str(request.base_url), request.path_params["id"]
    return found(
        reading.article_page(record_of(request), id_, revision=revision, base=base), "article or version"
    )


def _statement(request: Request) -> Response:
    page = reading.statement_page(record_of(request), request.path_params["id"], base=str(request.base_url))
    return found(page, "statement")


def _speaker(request: Request) -> Response:
    id_, get = request.path_params["id"], request.query_params.get
    given = asked(request.query_params.multi_items())
    record = record_of(request)
    page = speaking.speaker_page(record, id_, given, counts=get("counts") == "yes")
    if page is not None and page.address != urls.speaker(id_):  # merged into somebody else
        parameters = list(request.query_params.multi_items())
        return RedirectResponse(urls.with_query(page.address, parameters), 307, headers=rendering.HEADERS)
    return found(page, "speaker")


def _compare(request: Request) -> Response:
    a, b, subject = (request.query_params.get(name, "").strip() for name in ("a", "b", "q"))
    page = comparing.compare_page(record_of(request), a, b, subject)
    return rendering.answer(page, code=400 if page.problem else 200)


def _speakers(request: Request) -> Response:
    return rendering.answer(pages.speakers_page(record_of(request)))


ROUTES = [
    Route("/article/{id:path}", _article),
    Route("/statement/{id:path}", _statement),
    Route("/speakers", _speakers),
    Route("/speaker/{id:path}", _speaker),
    Route("/compare", _compare),
]
