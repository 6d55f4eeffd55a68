"""The page of the page contexts, made from the classes that the templates receive."""

import dataclasses
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType
from typing import get_args

from onrecord import web
from onrecord.web.contexts import Page

__all__ = ["INTRO", "pages"]

INTRO = """Every page of `onrecord serve` is drawn by one template from one frozen value, which the template
receives as `page`. Whoever writes a template of their own finds here what it may show.
"""


def pages() -> str:
    """The reference of all pages and of the parts that they are made of."""
    drawn = [one for module in _modules("contexts") for one in _classes(module) if issubclass(one, Page)]
    parts = ["## What every page has\n", _section(Page, heading=False), "## The pages\n"]
    parts += [_section(one) for one in drawn if one is not Page]
    parts += ["## The parts\n"]
    parts += [_section(one) for module in _modules("elements") for one in _classes(module)]
    return "\n".join(parts)


def _modules(ending: str) -> Iterator[ModuleType]:
    """The modules of the pages whose names end so: those that all pages share, then each page's own."""
    names = [one.name for one in pkgutil.iter_modules(web.__path__) if one.name.endswith(ending)]
    for name in sorted(names, key=lambda name: (name != ending, name)):
        yield importlib.import_module(f"onrecord.web.{name}")


def _classes(module: ModuleType) -> list[type]:
    members = (value for _, value in inspect.getmembers(module, inspect.isclass))
    own = (one for one in members if one.__module__ == module.__name__)
    return sorted(own, key=lambda one: inspect.getsourcelines(one)[1])


def _section(one: type, *, heading: bool = True) -> str:
    summary, _, attributes = inspect.cleandoc(one.__doc__ or "").partition("\n\nAttributes:\n")
    told = {name: " ".join(text.split()) for name, text in _ATTRIBUTE.findall(attributes)}
    own = one.__annotations__
    names = [field.name for field in dataclasses.fields(one) if field.name in own]
    rows = [f"| `{name}` | {_type(own[name])} | {told[name]} |" for name in names]
    title = [f"### {one.__name__}\n"] if heading else []
    return "\n".join([*title, f"{summary}\n", "| | | |", "| --- | --- | --- |", *rows, ""])


_ATTRIBUTE = re.compile(r"^ {4}(\w+): (.+(?:\n {8}.+)*)", re.MULTILINE)


def _type(given: object) -> str:
    plain = given.__name__ if isinstance(given, type) and not get_args(given) else str(given)
    short = re.sub(r"(?:\w+\.)+(?=[A-Z])", "", plain)
    return f"`{short}`".replace("|", r"\|")
