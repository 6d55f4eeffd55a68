import re
from collections.abc import Callable
from pathlib import Path

import pytest
import records

from onrecord.cli.main import run


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the annotated newsroom."""
    return records.write(tmp_path_factory.mktemp("actors") / "news.db", records.newsroom())


def test_merging_and_splitting(newsroom: Path, printed: Callable[..., str]) -> None:
    """Two speakers become one, one becomes two, and everything is told and taken back."""
    db = ("--db", str(newsroom))
    text = printed("merge", "joren-maddrick", "kessa-orlin", "--by", "Ann Ray", "--note", "a test", *db)
    assert "merged kessa-orlin into joren-maddrick" in text
    assert printed("show", "kessa-orlin", *db) == printed("show", "joren-maddrick", *db)
    text = printed(
        "split", "joren-maddrick", "--name", "K. O.", "--called", "Kessa Orlin", "--by", "Ann", *db
    )
    found = re.search(r"split (k-?o-\w{6}) from joren-maddrick", text)
    assert found is not None
    assert printed("show", found[1], *db).startswith("K. O.")
    for made in re.findall(r"^ {4}(\w{16})$", printed("history", "joren-maddrick", *db), re.MULTILINE)[::-1]:
        printed("undo", made, "--by", "Ann", *db)
    assert printed("show", "kessa-orlin", *db).startswith("Kessa Orlin")


def test_nobody_to_merge(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An id that nobody has is a sentence, and exits with 2."""
    assert run(["merge", "joren-maddrick", "nobody", "--by", "Ann", "--db", str(newsroom)]) == 2
    assert "no actor with this id" in capsys.readouterr().err
