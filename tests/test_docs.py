"""The documentation fails the build when it lags behind the code."""

import doctest
import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from onrecord import errors
from onrecord.cli.main import GROUPS, VERBS
from onrecord.exports.guide import GuideActor, GuideStatement
from onrecord.exports.jsonl import GuideLine
from onrecord.settings import SETTINGS
from onrecord.terms.statement import ACTS, ActorKind

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])


def test_the_generated_pages_are_fresh() -> None:
    """What ``make docs`` would write is what is there."""
    found = subprocess.run(
        [sys.executable, str(DOCS / "reference" / "write.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (found.returncode, found.stderr) == (0, "")


@pytest.mark.parametrize(
    "verb",
    [*(verb.__name__ for verb in VERBS), *(f"{group} {word}" for group in GROUPS for word in GROUPS[group])],
)
def test_every_command_is_documented(verb: str) -> None:
    """Each verb has its section in the reference, with an example to copy."""
    page = (DOCS / "reference" / "cli.md").read_text(encoding="utf-8")
    section = page.split(f"## onrecord {verb}\n")[1].split("\n## ")[0]
    assert f"\nonrecord {verb}" in section


@pytest.mark.parametrize("variable", [setting.variable for setting in SETTINGS])
def test_every_setting_is_documented(variable: str) -> None:
    """Each environment variable is in the reference."""
    assert f"| `{variable}` |" in (DOCS / "reference" / "settings.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", [*sorted({*errors.__all__} - {"OnrecordError", "InputRefused", "RecordError"}), "Failed"]
)
def test_every_error_is_documented(name: str) -> None:
    """Each error that somebody can meet is in the reference, with what to do."""
    assert f"| `{name}` |" in (DOCS / "reference" / "errors.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", errors.__all__)
def test_every_error_is_in_the_tree(name: str) -> None:
    """The tree drawn in the docstring of ``errors.py`` is whole."""
    assert re.search(rf"\b{name}\b", errors.__doc__ or "")


def test_every_room_is_on_the_map() -> None:
    """A folder or module of the package is a line of the map."""
    page = (DOCS / "map.md").read_text(encoding="utf-8")
    rooms = [path for path in (ROOT / "src" / "onrecord").iterdir() if not path.name.startswith(("_", "."))]
    names = {f"{room.name}/" if room.is_dir() else room.name for room in rooms} - {"py.typed"}
    assert {name for name in names if f"| `{name}` |" not in page} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    """A link to a file of this project leads to one."""
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize(
    "page", [page for page in PAGES if ">>> " in page.read_text(encoding="utf-8")], ids=lambda page: page.name
)
def test_examples_in_python_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every Python example of the documentation prints what it says."""
    monkeypatch.chdir(tmp_path)
    outcome = doctest.testfile(str(page), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert outcome.attempted > 0
    assert outcome.failed == 0


@pytest.mark.parametrize(
    "word",
    sorted(
        {
            *GuideLine.__annotations__,
            *GuideStatement.__annotations__,
            *GuideActor.__annotations__,
            *ACTS,
            *get_args(ActorKind),
        }
    ),
)
def test_every_key_and_value_of_a_statement_is_documented(word: str) -> None:
    """Each key of the output, each act and each kind of actor is explained in the reference."""
    assert f"`{word}`" in (DOCS / "reference" / "statements.md").read_text(encoding="utf-8")
