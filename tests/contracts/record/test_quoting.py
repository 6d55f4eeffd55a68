"""Where words stand, on whatever database: in any article, given to somebody or not."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record.collection import Record
from onrecord.record.quoting import COUNTED, SHOWN
from onrecord.record.values import Run
from onrecord.terms.article import Article
from onrecord.terms.entity import Entity
from onrecord.terms.statement import Statement

Say = Callable[..., Statement]
Write = Callable[..., Article]

TEXT = "The river rose.\n\n“No gate was opened,” Joren Maddrick said. It rained on the café all night.\n"


@pytest.fixture
def kept(record: Record, run: Run, say: Say, write: Write) -> Record:
    """A record with one article, in which one statement is given to somebody who is known."""
    article = write(TEXT)
    record.keep(article, (say(article, "“No gate was opened,”"),), run)
    entity = Entity("joren-maddrick", "Joren Maddrick", "person", ("Joren Maddrick", "Maddrick"))
    record.assign((entity,), dict.fromkeys(record.mentions(), entity.id))
    return record


@pytest.mark.parametrize(
    "words", ["No gate was opened", "GATE WAS OPENED", "no — gate, was", "cafe all night", "river rose"]
)
def test_words_in_a_row_are_found(kept: Record, words: str) -> None:
    """Case, accents and signs are nothing to the index; words of nobody's are found as well."""
    found = kept.passages_with(words)
    assert (found.articles, found.more) == (1, False)
    assert found.rows[0].text == TEXT.strip()


@pytest.mark.parametrize("words", ["gate no was", "opened gate", "zebra", "", "…", "“ ”", "\0", "a\0gate"])
def test_other_words_are_not(kept: Record, words: str) -> None:
    """Words in another order, words that stand nowhere, and what is no word find nothing."""
    assert kept.passages_with(words).rows == ()


def test_a_passage_has_what_is_told_beside_it(kept: Record) -> None:
    """It comes with its article, and with the statements in it: who says them, by which names, and when."""
    [passage] = kept.passages_with("gate was opened").rows
    assert (passage.article, passage.revision, passage.latest, passage.outlet) == (
        "flood",
        1,
        True,
        "The Ostrel Courier",
    )
    [given] = passage.statements
    assert given.statement.content[0].of(TEXT) == "“No gate was opened,”"
    assert (given.speaker_id, given.names) == ("joren-maddrick", ("Joren Maddrick", "Maddrick"))
    assert (given.first, given.last) == ("2026-02-05", "2026-02-05")


def test_what_was_judged_wrong_is_no_statement(kept: Record) -> None:
    """The words stay where they stand, given to nobody."""
    kept.judge(kept.statements().rows[0].statement.id, by="A", verdict="wrong")
    [passage] = kept.passages_with("gate was opened").rows
    assert passage.statements == ()


def test_around_a_passage_is_the_text(record: Record, run: Run, write: Write) -> None:
    """As much as is asked for on either side, and no more than there is."""
    paragraphs = [f"Paragraph {n} is of a certain length. " * 20 for n in range(5)]
    text = "\n\n".join(paragraphs)
    record.keep(write(text), (), run)
    bare = record.passages_with("Paragraph 2 is").rows[0]
    wide = record.passages_with("Paragraph 2 is", around=100).rows[0]
    assert text[bare.start : bare.start + len(bare.text)] == bare.text
    assert wide.text == text[bare.start - 100 : bare.start + len(bare.text) + 100]
    assert record.passages_with("Paragraph 0 is", around=10**6).rows[0].text == text


def test_an_article_is_given_once(record: Record, run: Run, write: Write) -> None:
    """In its latest text if that has the words, else in the last one that had; the earliest article first."""

    def at(hour: int) -> datetime:
        return datetime(2026, 2, 5, hour, tzinfo=UTC)

    for hour, text in ((6, "The gate was shut. Nobody saw it."), (9, "The gate was shut. It rained.")):
        record.keep(write(text, url="https://a.example/1", modified=at(hour), published=at(5)), (), run)
    record.keep(write("Again: the gate was shut.", id="later", published=at(12)), (), run)
    found = record.passages_with("the gate was shut")
    assert [(each.article, each.revision, each.latest) for each in found.rows] == [
        ("flood", 2, True),
        ("later", 1, True),
    ]
    [gone] = record.passages_with("nobody saw it").rows
    assert (gone.revision, gone.latest) == (1, False)


def test_many_places_are_counted_and_few_are_given(record: Record, run: Run, write: Write) -> None:
    """A word that stands nearly everywhere is counted in articles, some of which are given."""
    for n in range(SHOWN + 5):
        record.keep(write(f"A betrayal, number {n}.", id=f"a{n}"), (), run)
    found = record.passages_with("betrayal")
    assert (found.articles, len(found.rows), found.more) == (SHOWN + 5, SHOWN, False)


def test_counting_ends_somewhere(record: Record, run: Run, write: Write) -> None:
    """Beyond a bound it is said that there are more."""
    record.keep(write("\n".join(f"betrayal {'x' * 600} {n}" for n in range(COUNTED + 1))), (), run)
    found = record.passages_with("betrayal")
    assert (found.articles, found.more) == (1, True)


def test_what_is_like_it_is_found_by_the_rarest_words(record: Record, run: Run, write: Write) -> None:
    """The passage that has most of what tells most comes first, whatever else has the common words."""
    texts = ["The gate was shut and the dam held.", "The lamp was lit.", "The gate was old.", "It rained."]
    for n, text in enumerate(texts):
        record.keep(write(text, id=f"a{n}"), (), run)
    bits = record.bits_of(["", "the", "gate", "dam", "zebra", "…"])
    assert bits["zebra"] >= bits["dam"] > bits["gate"] > bits["the"]
    assert bits["zebra"] <= bits[""]
    found = record.passages_like({word: bits[word] for word in ("the", "gate", "dam", "zebra")})
    assert [each.article for each in found.rows][:2] == ["a0", "a2"]


@pytest.mark.parametrize("words", [{}, {"": 9.0}, {"…": 9.0}, {"the": 1.0}])
def test_nothing_that_tells_finds_nothing(kept: Record, words: dict[str, float]) -> None:
    """Without a word that tells anything, there is nothing to go by."""
    assert kept.passages_like(words).rows == ()


def test_an_empty_record_has_no_words(record: Record) -> None:
    """It answers like any other."""
    assert record.passages_with("gate").articles == 0
    assert record.passages_like(record.bits_of(["gate"])).rows == ()


@given(words=st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=6))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_words_break_it(kept: Record, words: Sequence[str]) -> None:
    """Whatever is asked is answered: it is bound, and never read as the language of the index."""
    bits = kept.bits_of(words)
    assert kept.passages_with(" ".join(words)).articles <= 1
    assert kept.passages_like(dict.fromkeys(words, 9.0)).articles <= 1
    assert all(value > 0 for value in bits.values())
