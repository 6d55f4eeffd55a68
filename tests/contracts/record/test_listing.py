"""Articles, speakers and counts; who is who and what is a copy, as they were worked out."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from onrecord.record.collection import Record
from onrecord.record.values import Run
from onrecord.terms.article import Article
from onrecord.terms.entity import Entity
from onrecord.terms.link import Link
from onrecord.terms.statement import UNKNOWN, Actor, Statement

Say = Callable[..., Statement]
Write = Callable[..., Article]

FULL = Actor("Joren Maddrick", "person", "government spokesman", None, "XA")
SHORT = Actor("Maddrick", "person")
OFFICIAL = Actor("an official", "unnamed")
ENTITY = Entity(
    "joren-maddrick",
    "Joren Maddrick",
    "person",
    ("Joren Maddrick", "Maddrick"),
    ("government spokesman",),
    "XA",
)


@pytest.fixture
def filled(record: Record, run: Run, say: Say, write: Write) -> Record:
    """A record in which one person speaks under two names, and others do not."""
    late = write("One. Two. Three.", id="late", published=datetime(2026, 2, 20, tzinfo=UTC))
    early = write("Four.", id="early", outlet=None, published=datetime(2026, 2, 1, tzinfo=UTC))
    record.keep(
        late,
        (
            say(late, "One", speaker=FULL, act="deny"),
            say(late, "Two", speaker=UNKNOWN, targets=(FULL, OFFICIAL)),
            say(late, "Three", speaker=OFFICIAL),
        ),
        run,
    )
    record.keep(early, (say(early, "Four", speaker=SHORT, form="indirect"),), run)
    return record


def assign(record: Record) -> None:
    """Say that both names are one person, and that nobody else is anybody."""
    ids = {pair: ENTITY.id for pair in record.mentions() if pair[1].kind == "person"}
    record.assign((ENTITY,), ids)


def test_every_wording_of_an_article_is_mentioned_once(filled: Record) -> None:
    """Linking is given each actor as each article names them."""
    assert sorted((article, actor.name) for article, actor in filled.mentions()) == [
        ("early", "Maddrick"),
        ("late", "Joren Maddrick"),
        ("late", "an official"),
        ("late", "unknown"),
    ]


def test_a_speaker_has_all_their_statements(filled: Record) -> None:
    """Statements under either name count for the one actor, with the days they span."""
    assert filled.speakers() == ()
    assign(filled)
    [found] = filled.speakers()
    assert found.entity == ENTITY
    assert (found.statements, found.first, found.last) == (2, "2026-02-01", "2026-02-20")
    assert filled.speaker("joren-maddrick") == found
    assert filled.speakers(kinds=["organisation"]) == ()
    assert filled.speakers(limit=0) == ()


def test_actors_can_be_assigned_anew(filled: Record) -> None:
    """A later working out replaces an earlier one entirely."""
    assign(filled)
    other = Entity("maddrick", "Maddrick", "person", ("Maddrick",))
    filled.assign((other,), {("early", SHORT): "maddrick"})
    assert [found.entity for found in filled.speakers()] == [other]
    assert filled.speaker("joren-maddrick") is None
    filled.assign((), {})
    assert filled.speakers() == ()


def test_links_are_kept_and_replaced(filled: Record) -> None:
    """An article knows the links at both of its ends."""
    link = Link("copy", "late", "early", "same words", 0.5)
    filled.connect([link])
    assert filled.links("late") == filled.links("early") == (link,)
    filled.connect([])
    assert filled.links("late") == ()


def test_articles_come_in_the_order_of_publication(filled: Record) -> None:
    """All of them, the earliest first, each with its statements."""
    assert [(each.article.id, len(each.statements)) for each in filled.articles()] == [
        ("early", 1),
        ("late", 3),
    ]


def test_counts_tell_what_is_known_and_what_is_not(filled: Record) -> None:
    """Unknown and unnamed speakers are counted, not hidden."""
    assign(filled)
    counts = filled.counts()
    assert (counts.articles, counts.revisions, counts.statements, counts.outlets) == (2, 2, 4, 1)
    assert counts.by_act == {"say": 3, "deny": 1}
    assert counts.by_form == {"direct": 3, "indirect": 1}
    assert (counts.speakers, counts.unknown_speakers, counts.unnamed_speakers) == (1, 1, 1)
    assert (counts.first, counts.last) == ("2026-02-01", "2026-02-20")


def test_an_empty_record_counts_nothing(record: Record) -> None:
    """Nothing kept, nothing found, no error."""
    assert record.counts().first is None
    assert record.statements().rows == ()
    assert list(record.articles()) == []
