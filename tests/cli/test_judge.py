import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.cli.main import run


@pytest.fixture
def door(record: Path, printed: Callable[..., str]) -> str:
    """The id of the statement about a door."""
    row = json.loads(printed("search", "door", "--db", str(record), "--format", "jsonl"))
    id_: str = row["statement"]["id"]
    return id_


def judgements(text: str) -> list[str]:
    """The ids of judgements in a history as it is printed."""
    lines = [line.strip() for line in text.splitlines()]
    return [line for line in lines if len(line) == 16 and set(line) <= set("0123456789abcdef")]


def test_a_correction_shows_at_once_and_is_told(record: Path, door: str, printed: Callable[..., str]) -> None:
    """What is put right is printed, found by searching, and told with what was there before."""
    db = ("--db", str(record))
    text = printed(
        "judge", door, "--set", "act=deny", "--span", "cue=0-4", "--by", "Ann Ray", "--note", "heard", *db
    )
    assert "Paskal Wrenn  denied" in text
    assert re.search(r"act: \w+ → deny", text)
    assert "“heard”" in text
    assert "denied" in printed("search", "--act", "deny", *db)
    assert printed("history", door, *db).count("Ann Ray") == 1


def test_what_is_wrong_is_hidden_until_it_is_undone(
    record: Path, door: str, printed: Callable[..., str]
) -> None:
    """A search leaves it out, its id still shows it, and undoing brings it back."""
    db = ("--db", str(record))
    [made] = judgements(printed("judge", door, "--wrong", "--by", "Ann", *db))
    assert printed("search", "door", *db) == ""
    assert "Paskal Wrenn" in printed("show", door, *db)
    assert f"took back {made}" in printed("undo", made, "--by", "Ben", *db)
    assert "Paskal Wrenn" in printed("search", "door", *db)
    assert "(taken back)" in printed("history", door, *db)


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        (("--right", "--wrong"), "give one of"),
        (("--set", "act"), "need = between them"),
        (("--set", "act=shout"), "it is one of say"),
        (("--set", "speaker={broken"), "begins like JSON"),
        (("--span", "content=ten"), "write it like 10-55"),
        (("--span", "content=10-5"), "give pieces"),
        ((), "say what you judge"),
    ],
)
def test_what_is_not_understood_is_said(
    record: Path, door: str, given: tuple[str, ...], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence says what to write instead, and the exit code is 2."""
    assert run(["judge", door, *given, "--by", "Ann", "--db", str(record)]) == 2
    assert complaint in capsys.readouterr().err


def test_fields_are_read_from_words(record: Path, door: str, printed: Callable[..., str]) -> None:
    """Flags, dates, people by name or as JSON, and emptied fields are what they mean."""
    db = ("--db", str(record))
    given = [
        "hedged=yes",
        "said=2026-02-01",
        "targets=Paskal Wrenn",
        'for={"name": "Verrin", "kind": "government"}',
    ]
    settings = [part for each in given for part in ("--set", each)]
    text = printed("judge", door, *settings, "--set", "audience=", "--right", "--by", "Ann", *db)
    assert "right, with changes" in text
    row = json.loads(printed("search", "door", *db, "--format", "jsonl"))["statement"]
    assert (row["hedged"], row["said"], row["for"]["name"]) == (True, "2026-02-01", "Verrin")
    assert [each["name"] for each in row["targets"]] == ["Paskal Wrenn"]


def test_a_history_of_nothing(record: Path, door: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing decided is said as such; an id that nothing has is an error."""
    assert run(["history", door, "--db", str(record)]) == 0
    assert "nobody has decided anything" in capsys.readouterr().err
    assert run(["history", "nobody", "--db", str(record)]) == 2
    assert "no statement or speaker" in capsys.readouterr().err
