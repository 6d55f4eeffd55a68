import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import records
from argon2 import PasswordHasher
from forms import PASSWORD, sign_in
from starlette.testclient import TestClient

from onrecord.record import passwords
from onrecord.record.opening import open_record
from onrecord.web.app import create_app

Visit = Callable[..., TestClient]


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the articles that are hard to show."""
    return records.write(tmp_path_factory.mktemp("shelf") / "shelf.db", records.shelf())


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the annotated newsroom."""
    return records.write(tmp_path_factory.mktemp("newsroom") / "newsroom.db", records.newsroom())


@pytest.fixture(scope="session")
def _desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the annotated newsroom, with two reviewers."""
    path = records.write(tmp_path_factory.mktemp("desk") / "desk.db", records.newsroom())
    with pytest.MonkeyPatch.context() as patched, open_record(path, write=True) as record:
        quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        patched.setattr(passwords, "_hasher", quick)
        for name in ("Ann Ray", "Ben Osk"):
            record.admit(name, password=PASSWORD)
    return path


@pytest.fixture
def desk(_desk: Path, tmp_path: Path, quick_passwords: None) -> Path:
    """A record of the annotated newsroom to be reviewed: each test has one of its own."""
    del quick_passwords
    return Path(shutil.copy(_desk, tmp_path / "desk.db"))


@pytest.fixture
def reviewer(visit: Visit, desk: Path) -> TestClient:
    """The browser of a reviewer who is signed in."""
    client = visit(desk)
    assert sign_in(client).status_code == 303
    return client


@pytest.fixture
def visit() -> Iterator[Visit]:
    """Opens a record as a visitor's browser would, at 127.0.0.1."""
    with ExitStack() as stack:

        def open_at(path: Path, **options: Any) -> TestClient:  # noqa: ANN401 (what create_app takes)
            base = options.pop("base", "http://127.0.0.1:8321")
            client = TestClient(create_app(path, **options), base_url=base, raise_server_exceptions=False)
            return stack.enter_context(client)

        yield open_at


@pytest.fixture
def client(visit: Visit, shelf: Path) -> TestClient:
    """A visitor of the articles that are hard to show."""
    return visit(shelf)
