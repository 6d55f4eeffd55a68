from functools import partial
from pathlib import Path

import pytest
import quoting

from onrecord import pipeline
from onrecord.cleaning.dates import moment
from onrecord.errors import ModelError
from onrecord.pipeline import Account, Extract, articles, extract, extract_article, extracts, read
from onrecord.record.opening import open_record
from onrecord.record.values import Run
from onrecord.terms.article import Article
from onrecord.terms.page import Refusal
from onrecord.terms.statement import Attribution

RUN = Run(software="0", model="0")


def results(*places: Path) -> list[Extract | Refusal]:
    return list(extract([str(place) for place in places], quoting.attribute))


def test_the_road_from_a_file_to_its_statements(article: Path) -> None:
    """A file goes in, its statements come out, with the words of the text."""
    (found,) = results(article)
    assert isinstance(found, Extract)
    assert [found.words(statement) for statement in found] == [
        '"No gate was opened,"',
        '"Somebody opened a door,"',
    ]
    assert [statement.speaker.name for statement in found] == ["Joren Maddrick", "Paskal Wrenn"]


def test_one_article_costs_no_other(article: Path, tmp_path: Path) -> None:
    """A missing, an empty and a breaking article are refused in their places, and the last is read."""
    empty, breaking = tmp_path / "empty.txt", tmp_path / "breaking.txt"
    empty.write_bytes(b"")
    breaking.write_text("break here", encoding="utf-8")
    found = results(tmp_path / "none.txt", empty, breaking, article)
    assert [each.code if isinstance(each, Refusal) else len(each) for each in found] == [
        "Unreadable",
        "Empty",
        "Failed",
        2,
    ]


def test_a_fault_of_ours_invites_a_report() -> None:
    """What nobody foresaw names the article, the exception and where, and asks for a report."""
    refusal = extract_article(Article("a", "break here"), quoting.attribute)
    assert isinstance(refusal, Refusal)
    assert "ZeroDivisionError: something nobody foresaw; quoting.py, line" in refusal.reason
    assert "please report it" in refusal.reason


def test_a_fault_of_ours_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """The traceback that the user is spared is in the library's log."""
    extract_article(Article("a", "break here"), quoting.attribute)
    assert caplog.records[0].exc_info


def test_what_would_stop_every_article_is_raised() -> None:
    """A damaged model is no fault of one article."""

    def damaged(_: Article) -> tuple[Attribution, ...]:
        message = "the model is damaged"
        raise ModelError(message)

    with pytest.raises(ModelError):
        extract_article(Article("a", "text"), damaged)


def test_a_given_date_fills_only_a_gap(article: Path, tmp_path: Path) -> None:
    """``published`` is for articles that give no date; a bare day stays a bare day."""
    undated = tmp_path / "undated.txt"
    undated.write_text("It rained.", encoding="utf-8")
    found = list(articles([str(article), str(undated)], published=moment("2026-03-04")))
    assert [each.published.day for each in found if isinstance(each, Article) and each.published] == [2, 4]
    assert all(each.published_date_only for each in found if isinstance(each, Article))


def keep(db: Path, *places: Path, at_once: int = 1) -> Account:
    with open_record(db, create=True) as record:
        found = articles([str(place) for place in places])
        extracting = partial(extracts, attribute=quoting.attribute)
        return read(found, record, extracting, run=RUN, at_once=at_once)


def test_read_keeps_and_counts(article: Path, tmp_path: Path) -> None:
    """The account tells what became of every input."""
    account = keep(tmp_path / "record.db", article, tmp_path / "none.txt")
    assert (account.read, account.added, account.statements, account.unknown) == (1, 1, 2, 0)
    assert [refusal.code for refusal in account.refused] == ["Unreadable"]


def test_twice_the_same_changes_nothing(article: Path, tmp_path: Path) -> None:
    """What is kept in the same words is neither written nor even analysed again."""
    keep(tmp_path / "record.db", article)

    def never(_: Article) -> tuple[Attribution, ...]:
        raise AssertionError

    with open_record(tmp_path / "record.db", write=True) as record:
        before = record.counts()
        account = read(articles([str(article)]), record, lambda found: extracts(found, never), run=RUN)
        assert (account.read, account.unchanged, account.statements) == (1, 1, 0)
        assert record.counts() == before


def test_other_words_at_the_same_address_are_a_revision(article: Path, tmp_path: Path) -> None:
    """An article that was changed is kept beside what it was."""
    keep(tmp_path / "record.db", article)
    article.write_text(article.read_text(encoding="utf-8").replace("opened a", "closed a"), encoding="utf-8")
    assert keep(tmp_path / "record.db", article).revised == 1


@pytest.mark.parametrize("at_once", [1, 10])
def test_an_article_that_cannot_be_kept_is_refused(article: Path, tmp_path: Path, at_once: int) -> None:
    """Half a character is text to read, but nothing that a database can hold: the others are kept."""
    half = tmp_path / "half.json"
    half.write_text('{"id": "half", "text": "a \\ud800 b"}', encoding="ascii")
    account = keep(tmp_path / "record.db", half, article, at_once=at_once)
    assert (account.added, [refusal.code for refusal in account.refused]) == (1, ["Malformed"])


def test_reading_links_the_speakers(article: Path, tmp_path: Path) -> None:
    """After a reading, whoever speaks in an article is somebody in the record."""
    keep(tmp_path / "record.db", article)
    with open_record(tmp_path / "record.db") as record:
        assert {each.entity.name for each in record.speakers()} == {"Joren Maddrick", "Paskal Wrenn"}


def test_somebody_who_watches_sees_every_article(article: Path, tmp_path: Path) -> None:
    """The watcher is told the account after each article, whatever became of it."""
    seen: list[Account] = []
    with open_record(tmp_path / "record.db", create=True) as record:
        found = articles([str(article), str(tmp_path / "none.txt"), str(article)])
        read(found, record, lambda found: extracts(found, quoting.attribute), run=RUN, watch=seen.append)
    assert [each.read + len(each.refused) for each in seen] == [1, 2, 3]


def test_the_model_opens() -> None:
    """The model that is shipped opens, and a run names it by its digest."""
    assert len(pipeline.reader(threads=1).run().model) == 64
