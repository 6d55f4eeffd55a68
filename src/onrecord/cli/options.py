"""Options that several verbs share, so that they mean and say the same everywhere."""

from enum import StrEnum
from typing import Annotated, TypeAlias

import typer

__all__ = ["Database", "FileFormat", "Host", "Listing", "Places", "Port", "Printing"]

Places: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        show_default=False,
        help="Articles: .txt, .html, .json or .jsonl files, folders of them, or - for standard input.",
    ),
]

Database: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="RECORD",
        show_default=False,
        help="The record: a file or postgresql://user@host/name. Without it: ONRECORD_DB, or else record.db.",
    ),
]

Host: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--host",
        metavar="ADDRESS",
        show_default=False,
        help="Listen on this address. Without it: ONRECORD_HOST, or else 127.0.0.1 (this machine only).",
    ),
]

Port: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--port",
        metavar="NUMBER",
        min=1,
        max=65535,
        show_default=False,
        help="Listen on this port. Without it: ONRECORD_PORT, or else 8321.",
    ),
]


class Listing(StrEnum):
    """How found statements are printed."""

    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"


class FileFormat(StrEnum):
    """How statements are written to a file: the names of ``exports.formats``."""

    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"
    JSONLD = "jsonld"
    WEBANNOTATION = "webannotation"
    TEI = "tei"
    PLOVER = "plover"
    GDELT = "gdelt"
    GDELT_MENTIONS = "gdelt-mentions"


class Printing(StrEnum):
    """How the statements of articles are printed: to be read, or as text that programs read."""

    TEXT = "text"
    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    JSONLD = "jsonld"
    WEBANNOTATION = "webannotation"
    TEI = "tei"
    PLOVER = "plover"
    GDELT = "gdelt"
    GDELT_MENTIONS = "gdelt-mentions"
