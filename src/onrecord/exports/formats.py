"""Every format that statements can be written in, as a table."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from onrecord.exports.csv import csv_chunks
from onrecord.exports.jsondoc import json_chunks
from onrecord.exports.jsonl import jsonl_chunks
from onrecord.exports.sheet import Sheet

__all__ = ["FORMATS", "Format", "Writer"]

Writer: TypeAlias = Callable[[Iterable[Sheet]], Iterator[bytes]]
"""Gives articles as the bytes of a file, piece by piece; it holds no more than a few articles at a time."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write statements down.

    Attributes:
        name: what ``--format`` calls it.
        unit: what one row, line or element of it is.
        meaning: one phrase for the help and the reference.
        media_type: what HTTP calls it.
        suffix: how a file of it ends, with the dot.
        write: gives articles in this format.
        binary: whether it is no text, so that a terminal cannot show it.
        explain: gives articles with what decided each field, where the format has a place for it.
    """

    name: str
    unit: str
    meaning: str
    media_type: str
    suffix: str
    write: Writer
    binary: bool = False
    explain: Writer | None = None


_ALL = (
    Format(
        "jsonl",
        "article",
        "JSON Lines: an article a line, in the guide's schema",
        "application/x-ndjson",
        ".jsonl",
        jsonl_chunks,
        explain=partial(jsonl_chunks, explain=True),
    ),
    Format(
        "json",
        "article",
        "one JSON list of the same articles",
        "application/json",
        ".json",
        json_chunks,
        explain=partial(json_chunks, explain=True),
    ),
    Format(
        "csv",
        "statement",
        "a table for spreadsheets and data frames",
        "text/csv",
        ".csv",
        csv_chunks,
    ),
)

FORMATS: dict[str, Format] = {each.name: each for each in _ALL}
"""Every format by its name, in the order of the reference."""
