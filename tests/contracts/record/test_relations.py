"""Who speaks for whom: by role and by the text's own words, merging respected."""

from collections.abc import Callable

import pytest

from onrecord.record.collection import Record
from onrecord.record.values import Run
from onrecord.terms.article import Article
from onrecord.terms.entity import Entity, folded
from onrecord.terms.statement import Actor, Statement

Say = Callable[..., Statement]
Write = Callable[..., Article]

MINISTRY = Actor("Ministry of Waters", "organisation")
MADDRICK = Actor("Joren Maddrick", "person", "spokesman", "Ministry of Waters")
ORLIN = Actor("Kessa Orlin", "person", "minister")


def link(record: Record) -> None:
    """Make one actor of each name, but none of "Verrin"."""
    members = record.mentions()
    ids = {each: folded(each[1].name).replace(" ", "-") for each in members if each[1].name != "Verrin"}
    named = sorted({(id_, each[1].name, each[1].kind) for each, id_ in ids.items()})
    record.assign([Entity(id_, name, kind, (name,)) for id_, name, kind in named], ids)


@pytest.fixture
def linked(record: Record, run: Run, say: Say, write: Write) -> Record:
    """A record in which two people speak for a ministry, by role and by what the text says."""
    article = write("One. Two. Three. Four. Five.")
    statements = (
        say(article, "One", speaker=MADDRICK),
        say(article, "Two", speaker=MADDRICK, on_behalf_of=MINISTRY),
        say(article, "Three", speaker=ORLIN, on_behalf_of=MINISTRY),
        say(article, "Four", speaker=ORLIN, on_behalf_of=Actor("Verrin", "government")),
        say(article, "Five", speaker=MINISTRY),
    )
    record.keep(article, statements, run)
    link(record)
    return record


def test_who_speaks_for_an_actor_is_told_by_role_and_by_the_text(linked: Record) -> None:
    """A statement that says so twice counts once; the actor does not speak for itself."""
    found = linked.representatives("ministry-of-waters")
    assert [(one.value, one.label, one.count) for one in found] == [
        ("joren-maddrick", "Joren Maddrick", 2),
        ("kessa-orlin", "Kessa Orlin", 1),
    ]
    assert len(linked.representatives("ministry-of-waters", most=1)) == 1


def test_for_whom_an_actor_speaks_is_told_even_if_it_is_nobody_we_know(linked: Record) -> None:
    """Whom the record knows has an id; other names are given as they are searched for."""
    found = linked.represented("kessa-orlin")
    assert {(one.value, one.label) for one in found} == {
        ("ministry-of-waters", "Ministry of Waters"),
        ("=verrin", "Verrin"),
    }
    assert linked.represented("nobody") == ()


def test_merged_actors_speak_as_one(linked: Record) -> None:
    """Who was merged into another speaks under that name."""
    linked.merge("joren-maddrick", "kessa-orlin", by="Ana")
    found = linked.representatives("ministry-of-waters")
    assert [(one.value, one.count) for one in found] == [("joren-maddrick", 3)]
