"""Upgrading: an older record becomes one of today's, whole or not at all."""

import shutil
import sqlite3
from collections import defaultdict
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from psycopg import sql

from onrecord.errors import RecordError, RecordOutdated
from onrecord.record import files, servers, upgrading
from onrecord.record.opening import open_record, upgrade_record
from onrecord.record.query import Query
from onrecord.record.tables import SCHEMA_VERSION, tables
from onrecord.record.values import HeldRole

FORMAT_1 = Path(__file__).with_name("format_1.sql")


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A record of format 1."""
    path = tmp_path / "older.db"
    bare = sqlite3.connect(path)
    bare.executescript(FORMAT_1.read_text(encoding="utf-8"))
    bare.execute("PRAGMA journal_mode = WAL")
    bare.close()
    return path


def differences(path: Path) -> list[object]:
    """What the tables of a file lack, or have more, than what the code declares."""
    with open_record(path) as record, record._engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: kind != "table" or name in tables.tables},
        )
        return list(compare_metadata(context, tables))


def test_an_older_record_is_upgraded_when_it_is_opened_to_be_written(older: Path) -> None:
    """Everything that it held is there, and it can be searched, linked and written to."""
    with open_record(older, write=True) as record:
        assert [row.statement.act for row in record.statements().rows] == ["say", "admit"]
        assert record.statements(Query(superseded=True)).total == 4
        assert record.statements(Query(text="naive")).total == 1
        found = record.article("flood")
        assert found is not None
        assert [each.statements for each in found.revisions] == [2, 1]
        assert record.counts().refusals == 1


def test_roles_over_time_are_worked_out_for_an_older_record(older: Path) -> None:
    """What an older format did not hold is told from what it did."""
    with open_record(older, write=True) as record:
        found = record.speaker("joren-maddrick")
    assert found is not None
    assert found.held == (
        HeldRole("government spokesman", "Ministry of Waters", "2026-02-05", "2026-02-05", 1),
        HeldRole("spokesman", None, "2026-02-07", "2026-02-07", 1),
    )


@pytest.mark.parametrize("made", ["new", "upgraded"])
def test_the_tables_are_what_the_code_declares(tmp_path: Path, older: Path, made: str) -> None:
    """A new record and an upgraded one have the very tables, columns and indexes of ``tables.py``."""
    path = older if made == "upgraded" else tmp_path / "new.db"
    open_record(path, create=True).close()
    assert differences(path) == []


def test_a_new_record_and_an_upgraded_one_are_alike(tmp_path: Path, older: Path) -> None:
    """Whichever way it came about, the file has the same tables, indexes, triggers and views."""
    open_record(tmp_path / "new.db", create=True).close()
    upgrade_record(older)
    schemas = []
    for path in (tmp_path / "new.db", older):
        bare = sqlite3.connect(path)
        schemas.append({row[:2] for row in bare.execute("SELECT type, name FROM sqlite_master")})
        assert bare.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert bare.execute("SELECT version_num FROM alembic_version").fetchone() == (f"{SCHEMA_VERSION:04}",)
        assert bare.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        bare.close()
    assert schemas[0] == schemas[1]


@pytest.fixture(params=["sqlite", "postgresql"])
def before_sessions(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where a record of format 4 is, with somebody who has judged in it."""
    place = str(tmp_path / "4.db") if request.param == "sqlite" else request.getfixturevalue("postgresql_url")
    with monkeypatch.context() as patched:
        for module in (upgrading, files, servers):
            patched.setattr(module, "SCHEMA_VERSION", 4)
        patched.setattr(upgrading, "VIEWS", {})  # they are of what is there today
        with open_record(place, create=True) as record, record._engine.begin() as connection:
            row = "INSERT INTO reviewers (name, created_at) VALUES ('Ann Ray', '2026-03-01T00:00:00+00:00')"
            connection.exec_driver_sql(row)
    assert isinstance(place, str)
    return place


@pytest.mark.usefixtures("quick_passwords")
def test_reviewers_of_an_older_record_sign_in(before_sessions: str) -> None:
    """Whoever judged in it before there were accounts is given one, and signs in, in every database."""
    with pytest.raises(RecordOutdated):
        open_record(before_sessions)
    assert upgrade_record(before_sessions) == (4, SCHEMA_VERSION)
    with open_record(before_sessions, write=True) as record:
        assert [(one.name, one.signs_in) for one in record.reviewers()] == [("Ann Ray", False)]
        record.admit("Ann Ray", password="a yellow telephone")
        token = record.sign_in("Ann Ray", password="a yellow telephone", longest=timedelta(days=7))
        assert token is not None
        assert record.session(token, idle=timedelta(hours=1)) is not None


