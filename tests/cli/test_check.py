"""``onrecord check`` as somebody at a terminal meets it."""

import io
import json
import sys
from pathlib import Path

import pytest

from onrecord.cli.main import run
from onrecord.errors import ModelError


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft with a quotation of each state, one of which it gives to somebody else."""
    path = tmp_path / "draft.txt"
    path.write_text(
        '"No gate was opened," Paskal Wrenn said.\n\n"Somebody opened a big door," he said. "A zebra."\n',
        encoding="utf-8",
    )
    return path


def test_each_quotation_is_told(record: Path, draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the draft's order: its state, where it stands, what differs and who said it; the exit code is 1."""
    assert run(["check", str(draft), "--db", str(record)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("3 quotations: 1 found as is, 1 cut or altered, 1 not in this record")
    assert [line for line in lines if line[:1].isdigit()] == [
        "1. ✓ Found as is", "2. ≠ Found, but cut or altered", "3. ○ Not in this record",
    ]  # fmt: skip
    assert (
        "    ! The record gives these words to Joren Maddrick; the draft gives them to Paskal Wrenn." in lines
    )
    assert "      Somebody opened a [-big-] door" in [line.rstrip() for line in lines]
    assert any(
        line.startswith("    Joren Maddrick · 2 February 2026 · Gate opened · The Courier") for line in lines
    )


def test_all_is_well_if_all_is_as_it_is(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The exit code is 0, so that a script can go on."""
    draft = tmp_path / "good.txt"
    draft.write_text("“Somebody opened a door”", encoding="utf-8")
    assert run(["check", str(draft), "--db", str(record)]) == 0
    assert "1 quotation: 1 found as is" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_standard_input_is_checked(
    record: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a file, or with -, the draft is read from a pipe; without marks it is one quotation."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"No gate was opened"), encoding="utf-8"))
    assert run(["check", *arguments, "--db", str(record)]) == 0
    assert "✓ Found as is" in capsys.readouterr().out


def test_json_is_one_object_a_draft(record: Path, draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same body as the API's, with what the draft is called."""
    assert run(["check", str(draft), str(draft), "--db", str(record), "--format", "json"]) == 1
    bodies = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [body["id"] for body in bodies] == ["draft", "draft"]
    assert [one["state"] for one in bodies[0]["quotations"]] == ["as_is", "altered", "missing"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "not text"),
        (b"...", "no word"),
        (b"a b. " * 30_000, "are the most"),
    ],
    ids=["empty", "picture", "no word", "too long"],
)
def test_what_cannot_be_checked_is_told(
    record: Path, tmp_path: Path, content: bytes, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sentence on standard error, and the exit code 2, which says nothing of the quotations."""
    path = tmp_path / "odd.txt"
    path.write_bytes(content)
    assert run(["check", str(path), "--db", str(record)]) == 2
    assert told in capsys.readouterr().err


def test_a_missing_draft_or_record_is_told(
    record: Path, draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Which of them, and what to do."""
    assert run(["check", "nowhere.txt", "--db", str(record)]) == 2
    assert "nowhere.txt" in capsys.readouterr().err
    assert run(["check", str(draft), "--db", "nowhere.db"]) == 2
    assert "nowhere.db" in capsys.readouterr().err
    assert run(["check", str(draft), "--db", str(record), "--published", "soon"]) == 2


def test_without_the_model_the_rest_is_checked(
    record: Path, draft: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is said that who is quoted is not compared."""
    from onrecord import pipeline  # noqa: PLC0415

    def damaged(**_: object) -> None:
        message = "the model is damaged."
        raise ModelError(message)

    monkeypatch.setattr(pipeline, "attributor", damaged)
    assert run(["check", str(draft), "--db", str(record)]) == 1
    printed = capsys.readouterr()
    assert "not compared" in printed.err
    assert "✓ Found as is" in printed.out


def test_a_draft_does_not_steer_the_terminal(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Control signs in a draft are shown as what they are not."""
    path = tmp_path / "odd.txt"
    path.write_text("“No gate \x1b[2J was opened\u202e”", encoding="utf-8")
    run(["check", str(path), "--db", str(record)])
    assert "\x1b" not in capsys.readouterr().out
