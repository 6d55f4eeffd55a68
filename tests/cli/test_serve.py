import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from onrecord.cli.main import run


@pytest.mark.enable_socket
def test_a_record_is_served(record: Path) -> None:
    """It says where, answers there, and Ctrl-C ends it quietly."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "serve", "--db", str(record), "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ,
    )
    assert process.stdout is not None
    line = process.stdout.readline().decode()
    assert f"http://127.0.0.1:{port}" in line
    reach = process.stdout.readline().decode()
    assert "Only this machine" in reach
    assert f"http://127.0.0.1:{port}/api/v1/openapi.json" in reach
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=20) as answer:
        assert "Somebody opened a door" in answer.read().decode()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, b"")


@pytest.mark.enable_socket
def test_a_port_in_use_is_told(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A port that somebody else has is a sentence with the remedy, and exits with 2."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run(["serve", "--db", str(record), "--port", str(port)]) == 2
    assert "--port" in capsys.readouterr().err


def test_there_has_to_be_a_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No record, no server: a sentence, and 2."""
    assert run(["serve", "--db", str(tmp_path / "none.db")]) == 2
    assert "none.db" in capsys.readouterr().err
