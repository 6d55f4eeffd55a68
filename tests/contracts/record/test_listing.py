"""Articles, speakers and counts; who is who and what is a copy, as they were worked out."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

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


@pytest.fixture
def crowd(record: Record, run: Run, say: Say, write: Write) -> Record:
    """A record of five who speak, two of them as often, one whom nobody knows, and one who is silent."""
    article = write("A1 A2 B1 B2 B3 C1 D1 D2 N1.", published=datetime(2026, 3, 1, tzinfo=UTC))
    who = {sign: Actor(f"{sign} Orlin", "organisation" if sign == "C" else "person") for sign in "ABCDNS"}
    days = {"A1": "2026-01", "A2": "2026-01-09", "B1": "2025-12", "B2": "2026-02", "B3": "2026-02-27"}
    held = (
        say(article, words, speaker=who[words[0]], said=days.get(words), targets=(who["S"],))
        for words in article.text.rstrip(".").split()
    )
    record.keep(article, tuple(held), run)
    ids = {"A": "a-orlin", "B": "9-orlin", "C": "c-orlin", "D": "~-orlin", "S": "s-orlin"}
    entities = [Entity(ids[sign], who[sign].name, who[sign].kind, (who[sign].name,)) for sign in ids]
    record.assign(entities, {(article.id, who[sign]): ids[sign] for sign in ids})
    return record


def test_the_most_quoted_come_first(crowd: Record) -> None:
    """By their statements, and by id where these are as many; whoever says nothing is not among them."""
    told = [(one.entity.id, one.statements) for one in crowd.speakers()]
    assert told == [("9-orlin", 3), ("a-orlin", 2), ("~-orlin", 2), ("c-orlin", 1)]
    assert crowd.speakers(limit=2) == crowd.speakers()[:2]
    assert [one.entity.id for one in crowd.speakers(kinds=["organisation"])] == ["c-orlin"]
    assert [one.entity.id for one in crowd.speakers(kinds=["person"], limit=2)] == ["9-orlin", "a-orlin"]


def test_a_speaker_alone_is_the_same_as_among_all(crowd: Record) -> None:
    """The days and the number do not depend on how somebody is asked for."""
    assert [crowd.speaker(one.entity.id) for one in crowd.speakers()] == list(crowd.speakers())
    silent = crowd.speaker("s-orlin")
    assert silent
    assert (silent.statements, silent.first, silent.last) == (0, None, None)
    assert crowd.speaker("=n orlin") is None


def test_the_days_of_a_speaker_are_those_of_the_longest_statements(crowd: Record) -> None:
    """What was said in a month may have been said on its last day; it counts even if other days are later."""
    days = {one.entity.id: (one.first, one.last) for one in crowd.speakers()}
    assert days["a-orlin"] == ("2026-01-01", "2026-01-31")
    assert days["9-orlin"] == ("2025-12-01", "2026-02-28")
    assert days["c-orlin"] == ("2026-03-01", "2026-03-01")


def test_what_was_judged_wrong_is_nobodys(crowd: Record) -> None:
    """It counts neither for the number nor for the days, and whoever said nothing else does not speak."""
    for one in crowd.statements().rows:
        if one.content_words in {"B2", "C1"}:
            crowd.judge(one.statement.id, by="Ann Ray", verdict="wrong")
    told = {one.entity.id: (one.statements, one.last) for one in crowd.speakers()}
    assert told["9-orlin"] == (2, "2026-02-27")
    assert "c-orlin" not in told


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


def test_the_last_day_is_that_of_the_latest_article(filled: Record, run: Run, say: Say, write: Write) -> None:
    """As it was where the article was published; articles without statements or a day do not matter."""
    assert filled.last_day() == "2026-02-20"
    filled.keep(write("Silent.", id="silent", published=datetime(2026, 5, 1, tzinfo=UTC)), (), run)
    undated = write("Five.", id="undated", published=None)
    filled.keep(undated, (say(undated, "Five"),), run)
    assert filled.last_day() == "2026-02-20"
    west = timezone(timedelta(hours=-5))
    later = write("Six.", id="later", published=datetime(2026, 2, 21, 23, tzinfo=west))
    filled.keep(later, (say(later, "Six"),), run)
    assert filled.last_day() == "2026-02-21"


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
    assert record.last_day() is None
    assert record.statements().rows == ()
    assert list(record.articles()) == []
