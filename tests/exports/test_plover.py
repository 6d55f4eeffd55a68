"""Events of PLOVER have the fields of its manual, and only acts that are events are among them."""

import json

import sheets

from onrecord.exports.events import day_of, event_of
from onrecord.exports.plover import plover_chunks
from onrecord.exports.sheet import Sheet
from onrecord.terms.article import Article
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor, Said, Statement

# The required fields of the manual's table "PLOVER JSON"; the end only where there is one.
REQUIRED = {"id", "date", "source", "event"}


def test_only_events_are_written() -> None:
    """The newsroom's accusations, threats and promises come, what was merely said does not."""
    all_ = sheets.sheets()
    lines = b"".join(plover_chunks(all_)).decode().splitlines()
    coded = {
        statement.id: event.plover
        for sheet in all_
        for statement in sheet.statements
        if (event := event_of(sheet, statement)) and event.plover and day_of(sheet, statement)
    }
    records = [json.loads(line) for line in lines]
    assert {record["id"]: record["event"] for record in records} == coded
    assert len(records) > 10
    assert all(set(record) >= REQUIRED for record in records)


def test_an_event_has_its_actors_and_its_day() -> None:
    """Who did it to whom over which days, the states by three letters, and where it leads back to."""
    statement = Statement(
        "0123456789abcdef",
        (Span(0, 6),),
        (Span(7, 14),),
        (Span(15, 33),),
        "indirect",
        "speech",
        "accuse",
        Actor("Russia", "government", country="RU"),
        targets=(Actor("Joren Maddrick", "person", "spokesman", country="XA"),),
        said=Said("2026-02-03/2026-02-05"),
    )
    article = Article("a", "Moscow accused Maddrick of lying.", outlet="The Courier")
    (line,) = plover_chunks([Sheet(article, (statement,), actors={statement.speaker: "russia"})])
    record = json.loads(line)
    assert record["source"] == [
        {"code": "RUS", "sector": "GOV", "identifier": "russia", "actorText": "Russia"}
    ]
    assert record["target"] == [{"actorText": "Joren Maddrick", "office": "spokesman"}]
    assert (record["date"], record["enddate"]) == ("2026-02-03", "2026-02-05")
    assert (record["event"], record["mode"], record["quadCode"]) == ("ACCUSE", ["disapprove"], 3)
    assert record["textInfo"] == {"start": 0, "end": 33}
