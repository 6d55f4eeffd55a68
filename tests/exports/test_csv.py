"""A table has a row for each statement and runs nothing."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.columns import COLUMNS
from onrecord.exports.csv import csv_chunks
from onrecord.exports.sheet import Sheet
from onrecord.terms.article import Article
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor, Said, Statement

TEXT = 'Maddrick said: "No gate was opened," on Monday, "none".'


def statement(name: str = "Joren Maddrick") -> Statement:
    return Statement(
        "E1",
        (Span(0, 8),),
        (Span(9, 13),),
        (Span(15, 36), Span(48, 54)),
        "direct",
        "speech",
        "deny",
        Actor(name, "person", "spokesman"),
        said=Said("2026-02-02"),
        confidence=0.87654321,
    )


NAMES = [column.name for column in COLUMNS]


def rows(article: Article, *statements: Statement) -> list[list[str]]:
    written = b"".join(csv_chunks([Sheet(article, statements, revision=3, run="cafe")])).decode()
    return list(csv.reader(io.StringIO(written, newline="")))


def test_a_statement_is_a_row() -> None:
    """The columns hold the article, the speaker, the words and where they stand."""
    heading, row = rows(Article("a", TEXT, outlet="The Post", url="https://example.com"), statement())
    assert heading == NAMES
    found = dict(zip(heading, row, strict=True))
    assert found["source"] == "Maddrick"
    assert found["content"] == '"No gate was opened," … "none"'
    assert (found["content_start"], found["content_end"], found["confidence"]) == ("15", "54", "0.8765")
    assert (found["said"], found["published"], found["speaker_role"]) == ("2026-02-02", "", "spokesman")


def test_a_row_tells_where_its_text_is_from() -> None:
    """The digest, the revision and the run stand in each row, and spans piece by piece."""
    article = Article("a", TEXT)
    heading, row = rows(article, statement())
    found = dict(zip(heading, row, strict=True))
    assert (found["digest"], found["revision"], found["run"]) == (article.digest, "3", "cafe")
    assert (found["content_spans"], found["hedged"], found["cameo"]) == ("15-36 48-54", "false", "016")


@given(st.text(alphabet=st.characters(codec=None), min_size=1))
def test_no_cell_is_a_formula(name: str) -> None:
    """Whatever a page calls its people, no cell begins as a formula does, and the table can be read back."""
    _, row = rows(Article(name, TEXT, outlet=name), statement(name))
    assert len(row) == len(COLUMNS)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_no_statement_gives_a_heading_alone() -> None:
    """A table of nothing still says what its columns are."""
    assert rows(Article("a", TEXT)) == [NAMES]
