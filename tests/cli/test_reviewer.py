import io
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from onrecord.cli.main import run
from onrecord.record.opening import open_record

pytestmark = pytest.mark.usefixtures("quick_passwords")


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts words on standard input."""
    return lambda words: monkeypatch.setattr(sys, "stdin", io.StringIO(words))


def test_a_reviewer_comes_is_listed_and_goes(
    record: Path, typed: Callable[[str], None], printed: Callable[..., str]
) -> None:
    """Added with a password from standard input, they may sign in; removed, they may not, and stay listed."""
    db = ("--db", str(record))
    typed("a yellow telephone\n")
    printed("reviewer", "add", "Ann Ray", "--password-stdin", *db)
    assert "Ann Ray  signs in  no judgements" in printed("reviewer", "list", *db)
    typed("a green telephone")
    printed("reviewer", "password", "Ann Ray", "--password-stdin", *db)
    with open_record(record, write=True) as opened:
        for words, fits in (("a yellow telephone", False), ("a green telephone", True)):
            token = opened.sign_in("Ann Ray", password=words, longest=timedelta(days=1))
            assert (token is not None) == fits
    printed("reviewer", "remove", "Ann Ray", *db)
    assert "Ann Ray  until 20" in printed("reviewer", "list", *db)


def test_the_password_is_asked_for_twice_and_not_shown(
    record: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """At a terminal it is typed without an echo; it is never an argument."""
    asked = []

    def answer(prompt: str = "") -> str:
        asked.append(prompt)
        return "a yellow telephone"

    typed("")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", answer)
    assert run(["reviewer", "add", "Ann Ray", "--db", str(record)]) == 0
    assert len(asked) == 2
    assert "yellow" not in "".join(capsys.readouterr())
    assert run(["reviewer", "add", "Ben", "a yellow telephone", "--db", str(record)]) == 2


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["add", "Ann Ray"], "--password-stdin"),
        (["add", "Ann Ray", "--password-stdin"], "10 to 1,000 characters; this one has 5"),
        (["add", " ", "--password-stdin"], "1 to 100 signs"),
        (["remove", "Nobody"], "no reviewer of this name"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(
    record: Path,
    arguments: list[str],
    complaint: str,
    typed: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A name or a password that cannot be taken ends with 2 and the reason."""
    typed("short\n")
    assert run(["reviewer", *arguments, "--db", str(record)]) == 2
    assert complaint in capsys.readouterr().err


def test_nobody_yet(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty list says how to let somebody in."""
    assert run(["reviewer", "list", "--db", str(record)]) == 0
    assert "onrecord reviewer add" in capsys.readouterr().err
