"""Rules of the house that no other tool holds."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "src" / "onrecord").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield node


def body(function: Function) -> int:
    """The lines of a function with its signature; the docstring is not counted."""
    docstring = function.body[0]
    told = (docstring.end_lineno or 0) - docstring.lineno + 1 if ast.get_docstring(function) else 0
    return (function.end_lineno or 0) - function.lineno + 1 - told


def test_importing_the_package_loads_nothing_but_itself() -> None:
    """``import onrecord`` is instant: no third-party module, and of our own only the root."""
    code = (
        "import sys; before = set(sys.modules); import onrecord;"
        "print(sorted({m.split('.')[0] for m in set(sys.modules) - before} - set(sys.stdlib_module_names)));"
        "print([m for m in sys.modules if m.startswith('onrecord.')])"
    )
    found = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.splitlines() == ["['onrecord']", "[]"]


def test_the_public_names_are_there() -> None:
    """Every name that the package promises can be had, and no other."""
    import onrecord  # noqa: PLC0415 - what the first lookup does is the point

    assert all(getattr(onrecord, name) is not None for name in onrecord.__all__)
    assert set(onrecord.__all__) <= set(dir(onrecord))
    with pytest.raises(AttributeError, match="no attribute 'shout'"):
        onrecord.shout  # type: ignore[attr-defined]  # noqa: B018 - the lookup is the test


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_functions_and_modules_stay_small(path: Path) -> None:
    """No function over 60 lines, no module over 400."""
    assert [function.name for function in functions(path) if body(function) > 60] == []
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", TESTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_test_states_its_property(path: Path) -> None:
    """Each test has a docstring whose first line says, as a sentence, what holds."""
    silent = [
        function.name
        for function in functions(path)
        if function.name.startswith("test_")
        and not (ast.get_docstring(function) or "").split("\n")[0].endswith((".", "?", "!", ":"))
    ]
    assert silent == []
