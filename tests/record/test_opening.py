"""Opening: what is a record, what is not, and what stands in the way."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import event

from onrecord.errors import NotARecord, RecordError, RecordMissing, RecordTooNew, RecordUnwritable
from onrecord.record.collection import Record
from onrecord.record.dialects import sqlite
from onrecord.record.opening import open_record
from onrecord.record.query import Query
from onrecord.record.tables import SCHEMA_VERSION
from onrecord.record.values import Run
from onrecord.terms.article import Article
from onrecord.terms.entity import Entity
from onrecord.terms.origin import Origin
from onrecord.terms.page import Refusal
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor, Attribution, Statement, statement_id

RUN = Run("0.1.0", "digest", started=datetime(2026, 3, 1, tzinfo=UTC))
SPEAKER = Actor("Kessa Orlin", "person")


def an_article(text: str) -> tuple[Article, tuple[Statement, ...]]:
    """An article that is one statement."""
    article = Article("orlin", text, outlet="The Ostrel Courier")
    content = (Span(0, len(text)),)
    id_ = statement_id(article.digest, Attribution((), (), content))
    return article, (Statement(id_, (), (), content, "direct", "speech", "say", SPEAKER),)


def names(folder: Path) -> list[str]:
    """What stands in a folder."""
    return sorted(each.name for each in folder.iterdir())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of a record with one article in it."""
    path = tmp_path / "record.db"
    with open_record(path, create=True) as record:
        record.keep(*an_article("The gates held."), RUN)
    return path


def test_a_closed_record_is_one_file(path: Path) -> None:
    """Nothing is left beside it, by writing or by reading."""
    with open_record(path) as record:
        assert record.statements().total == 1
    assert names(path.parent) == ["record.db"]


def test_the_same_input_again_changes_no_byte(path: Path) -> None:
    """Everything a run does, done again with the same input, leaves the very same file."""

    def read() -> None:
        with open_record(path, create=True) as record:
            record.keep(*an_article("The gates held."), RUN)
            record.refuse(Refusal(Origin("empty.txt"), "Empty", "empty.txt: there is nothing in it"))
            entity = Entity("kessa-orlin", "Kessa Orlin", "person", ("Kessa Orlin",), ("minister",))
            record.assign((entity,), dict.fromkeys(record.mentions(), entity.id))
            record.connect([])

    read()
    before = path.read_bytes()
    read()
    assert path.read_bytes() == before


def test_there_must_be_a_file(tmp_path: Path) -> None:
    """A missing record is said to be missing, with the command that makes one; and none is made."""
    with pytest.raises(RecordMissing, match="onrecord read"):
        open_record(tmp_path / "none.db")
    assert names(tmp_path) == []


def test_an_odd_path_is_just_a_path(tmp_path: Path) -> None:
    """Signs that mean something in an address mean nothing in a file's name."""
    path = tmp_path / "what? 100%#1.db"
    open_record(path, create=True).close()
    assert names(tmp_path) == [path.name]
    assert open_record(path).counts().articles == 0


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize(
    "content",
    [b"x", b"Dear record,\n" * 200, b"\x00\xff" * 4000, b"SQLite format 3\x00" + b"\x07" * 4096],
)
def test_a_file_of_another_kind_is_left_alone(tmp_path: Path, content: bytes, *, create: bool) -> None:
    """Text, bytes and broken databases are no records, and stay as they are."""
    path = tmp_path / "other.db"
    path.write_bytes(content)
    with pytest.raises(NotARecord, match=r"other\.db"):
        open_record(path, create=create)
    assert path.read_bytes() == content
    assert names(tmp_path) == ["other.db"]


@pytest.mark.parametrize("create", [True, False])
def test_a_database_of_another_program_is_left_alone(tmp_path: Path, *, create: bool) -> None:
    """A database that is not ours gets none of our tables."""
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE statements (id)")
    other.close()
    content = path.read_bytes()
    with pytest.raises(NotARecord, match="belongs to another program"):
        open_record(path, create=create)
    assert path.read_bytes() == content


def test_an_empty_file_becomes_a_record_only_when_asked(tmp_path: Path) -> None:
    """An empty file is no record yet."""
    path = tmp_path / "record.db"
    path.touch()
    with pytest.raises(NotARecord, match="is empty"):
        open_record(path)
    with open_record(path, create=True) as record:
        assert record.counts().articles == 0


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    """Nor does a record make the folder it is to stand in."""
    with pytest.raises(NotARecord, match="folder"):
        open_record(tmp_path, create=True)
    with pytest.raises(RecordUnwritable, match="does not exist"):
        open_record(tmp_path / "none" / "record.db", create=True)


