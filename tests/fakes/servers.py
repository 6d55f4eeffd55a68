"""A PostgreSQL server for the tests: one that is given, or one of our own for as long as they run."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from onrecord.record.tables import tables

__all__ = ["GIVEN", "binaries", "clear", "empty", "format_of", "postgresql"]

GIVEN = "ONRECORD_TEST_POSTGRESQL"
"""The variable with the address of a database that the tests may fill and empty."""

# What the tests write may be lost when the machine fails, and is written the faster for it.
_CAREFREE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=32MB")


def binaries() -> Path | None:
    """The folder with a server's programs, the latest version's where there are several."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    folders = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((each.parent for each in folders), key=lambda each: float(each.parent.name), default=None)


@contextmanager
def postgresql(programs: Path) -> Iterator[str]:
    """The address of an empty database on a server of our own, reached by a socket in a folder."""
    folder = Path(tempfile.mkdtemp(prefix="onrecord-postgresql-"))
    root = os.geteuid() == 0  # as whom PostgreSQL refuses to run
    if root:
        shutil.chown(folder, "postgres", "postgres")
    data = folder / "data"
    _run(
        [programs / "initdb", "-D", data, "-A", "trust", "-U", "onrecord", "-E", "UTF8", "--no-sync"],
        root=root,
    )
    options = [f"-c{each}" for each in (*_CAREFREE, f"unix_socket_directories={folder}", "listen_addresses=")]
    server = subprocess.Popen(
        [*_as_somebody(root=root), programs / "postgres", "-D", data, *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(programs, folder)
        yield f"postgresql://onrecord@/postgres?host={folder}"
    finally:
        _run([programs / "pg_ctl", "stop", "-D", data, "-m", "immediate"], root=root)
        server.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


def clear(url: str) -> None:
    """Leave nothing in a database."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS public CASCADE")
        connection.execute("CREATE SCHEMA public")


def format_of(url: str) -> str | None:
    """The format of the record in a database, if there is one."""
    with psycopg.connect(url) as connection:
        there = connection.execute("SELECT to_regclass('alembic_version') IS NOT NULL").fetchone()
        if there != (True,):
            return None
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return None if row is None else str(row[0])


def empty(url: str) -> None:
    """Take every row out of a record, and leave its tables."""
    with psycopg.connect(url) as connection:
        for table in reversed(tables.sorted_tables):
            if table.name != "meta":
                connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table.name)))


def _as_somebody(*, root: bool) -> list[str | Path]:
    """Run as the system's user ``postgres`` if we are root; die with us if the system can see to it."""
    if not (wrapper := shutil.which("setpriv")):
        return ["runuser", "-u", "postgres", "--"] if root else []
    somebody = ["--reuid=postgres", "--regid=postgres", "--init-groups"] if root else []
    return [wrapper, *somebody, "--pdeathsig=INT", "--"]


def _run(command: list[str | Path], *, root: bool) -> None:
    subprocess.run([*_as_somebody(root=root), *command], check=True, capture_output=True)


def _wait(programs: Path, folder: Path) -> None:
    deadline = time.monotonic() + 60
    while subprocess.run([programs / "pg_isready", "-q", "-h", folder], check=False).returncode:
        if time.monotonic() > deadline:
            message = "the server does not start"
            raise TimeoutError(message)
        time.sleep(0.05)
