"""Who said it and when, by the draft and by the record."""

import pytest

from onrecord.linking.claims import another_day, other_speakers, stated
from onrecord.terms.quotation import Attributed
from onrecord.terms.span import Span
from onrecord.terms.statement import UNKNOWN, Actor, ActorKind, Said, Statement

MADDRICK = Actor("Joren Maddrick", "person", "government spokesman", "Government of Verrin", "XA")


def saying(speaker: Actor, *content: tuple[int, int], said: str | None = None) -> Statement:
    """A statement by somebody, of the words at these places."""
    spans = tuple(Span(*pair) for pair in content or ((0, 10),))
    return Statement(
        "0", (), (), spans, "direct", "speech", "say", speaker, said=Said(said) if said else None
    )


def given(speaker: Actor = MADDRICK, *names: str, days: str = "") -> Attributed:
    """The record's statement by somebody."""
    return Attributed(saying(speaker), "id", names or (speaker.name,), days, days)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Joren Maddrick", "person"),
        ("Maddrick", "person"),
        ("Mr Maddrick", "person"),
        ("Government of Verrin", "government"),
        ("Verrin", "government"),
        ("the spokesman", "person"),
        ("JOREN MADDRICK", "person"),
    ],
)
def test_another_name_for_the_same_is_no_other_speaker(name: str, kind: ActorKind) -> None:
    """A surname, a title, the office or whom they speak for may all mean the speaker of the record."""
    assert other_speakers(Actor(name, kind), [given()]) == ()


def test_another_speaker_is_told_by_name() -> None:
    """Whoever has nothing in common with the record's speaker is somebody else."""
    assert other_speakers(Actor("Tomas Ferrow", "person"), [given(), given()]) == ("Joren Maddrick",)


def test_one_of_several_speakers_is_enough() -> None:
    """Words that two people said may be given to either."""
    others = [given(), given(Actor("Tomas Ferrow", "person"))]
    assert other_speakers(Actor("Ferrow", "person"), others) == ()


@pytest.mark.parametrize("nobody", [UNKNOWN, Actor("an official", "unnamed")])
def test_nobody_is_no_other_speaker(nobody: Actor) -> None:
    """Where the record or the draft has no name, nothing can be held against it."""
    assert other_speakers(Actor("Tomas Ferrow", "person"), [given(nobody)]) == ()
    assert stated(Span(0, 10), [saying(nobody)]).speaker is None  # type: ignore[union-attr]


def test_the_inner_statement_counts() -> None:
    """Of "A said that B had said" the words are B's."""
    inner = Actor("Kessa Orlin", "person")
    claim = stated(Span(20, 30), [saying(MADDRICK, (0, 40)), saying(inner, (20, 30))])
    assert claim is not None
    assert claim.speaker == inner


def test_a_quotation_outside_every_statement_is_nobodys() -> None:
    """What the draft gives to nobody claims nothing."""
    assert stated(Span(20, 30), [saying(MADDRICK, (0, 22))]) is None


@pytest.mark.parametrize(
    ("draft", "record", "other"),
    [
        ("2026-02-05", "2026-02-05", False),
        ("2026-02", "2026-02-05", False),
        ("2026", "2026-02-05", False),
        ("2026-02-01/2026-02-09", "2026-02-05", False),
        ("2026-02-06", "2026-02-05", True),
        ("2026-03", "2026-02-05", True),
        ("2026-02-06", "", False),
    ],
)
def test_another_day_is_told(draft: str, record: str, other: bool) -> None:
    """A day that is none of the record's is another one; a month or a year has all of its days."""
    assert (another_day(Said(draft), [given(days=record)]) is not None) == other
