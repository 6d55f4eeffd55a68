import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.cli.main import run


def test_words_find_statements(record: Path, printed: Callable[..., str]) -> None:
    """A found statement is printed with its speaker, its words, and the article it stands in."""
    lines = printed("search", "door", "--db", str(record)).splitlines()
    assert lines[0].startswith("Paskal Wrenn")
    assert lines[1] == '    "Somebody opened a door,"'
    assert lines[2].startswith("    Gate opened · The Courier · 2026-02-02 · characters ")


@pytest.mark.parametrize(
    ("filters", "amount"),
    [
        ([], 2),
        (["--speaker", "maddrick"], 1),
        (["--form", "direct"], 2),
        (["--form", "indirect"], 0),
        (["--outlet", "courier"], 2),
        (["--since", "2026-02-03"], 0),
        (["--until", "2026-02"], 2),
        (["--limit", "1"], 1),
    ],
)
def test_every_filter_narrows(
    record: Path, printed: Callable[..., str], filters: list[str], amount: int
) -> None:
    """Each filter is heeded, alone."""
    assert len(printed("search", *filters, "--db", str(record), "--format", "jsonl").splitlines()) == amount


def test_jsonl_has_the_words_beside_the_spans(record: Path, printed: Callable[..., str]) -> None:
    """One statement a line, in the guide's schema, with its words and its article."""
    row = json.loads(printed("search", "door", "--db", str(record), "--format", "jsonl"))
    assert row["content_words"] == '"Somebody opened a door,"'
    assert (row["title"], row["published"], row["revision"]) == ("Gate opened", "2026-02-02", 1)
    assert row["statement"]["speaker"]["name"] == "Paskal Wrenn"


def test_csv_has_the_columns_of_extract(record: Path, article: Path, printed: Callable[..., str]) -> None:
    """A table of found statements has the rows that ``extract`` gives for the same article."""
    found = csv.DictReader(io.StringIO(printed("search", "door", "--db", str(record), "--format", "csv")))
    extracted = csv.DictReader(io.StringIO(printed("extract", str(article), "--format", "csv")))
    kept = {"revision", "speaker_id"}  # what only a record gives
    rows = [{key: cell for key, cell in row.items() if key not in kept} for row in found]
    assert rows == [{key: cell for key, cell in row.items() if key not in kept} for row in extracted][1:]


def test_what_was_left_out_is_told(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A limit that cuts says on standard error how many there are."""
    assert run(["search", "--limit", "1", "--db", str(record)]) == 0
    assert "1 of 2 statements" in capsys.readouterr().err


def test_finding_nothing_is_said(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing found is no error, and is said."""
    assert run(["search", "volcano", "--db", str(record)]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "no statement" in err


def test_an_unknown_act_is_explained(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A filter with an impossible value names the possible ones, and exits with 2."""
    assert run(["search", "--act", "shout", "--db", str(record)]) == 2
    assert "deny" in capsys.readouterr().err
