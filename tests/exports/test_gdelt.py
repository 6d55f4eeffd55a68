"""The tables of GDELT have its columns, in its order, and lead back to the statements."""

import sys
from collections.abc import Iterable
from pathlib import Path

import duckdb
import sheets

from onrecord.exports.events import event_of
from onrecord.exports.gdelt import (
    EVENT_COLUMNS,
    MENTION_COLUMNS,
    event_chunks,
    event_number,
    mention_chunks,
)
from onrecord.exports.sheet import Sheet
from onrecord.languages.countries import ALPHA_3
from onrecord.terms.article import Article
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor, Said, Statement

# The types of GDELT's own table in BigQuery, by which a reader holds our cells.
WHOLE = {
    "GLOBALEVENTID",
    "SQLDATE",
    "MonthYear",
    "Year",
    "IsRootEvent",
    "QuadClass",
    "NumMentions",
    "NumSources",
    "NumArticles",
    "Actor1Geo_Type",
    "Actor2Geo_Type",
    "ActionGeo_Type",
    "DATEADDED",
}
REAL = {
    "FractionDate",
    "GoldsteinScale",
    "AvgTone",
    "Actor1Geo_Lat",
    "Actor1Geo_Long",
    "Actor2Geo_Lat",
    "Actor2Geo_Long",
    "ActionGeo_Lat",
    "ActionGeo_Long",
}

STATEMENT = Statement(
    "ffffffffffffffff",
    (Span(0, 6),),
    (Span(7, 14),),
    (Span(15, 33),),
    "indirect",
    "speech",
    "accuse",
    Actor("Russia", "government", country="RU"),
    targets=(Actor("Joren Maddrick", "person", country="XA"),),
    said=Said("2026-02-03"),
    confidence=0.83,
)
SHEET = Sheet(
    Article("a", "Moscow accused Maddrick of lying.", outlet="The\tCourier", url="https://a.example/1"),
    (STATEMENT,),
    revision=2,
    run="cafe",
    read_at=sheets.READ_AT,
)


def test_there_are_61_and_16_columns() -> None:
    """The tables have as many columns as GDELT's, each once."""
    assert len(set(EVENT_COLUMNS)) == len(EVENT_COLUMNS) == 61
    assert len(set(MENTION_COLUMNS)) == len(MENTION_COLUMNS) == 16


def test_an_independent_reader_takes_it_for_gdelts(tmp_path: Path) -> None:
    """Read with the types of GDELT's own table, every event of the newsroom is there."""
    path = tmp_path / "events.tsv"
    path.write_bytes(b"".join(event_chunks(sheets.sheets())))
    kind = {
        name: "BIGINT" if name in WHOLE else "DOUBLE" if name in REAL else "VARCHAR" for name in EVENT_COLUMNS
    }
    read = "select GLOBALEVENTID, EventCode from read_csv(?, delim='\t', header=false, quote='', columns=?)"
    rows = duckdb.execute(read, [str(path), kind]).fetchall()
    coded = [
        (event_number(statement), event.cameo)
        for sheet in sheets.sheets()
        for statement in sheet.statements
        if (event := event_of(sheet, statement)) and (sheet.article.published or statement.said)
    ]
    assert sorted(rows) == sorted(coded)


def test_an_event_is_as_the_codebook_says() -> None:
    """Its day in four ways, its actors, its code at three depths, its class and its place on the scale."""
    row = dict(zip(EVENT_COLUMNS, _cells(event_chunks([SHEET])), strict=True))
    assert [row[name] for name in EVENT_COLUMNS[:5]] == [
        str(2**63 - 1), "20260203", "202602", "2026", "2026.1726",
    ]  # fmt: skip
    assert (row["Actor1Code"], row["Actor1Name"], row["Actor1Type1Code"]) == ("RUSGOV", "RUSSIA", "GOV")
    assert (row["Actor2Code"], row["Actor2Name"]) == ("", "JOREN MADDRICK")
    assert [row[name] for name in EVENT_COLUMNS[25:35]] == [
        "1", "112", "112", "11", "3", "-2.0", "1", "1", "1", "",
    ]  # fmt: skip
    assert (row["DATEADDED"], row["SOURCEURL"]) == ("20260301120000", "https://a.example/1")


def test_a_mention_leads_back() -> None:
    """The outlet in one cell, places in code points, and in the extras digest, revision and run."""
    row = dict(zip(MENTION_COLUMNS, _cells(mention_chunks([SHEET])), strict=True))
    assert (row["MentionSourceName"], row["Actor1CharOffset"], row["ActionCharOffset"]) == (
        "The Courier",
        "0",
        "7",
    )
    assert (row["Confidence"], row["MentionDocLen"]) == ("80", "33")
    extras = dict(part.split("=") for part in row["Extras"].split(";"))
    assert extras == {
        "statement": "f" * 16,
        "article": "a",
        "digest": SHEET.article.digest,
        "revision": "2",
        "run": "cafe",
    }


def test_numbers_fit_every_database() -> None:
    """No event's number is larger than what 64 bits with a sign can hold."""
    assert event_number(STATEMENT) <= sys.maxsize


def test_states_have_three_letters() -> None:
    """The table of codes is ISO's: 249 states and territories, no code twice."""
    assert len(ALPHA_3) == len(set(ALPHA_3.values())) == 249
    assert all(len(two) == 2 and len(three) == 3 for two, three in ALPHA_3.items())


def _type(name: str) -> str:
    return "BIGINT" if name in WHOLE else "DOUBLE" if name in REAL else "VARCHAR"


def _cells(chunks: Iterable[bytes]) -> list[str]:
    written = b"".join(chunks).decode()
    assert written.endswith("\n")
    return written.removesuffix("\n").split("\t")
