import json
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.cli.main import run


def test_an_article(record: Path, printed: Callable[..., str]) -> None:
    """An article is shown with its statements, by its id and by its address."""
    text = printed("show", "gate", "--db", str(record))
    assert text.startswith("Gate opened\n")
    assert '"Somebody opened a door,"' in text
    assert printed("show", "https://a.example/gate", "--db", str(record)) == text


def test_a_statement(record: Path, printed: Callable[..., str]) -> None:
    """A statement is shown with its spans, their words, and every field that it has."""
    row = json.loads(printed("search", "door", "--db", str(record), "--format", "jsonl"))
    text = printed("show", row["statement"]["id"], "--db", str(record))
    assert "Paskal Wrenn" in text
    assert "gate, revision 1" in text


def test_a_speaker(record: Path, printed: Callable[..., str]) -> None:
    """A speaker is shown with names and latest statements."""
    row = json.loads(printed("search", "door", "--db", str(record), "--format", "jsonl"))
    text = printed("show", row["speaker_id"], "--db", str(record))
    assert text.startswith("Paskal Wrenn\n")
    assert '"Somebody opened a door,"' in text


def test_what_is_not_there_is_said(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An id that nothing has is a sentence, and exits with 2."""
    assert run(["show", "nobody", "--db", str(record)]) == 2
    assert "'nobody'" in capsys.readouterr().err
