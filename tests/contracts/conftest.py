"""The databases that the contracts hold for."""

from pathlib import Path

import pytest
import servers

from onrecord.record.opening import open_record


@pytest.fixture(scope="session")
def _postgresql_record(postgresql_server: str) -> str:
    """A record on a server, with whatever the last test left in it: its tables are made once."""
    servers.clear(postgresql_server)
    open_record(postgresql_server, create=True).close()
    return postgresql_server


@pytest.fixture(params=["sqlite", "postgresql"])
def record_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty record is, or will be made by ``open_record(record_url, create=True)``."""
    if request.param == "sqlite":
        return str(tmp_path / "record.db")
    url: str = request.getfixturevalue("_postgresql_record")
    servers.empty(url)
    return url
