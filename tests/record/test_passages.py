"""How articles are cut into passages."""

import importlib
import sqlite3
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.opening import open_record
from onrecord.record.passages import ENOUGH, LONGEST, OVERLAP, cut
from onrecord.record.values import Run
from onrecord.terms.article import Article

PIECES = st.sampled_from(
    ["word ", "unbroken" * 40, "\n", "\n\n", " ", "\r\n", "é", "a sentence of several words. ", "\u2028"]
)
TEXTS = st.lists(PIECES, max_size=200).map("".join)


@given(TEXTS)
def test_every_sign_is_in_a_passage(text: str) -> None:
    """No word is lost, no passage is longer than it may be, and they come in the order of the text."""
    places = list(cut(text))
    covered = {at for start, length in places for at in range(start, start + length)}
    assert all(at in covered for at, sign in enumerate(text) if not sign.isspace())
    assert all(0 < length <= LONGEST for _, length in places)
    assert places == sorted(places)
    assert all(start + length <= len(text) for start, length in places)


def test_a_paragraph_is_whole_in_one_passage() -> None:
    """Paragraphs of a usual length are never cut, and short ones are taken together."""
    paragraphs = ["Short one. " * 3, "A longer paragraph of a report. " * 20, "Another one. " * 30]
    text = "\n\n".join(paragraphs)
    found = [text[start : start + length] for start, length in cut(text)]
    assert all(any(paragraph.strip() in passage for passage in found) for paragraph in paragraphs)
    assert all(len(passage) >= ENOUGH for passage in found[:-1])


def test_where_a_long_paragraph_is_cut_a_sentence_stands_whole() -> None:
    """Its passages overlap, at spaces."""
    text = " ".join(f"word{n}" for n in range(2000))
    found = list(cut(text))
    for (start, length), (following, _) in pairwise(found):
        assert OVERLAP // 2 <= start + length - following <= OVERLAP
        assert text[following - 1] == " "


@given(TEXTS)
def test_the_migration_cuts_as_reading_does(text: str) -> None:
    """A record that was upgraded has the passages of one that was made anew."""
    migration = importlib.import_module("onrecord.record.migrations.versions.r0006_passages")
    assert list(migration._cut(text)) == list(cut(text))


def test_the_index_of_passages_is_sound(tmp_path: Path) -> None:
    """SQLite's own check finds the words of the index to be those of the texts."""
    run = Run("0.1.0", "digest")
    with open_record(tmp_path / "record.db", create=True) as record:
        record.keep(Article("one", "The gates held. " * 300), (), run)
        record.keep(Article("two", "Zażółć\n\ngęślą jaźń 🌊"), (), run)
    bare = sqlite3.connect(tmp_path / "record.db")
    bare.execute("INSERT INTO passages_search (passages_search, rank) VALUES ('integrity-check', 1)")
    found = "SELECT article FROM passage_words WHERE id IN (SELECT rowid FROM passages_search('jazn'))"
    assert bare.execute(found).fetchall() == [("two",)]
    bare.close()
