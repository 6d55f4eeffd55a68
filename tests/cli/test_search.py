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


def test_facets_count_instead_of_listing(record: Path, printed: Callable[..., str]) -> None:
    """With --facets it is printed how many statements there are of each; filters and words hold."""
    text = printed("search", "--facets", "form,speaker", "--db", str(record))
    assert text.splitlines()[:4] == ["2 statements", "", "form", "    2  direct"]
    assert "1 statement\n" in printed("search", "door", "--facets", "act", "--db", str(record))


def test_facets_as_rows_have_what_a_filter_takes(record: Path, printed: Callable[..., str]) -> None:
    """A row's value, given to the filter of the facet's name, finds what the row counts."""
    rows = [
        json.loads(line)
        for line in printed("search", "--facets", "speaker", "--db", str(record), "-f", "jsonl").splitlines()
    ]
    assert {row["facet"] for row in rows} == {"speaker"}
    for row in rows:
        found = printed("search", "--speaker", row["value"], "--db", str(record), "-f", "jsonl")
        assert len(found.splitlines()) == row["count"]
    table = printed("search", "--facets", "speaker", "--db", str(record), "-f", "csv")
    assert [row["value"] for row in csv.DictReader(io.StringIO(table))] == [row["value"] for row in rows]


def test_a_facet_that_is_none_is_explained(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sentence names the facets there are, and the exit code is 2."""
    assert run(["search", "--facets", "mood", "--db", str(record)]) == 2
    assert "outlet" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("filters", "amount"),
    [
        (["--speaker", "maddrick", "--speaker", "wrenn"], 2),
        (["--form", "direct,indirect"], 2),
        (["--max-confidence", "0"], 0),
        (["--min-confidence", "0"], 2),
        (["--reviewed", "no"], 2),
        (["--reviewed", "yes"], 0),
        (["--when", "published", "--since", "2026-02-02"], 2),
        (["--country", "zz"], 0),
        (["--sort", "doubt"], 2),
    ],
)
def test_several_values_and_further_filters(
    record: Path, printed: Callable[..., str], filters: list[str], amount: int
) -> None:
    """Several values of a filter mean any of them; each further filter is heeded."""
    assert len(printed("search", *filters, "--db", str(record), "--format", "jsonl").splitlines()) == amount
