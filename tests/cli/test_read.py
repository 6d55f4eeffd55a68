from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from onrecord.cli.main import run
from onrecord.errors import RecordUnwritable
from onrecord.record.collection import Record
from onrecord.record.values import Kept, Run
from onrecord.terms.article import Article
from onrecord.terms.statement import Statement

pytestmark = pytest.mark.usefixtures("fake_model")


def fields(account: str) -> dict[str, str]:
    """The account's facts by name."""
    lines = [line.strip().split("  ", 1) for line in account.splitlines()]
    return {name: value.strip() for name, value in (line for line in lines if len(line) == 2)}


def test_the_closing_account(article: Path, tmp_path: Path, printed: Callable[..., str]) -> None:
    """Read, unchanged, statements and unknown speakers are told, one fact a line."""
    account = fields(printed("read", str(article), "--db", str(tmp_path / "r.db")))
    assert account["read"] == "1 article"
    assert account["statements"] == "2"
    assert account["speaker unknown"] == "0"
    assert account["record"] == str(tmp_path / "r.db")


def test_twice_is_unchanged(article: Path, record: Path, printed: Callable[..., str]) -> None:
    """The same again is unchanged, and well."""
    account = fields(printed("read", str(article), "--db", str(record)))
    assert (account["unchanged"], account["added"], account["statements"]) == ("1", "0", "0")


def test_refusals_are_listed_with_their_reasons(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was refused is in the account with its reason, and makes the exit code 1."""
    picture = tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    assert run(["read", str(picture), str(article), "--db", str(tmp_path / "r.db")]) == 1
    out = capsys.readouterr().out
    assert "1 input\n" in out
    assert "picture.txt is" in out
    assert "1 article\n" in out


def test_a_thousand_refusals_do_not_bury_the_account(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Twenty reasons are printed, the others counted."""
    missing = [str(tmp_path / f"{n}.txt") for n in range(25)]
    assert run(["read", *missing, "--db", str(tmp_path / "r.db")]) == 1
    out = capsys.readouterr().out
    assert out.count("none") + out.count(".txt") == 20
    assert "and 5 more" in out


def test_a_reading_that_is_cut_short_accounts_for_what_was_kept(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """When the disk is full, the account of what was kept comes before the error, and the exit code is 2."""
    keep_all = Record.keep_all

    def full(
        record: Record, found: Iterable[tuple[Article, Sequence[Statement]]], reading: Run
    ) -> tuple[Kept, ...]:
        listed = list(found)
        if any(article.id != "gate" for article, _ in listed):
            message = "no space is left"
            raise RecordUnwritable(message)
        return keep_all(record, listed, reading)

    monkeypatch.setattr(Record, "keep_all", full)
    other = tmp_path / "other.txt"
    other.write_text("It rained.", encoding="utf-8")
    assert run(["read", str(article), str(other), "--db", str(tmp_path / "r.db")]) == 2
    out, err = capsys.readouterr()
    assert fields(out)["read"] == "1 article"
    assert err == "onrecord: no space is left\n"


def test_the_database_may_be_set(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, printed: Callable[..., str]
) -> None:
    """Without ``--db``, the record is the one of ONRECORD_DB."""
    monkeypatch.setenv("ONRECORD_DB", str(tmp_path / "set.db"))
    printed("read", str(article))
    assert (tmp_path / "set.db").exists()


def test_a_file_that_is_no_record_is_left_alone(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``--db`` with some other file is refused with 2, and the file is as it was."""
    other = tmp_path / "notes.db"
    other.write_text("notes", encoding="utf-8")
    assert run(["read", str(article), "--db", str(other)]) == 2
    assert other.read_text(encoding="utf-8") == "notes"
    assert "notes.db" in capsys.readouterr().err
