"""Keeping: the same input twice, revisions, refusals, all or nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from onrecord.errors import Malformed
from onrecord.record.collection import Record
from onrecord.record.query import Query
from onrecord.record.values import Kept, Run
from onrecord.terms.article import Article
from onrecord.terms.origin import Origin
from onrecord.terms.page import Refusal
from onrecord.terms.statement import Actor, Statement

Say = Callable[..., Statement]
Write = Callable[..., Article]

URL = "https://example.org/gate"


def test_an_article_comes_back_with_its_statements(record: Record, run: Run, say: Say, write: Write) -> None:
    """What was kept is what is found, field by field and in the order of the text."""
    article = write("He said that the gate held. He denied the rest.")
    kept = (say(article, "that the gate held"), say(article, "the rest", act="deny", form="indirect"))
    assert record.keep(article, kept, run) == Kept("added", "flood", 1)
    found = record.article("flood")
    assert found is not None
    assert found.article == article
    assert tuple(row.statement for row in found.statements) == kept
    assert [row.content_words for row in found.statements] == ["that the gate held", "the rest"]


def test_the_same_words_again_are_unchanged(record: Record, run: Run, say: Say, write: Write) -> None:
    """A second reading says so and adds nothing, whatever the file is called by then."""
    article = write("The gate held.", url=URL)
    statements = (say(article, "The gate held"),)
    assert record.known(article) is None
    record.keep(article, statements, run)
    before = record.counts()
    again = replace(article, id="another-name", origin=Origin("copy.txt"))
    assert record.keep(again, statements, run) == Kept("unchanged", "flood", 1)
    assert record.known(again) == Kept("unchanged", "flood", 1)
    assert record.counts() == before


def test_new_words_at_one_address_are_a_revision(record: Record, run: Run, say: Say, write: Write) -> None:
    """The older text stays with its statements; searches find the latest ones unless asked otherwise."""
    old = write("The gate held.", url=URL)
    new = write("The gate was tested.", url=URL, modified=datetime(2026, 2, 6, tzinfo=UTC))
    record.keep(old, (say(old, "The gate held"),), run)
    assert record.keep(new, (say(new, "was tested"),), run) == Kept("revised", "flood", 2)
    found = record.article(URL)
    assert found is not None
    assert [(r.number, r.statements, r.latest) for r in found.revisions] == [(1, 1, False), (2, 1, True)]
    assert found.article.text == new.text
    first = record.article("flood", revision=1)
    assert first is not None
    assert first.article.text == old.text
    assert [row.content_words for row in record.statements().rows] == ["was tested"]
    assert record.statements(Query(superseded=True)).total == 2
    assert record.counts().statements == 1
    assert record.counts().revisions == 2


def test_an_older_text_read_later_is_not_the_latest(record: Record, run: Run, say: Say, write: Write) -> None:
    """The outlet's own times decide, not the order in which a folder happens to be read."""
    new = write("The gate was tested.", url=URL, modified=datetime(2026, 2, 6, tzinfo=UTC))
    old = write("The gate held.", url=URL)
    record.keep(new, (say(new, "was tested"),), run)
    assert record.keep(old, (say(old, "The gate held"),), run).outcome == "revised"
    assert [row.content_words for row in record.statements().rows] == ["was tested"]
    assert record.keep(new, (), run).outcome == "unchanged"
    found = record.article("flood")
    assert found is not None
    assert found.revision == 1


def test_articles_of_one_name_are_kept_apart(record: Record, run: Run, write: Write) -> None:
    """A name that is taken is told apart by digits of the article's own key."""
    record.keep(write("One text."), (), run)
    other = record.keep(write("Another text."), (), run)
    assert other.outcome == "added"
    assert other.article.startswith("flood-")
    nameless = record.keep(write("A third text.", id=""), (), run)
    assert nameless.article


def test_one_text_at_two_addresses_is_two_articles(record: Record, run: Run, say: Say, write: Write) -> None:
    """Outlets that print an agency's words share the statements' ids, and still each have their own."""
    for name in ("agency", "courier"):
        article = write("The gate held.", id=name, url=f"https://{name}.example/1")
        record.keep(article, (say(article, "gate held"),), run)
    assert {row.article for row in record.statements().rows} == {"agency", "courier"}
    found = record.statement(record.statements().rows[0].statement.id)
    assert found is not None
    assert found.article == "agency"


