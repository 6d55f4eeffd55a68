import csv
import inspect
import io
import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.cli.export import export
from onrecord.cli.main import run
from onrecord.cli.options import FileFormat, Printing
from onrecord.cli.search import search
from onrecord.exports.formats import FORMATS


def test_the_whole_record_is_written(record: Path, printed: Callable[..., str]) -> None:
    """Without a filter every article comes, with where its text is from."""
    (line,) = map(json.loads, printed("export", "--db", str(record)).splitlines())
    assert (line["id"], line["outlet"], line["url"]) == ("gate", "The Courier", "https://a.example/gate")
    assert (line["published"], line["revision"]) == ("2026-02-02", 1)
    assert len(line["digest"]) == 64
    assert len(line["run"]) == 16
    assert [one["speaker"]["name"] for one in line["statements"]] == ["Joren Maddrick", "Paskal Wrenn"]


@pytest.mark.parametrize(
    ("filters", "amount"),
    [
        (["door"], 1),
        (["--speaker", "maddrick"], 1),
        (["--form", "indirect"], 0),
        (["--act", "deny"], 1),
        (["--outlet", "courier"], 2),
        (["--since", "2026-02-03"], 0),
        (["--until", "2026-02"], 2),
    ],
)
def test_every_filter_narrows(
    record: Path, printed: Callable[..., str], filters: list[str], amount: int
) -> None:
    """Each filter is heeded, alone."""
    table = printed("export", *filters, "--db", str(record), "--format", "csv")
    assert len(list(csv.DictReader(io.StringIO(table)))) == amount


def test_the_filters_are_those_of_search() -> None:
    """Whatever narrows a search narrows an export, by the same option."""
    ours, theirs = (inspect.signature(verb).parameters for verb in (export, search))
    own = {"form_of_file", "out"}
    assert set(ours) - own == set(theirs) - {"facets", "limit", "listing", "sort"}
    assert all(ours[name].annotation == theirs[name].annotation for name in set(ours) - own)


def test_every_format_can_be_named() -> None:
    """The options offer what the table of formats has."""
    assert [str(each) for each in FileFormat] == list(FORMATS)
    assert [str(each) for each in Printing] == [
        "text",
        *(each.name for each in FORMATS.values() if not each.binary),
    ]


@pytest.mark.parametrize("name", [name for name, each in FORMATS.items() if not each.binary])
def test_a_file_holds_what_is_printed(
    record: Path, tmp_path: Path, printed: Callable[..., str], name: str
) -> None:
    """``--out`` writes the same bytes to a file, which others may read as any file of the user's."""
    path = tmp_path / "out"
    arguments = ("export", "--db", str(record), "--format", name)
    assert printed(*arguments, "--out", str(path)) == ""
    assert path.read_text(encoding="utf-8") == printed(*arguments)
    other = tmp_path / "other"
    other.touch()
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(other.stat().st_mode)


def test_a_file_is_whole_or_not_there(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A search that cannot be understood leaves no file, and what was there stays."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "old.csv").write_text("old", encoding="utf-8")
    assert run(["export", "???", "--db", str(record), "--out", str(folder / "old.csv")]) == 2
    assert run(["export", "--db", str(record), "--out", str(folder / "none" / "new.csv")]) == 2
    assert "give another --out" in capsys.readouterr().err
    assert [(path.name, path.read_text(encoding="utf-8")) for path in folder.iterdir()] == [
        ("old.csv", "old")
    ]


def test_a_record_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No record, no file, and the sentence that says so."""
    assert run(["export", "--db", str(tmp_path / "none.db"), "--out", str(tmp_path / "out")]) == 2
    assert "there is no record here" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_what_was_put_right_is_exported(record: Path, printed: Callable[..., str]) -> None:
    """A corrected field and a corrected speaker are in the file as they were put, with the speaker's id."""
    arguments = ("export", "door", "--db", str(record), "--format", "csv")
    (found,) = csv.DictReader(io.StringIO(printed(*arguments)))
    change = ("--set", "act=warn", "--set", "speaker=joren-maddrick", "--by", "Ann Ray")
    printed("judge", found["statement"], *change, "--db", str(record))
    (row,) = csv.DictReader(io.StringIO(printed(*arguments)))
    assert (row["act"], row["speaker"], row["speaker_id"]) == ("warn", "Joren Maddrick", "joren-maddrick")
    printed("judge", found["statement"], "--wrong", "--by", "Ann Ray", "--db", str(record))
    assert list(csv.DictReader(io.StringIO(printed(*arguments)))) == []
