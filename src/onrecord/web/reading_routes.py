"""The routes of the pages that one reads: articles, statements, and who speaks."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.web import pages, reading, rendering
from onrecord.web.asking import revision_number
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
    after = request.query_params.get("after")
    return found(pages.speaker_page(record_of(request), request.path_params["id"], after), "speaker")


def _speakers(request: Request) -> Response:
    return rendering.answer(pages.speakers_page(record_of(request)))


ROUTES = [
    Route("/article/{id:path}", _article),
    Route("/statement/{id:path}", _statement),
    Route("/speakers", _speakers),
    Route("/speaker/{id:path}", _speaker),
]
