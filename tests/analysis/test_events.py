"""Deeds that the writer reports: typed, with who did it to whom, and nothing that was only said."""

import pytest
from marked import marked

from onrecord.analysis.events import events
from onrecord.analysis.fields import statements
from onrecord.terms.event import EVENT_TYPES, Event


def told(text: str) -> tuple[Event, ...]:
    article, attributions = marked(text, published="2026-02-03")
    return events(article, statements(article, attributions))


def told_names(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (e.type, e.actor.name if e.actor else None, e.recipient.name if e.recipient else None)
        for e in told(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was late when Anna Rask telephoned Bram Tesk on Monday.", ("CONSULT", "Anna Rask", "Bram Tesk")),
        ("France imposed new sanctions on Belarus.", ("SANCTION", "France", "Belarus")),
        ("In 2019, France sent food and blankets to Haiti.", ("AID", "France", "Haiti")),
        ("Norway deployed two thousand troops along the border.", ("MOBILIZE", "Norway", None)),
        (
            "There was a quarrel on the quay. Police arrested Bram Tesk in Tarrow.",
            ("COERCE", "Police", "Bram Tesk"),
        ),
        ("Bram Tesk was arrested at noon by police.", ("COERCE", "Police", "Bram Tesk")),
        ("Hundreds of fishermen marched through Tarrow.", ("PROTEST", "Hundreds of fishermen", None)),
        ("Norway vetoed the draft.", ("REJECT", "Norway", None)),
    ],
)
def test_a_deed_has_its_type_and_its_parties(text: str, expected: tuple[str, str, str | None]) -> None:
    """The verb gives the type, the subject the actor, what follows the recipient."""
    (found,) = told_names(text)
    assert (found[0], found[2]) == (expected[0], expected[2])
    assert (found[1] or "").lower() == expected[1].lower()


@pytest.mark.parametrize(
    "text",
    [
        "France will impose sanctions on Belarus.",
        "France has not imposed sanctions on Belarus.",
        "France could have imposed sanctions on Belarus.",
        "If France imposed sanctions on Belarus, trade would stop.",
        "Was Bram Tesk arrested?",
        "Anna Rask wanted to meet Bram Tesk.",
        "Anna Rask met her husband in Tarrow.",
    ],
)
def test_what_did_not_happen_is_no_deed(text: str) -> None:
    """Denied, intended, possible, asked and private things are left out."""
    assert told(text) == ()


def test_nothing_that_is_said_is_a_deed() -> None:
    """What stands in a statement or in quotation marks is its speaker's, not the writer's."""
    assert told("[1:Anna Rask] <1:said> {1:that police arrested Bram Tesk in Tarrow}.") == ()
    assert told("There was a sign. “Police arrested Bram Tesk in Tarrow.”") == ()


def test_a_deed_has_its_clause_its_day_and_its_place() -> None:
    """The span is the clause alone, with the verb as evidence; day and place come from its words."""
    text = "Trains were late. Police arrested Bram Tesk in Tarrow on Monday, but it was a mistake."
    (event,) = told(text)
    assert event.span.of(text) == "Police arrested Bram Tesk in Tarrow on Monday"
    assert (str(event.when), event.where) == ("2026-02-02", "Tarrow")
    assert [span.of(text) for span in event.evidence] == ["arrested"]
    assert event.by == "deed: arrested"


def test_types_are_those_of_the_guide() -> None:
    """Sixteen, each once."""
    assert len(EVENT_TYPES) == len(set(EVENT_TYPES)) == 16
