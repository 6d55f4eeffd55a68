import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import copy

import pytest


@pytest.fixture
def other(record: Path, tmp_path: Path) -> Path:
    """The same record, in which another model found another act."""
    path = Path(copy(record, tmp_path / "other.db"))
    with closing(sqlite3.connect(path)) as bare:
        bare.execute("UPDATE statements SET act = 'deny'")
        bare.commit()
    return path


def test_a_record_is_as_it_would_be_read_again(record: Path, printed: Callable[..., str]) -> None:
    """The model that read it finds the same; what it is asked leaves the record as it is."""
    before = record.read_bytes()
    text = printed("diff", str(record))
    assert "found alike         2" in text
    assert record.read_bytes() == before


def test_two_records_are_compared(record: Path, other: Path, printed: Callable[..., str]) -> None:
    """What differs is told field by field, to be read or as JSON."""
    text = printed("diff", str(record), str(other))
    assert "~ Paskal Wrenn, deny:" in text
    assert re.search(r"act: \w+ → deny", text)
    told = json.loads(printed("diff", str(record), str(other), "--format", "json"))
    assert told["counts"]["altered"] == 1
    assert told["differences"][0]["changes"]["act"][1] == "deny"


def test_reading_again_puts_the_model_s_word_in_place(
    record: Path, other: Path, printed: Callable[..., str]
) -> None:
    """What another model had found is replaced, and what people judged is not."""
    db = ("--db", str(other))
    id_ = json.loads(printed("search", "door", *db, "--format", "jsonl"))["statement"]["id"]
    assert "altered             1" in printed("reread", *db)
    assert "found alike         2" in printed("diff", str(record), str(other))
    printed("judge", id_, "--set", "act=admit", "--by", "Ann", *db)
    assert "found as before     2" in printed("reread", *db)
    assert json.loads(printed("search", "door", *db, "--format", "jsonl"))["statement"]["act"] == "admit"
