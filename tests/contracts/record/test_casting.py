"""Merging and splitting actors: people's word holds, whatever is linked later, and can be taken back."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from onrecord.errors import JudgementError
from onrecord.record.collection import Record
from onrecord.record.query import Query
from onrecord.record.values import Run
from onrecord.terms.article import Article
from onrecord.terms.entity import Entity, folded
from onrecord.terms.judgement import Split
from onrecord.terms.statement import Actor, Statement

Say = Callable[..., Statement]
Write = Callable[..., Article]

MADDRICK = Actor("Joren Maddrick", "person", "government spokesman", None, "XA")
SURNAME = Actor("Maddrick", "person")
MISSPELT = Actor("Joren Madrick", "person", "spokesman")
ORLIN = Actor("Kessa Orlin", "person", "Minister of Waters", None, "XA")


def by_name(record: Record) -> None:
    """Link the record as linking would that joins equal names only."""
    members = record.mentions()
    ids = {member: folded(member[1].name).replace(" ", "-") for member in members}
    entities = [
        Entity(id_, name, "person", (name,), (), None)
        for id_, name in sorted({(ids[each], each[1].name) for each in members})
    ]
    record.assign(entities, ids)


@pytest.fixture
def linked(record: Record, run: Run, say: Say, write: Write) -> Record:
    """A record of two articles in which four wordings speak."""
    one = write("The gate held. The gate was shut. Nobody knew.", id="one")
    two = write("Nothing was opened. The gate was tested.", id="two")
    record.keep(
        one,
        (
            say(one, "The gate held", speaker=MADDRICK),
            say(one, "The gate was shut", speaker=SURNAME),
            say(one, "Nobody knew", speaker=ORLIN),
        ),
        run,
    )
    record.keep(
        two,
        (
            say(two, "Nothing was opened", speaker=MISSPELT),
            say(two, "The gate was tested", speaker=MADDRICK),
        ),
        run,
    )
    by_name(record)
    return record


def speaking(record: Record) -> Mapping[str, int]:
    """How many statements everybody speaks."""
    return {found.entity.id: found.statements for found in record.speakers()}


BEFORE = {"joren-maddrick": 2, "joren-madrick": 1, "kessa-orlin": 1, "maddrick": 1}


def test_merged_actors_are_one(linked: Record) -> None:
    """What the others said is said by the one, under all of their names and roles."""
    linked.merge("joren-maddrick", "joren-madrick", "maddrick", by="Ann Ray", note="a misprint")
    assert speaking(linked) == {"joren-maddrick": 4, "kessa-orlin": 1}
    found = linked.speaker("joren-maddrick")
    assert found is not None
    assert found.entity.names == ("Joren Maddrick", "Joren Madrick", "Maddrick")
    assert found.entity.roles == ("government spokesman", "spokesman")
    assert linked.statements(Query(speaker="madrick")).total == 4


def test_the_old_id_of_a_merged_actor_leads_to_the_new_one(linked: Record) -> None:
    """An address that somebody noted goes on to work."""
    linked.merge("maddrick", "joren-madrick", by="Ann Ray")
    linked.merge("joren-maddrick", "maddrick", by="Ann Ray")
    assert linked.speaker("joren-madrick") == linked.speaker("joren-maddrick")
    assert linked.speaker("nobody") is None


def test_a_split_actor_is_two(linked: Record) -> None:
    """By wording or by article, what means the other one is the other one's."""
    linked.merge("joren-maddrick", "maddrick", by="Ann Ray")
    made = linked.split("joren-maddrick", name="Ferris Maddrick", names=["maddrick"], by="Ann Ray")
    assert isinstance(made.what, Split)
    assert made.what.id.startswith("ferris-maddrick-")
    assert speaking(linked) == {"joren-maddrick": 2, "joren-madrick": 1, "kessa-orlin": 1, made.what.id: 1}
    other = linked.split("joren-maddrick", name="Joren Maddrick the Elder", articles=["two"], by="Ann Ray")
    assert isinstance(other.what, Split)
    found = linked.speaker(other.what.id)
    assert found is not None
    assert found.entity.names == ("Joren Maddrick the Elder", "Joren Maddrick")
    assert speaking(linked)["joren-maddrick"] == 1


