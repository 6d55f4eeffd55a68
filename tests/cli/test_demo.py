from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.cli.main import run
from onrecord.record.opening import open_record


@pytest.mark.usefixtures("fake_model")
def test_the_sample_newsroom_is_read(tmp_path: Path, printed: Callable[..., str]) -> None:
    """Every article of the newsroom ends in the record, and one of them in two revisions."""
    printed("demo", "--no-serve", "--db", str(tmp_path / "demo.db"))
    with open_record(tmp_path / "demo.db") as record:
        counts = record.counts()
    assert counts.articles >= 24
    assert counts.revisions == counts.articles + 1
    assert counts.refusals == 0


@pytest.mark.usefixtures("fake_model")
def test_it_is_shown_and_goes_when_it_ends(
    monkeypatch: pytest.MonkeyPatch, printed: Callable[..., str]
) -> None:
    """Without ``--db`` the record is served, and its folder goes when serving ends."""
    served: list[Path] = []

    def serve(path: str, host: str, port: int) -> None:
        assert (Path(path).exists(), host, port) == (True, "127.0.0.1", 9000)
        served.append(Path(path))

    monkeypatch.setattr("onrecord.cli.demo.serve_record", serve)
    printed("demo", "--port", "9000")
    assert not served[0].parent.exists()


@pytest.mark.usefixtures("fake_model")
def test_an_article_that_could_not_be_read_is_told_by_the_exit_code(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A newsroom with a broken article is read as far as it goes, and the exit code says so."""
    (tmp_path / "newsroom").mkdir()
    (tmp_path / "newsroom" / "broken.txt").write_bytes(b"\x00")
    monkeypatch.setattr("onrecord.cli.demo.files", lambda _package: tmp_path)
    assert run(["demo", "--no-serve", "--db", str(tmp_path / "demo.db")]) == 1
