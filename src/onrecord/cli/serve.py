"""``onrecord serve``: a record as pages in a browser."""

import sys

from onrecord.cli.account import shown
from onrecord.cli.options import Database, Host, Port
from onrecord.settings import Settings

__all__ = ["serve", "serve_record"]


def serve(db: Database = None, host: Host = None, port: Port = None) -> None:
    """Show a record in a browser, until Ctrl-C.

    Only this machine can reach it, unless --host says otherwise. Who only reads is not asked who they are,
    unless ONRECORD_READERS_SIGN_IN is yes: give it another address only in a network whose people may all
    read the record. Reviewers sign in (see onrecord reviewer).

    \b
    Examples:
      onrecord serve --db news.db
      onrecord serve --db news.db --port 9000
    """
    settings = Settings.from_environment()
    serve_record(db or settings.db, host or settings.host, port or settings.port)


def _reach(host: str, *, signed_in: bool) -> str:
    from onrecord.web.serving import is_loopback

    if is_loopback(host):
        return "Only this machine can reach it; --host says otherwise."
    if signed_in:
        return f"Whoever reaches {host} and signs in can read the record."
    return f"Whoever reaches {host} can read the record; nobody is asked who they are."


def serve_record(db: str, host: str, port: int) -> None:
    """Open a record to a browser, and say where, once somebody can connect."""
    from datetime import timedelta

    from onrecord.web.api_limits import Policy
    from onrecord.web.doors import Doors
    from onrecord.web.serving import serve as pages

    settings = Settings.from_environment()
    policy = Policy(settings.api_token, settings.api_rate, settings.api_origins)
    lasting = timedelta(hours=settings.session_hours), timedelta(days=settings.session_days)
    doors = Doors(settings.readers_sign_in, *lasting)

    def ready(address: str) -> None:
        sys.stdout.write(f"{shown(db)} is open on {address} (Ctrl-C to stop)\n")
        reach = _reach(host, signed_in=doors.readers)
        sys.stdout.write(f"{reach} Programs ask {address}api/v1/openapi.json\n")
        sys.stdout.flush()

    pages(db, host=host, port=port, ready=ready, policy=policy, doors=doors)
