"""Every kind of page has its cleaner."""

from pathlib import Path
from typing import get_args

import pytest

from onrecord.cleaning.articles import _CLEANERS, clean
from onrecord.terms.origin import Origin
from onrecord.terms.page import MediaType, Page

NEWSROOM = Path(__file__).parents[2] / "src" / "onrecord" / "newsroom"
SEED = Path(__file__).parents[3] / "shared" / "gold" / "seed.txt"


def test_every_media_type_has_a_cleaner() -> None:
    """No page can come that nobody cleans."""
    assert set(_CLEANERS) == set(get_args(MediaType))


@pytest.mark.parametrize("path", sorted(NEWSROOM.glob("*.txt")), ids=lambda path: path.stem)
def test_the_sample_newsroom_keeps_its_text(path: Path) -> None:
    """The text of every sample article is the end of its file, character for character."""
    article = clean(Page(Origin(str(path)), "text/plain", path.read_bytes(), path.stem))
    block, text = path.read_bytes().decode().split("\n---\n\n", 1)
    assert article.text == text
    assert f"title: {article.title}" in block
    assert article.published
    assert article.id == path.stem


@pytest.mark.skipif(not SEED.exists(), reason="the guide's example is not part of the repository")
def test_the_guides_example_is_marked() -> None:
    """In the guide's example, credits, live line and stamp are furniture, and two lines captions."""
    article = clean(Page(Origin("seed.txt"), "text/plain", SEED.read_bytes(), "seed"))
    assert article.text == SEED.read_bytes().decode()
    furniture = [span.of(article.text) for span in article.furniture]
    assert [words.split(":")[0] for words in furniture] == ["AFP", "Live updates", "AP", "Updated"]
    assert len(article.captions) == 2
