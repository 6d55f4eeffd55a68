"""The sample newsroom, read with the real model by one process and by several."""

import os
import signal
import subprocess
import sys
import time
from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.record.opening import open_record

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

NEWSROOM = str(files("onrecord") / "newsroom")


def reading(db: Path, workers: int) -> "subprocess.Popen[str]":
    arguments = [
        sys.executable,
        "-m",
        "onrecord",
        "read",
        NEWSROOM,
        "--db",
        str(db),
        "--workers",
        str(workers),
    ]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def content(db: Path) -> list[tuple[str, list[str]]]:
    """Every article with the ids of its statements."""
    with open_record(db) as record:
        return [
            (found.article.id, [each.statement.id for each in found.statements])
            for found in record.articles()
        ]


def workers_of(process: int) -> list[int]:
    """The worker processes that a process has spawned."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    return [int(child) for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]


def test_two_workers_keep_what_one_keeps(tmp_path: Path) -> None:
    """The record does not depend on how many processes read it."""
    for workers in (1, 2):
        with reading(tmp_path / f"{workers}.db", workers) as process:
            assert process.communicate()[1] == ""
    assert content(tmp_path / "1.db") == content(tmp_path / "2.db")
    assert len(content(tmp_path / "1.db")) >= 24


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="workers are found through /proc")
def test_a_killed_worker_costs_only_what_was_not_kept(tmp_path: Path) -> None:
    """The reading ends with a clear error; read again, the record is as if nothing had happened."""
    db = tmp_path / "killed.db"
    with reading(db, 2) as process:
        while not (db.exists() and content_so_far(db)) and process.poll() is None:
            time.sleep(0.05)
        os.kill(workers_of(process.pid)[0], signal.SIGKILL)
        _, err = process.communicate()
    assert process.returncode == 2
    assert err.startswith("onrecord: A worker process was killed")
    kept = content(db)
    for again in (db, tmp_path / "whole.db"):
        with reading(again, 2) as process:
            assert process.communicate()[1] == ""
    whole = content(tmp_path / "whole.db")
    assert 0 < len(kept) < len(whole)
    assert content(db) == whole


def content_so_far(db: Path) -> int:
    """How many articles there are, while somebody else is making the record."""
    try:
        with open_record(db) as record:
            return record.counts().articles
    except Exception:  # noqa: BLE001 - half a record is none yet
        return 0
