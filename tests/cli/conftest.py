from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.cli.main import run


@pytest.fixture
def record(
    request: pytest.FixtureRequest, article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Path:
    """A record that holds the one article."""
    request.getfixturevalue("fake_model")
    path = tmp_path / "record.db"
    assert run(["read", str(article), "--db", str(path)]) == 0
    capsys.readouterr()
    return path


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Runs a command that has to succeed, and gives what it prints."""

    def run_and_read(*arguments: str) -> str:
        assert run(arguments) == 0
        return capsys.readouterr().out

    return run_and_read
