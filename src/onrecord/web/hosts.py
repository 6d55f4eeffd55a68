"""Who may be asked for: the names in a request's ``Host`` header that we answer to."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.web import rendering
from onrecord.web.api_answers import problem

__all__ = ["LOOPBACK", "OnlyHosts"]

LOOPBACK = ("127.0.0.1", "localhost", "::1")
"""The names of this machine to itself."""


class OnlyHosts:
    """Answers requests for the hosts given, and refuses all others.

    A server on 127.0.0.1 is open to every web site that the reader visits at the same time if the
    site's own name leads to 127.0.0.1 (DNS rebinding); the header tells the two apart.
    """

    def __init__(self, app: ASGIApp, hosts: Sequence[str]) -> None:
        self._app = app
        self._hosts = frozenset(host.casefold() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] != "http" or "*" in self._hosts or _host(scope) in self._hosts:
            await self._app(scope, receive, send)
            return
        if scope["path"].startswith("/api/"):
            await problem(400, "this server does not answer to the name in the address; use 127.0.0.1")(
                scope, receive, send
            )
            return
        sentence = "This server does not answer to the name in the address. Use 127.0.0.1 or localhost."
        await rendering.error(400, "A name that is not ours", sentence)(scope, receive, send)


def _host(scope: Scope) -> str | None:
    try:
        return urlsplit(f"//{Headers(scope=scope).get('host', '')}").hostname
    except ValueError:
        return None
