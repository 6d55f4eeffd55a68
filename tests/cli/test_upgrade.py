"""``onrecord upgrade``."""

import sqlite3
from collections.abc import Callable
from pathlib import Path


def test_an_older_record_is_upgraded_once(tmp_path: Path, printed: Callable[..., str]) -> None:
    """It says from which format to which, and the second time that there is nothing to do."""
    path = tmp_path / "older.db"
    bare = sqlite3.connect(path)
    script = Path(__file__).parents[1] / "record" / "format_1.sql"
    bare.executescript(script.read_text(encoding="utf-8"))
    bare.close()
    assert "older.db: upgraded from format 1 to format" in printed("upgrade", "--db", str(path))
    assert "already" in printed("upgrade", "--db", str(path))
    assert "admit" in printed("show", "flood", "--db", str(path))
