"""The page of the page contexts, made from the classes that the templates receive."""

import dataclasses
import inspect
import re
from typing import get_args

from onrecord.web import contexts, elements
from onrecord.web.contexts import Page

__all__ = ["INTRO", "pages"]

INTRO = """Every page of `onrecord serve` is drawn by one template from one frozen value, which the template
receives as `page`. Whoever writes a template of their own finds here what it may show.
"""


def pages() -> str:
    """The reference of all pages and of the parts that they are made of."""
    drawn = [one for one in _classes(contexts) if issubclass(one, Page)]
    parts = ["## What every page has\n", _section(Page, heading=False), "## The pages\n"]
    parts += [_section(one) for one in drawn if one is not Page]
    parts += ["## The parts\n", *(_section(one) for one in _classes(elements))]
    return "\n".join(parts)


def _classes(module: object) -> list[type]:
    members = (value for _, value in inspect.getmembers(module, inspect.isclass))
    own = (one for one in members if one.__module__ == getattr(module, "__name__", None))
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
