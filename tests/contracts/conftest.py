"""The databases that the contracts hold for."""

from pathlib import Path

import pytest
import servers

from onrecord.record.opening import open_record
from onrecord.record.tables import SCHEMA_VERSION


@pytest.fixture(params=["sqlite", "postgresql"])
def record_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty record is, or will be made by ``open_record(record_url, create=True)``."""
    if request.param == "sqlite":
        return str(tmp_path / "record.db")
    url: str = request.getfixturevalue("postgresql_server")
    if servers.format_of(url) != f"{SCHEMA_VERSION:04}":  # mostly its tables are there
        servers.clear(url)
        open_record(url, create=True).close()
    servers.empty(url)
    return url
