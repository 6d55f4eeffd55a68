import errno
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import onrecord
from onrecord.cli.main import GROUPS, VERBS, run

ONRECORD = [sys.executable, "-m", "onrecord"]


def shell(*arguments: str, stdin: bytes = b"", **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line as a user does, in a process of its own."""
    return subprocess.run(
        [*ONRECORD, *arguments], input=stdin, capture_output=True, env={**os.environ, **environ}, check=False
    )


def test_the_version(printed: Callable[..., str]) -> None:
    """``--version`` prints the program and its version."""
    assert printed("--version") == f"onrecord {onrecord.__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        *([verb.__name__, "--help"] for verb in VERBS),
        *([group, "--help"] for group in GROUPS),
        *([group, word, "--help"] for group in GROUPS for word in GROUPS[group]),
    ],
)
def test_help_teaches_and_is_plain_without_a_terminal(
    arguments: list[str], printed: Callable[..., str]
) -> None:
    """Every help has an example to copy and neither a box nor a colour when it goes into a pipe."""
    text = printed(*arguments)
    assert re.search(r"^    onrecord \w", text, re.MULTILINE)
    assert "\x1b" not in text
    assert "│" not in text


def test_help_does_not_wait_for_the_heavy_libraries() -> None:
    """Neither the database, nor the model, nor the web framework is loaded to print help."""
    code = (
        "import sys; from onrecord.cli.main import run; run(['read', '--help']);"
        "print([m for m in ('sqlalchemy', 'onnxruntime', 'starlette', 'trafilatura') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "arguments", [["extrac"], ["extract"], ["extract", "--format", "xml", "a"], ["search", "--limit", "none"]]
)
def test_a_mistaken_command_is_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """What is not understood exits with 2, and says so on standard error alone."""
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Usage: onrecord" in err


def test_an_error_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An unusable record is told in one line with the program's name, and exits with 2."""
    assert run(["search", "dam", "--db", str(tmp_path / "none.db")]) == 2
    err = capsys.readouterr().err
    assert re.fullmatch(r"onrecord: [^\n]*none\.db[^\n]*\n", err)


def test_a_wrong_setting_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A setting with an impossible value is named, and exits with 2."""
    monkeypatch.setenv("ONRECORD_PORT", "no")
    assert run(["serve", "--db", "none.db"]) == 2
    assert "ONRECORD_PORT" in capsys.readouterr().err


@pytest.mark.usefixtures("fake_model")
def test_output_that_cannot_be_written_is_told(
    monkeypatch: pytest.MonkeyPatch, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A full disk under the output is a sentence and no traceback."""
    monkeypatch.setattr("onrecord.cli.main.swallow_output", lambda: None)

    def full(_: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(sys.stdout, "write", full)
    assert run(["extract", str(article)]) == 2
    assert "No space left on device" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv"])
def test_output_is_utf8_in_any_locale(tmp_path: Path, form: str) -> None:
    """In a locale without UTF-8 the output is UTF-8; a file name that is no UTF-8 costs nothing."""
    article = os.fsencode(tmp_path) + b"/\xff.txt"
    with open(article, "wb") as file:  # noqa: PTH123 - a path of bytes
        file.write("„Ja“, sagte Åse.".encode())
    found = shell(
        "extract", os.fsdecode(article), "--format", form, LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0"
    )
    assert (found.returncode, found.stderr) == (0, b"")
    assert "Ja" in found.stdout.decode() or form != "jsonl"


def test_a_reader_who_leaves_is_no_error(article: Path) -> None:
    """``onrecord … | head`` is quiet: nothing on standard error, no failure."""
    arguments = [*ONRECORD, "extract", *[str(article)] * 3, "--format", "jsonl"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_ctrl_c_is_quiet(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C ends a run with 130 and without a word."""

    def interrupted(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("onrecord.pipeline.attributor", interrupted)
    assert run(["extract", str(article)]) == 130
    assert capsys.readouterr() == ("", "")


def test_being_stopped_closes_what_is_open() -> None:
    """A signal to stop leaves as ``sys.exit`` does, so that temporary folders go."""
    code = (
        "import os, signal, onrecord.cli.main as m; m.run = lambda _: os.kill(os.getpid(), signal.SIGTERM)\n"
        "try: m.main()\nfinally: print('closed')"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout) == (143, "closed\n")
