from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import lxml.html
import pytest
import records

from onrecord.record.opening import open_record
from onrecord.terms.article import Article
from onrecord.web.passages import passage
from onrecord.web.review_elements import Stretch

SENTENCES = " ".join(f"This is sentence number {n} of a long paragraph." for n in range(40))


@pytest.fixture
def shown(tmp_path: Path) -> list[Stretch]:
    """A statement between two long paragraphs, with its source a long way above it."""
    text = f"Orlin spoke.\n\nOne.\n\nTwo.\n\n{SENTENCES}\n\n“No,” she said.\n\n{SENTENCES}\n\nThe end."
    article = Article("long", text, published=datetime(2026, 2, 5, tzinfo=UTC))
    said = records.say(article, "“No,”", cue="she said")
    place = text.index("Orlin")
    said = replace(said, source=(type(said.content[0])(place, place + 5),))
    with open_record(records.write(tmp_path / "long.db", [(article, [said])])) as record:
        found = record.article("long")
        assert found is not None
        return [*passage(found.article, found.statements[0])]


def words(one: Stretch) -> str:
    text: str = lxml.html.fromstring(f"<p>{one.html}</p>").text_content()
    return text


def test_what_stands_around_it_is_cut_where_sentences_begin(shown: list[Stretch]) -> None:
    """Of a long paragraph before it the last sentences, of one after it the first ones."""
    before, after = shown[-3], shown[-1]
    assert words(before).startswith("This is sentence")
    assert words(before).endswith("number 39 of a long paragraph.")
    assert words(after).startswith("This is sentence number 0 of")
    assert words(after).endswith("paragraph.")
    assert all(len(words(one)) <= 320 for one in (before, after))
    assert [before.gap, before.near, after.near] == [True, False, False]


def test_its_own_paragraphs_are_whole(shown: list[Stretch]) -> None:
    """All that it has words in is there, however far apart, and what is left out between is told."""
    own = [one for one in shown if one.near]
    assert [words(one) for one in own] == ["Orlin spoke.", "“No,” she said."]
    assert [words(one) for one in shown[:2]] == ["Orlin spoke.", "One."]
    assert shown[2].gap


def test_every_stretch_knows_its_place(shown: list[Stretch]) -> None:
    """Where it begins is counted in code points of the text."""
    text = f"Orlin spoke.\n\nOne.\n\nTwo.\n\n{SENTENCES}\n\n“No,” she said.\n\n{SENTENCES}\n\nThe end."
    for one in shown:
        assert text[one.start : one.start + len(words(one))] == words(one)
