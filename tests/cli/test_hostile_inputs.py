"""What people really give to a program: each gets a clear message and costs nothing else."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.cli.main import run
from onrecord.record.opening import open_record

pytestmark = pytest.mark.usefixtures("fake_model")

HOSTILE = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "line.txt": b'"It rained," Nils Abery said. ' * 700_000,
    "bytes.txt": b'"It rained\xff\xfe\xfa,\xc3\x28" Nils Abery said.',
    "broken.json": b'{"text": "It rained',
    "listing.jsonl": b'[1, 2\n{"text": 3}\n"text"\n',
    "empty.html": b"<html><body></body></html>",
}


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A folder of all these files."""
    folder = tmp_path / "hostile"
    folder.mkdir()
    for name, content in HOSTILE.items():
        (folder / name).write_bytes(content)
    return folder


def test_each_is_refused_by_name_and_the_others_are_read(
    hostile: Path, article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every one of them is in the account with a reason, and the sound article is kept whole."""
    assert run(["read", str(hostile), str(article), "--db", str(tmp_path / "r.db")]) == 1
    out, err = capsys.readouterr()
    assert [name for name in HOSTILE if name not in out] == []
    assert "Onrecord failed" not in out
    assert err == ""
    with open_record(tmp_path / "r.db") as record:
        assert (record.counts().articles, record.counts().statements) == (1, 2)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_without_permission(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that may not be read is refused by name, and the rest is read."""
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0)
    try:
        assert run(["extract", str(closed), str(article), "--format", "jsonl"]) == 1
    finally:
        closed.chmod(0o700)
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert "closed" in err


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Path]:
    """A disk of 800 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=800k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk can be mounted by root only")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk(full: Path, article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """When no space is left, that is said, what was kept before stays, and the record can still be read."""
    long = article.with_name("long.txt")
    long.write_text("It rained all night. " * 100_000, encoding="utf-8")
    assert run(["read", str(article), str(long), "--db", str(full / "r.db")]) == 2
    out, err = capsys.readouterr()
    assert "1 article\n" in out
    assert "space" in err
    assert run(["search", "door", "--db", str(full / "r.db")]) == 0
    assert "Somebody opened a door" in capsys.readouterr().out
