"""Keeping survives being killed at any moment, and another writer beside it."""

import subprocess
import sys
from pathlib import Path

import killing
import pytest

from onrecord.record.opening import open_record

SCRIPT = Path(killing.__file__)
BOTH = f"import sys; sys.path.insert(0, {str(SCRIPT.parent)!r}); import killing; input()"


def _python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_a_reading_survives_being_killed(
    database: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Killed some hundred times at random and begun again each time, it makes the record it always makes."""
    place, kills = (
        (str(tmp_path), "250") if database == "sqlite" else (request.getfixturevalue("postgresql_url"), "80")
    )
    done = subprocess.run(
        _python(str(SCRIPT), place, kills, "1"), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout.split()[0]) >= int(kills)


@pytest.mark.slow
def test_two_writers_lose_and_double_nothing(record_url: str, tmp_path: Path) -> None:
    """Two processes that read the same articles at once, from both ends, make one whole record."""
    with open_record(record_url, create=True):
        pass
    writers = [
        subprocess.Popen(
            _python("-c", f"{BOTH}; killing.read({record_url!r}, backwards={backwards})"),
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for backwards in (False, True)
    ]
    for writer in writers:  # once both are there to begin
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    assert [writer.communicate()[1] for writer in writers] == ["", ""]
    killing.read(str(tmp_path / "alone.db"))
    with open_record(record_url) as record, open_record(tmp_path / "alone.db") as alone:
        assert [fault for each in record.verify() for fault in each.faults] == []
        both = {each.article.digest: each for each in record.stream()}
        one = {each.article.digest: each for each in alone.stream()}
        assert sorted(both) == sorted(one)
        assert record.facets() == alone.facets()
        assert record.counts() == alone.counts()
