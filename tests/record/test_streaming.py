"""What one file of SQLite's does when it is read from end to end while somebody writes."""

from pathlib import Path

import records

from onrecord.record.opening import open_record
from onrecord.record.values import Run
from onrecord.terms.article import Article


def test_what_is_written_meanwhile_is_not_seen(tmp_path: Path) -> None:
    """A stream that has begun goes on as if nobody wrote, and nobody has to wait for it."""
    path = records.write(tmp_path / "record.db", records.shelf())
    with open_record(path) as reader, open_record(path, write=True) as writer:
        whole = list(reader.stream())
        coming = reader.stream()
        begun = next(coming)
        assert writer.keep(Article("late", "Gate five."), (), Run("test", "0")).outcome == "added"
        assert [begun, *coming] == whole
        assert len(list(reader.stream())) == len(whole) + 1
