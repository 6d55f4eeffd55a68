"""The API's answers: JSON with a tag, and problems of one shape."""

import hashlib
import json
from collections.abc import Mapping
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.rendering import HEADERS

__all__ = ["HEAD", "Trouble", "answer", "problem"]

HEAD: Mapping[str, str] = {**HEADERS, "Cache-Control": "private, no-cache", "Vary": "Accept, Authorization"}
"""Sent with every answer of the API."""

_TITLES: Mapping[int, str] = {
    400: "The request cannot be understood",
    401: "A token is needed",
    403: "The record can only be read",
    404: "Not on the record",
    405: "This cannot be done here",
    406: "Not to be had in this format",
    409: "This judgement cannot be made",
    413: "Too much was sent",
    415: "Only JSON can be sent",
    429: "Too many requests",
    500: "Something went wrong on our side",
    503: "The record cannot be read just now",
}


class Trouble(Exception):
    """A request that gets a problem for an answer.

    Attributes:
        status: HTTP's number for it.
        detail: the sentence that says what is wrong and what to do.
        headers: what goes with it.
    """

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = headers or {}


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """A problem as RFC 9457 writes it."""
    title = _TITLES.get(status) or HTTPStatus(status).phrase
    sentence = detail if detail.endswith((".", "!", "?")) else f"{detail}."
    body = {"type": "about:blank", "title": title, "status": status, "detail": sentence}
    return Response(
        _bytes(body),
        status,
        headers={**HEAD, "Cache-Control": "no-store", **(headers or {})},
        media_type="application/problem+json",
    )


def answer(
    request: Request,
    body: Mapping[str, object],
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    media_type: str = "application/json",
) -> Response:
    """JSON with the tag of its bytes; nothing but the tag for somebody who has it already."""
    content = _bytes(body)
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    given = {**HEAD, "ETag": tag, **(headers or {})}
    if request.method in ("GET", "HEAD") and _has(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=given)
    return Response(content, status, headers=given, media_type=media_type)


def _has(known: str, tag: str) -> bool:
    tags = [each.strip().removeprefix("W/") for each in known.split(",")]
    return tag in tags or "*" in tags


def _bytes(body: Mapping[str, object]) -> bytes:
    return (json.dumps(body, ensure_ascii=False) + "\n").encode("utf-8", "replace")