def test_reading_an_older_record_says_how_to_upgrade_it(older: Path) -> None:
    """Reading changes nothing: not even an old format."""
    content = older.read_bytes()
    with pytest.raises(RecordOutdated, match=r"onrecord upgrade --db .*older\.db"):
        open_record(older)
    assert older.read_bytes() == content


def test_an_upgrade_happens_once(older: Path) -> None:
    """The first one tells from which format to which; a second one finds nothing to do."""
    assert upgrade_record(older) == (1, SCHEMA_VERSION)
    assert upgrade_record(older) == (SCHEMA_VERSION, SCHEMA_VERSION)


def test_an_upgrade_that_fails_changes_nothing(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut short at its last step, the record is as old as it was, and can be upgraded later."""
    before = Path(shutil.copy(older, tmp_path / "before.db"))
    monkeypatch.setattr(upgrading, "VIEWS", {"broken": "SELECT no such thing"})
    with pytest.raises(RecordError, match="cannot be used"):
        open_record(older, write=True)
    monkeypatch.undo()
    dumps = []
    for path in (before, older):
        bare = sqlite3.connect(path)
        dumps.append(bare.execute("SELECT * FROM sqlite_master ORDER BY name").fetchall())
        assert bare.execute("PRAGMA user_version").fetchone() == (1,)
        bare.close()
    assert dumps[0] == dumps[1]
    assert upgrade_record(older) == (1, SCHEMA_VERSION)


def test_the_formats_are_one_line() -> None:
    """Each migration follows the one before, and the last one is the format that the code knows."""
    config = Config()
    config.set_main_option("script_location", str(upgrading._MIGRATIONS))
    script = ScriptDirectory.from_config(config)
    assert script.get_heads() == [f"{SCHEMA_VERSION:04}"]
    numbers = [int(each.revision) for each in script.walk_revisions()]
    assert numbers == list(range(SCHEMA_VERSION, 0, -1))


@pytest.mark.parametrize("since", range(1, SCHEMA_VERSION))
def test_a_record_on_a_server_is_upgraded_likewise(
    since: int, older: Path, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From every format there was, the same rows become the same record as in a file."""
    for module in (upgrading, files, servers):
        monkeypatch.setattr(module, "SCHEMA_VERSION", since)
    monkeypatch.setattr(upgrading, "VIEWS", {})  # those of today need the tables of today
    for place in (str(older), postgresql_url):
        open_record(place, create=True).close()
    monkeypatch.undo()
    copy_rows(older, postgresql_url)
    assert upgrade_record(postgresql_url) == (since, SCHEMA_VERSION)
    assert upgrade_record(older) == (since, SCHEMA_VERSION)
    with open_record(older) as file, open_record(postgresql_url) as server:
        for ask in (Query(), Query(superseded=True), Query(text="naive"), Query(speaker="joren-maddrick")):
            assert file.statements(ask).rows == server.statements(ask).rows
        assert file.facets() == server.facets()
        assert file.counts() == server.counts()
        assert file.speakers() == server.speakers()
        assert list(file.verify()) == list(server.verify())


def copy_rows(file: Path, url: str) -> None:
    """Bring the rows of a file into the tables of the same format on a server, as they are."""
    columns = (
        "SELECT table_name, column_name, data_type FROM information_schema.columns JOIN pg_tables"
        " ON tablename = table_name WHERE table_schema = current_schema() AND schemaname = table_schema"
        " AND is_generated = 'NEVER' AND table_name <> 'alembic_version'"
    )
    with closing(sqlite3.connect(file)) as bare, psycopg.connect(url) as server:
        server.execute("SET LOCAL session_replication_role = replica")  # no triggers, rows in any order
        tables: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for table, column, kind in server.execute(columns):
            tables[table][column] = kind
        for table, kinds in tables.items():
            server.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
            names = ", ".join(f'"{name}"' for name in kinds)
            command = sql.SQL("COPY {} ({}) FROM STDIN").format(
                sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, kinds))
            )
            with server.cursor().copy(command) as copy:
                for row in bare.execute(f"SELECT {names} FROM {table}"):  # noqa: S608 - ours
                    truth = (kind == "boolean" for kind in kinds.values())
                    copy.write_row([bool(v) if is_ else v for v, is_ in zip(row, truth, strict=True)])
