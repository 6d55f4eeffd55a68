import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.cli.main import run


def test_a_sound_record(record: Path, printed: Callable[..., str]) -> None:
    """Everything that was gone through is counted, and there are no faults."""
    text = printed("verify", "--db", str(record))
    assert "texts               1" in text
    assert text.endswith("none\n")
    proof = json.loads(printed("verify", "--db", str(record), "--format", "json"))
    assert proof["faults"] == []
    assert proof["checked"]["texts"] == 1


def test_a_text_that_was_changed_is_named(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The digest and every span that yields other words are named, and the exit code is 1."""
    with closing(sqlite3.connect(record)) as bare:
        bare.execute("UPDATE revisions SET text = replace(text, 'door', 'gate')")
        bare.commit()
    assert run(["verify", "--db", str(record)]) == 1
    text = capsys.readouterr().out
    assert "article gate, revision 1: the digest of the text is" in text
    assert "Somebody opened a gate" in text
    assert run(["verify", "--db", str(record), "--format", "json"]) == 1
    proof = json.loads(capsys.readouterr().out)
    assert {fault["kind"] for fault in proof["faults"]} == {"digest", "words"}
    assert proof["checked"]["faults"] == len(proof["faults"])
