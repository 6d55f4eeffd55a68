import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.cli.main import run

pytestmark = pytest.mark.usefixtures("fake_model")


def test_text_is_made_to_be_read(article: Path, printed: Callable[..., str]) -> None:
    """Speaker, what they did, the words, and where: three lines each, under the article's title."""
    lines = printed("extract", str(article)).splitlines()
    assert lines[0] == "Gate opened"
    assert lines[1] == f"The Courier · 2026-02-02 · {article} · 2 statements"
    assert lines[2] == ""
    assert lines[3].startswith("Joren Maddrick")
    assert lines[4] == '    "No gate was opened,"'
    assert lines[5].startswith("    paragraph 2, characters 15–36 · ")


def test_explain_gives_each_field_its_evidence(article: Path, printed: Callable[..., str]) -> None:
    """``--explain`` adds a line a field: value, what decided, how sure, the words and where they stand."""
    lines = printed("extract", str(article), "--explain").splitlines()
    form = next(line for line in lines if line.startswith("    form"))
    assert "direct" in form
    assert 'quotation marks (0.98)  15–36 “"No gate was opened,"”' in form


def test_explain_gives_decisions_in_json(article: Path, printed: Callable[..., str]) -> None:
    """In JSON each statement has ``decisions``, whose evidence points into the text."""
    guide = json.loads(printed("extract", str(article), "--explain", "--format", "jsonl"))
    decision = guide["statements"][0]["decisions"][0]
    assert decision == {"field": "form", "by": "quotation marks", "confidence": 0.98, "evidence": [[15, 36]]}


def test_a_table_has_no_place_for_explanations(article: Path) -> None:
    """``--explain`` with CSV is refused."""
    assert run(["extract", str(article), "--format", "csv", "--explain"]) == 2


def test_jsonl_is_one_article_a_line_with_true_offsets(article: Path, printed: Callable[..., str]) -> None:
    """The offsets of the guide's schema cut the very words out of its text."""
    (line,) = printed("extract", str(article), "--format", "jsonl").splitlines()
    guide = json.loads(line)
    ((start, end),) = guide["statements"][1]["content"]
    assert guide["text"][start:end] == '"Somebody opened a door,"'
    assert guide["id"] == "gate"


def test_json_is_one_list(article: Path, printed: Callable[..., str]) -> None:
    """``--format json`` is a list of the same articles."""
    one, other = json.loads(printed("extract", str(article), str(article), "--format", "json"))
    assert one == other


def test_csv_is_one_statement_a_row(article: Path, printed: Callable[..., str]) -> None:
    """``--format csv`` is a table with a heading."""
    rows = list(csv.DictReader(io.StringIO(printed("extract", str(article), "--format", "csv"))))
    assert [row["speaker"] for row in rows] == ["Joren Maddrick", "Paskal Wrenn"]


def test_refused_inputs_are_told_and_cost_nothing_else(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was refused goes to standard error with its reason; the rest is printed; the exit code is 1."""
    assert run(["extract", str(tmp_path / "none.txt"), str(article), "--format", "jsonl"]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert err.startswith("onrecord: ")
    assert "none.txt" in err


def test_standard_input_and_a_given_date(
    monkeypatch: pytest.MonkeyPatch, printed: Callable[..., str]
) -> None:
    """``-`` reads standard input, and ``--published`` dates it."""
    text = io.TextIOWrapper(io.BytesIO('"Ja," Åse said.'.encode()))
    monkeypatch.setattr("sys.stdin", text)
    guide = json.loads(printed("extract", "-", "--format", "jsonl", "--published", "2026-02-03"))
    assert (guide["text"], guide["published"]) == ('"Ja," Åse said.', "2026-02-03")


def test_a_date_that_is_none_is_usage(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--published`` with something else says what a date looks like, and exits with 2."""
    assert run(["extract", str(article), "--published", "Thursday"]) == 2
    assert "2026-02-03" in capsys.readouterr().err


def test_an_article_cannot_steer_the_terminal(tmp_path: Path, printed: Callable[..., str]) -> None:
    """Control characters of an article are shown as what they are: none of ours."""
    path = tmp_path / "a.txt"
    path.write_text('"\x1b[2JGone\u202e," Nils Abery said.', encoding="utf-8")
    text = printed("extract", str(path))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert '"�[2JGone�,"' in text


def test_deeds_are_printed_on_demand(tmp_path: Path, printed: Callable[..., str]) -> None:
    """``--events`` adds them to the text; JSON always has them, with what decided if asked."""
    place = tmp_path / "deed.txt"
    place.write_text(
        "There was a quarrel on the quay.\n\nThe police arrested Bram Tesk in Tarrow on Monday.\n"
    )
    assert "COERCE" not in printed("extract", str(place), "--published", "2026-02-03")
    shown = printed("extract", str(place), "--published", "2026-02-03", "--events", "--explain")
    assert "COERCE · to Bram Tesk · Tarrow · 2026-02-02 · event" in shown
    assert "type: deed: arrested" in shown
    guide = json.loads(printed("extract", str(place), "--published", "2026-02-03", "--format", "jsonl"))
    (event,) = guide["events"]
    start, end = event["span"]
    assert guide["text"][start:end] == "The police arrested Bram Tesk in Tarrow on Monday"
    assert (event["type"], event["when"], event["recipient"]["name"]) == ("COERCE", "2026-02-02", "Bram Tesk")
