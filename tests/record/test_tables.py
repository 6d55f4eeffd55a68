"""The file as others see it."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.record.opening import open_record
from onrecord.record.tables import SCHEMA_VERSION, tables
from onrecord.record.values import Run
from onrecord.terms.article import Article
from onrecord.terms.entity import Entity
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor, Statement

SPEAKER = Actor("Kessa Orlin", "person", "Minister of Waters")


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A record with one statement, opened with nothing of ours."""
    day = datetime(2026, 2, 7, tzinfo=UTC)
    article = Article("orlin", "Orlin said the gates held.", "Gates", outlet="Courier", published=day)
    said = Statement(
        "0" * 16, (Span(0, 5),), (Span(6, 10),), (Span(11, 25),), "indirect", "speech", "say", SPEAKER
    )
    with open_record(tmp_path / "record.db", create=True) as record:
        record.keep(article, (said,), Run("0.1.0", "digest", started=datetime(2026, 3, 1, tzinfo=UTC)))
        entity = Entity("kessa-orlin", "Kessa Orlin", "person", ("Kessa Orlin",))
        record.assign((entity,), dict.fromkeys(record.mentions(), entity.id))
    connection = sqlite3.connect(tmp_path / "record.db")
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


def test_the_file_says_what_it_is(bare: sqlite3.Connection) -> None:
    """Its header names us and the version of its tables, and so does the table meta."""
    assert bare.execute("PRAGMA application_id").fetchone()[0] == int.from_bytes(b"OnRC")
    assert bare.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION
    assert bare.execute("SELECT value FROM meta WHERE name = 'schema'").fetchone()[0] == str(SCHEMA_VERSION)
    assert bare.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_it_is_sound(bare: sqlite3.Connection) -> None:
    """SQLite's own checks find nothing, those of the index of words included."""
    assert bare.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert bare.execute("PRAGMA foreign_key_check").fetchall() == []
    bare.execute("INSERT INTO statements_search (statements_search, rank) VALUES ('integrity-check', 1)")


def test_statements_can_be_read_without_joining(bare: sqlite3.Connection) -> None:
    """One view holds who said what, where and when, in words."""
    [row] = bare.execute("SELECT * FROM statements_readable").fetchall()
    assert {
        name: row[name] for name in ("speaker", "act", "words", "source", "cue", "outlet", "article")
    } == {
        "speaker": "Kessa Orlin",
        "act": "say",
        "words": "the gates held",
        "source": "Orlin",
        "cue": "said",
        "outlet": "Courier",
        "article": "orlin",
    }


def test_speakers_are_listed(bare: sqlite3.Connection) -> None:
    """One view holds who speaks, how often and when."""
    [row] = bare.execute("SELECT id, statements, first, last FROM speakers").fetchall()
    assert tuple(row) == ("kessa-orlin", 1, "2026-02-07", "2026-02-07")


def test_datasette_finds_the_index_of_words(bare: sqlite3.Connection) -> None:
    """The table of statements is searched as Datasette searches: it looks for exactly this content option."""
    [(sql,)] = bare.execute("SELECT sql FROM sqlite_master WHERE name = 'statements_search'").fetchall()
    assert 'content="statements"' in sql
    found = "SELECT id FROM statements WHERE rowid IN (SELECT rowid FROM statements_search WHERE {} MATCH ?)"
    assert len(bare.execute(found.format("statements_search"), ["gates"]).fetchall()) == 1


def test_changes_made_by_hand_are_found(bare: sqlite3.Connection) -> None:
    """Triggers keep the index of words true, whoever writes."""
    matching = "SELECT count(*) FROM statements_search WHERE statements_search MATCH ?"
    bare.execute("UPDATE statements SET content_words = 'the dam broke'")
    assert bare.execute(matching, ["dam"]).fetchone()[0] == 1
    assert bare.execute(matching, ["held"]).fetchone()[0] == 0
    bare.execute("DELETE FROM statement_actors")
    bare.execute("DELETE FROM statements")
    assert bare.execute(matching, ["dam"]).fetchone()[0] == 0
    bare.execute("INSERT INTO statements_search (statements_search, rank) VALUES ('integrity-check', 1)")


def test_every_table_stands_in_the_file(bare: sqlite3.Connection) -> None:
    """What the module declares is what the file has."""
    there = {row["name"] for row in bare.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert set(tables.tables) <= there


def test_what_statements_are_found_by_is_true_whoever_writes(bare: sqlite3.Connection) -> None:
    """Triggers keep the narrow rows, the parties and the names what the other tables say."""

    def found() -> tuple[object, ...]:
        names = "speaker, affiliation, country, act, outlet_id, dated, reviewed"
        return tuple(bare.execute(f"SELECT {names} FROM statement_facets").fetchone())  # noqa: S608

    assert found()[:4] == ("kessa-orlin", None, None, "say")
    bare.execute("UPDATE statements SET act = 'deny', dated = '2026-01-01', reviewed = 'corrected'")
    bare.execute("UPDATE mentions SET affiliation = 'KHA', affiliation_folded = 'kha', country = 'XA'")
    bare.execute("UPDATE articles SET outlet_id = NULL")
    assert found() == ("kessa-orlin", "=kha", "XA", "deny", None, "2026-01-01", "corrected")
    assert bare.execute("SELECT name FROM names WHERE folded = 'kha'").fetchone()[0] == "KHA"
    bare.execute("UPDATE statements SET speaker_id = NULL")
    assert found()[0] == "=kessa orlin"
    bare.execute("INSERT INTO statement_actors SELECT key, 'target', 0, speaker_mention FROM statements")
    assert [row["actor"] for row in bare.execute("SELECT actor FROM statement_parties")] == ["kessa-orlin"]
    bare.execute("UPDATE mentions SET actor_id = NULL")
    assert [row["actor"] for row in bare.execute("SELECT actor FROM statement_parties")] == ["=kessa orlin"]
    bare.execute("DELETE FROM statement_actors")
    bare.execute("DELETE FROM statements")
    for table in ("statement_facets", "statement_parties"):
        assert bare.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0  # noqa: S608