def test_a_path_that_can_be_no_file_is_refused() -> None:
    """A name with a NUL or far too long is a sentence, not a traceback."""
    for name in ("a\0b", "x" * 5000):
        with pytest.raises(RecordMissing, match="cannot be the name of a file"):
            open_record(name, create=True)


def test_a_later_record_is_refused(path: Path) -> None:
    """A format that we do not know is not guessed at."""
    with sqlite3.connect(path) as bare:
        bare.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    bare.close()
    for write in (False, True):
        with pytest.raises(RecordTooNew, match="pip install --upgrade"):
            open_record(path, write=write)


def test_reading_does_not_write(path: Path) -> None:
    """A record opened to be read refuses to be written, and says so."""
    with open_record(path) as record, pytest.raises(RecordUnwritable, match="may not write"):
        record.keep(*an_article("Other words."), RUN)


def fill(record: Record) -> None:
    """Keep more than a small disk holds."""
    for number in range(100):
        record.keep(*an_article(f"{number} " * 5000), RUN)


@contextmanager
def nobody() -> Iterator[None]:
    """Have no rights: root may do anything, whatever a file's mode says."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def locked_folder(path: Path) -> Iterator[Path]:
    """A record in a folder where nothing may be written."""
    folder = Path(tempfile.mkdtemp())  # pytest's own folders are closed to others
    copy = folder / "record.db"
    shutil.copy(path, copy)
    copy.chmod(0o444)
    folder.chmod(0o555)
    yield copy
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_record_can_be_read_without_the_right_to_write(locked_folder: Path) -> None:
    """Serving a record needs no more than reading its file."""
    with nobody():
        with open_record(locked_folder) as record:
            assert record.statements(Query(text="gates")).total == 1
        with pytest.raises(RecordUnwritable, match="may not"):
            open_record(locked_folder, write=True)
        with pytest.raises(RecordUnwritable, match="may not"):
            open_record(locked_folder.with_name("new.db"), create=True)


def test_a_full_disk_costs_the_last_article_only(path: Path) -> None:
    """When no page is left, the article is refused whole, and what was there stays."""
    record = open_record(path, write=True)

    def tiny(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # SQLite raises it to what the file has

    event.listen(record._engine, "connect", tiny)
    with pytest.raises(RecordUnwritable, match="no space is left"):
        record.keep(*an_article("words " * 10_000), RUN)
    assert record.counts().articles == 1
    record.close()
    assert open_record(path).statements(Query(text="held")).total == 1


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("mount"), reason="mounting needs root")
def test_a_full_file_system_is_said_to_be_full(tmp_path: Path) -> None:
    """On a disk of a few pages a record is made or filled as far as it goes, and the error says why."""
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", tmp_path], check=False)
    if mounted.returncode:
        pytest.skip("this machine mounts nothing")
    try:
        with (
            pytest.raises(RecordUnwritable, match=r"space|full"),
            open_record(tmp_path / "record.db", create=True) as record,
        ):
            fill(record)
    finally:
        subprocess.run(["umount", tmp_path], check=True)


def test_a_locked_record_is_waited_for_and_then_given_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program that writes for long is named as the reason."""
    monkeypatch.setattr(sqlite, "WAIT", 0.05)
    record = open_record(path, write=True)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RecordUnwritable, match="another program"):
        record.keep(*an_article("Other words."), RUN)
    assert open_record(path).counts().articles == 1
    other.execute("ROLLBACK")
    other.close()
    assert record.keep(*an_article("Other words."), RUN).outcome == "added"


def test_a_record_that_vanishes_is_an_error_of_its_own(path: Path) -> None:
    """Whatever happens to the file later is told in the same way."""
    record = open_record(path)
    record.close()
    path.write_bytes(b"no longer a database" * 100)
    with pytest.raises(RecordError, match="no record"):
        record.counts()
    path.unlink()
    with pytest.raises(RecordMissing):
        record.counts()


KILLED = """
import os, sys
from onrecord.record import keeping
from onrecord.record.opening import open_record
from onrecord.record.values import Run
from onrecord.terms.article import Article
record = open_record(sys.argv[1], write=True)
run = Run("0.1.0", "digest")
record.keep(Article("kept", "kept whole"), (), run)
keeping._keep_statements = lambda *_: os._exit(9)
record.keep(Article("lost", "cut short"), (), run)
"""


def test_a_process_killed_within_an_article_leaves_the_ones_before(path: Path) -> None:
    """What was half written is gone, what was whole stays, and the record goes on."""
    died = subprocess.run([sys.executable, "-c", KILLED, path], check=False)
    assert died.returncode == 9
    with open_record(path, write=True) as record:
        assert [each.article.id for each in record.articles()] == ["kept", "orlin"]
        assert record.keep(Article("lost", "cut short"), (), RUN).outcome == "added"
