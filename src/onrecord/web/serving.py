"""Running the pages on this machine."""

import errno
import ipaddress
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from onrecord.errors import SettingError
from onrecord.web.api_limits import OPEN_TO_READ, Policy
from onrecord.web.app import create_app
from onrecord.web.doors import OPEN_TO_READERS, Doors
from onrecord.web.hosts import LOOPBACK

__all__ = ["address", "is_loopback", "serve"]


def serve(
    place: str | Path,
    host: str = "127.0.0.1",
    port: int = 8321,
    *,
    ready: Callable[[str], None] | None = None,
    policy: Policy = OPEN_TO_READ,
    doors: Doors = OPEN_TO_READERS,
) -> None:
    """Show a record until somebody stops it (Ctrl-C).

    Args:
        place: the record's file, or its address on a server.
        host: the address to listen on; beyond 127.0.0.1 whoever reaches it can read the record.
        port: the port to listen on; 0 for any that is free.
        ready: is told the address of the pages as soon as they can be opened.
        policy: what the API allows.
        doors: who has to sign in, and for how long it holds.

    Raises:
        RecordError: if there is no record, or it cannot be used.
        SettingError: if nothing can be served at that address: the port is taken, or is reserved,
            or the address is not this machine's.
    """
    hosts = LOOPBACK if is_loopback(host) else ("*",)
    app = create_app(place, hosts=hosts, policy=policy, doors=doors)
    with _listening(host, port) as listener:
        config = uvicorn.Config(app, log_level="error", access_log=False, server_header=False, lifespan="on")
        if ready is not None:
            ready(address(host, listener.getsockname()[1]))
        uvicorn.Server(config).run(sockets=[listener])


def address(host: str, port: int) -> str:
    """What to type into a browser."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)  # noqa: S104 (compared, not bound to)
    return f"http://{f'[{shown}]' if ':' in shown and not shown.startswith('[') else shown}:{port}/"


def is_loopback(host: str) -> bool:
    """Whether an address can be reached from this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=128)
    except (OSError, OverflowError, UnicodeError) as error:
        raise SettingError(_complaint(host, port, error)) from error


def _complaint(host: str, port: int, error: Exception) -> str:
    match getattr(error, "errno", None):
        case errno.EADDRINUSE:
            return (
                f"port {port} on {host} is taken by another program; "
                f"stop that one or give another, such as --port {port + 1}"
            )
        case errno.EACCES:
            return f"port {port} is reserved for the system; give one above 1023, such as --port 8321"
        case errno.EADDRNOTAVAIL:
            return f"{host} is no address of this machine; use --host 127.0.0.1"
        case _:
            return f"nothing can be served at {host}, port {port} ({error}); use --host 127.0.0.1"
