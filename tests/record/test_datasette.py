"""A record as programs of others read it: the how-to is run."""

import re
import shlex
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
import records
from psycopg import sql

from onrecord.pipeline import link
from onrecord.record.opening import open_record
from onrecord.record.values import Run
from onrecord.record.views import VIEWS

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "datasette.md").read_text(encoding="utf-8")
SQL = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
COMMANDS = [
    tuple(block.partition("\n")[::2])
    for blocks in re.findall(r"```console\n\$ (.*?)```", PAGE, re.DOTALL)
    for block in blocks.split("\n$ ")
    if "--immutable" not in block  # it serves until somebody stops it
]


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The newsroom as it was annotated, with one judgement."""
    path = records.write(tmp_path_factory.mktemp("datasette") / "newsroom.db", records.newsroom())
    with open_record(path, write=True) as record:
        statement = record.statements().rows[0].statement.id
        record.judge(statement, by="Ann Ray", changes={"act": "deny"}, note="she denies it")
    return path


@pytest.mark.parametrize("command", SQL, ids=lambda sql: " ".join(sql.split())[:40])
def test_every_question_of_the_how_to_has_an_answer(newsroom: Path, command: str) -> None:
    """What the page asks in SQL finds something."""
    with closing(sqlite3.connect(newsroom)) as bare:
        assert bare.execute(command).fetchall()


@pytest.mark.parametrize(("command", "shown"), COMMANDS, ids=lambda text: text[:45])
def test_every_command_of_the_how_to_runs(newsroom: Path, command: str, shown: str) -> None:
    """With nothing of ours, and the columns that the page shows."""
    program, *arguments = shlex.split(command)
    module = program.replace("-", "_")
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=newsroom.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() not in ("", "[]")
    if shown:
        assert done.stdout.split("\n")[0].split() == shown.split("\n", maxsplit=1)[0].split()


def test_every_view_is_documented_and_has_rows(newsroom: Path) -> None:
    """Whoever opens the file finds each view on the page."""
    with closing(sqlite3.connect(newsroom)) as bare:
        for view in VIEWS:
            assert f"| `{view}` |" in PAGE
            assert bare.execute(f"SELECT * FROM {view}").fetchone()  # noqa: S608 - ours


def test_the_views_say_the_same_on_a_server(postgresql_url: str, tmp_path: Path) -> None:
    """Each row of each view is the same on both databases."""
    path = tmp_path / "file.db"
    run = Run("test", "0" * 64, started=datetime(2026, 3, 1, tzinfo=UTC))
    for place in (path, postgresql_url):
        with open_record(place, create=True) as record:
            record.keep(*records.newsroom()[0], run)
            link(record)
    with closing(sqlite3.connect(path)) as bare, psycopg.connect(postgresql_url) as server:
        for view in VIEWS:
            in_file = bare.execute(f"SELECT * FROM {view}").fetchall()  # noqa: S608 - ours
            command = sql.SQL("SELECT * FROM {}").format(sql.Identifier(view))
            on_server = server.execute(command).fetchall()
            assert sorted(map(str, in_file)) == sorted(str(tuple(map(_plain, row))) for row in on_server)


def _plain(value: object) -> object:
    return int(value) if isinstance(value, bool) else value
