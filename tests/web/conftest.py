from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import records
from starlette.testclient import TestClient

from onrecord.web.app import create_app

Visit = Callable[[Path], TestClient]


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the articles that are hard to show."""
    return records.write(tmp_path_factory.mktemp("shelf") / "shelf.db", records.shelf())


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the annotated newsroom."""
    return records.write(tmp_path_factory.mktemp("newsroom") / "newsroom.db", records.newsroom())


@pytest.fixture
def visit() -> Iterator[Visit]:
    """Opens a record as a visitor's browser would, at 127.0.0.1."""
    with ExitStack() as stack:

        def open_at(path: Path) -> TestClient:
            client = TestClient(
                create_app(path), base_url="http://127.0.0.1:8321", raise_server_exceptions=False
            )
            return stack.enter_context(client)

        yield open_at


@pytest.fixture
def client(visit: Visit, shelf: Path) -> TestClient:
    """A visitor of the articles that are hard to show."""
    return visit(shelf)
