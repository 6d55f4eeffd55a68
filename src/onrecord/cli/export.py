"""``onrecord export``: a record, or what a search finds in it, as a file for other programs."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated, TypeAlias

import typer

from onrecord.cli.filters import (
    Act,
    Affiliation,
    Audience,
    Country,
    Form,
    MaxConfidence,
    MinConfidence,
    Mode,
    Outlet,
    Reviewed,
    Since,
    Speaker,
    Status,
    Target,
    Time,
    Until,
    When,
    Words,
)
from onrecord.cli.options import Database, FileFormat
from onrecord.cli.streams import send
from onrecord.errors import OutputUnwritable
from onrecord.exports.formats import FORMATS
from onrecord.settings import Settings

__all__ = ["export"]


_Format: TypeAlias = Annotated[
    FileFormat,
    typer.Option("--format", "-f", help="How to write it; the formats are in docs/reference/formats.md."),
]
_Out: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--out",
        "-o",
        metavar="FILE",
        show_default=False,
        help="Write it to this file, which appears when it is whole. Without it: to standard output.",
    ),
]


def export(
    words: Words = None,
    db: Database = None,
    form_of_file: _Format = FileFormat.JSONL,
    out: _Out = None,
    speaker: Speaker = None,
    affiliation: Affiliation = None,
    country: Country = None,
    act: Act = None,
    status: Status = None,
    form: Form = None,
    mode: Mode = None,
    target: Target = None,
    audience: Audience = None,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    when: When = Time.SAID,
    min_confidence: MinConfidence = None,
    max_confidence: MaxConfidence = None,
    reviewed: Reviewed = None,
) -> None:
    """Write a record, or what a search finds in it, in a format of other programs.

    Everything that fits is written, article by article in the order in which they were read. Each
    statement comes with its article's outlet, address and date, with the digest of the text that its
    characters are counted in, and with the run that read it.

    \b
    Examples:
      onrecord export --db news.db > news.jsonl
      onrecord export --db news.db --format csv --out news.csv
      onrecord export "yellow telephone" --speaker maddrick --format jsonl
    """
    from onrecord import pipeline
    from onrecord.record.opening import open_record
    from onrecord.record.query import Query

    query = Query(
        text=" ".join(words or ()),
        speaker=speaker,
        affiliation=affiliation,
        country=country,
        act=act,
        status=status,
        form=form,
        mode=mode,
        target=target,
        audience=audience,
        outlet=outlet,
        since=since,
        until=until,
        when=when.value,
        min_confidence=min_confidence,
        max_confidence=max_confidence,
        reviewed=reviewed,
    )
    chosen = FORMATS[form_of_file]
    with open_record(db or Settings.from_environment().db) as record:
        chunks = chosen.write(pipeline.sheets(record, query))
        if out is None or str(out) == "-":
            _check_terminal(binary=chosen.binary, name=chosen.name)
            send(chunks, sys.stdout)
        else:
            _write(chunks, out)


def _check_terminal(*, binary: bool, name: str) -> None:
    if binary and sys.stdout.isatty():
        raise typer.BadParameter(f"{name} is no text; give a file.", param_hint="--out")


def _write(chunks: Iterable[bytes], path: Path) -> None:
    """Write a file that is there whole or not at all."""
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:80]}.", delete=False) as part:
            try:
                part.writelines(chunks)
                part.flush()
                Path(part.name).chmod(0o666 & ~_mask())
                Path(part.name).replace(path)
            except BaseException:
                with suppress(OSError):
                    Path(part.name).unlink()
                raise
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"{path}: this file cannot be written ({reason}); give another --out"
        raise OutputUnwritable(message) from error


def _mask() -> int:
    """What the user's files are made without; the system tells it only by having it set."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