@pytest.mark.parametrize("relink", [False, True])
def test_undoing_restores_who_is_who(linked: Record, relink: bool) -> None:
    """Taken back in any order, before or after linking anew, the actors are what linking made of them."""
    everybody = linked.speakers()
    made = [
        linked.merge("joren-maddrick", "joren-madrick", by="Ann Ray"),
        linked.split("joren-maddrick", name="Another", articles=["two"], by="Ann Ray"),
        linked.merge("kessa-orlin", "maddrick", by="Ann Ray"),
    ]
    if relink:
        by_name(linked)
    for one in (made[1], made[0], made[2]):
        linked.undo(one.id, by="Ben Oak")
    assert linked.speakers() == everybody
    assert [each.in_force for each in linked.history("kessa-orlin")] == [False, True]


def test_decisions_survive_linking_anew(linked: Record, run: Run, say: Say, write: Write) -> None:
    """More articles are read and linked; who was merged stays merged, and who was split stays split."""
    linked.merge("joren-maddrick", "joren-madrick", by="Ann Ray")
    made = linked.split(
        "joren-maddrick", name="The other", articles=["two"], names=["joren maddrick"], by="Ann Ray"
    )
    before = speaking(linked)
    by_name(linked)
    assert speaking(linked) == before
    more = write("The log was lost.", id="more")
    linked.keep(more, (say(more, "The log was lost", speaker=replace(MISSPELT, role=None)),), run)
    by_name(linked)
    assert isinstance(made.what, Split)
    assert speaking(linked) == {"joren-maddrick": 3, "kessa-orlin": 1, "maddrick": 1, made.what.id: 1}


def test_a_decision_finds_an_actor_whose_id_has_changed(linked: Record) -> None:
    """Ids follow names and may change as more is read; the mentions tell who was meant."""
    linked.merge("joren-maddrick", "joren-madrick", by="Ann Ray")
    members = linked.mentions()
    ids = {member: f"person-{folded(member[1].name).replace(' ', '-')}" for member in members}
    names = {(ids[each], each[1].name) for each in members}
    linked.assign([Entity(id_, name, "person", (name,)) for id_, name in sorted(names)], ids)
    assert speaking(linked) == {"person-joren-maddrick": 3, "person-kessa-orlin": 1, "person-maddrick": 1}


def test_a_speaker_given_by_id_stays_theirs(linked: Record) -> None:
    """A correction names one of two people of the same name, and linking by names does not undo it."""
    made = linked.split("joren-maddrick", name="Joren Maddrick", articles=["two"], by="Ann Ray")
    assert isinstance(made.what, Split)
    [row] = linked.statements(Query(speaker="kessa-orlin")).rows
    linked.judge(row.statement.id, changes={"speaker": made.what.id}, by="Ann Ray")
    assert speaking(linked)[made.what.id] == 2
    by_name(linked)
    assert speaking(linked)[made.what.id] == 2
    linked.merge("maddrick", made.what.id, by="Ann Ray")
    assert speaking(linked)["maddrick"] == 3


def test_what_cannot_be_merged_or_split_is_refused(linked: Record) -> None:
    """There are such actors, and something is left on both sides; nothing is written."""
    with pytest.raises(JudgementError, match="no actor with this id"):
        linked.merge("joren-maddrick", "nobody", by="Ann Ray")
    with pytest.raises(JudgementError, match="at least one other"):
        linked.merge("joren-maddrick", "joren-maddrick", by="Ann Ray")
    with pytest.raises(JudgementError, match="at least one other"):
        linked.merge("joren-maddrick", by="Ann Ray")
    with pytest.raises(JudgementError, match="split off none of them"):
        linked.split("joren-maddrick", name="X", names=["Orlin"], by="Ann Ray")
    with pytest.raises(JudgementError, match="split off all of them"):
        linked.split("joren-maddrick", name="X", by="Ann Ray")
    assert speaking(linked) == BEFORE
    assert linked.history("joren-maddrick") == ()


def test_everything_still_proves(linked: Record) -> None:
    """Merging and splitting change no text, no span and no judgement."""
    made = linked.merge("joren-maddrick", "joren-madrick", by="Ann Ray")
    linked.undo(made.id, by="Ann Ray")
    assert [fault for each in linked.verify() for fault in each.faults] == []
