import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import quoting
import servers
from argon2 import PasswordHasher

from onrecord import api, pipeline
from onrecord.record import passwords
from onrecord.settings import SETTINGS


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the developer has set is no part of a test."""
    for setting in SETTINGS:
        monkeypatch.delenv(setting.variable, raising=False)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a database that the tests may fill and empty, on a PostgreSQL server."""
    if given := os.environ.get(servers.GIVEN):
        yield given
    elif programs := servers.binaries():
        with servers.postgresql(programs) as url:
            yield url
    else:
        without = pytest.fail if os.environ.get("CI") else pytest.skip
        without(f"PostgreSQL is not installed, and {servers.GIVEN} names no database to use")


@pytest.fixture
def postgresql_url(postgresql_server: str) -> str:
    """The address of an empty database: no tables, no record."""
    servers.clear(postgresql_server)
    return postgresql_server


@pytest.fixture
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Works passwords out with the least effort, since nobody guesses here."""
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    passwords._of_nobody.cache_clear()
    yield
    passwords._of_nobody.cache_clear()


@pytest.fixture
def fake_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reads with a stand-in for the model: ``"words," Name said`` and nothing else."""
    reader = pipeline.Reader(quoting.attribute, "0" * 64)
    monkeypatch.setattr(pipeline, "reader", lambda **_: reader)
    monkeypatch.setattr(api, "_reader", lambda: reader)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file with one article of two statements."""
    path = tmp_path / "gate.txt"
    path.write_text(
        "---\ntitle: Gate opened\noutlet: The Courier\npublished: 2026-02-02\nurl: https://a.example/gate\n---\n\n"
        'The dam held.\n\n"No gate was opened," Joren Maddrick said. It rained.\n\n'
        '"Somebody opened a door," Paskal Wrenn said.\n',
        encoding="utf-8",
    )
    return path
