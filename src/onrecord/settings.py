"""What a user may set once for all runs, read from the environment and then frozen."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from onrecord.errors import SettingError

__all__ = ["SETTINGS", "Setting", "Settings"]

_LEAST_SECRET = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting, with the value it has when nobody sets it.

    Attributes:
        db: the record that the commands use when ``--db`` is not given.
        host: the address that ``onrecord serve`` listens on.
        port: the port that ``onrecord serve`` listens on.
        threads: threads of the model in one process; ``None`` leaves it to ONNX Runtime.
        workers: processes that ``onrecord read`` shares the articles among.
        api_token: what whoever judges over the API must send; ``None`` lets it only be read.
        api_rate: requests a minute that the API answers to one address.
        api_origins: web sites whose pages may read the API.
        readers_sign_in: whether everybody has to sign in, and not reviewers only.
        session_hours: hours without a request after which whoever is signed in no longer is.
        session_days: days after which they no longer are in any case.
    """

    db: str = "record.db"
    host: str = "127.0.0.1"
    port: int = 8321
    threads: int | None = None
    workers: int = 1
    api_token: str | None = None
    api_rate: int = 600
    api_origins: tuple[str, ...] = ()
    readers_sign_in: bool = False
    session_hours: int = 12
    session_days: int = 7

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> "Settings":
        """The settings of this environment; a variable that is empty counts as not set.

        Args:
            environ: the variables to read; those of the process when not given.

        Raises:
            SettingError: naming every variable whose value cannot be used, all at once.
        """
        given = os.environ if environ is None else environ
        settings = cls()
        complaints = []
        for setting in SETTINGS:
            if text := given.get(setting.variable, "").strip():
                try:
                    settings = replace(settings, **{setting.name: setting.value(text)})
                except ValueError as error:
                    complaints.append(f"{setting.variable} is {text!r}, but it has to be {error}.")
        if complaints:
            raise SettingError(" ".join(complaints))
        return settings


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable.

    Attributes:
        name: the attribute of :class:`Settings` that it sets.
        meaning: what it is for, in the words of the reference.
        value: reads the text of the variable; raises ValueError saying what it has to be.
    """

    name: str
    meaning: str
    value: Callable[[str], Any]

    @property
    def variable(self) -> str:
        """The name of the environment variable."""
        return f"ONRECORD_{self.name.upper()}"


def _whole(most: int) -> Callable[[str], int]:
    def value(text: str) -> int:
        if not (text.isascii() and text.isdigit() and 1 <= int(text) <= most):
            message = f"a whole number from 1 to {most}"
            raise ValueError(message)
        return int(text)

    return value


def _secret(text: str) -> str:
    if len(text) < _LEAST_SECRET or not text.isascii() or not text.isprintable() or " " in text:
        message = f"at least {_LEAST_SECRET} letters, digits and signs without a space"
        raise ValueError(message)
    return text


def _origins(text: str) -> tuple[str, ...]:
    found = tuple(part.strip().rstrip("/") for part in text.split(",") if part.strip())
    if not all(re.fullmatch(r"https?://[^/\s*]+", origin) for origin in found):
        message = "addresses of web sites like https://desk.example, with commas between"
        raise ValueError(message)
    return found


def _yes_or_no(text: str) -> bool:
    if (answer := text.casefold()) not in {"yes", "no"}:
        message = "yes or no"
        raise ValueError(message)
    return answer == "yes"


def _place(text: str) -> str:
    return os.path.expanduser(text)  # noqa: PTH111 - the address of a server is no path


SETTINGS = (
    Setting("db", "The record that the commands use when `--db` is not given.", _place),
    Setting("host", "The address that `onrecord serve` and `onrecord demo` listen on.", str),
    Setting("port", "The port that `onrecord serve` and `onrecord demo` listen on.", _whole(65535)),
    Setting(
        "threads", "Threads the model uses in one process; when not set, ONNX Runtime decides.", _whole(1024)
    ),
    Setting(
        "api_token",
        "What whoever judges over the API must send as `Authorization: Bearer …`; "
        "when not set, the record can only be read.",
        _secret,
    ),
    Setting("api_rate", "Requests a minute that the API answers to one address.", _whole(1_000_000)),
    Setting(
        "api_origins",
        "Web sites whose pages may read the API, with commas between: `https://desk.example`.",
        _origins,
    ),
    Setting(
        "readers_sign_in",
        "`yes`: nobody sees a page without signing in; programs and feed readers send `ONRECORD_API_TOKEN`.",
        _yes_or_no,
    ),
    Setting(
        "session_hours",
        "Hours without a request after which whoever is signed in no longer is.",
        _whole(10_000),
    ),
    Setting("session_days", "Days after which they no longer are in any case.", _whole(3650)),
    Setting("workers", "Processes that `onrecord read` shares the articles among.", _whole(1024)),
)
"""Every setting there is, in the order of the reference."""
