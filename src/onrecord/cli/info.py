"""``onrecord info``: what is installed, what is set, what a record holds."""

import platform
import sqlite3
import sys
from collections.abc import Mapping
from importlib.metadata import version
from typing import Annotated

import typer

from onrecord.cli.account import shown, table
from onrecord.cli.lines import print_lines
from onrecord.cli.streams import console
from onrecord.settings import SETTINGS, Settings

__all__ = ["info"]

_LIBRARIES = ("onnxruntime", "tokenizers", "sqlalchemy", "trafilatura", "starlette", "typer")


def info(
    db: Annotated[
        str | None,
        typer.Option("--db", metavar="RECORD", show_default=False, help="Count what is in this record, too."),
    ] = None,
) -> None:
    """Print versions, the model, the settings, and what a record holds.

    \b
    Examples:
      onrecord info
      onrecord info --db news.db
    """
    rows = [*_versions(), *_model(), *_settings(), *(_record(db) if db else [])]
    print_lines(console(sys.stdout), table(rows))


def _versions() -> list[tuple[str, str]]:
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return [
        ("onrecord", version("onrecord")),
        ("python", platform.python_version()),
        ("sqlite", sqlite3.sqlite_version),
        ("libraries", libraries),
    ]


def _model() -> list[tuple[str, str]]:
    from onrecord.models.encoder import Encoder

    encoder = Encoder.open(threads=1)
    # Curves and tables are for whoever opens the card; a line holds a number or a name.
    facts = {name: value for name, value in encoder.card.items() if isinstance(value, str | int | float)}
    card = [(f"  {name}", str(value)) for name, value in facts.items()]
    return [("model", f"sha256:{encoder.digest}"), *card]


def _settings() -> list[tuple[str, str]]:
    settings = Settings.from_environment()
    values = {setting.variable: getattr(settings, setting.name) for setting in SETTINGS}
    values["ONRECORD_DB"] = shown(settings.db)
    return [(variable, "not set" if value is None else str(value)) for variable, value in values.items()]


def _record(db: str) -> list[tuple[str, str]]:
    from onrecord.record.opening import open_record

    with open_record(db) as record:
        counts = record.counts()
    span = " to ".join(day for day in (counts.first, counts.last) if day)
    return [
        ("record", shown(db)),
        ("  articles", f"{counts.articles:,}" + f" in {counts.revisions:,} revisions"),
        ("  published", span or "no dates"),
        ("  outlets", f"{counts.outlets:,}"),
        ("  statements", f"{counts.statements:,}"),
        ("  by form", _shares(counts.by_form)),
        ("  by act", _shares(counts.by_act)),
        ("  speakers", f"{counts.speakers:,}"),
        ("  speaker unknown", f"{counts.unknown_speakers:,}"),
        ("  speaker unnamed", f"{counts.unnamed_speakers:,}"),
        ("  refused inputs", f"{counts.refusals:,}"),
    ]


def _shares(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number:,}" for name, number in counts.items()) or "none"
