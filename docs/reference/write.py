"""Write the reference pages that are made from the code; with ``--check`` only say which are stale.

    python docs/reference/write.py [--check]

The page of the command line is made from the verbs' own signatures and docstrings and not from what
``--help`` prints, because every version of Typer lays that out in its own way.
"""

import inspect
import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import get_args, get_type_hints

import api_page
import export_page
import formats
from pages import INTRO, pages
from typer.models import ArgumentInfo, OptionInfo

from onrecord.cli.main import GROUPS, VERBS, onrecord
from onrecord.settings import SETTINGS, Settings

HERE = Path(__file__).resolve().parent
NOTE = "<!-- Written by docs/reference/write.py; change the code and run `make docs`. -->\n"


def command_line() -> str:
    """The page of the command line: each verb with its description, examples and options."""
    parts = ["# The command line\n", NOTE, _prose(onrecord), _table(onrecord)]
    for verb in VERBS:
        parts += [f"## onrecord {verb.__name__}\n", _prose(verb), _table(verb)]
    for group, verbs in GROUPS.items():
        for word, verb in verbs.items():
            parts += [f"## onrecord {group} {word}\n", _prose(verb), _table(verb)]
    return "\n".join(parts)


def settings() -> str:
    """The page of the settings: each environment variable, what it means and what holds without it."""
    rows = [
        f"| `{setting.variable}` | {setting.meaning} | {_default(getattr(Settings(), setting.name))} |"
        for setting in SETTINGS
    ]
    intro = (
        "Environment variables hold for every command; an option on the command line goes before them.\n"
        "A variable that is empty counts as not set, and one with an impossible value is refused by name.\n"
    )
    return "\n".join(
        ["# Settings\n", NOTE, intro, "| variable | meaning | without it |", "| --- | --- | --- |", *rows, ""]
    )


def page_contexts() -> str:
    """The page of what the templates of the pages receive."""
    return f"# What the pages show\n\n{NOTE}\n{INTRO}\n{pages()}"


def formats_page() -> str:
    """The page of the formats that statements are written in."""
    return f"# Formats\n\n{NOTE}\n{formats.page()}"


def api() -> str:
    """The page of the API."""
    return f"# The API\n\n{NOTE}\n{api_page.page()}"


PAGES: dict[str, Callable[[], str]] = {
    "cli.md": command_line,
    "settings.md": settings,
    "pages.md": page_contexts,
    "formats.md": formats_page,
    "api.md": api,
    "../how-to/export.md": export_page.page,
}


def stale() -> list[str]:
    """The names of the pages that are not what the code would write today."""
    return [name for name, page in PAGES.items() if _read(HERE / name) != page()]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _prose(verb: Callable[..., None]) -> str:
    """A verb's docstring; its blocks of examples, marked with a backspace for the help, become code."""
    blocks = inspect.cleandoc(verb.__doc__ or "").split("\n\n")
    return "\n".join(_block(block) for block in blocks)


def _block(block: str) -> str:
    if not block.startswith("\b"):
        return block + "\n"
    title, *lines = block.removeprefix("\b\n").split("\n")
    code = inspect.cleandoc("\n".join(["", *lines]))
    return f"{title}\n\n```text\n{code}\n```\n"


def _table(verb: Callable[..., None]) -> str:
    rows = list(_rows(verb))
    return "\n".join(["| | | default |", "| --- | --- | --- |", *rows, ""])


def _rows(verb: Callable[..., None]) -> Iterator[str]:
    hints = get_type_hints(verb, include_extras=True)
    for name, parameter in inspect.signature(verb).parameters.items():
        kind, *notes = get_args(hints[name])
        info = next(note for note in notes if isinstance(note, ArgumentInfo | OptionInfo))
        default = parameter.default
        fallback = "required" if default is inspect.Parameter.empty else _default(default)
        yield f"| {_spelling(name, info, kind)} | {info.help} | {fallback} |"


def _spelling(name: str, info: ArgumentInfo | OptionInfo, kind: object) -> str:
    if isinstance(info, ArgumentInfo):
        return f"`{info.metavar or name.upper()}`" + (" …" if "list[" in str(kind) else "")
    # In `Annotated`, Typer's first name sits where a default would.
    given = [each for each in (info.default, *(info.param_decls or ())) if isinstance(each, str)]
    names = " ".join(f"`{each}`" for each in given or [f"--{name}"])
    values = "|".join(kind) if inspect.isclass(kind) and issubclass(kind, StrEnum) else info.metavar
    return f"{names} `{values}`".replace("|", r"\|") if values else names


def _default(value: object) -> str:
    if value is None or isinstance(value, bool):
        return ""
    return f"`{value}`"


def main(arguments: list[str]) -> int:
    """Write the pages, or say which are stale; the exit code tells whether there were any."""
    if arguments == ["--check"]:
        for name in stale():
            sys.stderr.write(f"docs/reference/{name} is stale; run `make docs`.\n")
        return 1 if stale() else 0
    for name, page in PAGES.items():
        (HERE / name).write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
