"""The JSON that programs send."""

import json
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request

from onrecord.web.api_answers import Trouble

__all__ = ["MOST_SENT", "sent_json"]

MOST_SENT = 64 * 1024
"""The most bytes that one request may send, where nothing else is said."""


def sent_json(request: Request, needed: Mapping[str, type], others: Mapping[str, type]) -> dict[str, Any]:
    """The JSON that was sent, each part of the type that it must be.

    Raises:
        Trouble: 415 if it is something else than JSON, 400 if it cannot be understood.
    """
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
    return sent
