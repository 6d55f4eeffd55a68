"""TEI is valid by the consortium's own schema, and every character of a text is in its place."""

import gzip
import re
from pathlib import Path

import pytest
import sheets
from hypothesis import given, settings
from lxml import etree

from onrecord.exports.sheet import Sheet
from onrecord.exports.tei import tei_chunks
from onrecord.terms.article import Article
from onrecord.terms.span import Span
from onrecord.terms.statement import UNKNOWN, Actor, Statement

SCHEMAS = Path(__file__).parent / "schemas"
TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture(scope="module")
def schema() -> etree.RelaxNG:
    """The TEI Consortium's RELAX NG schema of everything."""
    return etree.RelaxNG(etree.fromstring(gzip.decompress((SCHEMAS / "tei_all.rng.gz").read_bytes())))


def written(*given_: Sheet) -> etree._Element:
    return etree.fromstring(b"".join(tei_chunks(given_)))


def texts(corpus: etree._Element) -> list[str]:
    return ["".join(body.itertext()) for body in corpus.iter(f"{TEI}body")]


def as_xml(text: str) -> str:
    """The text with what XML cannot hold replaced, one for one."""
    return re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)


def check(schema: etree.RelaxNG, document: etree._Element) -> None:
    if not schema.validate(document):
        pytest.fail("\n".join(str(error) for error in list(schema.error_log)[:5]))


def test_the_newsroom_is_valid(schema: etree.RelaxNG) -> None:
    """A corpus of real-looking articles, scripts of all kinds and hard cases is valid TEI."""
    check(schema, written(*sheets.sheets()))


def test_the_schema_tells_what_is_invalid(schema: etree.RelaxNG) -> None:
    """An element that TEI does not know is no valid TEI."""
    corpus = written(*sheets.sheets()[:1])
    next(corpus.iter(f"{TEI}said")).tag = f"{TEI}sayed"
    assert not schema.validate(corpus)


def test_nothing_found_is_valid_too(schema: etree.RelaxNG) -> None:
    """A corpus needs a text; where there is none, one says so."""
    check(schema, written())


@settings(max_examples=20, deadline=None)
@given(sheets.SHEETS)
def test_anything_is_valid_and_whole(schema: etree.RelaxNG, sheet: Sheet) -> None:
    """Whatever text, spans and names: valid, every character in its place, every span in its elements."""
    corpus = written(sheet)
    check(schema, corpus)
    text = as_xml(sheet.article.text)
    assert texts(corpus) == [text]
    for number, statement in enumerate(sheet.statements, 1):
        for role in ("source", "cue", "content"):
            start = f"a1.s{number}.{role}."
            found = "".join(
                "".join(each.itertext()) for each in corpus.iter() if each.get(ID, "").startswith(start)
            )
            words = "".join(span.of(text) for span in getattr(statement, role))
            # Between paragraphs stands white space, which is in no element.
            assert "".join(found.split()) == "".join(words.split())


def test_who_says_it_to_whom_directly() -> None:
    """The attributes lead to the people of the header."""
    text = '"No gate," Maddrick told Wrenn. He thinks not.'
    said = Statement(
        "E1",
        (Span(11, 19),),
        (Span(20, 24),),
        (Span(0, 10),),
        "direct",
        "speech",
        "deny",
        Actor("Joren Maddrick", "person", "spokesman"),
        audience=Actor("Paskal Wrenn", "person"),
        confidence=0.9,
    )
    thought = Statement("E2", (), (Span(35, 41),), (Span(42, 45),), "indirect", "thought", "believe", UNKNOWN)
    corpus = written(Sheet(Article("a", text), (said, thought)))
    first, second = corpus.iter(f"{TEI}said")
    people = {person.get(ID): person.findtext(f"{TEI}persName") for person in corpus.iter(f"{TEI}person")}
    assert (people[first.get("who")[1:]], people[first.get("toWhom")[1:]]) == (
        "Joren Maddrick",
        "Paskal Wrenn",
    )
    assert (first.get("direct"), first.get("aloud"), first.get("cert")) == ("true", "true", "high")
    assert first.get("ana") == "#act.deny #mode.speech #form.direct"
    assert (second.get("who"), second.get("direct"), second.get("aloud")) == (None, "false", "false")


def test_pieces_are_chained() -> None:
    """A statement in two pieces is two elements that name each other."""
    statement = Statement("E1", (), (), (Span(0, 3), Span(9, 12)), "direct", "speech", "say", UNKNOWN)
    one, two = written(Sheet(Article("a", '"A", he "B".'), (statement,))).iter(f"{TEI}said")
    assert (one.get("next"), two.get("prev")) == (f"#{two.get(ID)}", f"#{one.get(ID)}")


def test_the_header_tells_where_the_text_is_from() -> None:
    """Outlet, address, date, digest, revision and run stand in the header of each text."""
    sheet = sheets.sheets()[0]
    (bibl,) = written(sheet).iter(f"{TEI}bibl")
    assert bibl.findtext(f"{TEI}publisher") == sheet.article.outlet
    assert bibl.find(f"{TEI}ref").get("target") == sheet.article.url
    assert {idno.get("type"): idno.text for idno in bibl.iter(f"{TEI}idno")} == {
        "SHA-256": sheet.article.digest,
        "article": sheet.article.id,
        "revision": "1",
        "run": sheet.run,
    }
