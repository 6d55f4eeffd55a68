import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import RecordMissing, SettingError
from onrecord.web import serving


@pytest.fixture
def taken(socket_enabled: None) -> Iterator[int]:  # noqa: ARG001 (it is what allows the socket)
    """A port of this machine that somebody else listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def test_a_port_in_use_is_told_in_a_sentence(shelf: Path, taken: int) -> None:
    """The message names the port and offers another."""
    with pytest.raises(SettingError, match=f"port {taken} on 127.0.0.1 is taken .* --port {taken + 1}"):
        serving.serve(shelf, "127.0.0.1", taken)


@pytest.mark.usefixtures("socket_enabled")
@pytest.mark.parametrize("host", ["192.0.2.1", "x" * 300])
def test_an_address_that_is_not_ours_is_told_in_a_sentence(shelf: Path, host: str) -> None:
    """So is an address of no network card, and no address at all."""
    with pytest.raises(SettingError, match=r"--host 127\.0\.0\.1"):
        serving.serve(shelf, host, 0)


@pytest.mark.usefixtures("socket_enabled")
@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may use every port")
def test_a_reserved_port_is_told_in_a_sentence(shelf: Path) -> None:
    """A port that only the system may use is refused with one that is free to use."""
    with pytest.raises(SettingError, match="above 1023"):
        serving.serve(shelf, "127.0.0.1", 1)


def test_a_missing_record_is_told_before_anything_is_served(tmp_path: Path) -> None:
    """No port is taken for a record that is not there."""
    with pytest.raises(RecordMissing):
        serving.serve(tmp_path / "missing.db")


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", "http://127.0.0.1:8321/"),
        ("0.0.0.0", "http://127.0.0.1:8321/"),  # noqa: S104 (told, not bound to)
        ("::1", "http://[::1]:8321/"),
        ("::", "http://[::1]:8321/"),
        ("desk.example", "http://desk.example:8321/"),
    ],
)
def test_the_address_told_can_be_opened(host: str, expected: str) -> None:
    """What is told is what to type into a browser."""
    assert serving.address(host, 8321) == expected


@pytest.mark.parametrize(
    ("host", "names", "answers"),
    [
        ("127.0.0.1", (), {"127.0.0.1", "localhost", "::1"}),
        ("127.0.0.1", ("desk.example",), {"127.0.0.1", "localhost", "::1", "desk.example"}),
        ("10.0.0.7", (), {"*"}),
        ("10.0.0.7", ("desk.example",), {"127.0.0.1", "localhost", "::1", "10.0.0.7", "desk.example"}),
    ],
)
def test_the_names_it_answers_to(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, host: str, names: tuple[str, ...], answers: set[str]
) -> None:
    """Its own on this machine, those that are set, and any where none is set beyond this machine."""
    told: list[object] = []

    def stop(*_: object, hosts: object, **__: object) -> None:
        told.append(hosts)
        raise RecordMissing("seen enough")

    monkeypatch.setattr(serving, "create_app", stop)
    with pytest.raises(RecordMissing):
        serving.serve(shelf, host, 8321, names=names)
    [hosts] = told
    assert set(hosts) == answers  # type: ignore[call-overload]