def test_a_statement_found_twice_is_kept_once(record: Record, run: Run, say: Say, write: Write) -> None:
    """An analysis that repeats itself costs nothing."""
    article = write("The gate held.")
    record.keep(article, (say(article, "held"), say(article, "held")), run)
    assert record.statements().total == 1


@pytest.mark.parametrize("where", ["text", "title", "venue", "name"])
def test_half_a_character_is_refused_and_leaves_nothing(
    record: Record, run: Run, say: Say, write: Write, where: str
) -> None:
    """A lone surrogate is no text; the article is refused whole, and the record is as it was."""
    half = "gate \ud83d held"
    article = write(half if where == "text" else "The gate held.", title=half if where == "title" else None)
    speaker = Actor(half if where == "name" else "Kessa Orlin", "person")
    fine = say(article, "gate", speaker=Actor("Aldric Toumer", "person"))
    bad = say(article, "held", venue=half if where == "venue" else None, speaker=speaker)
    empty = record.counts()
    with pytest.raises(Malformed, match=r"flood\.txt: the article holds half a character \(U\+D83D alone\)"):
        record.keep(article, (fine, bad), run)
    assert record.counts() == empty
    assert record.article("flood") is None
    assert record.mentions() == ()


def test_a_refusal_is_noted_once_and_ends(record: Record, run: Run, write: Write) -> None:
    """The same refusal is one refusal; it ends when the same place is read after all."""
    refusal = Refusal(Origin("flood.txt"), "NotText", "flood.txt: this is no text")
    record.refuse(refusal)
    record.refuse(refusal)
    record.refuse(Refusal(Origin("flood.txt", 2), "NotText", "flood.txt:2: this is no text"))
    assert record.counts().refusals == 2
    record.keep(write("The gate held."), (), run)
    assert record.counts().refusals == 1


def test_a_file_name_that_is_no_text_is_spelled_out(record: Record, run: Run, write: Write) -> None:
    """Files may have any bytes for a name; neither their articles nor their refusals are lost by it."""
    place = Origin("caf\udce9.txt")
    record.refuse(Refusal(place, "Empty", "caf\udce9.txt: empty"))
    record.keep(write("The gate held.", origin=place), (), run)
    found = record.article("flood")
    assert found is not None
    assert found.article.origin.place == "caf\\udce9.txt"
    assert record.counts().refusals == 0


def test_several_articles_are_kept_in_one_go(record: Record, run: Run, say: Say, write: Write) -> None:
    """What becomes of each is what would become of it by itself, whatever was kept just before it."""
    old, new = write("The gate held.", url=URL), write("The gate was tested.", url=URL)
    other = write("The dam held.", id="dam")
    found = [
        (old, (say(old, "The gate held"),)),
        (other, (say(other, "The dam held"),)),
        (new, (say(new, "was tested"),)),
        (other, ()),
    ]
    outcomes = record.keep_all(found, run)
    assert [(kept.outcome, kept.revision) for kept in outcomes] == [
        ("added", 1),
        ("added", 1),
        ("revised", 2),
        ("unchanged", 1),
    ]
    assert {row.content_words for row in record.statements().rows} == {"was tested", "The dam held"}
    assert record.keep_all((), run) == ()


def test_in_one_go_all_are_kept_or_none(record: Record, run: Run, say: Say, write: Write) -> None:
    """An article that no database can keep is named, and the ones beside it wait."""
    fine, bad = write("The gate held."), write("The dam \ud83d held.", id="dam")
    with pytest.raises(Malformed, match=r"dam\.txt: the article holds half a character"):
        record.keep_all([(fine, (say(fine, "held"),)), (bad, ())], run)
    assert record.counts().articles == 0


def test_many_statements_of_one_article_come_back(record: Record, run: Run, say: Say, write: Write) -> None:
    """However many rows are written in one command, each is the one that was given, in its place."""
    article = write(" ".join(f"word{number}" for number in range(1500)))
    kept = tuple(say(article, f"word{number}", venue=str(number)) for number in range(1000, 1500))
    record.keep(article, kept, run)
    found = record.article("flood")
    assert found is not None
    assert tuple(row.statement for row in found.statements) == kept
    assert record.statements(Query(text="word1234")).rows[0].statement.venue == "1234"
