"""Every format that statements can be written in, as a table."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from onrecord.exports.csv import csv_chunks
from onrecord.exports.gdelt import event_chunks, mention_chunks
from onrecord.exports.jsondoc import json_chunks
from onrecord.exports.jsonl import jsonl_chunks
from onrecord.exports.jsonld import jsonld_chunks
from onrecord.exports.parquet import parquet_chunks
from onrecord.exports.plover import plover_chunks
from onrecord.exports.sheet import Sheet
from onrecord.exports.tei import tei_chunks
from onrecord.exports.webannotation import annotation_chunks

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
    Format(
        "parquet",
        "statement",
        "the same table in columns with types, for pyarrow, DuckDB, Spark; needs `onrecord[parquet]`",
        "application/vnd.apache.parquet",
        ".parquet",
        parquet_chunks,
        binary=True,
    ),
    Format(
        "jsonld",
        "statement",
        "JSON-LD in the words of schema.org: `Quotation` for direct words, `Claim` otherwise",
        "application/ld+json",
        ".jsonld",
        jsonld_chunks,
    ),
    Format(
        "webannotation",
        "statement",
        "W3C Web Annotations, each piece selected by its words and by its place",
        'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        ".jsonld",
        annotation_chunks,
    ),
    Format(
        "tei",
        "article",
        "TEI: the texts with `<said who toWhom direct>`, and who takes part",
        "application/tei+xml",
        ".xml",
        tei_chunks,
    ),
    Format(
        "plover",
        "event",
        "PLOVER events, one JSON object a line, of the acts that are one",
        "application/x-ndjson",
        ".jsonl",
        plover_chunks,
    ),
    Format(
        "gdelt",
        "event",
        "the 61 columns of GDELT 2.0's events, of the acts that have a CAMEO code",
        "text/tab-separated-values",
        ".tsv",
        event_chunks,
    ),
    Format(
        "gdelt-mentions",
        "event",
        "the 16 columns of GDELT 2.0's mentions: outlet, address, digest and run of the same events",
        "text/tab-separated-values",
        ".tsv",
        mention_chunks,
    ),
)

FORMATS: dict[str, Format] = {each.name: each for each in _ALL}
"""Every format by its name, in the order of the reference."""
