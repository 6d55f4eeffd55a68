"""Every act is an event or says that it is none."""

import pytest

from onrecord.exports.events import coded, day_of, event_of, quad
from onrecord.exports.sheet import Sheet
from onrecord.languages.english.rulings import RULINGS
from onrecord.languages.events import BY_CONTENT, EVENTS, GOLDSTEIN, Event
from onrecord.terms.article import Article
from onrecord.terms.span import Span
from onrecord.terms.statement import ACTS, UNKNOWN, Said, Statement

# The guide's own table: act, PLOVER, CAMEO.
GUIDE = """
say — 010; explain — 010; announce — 010; confirm — 010; admit — 015; deny — 016; doubt — 012;
accuse ACCUSE 112; criticise ACCUSE 111; praise SUPPORT 051; regret — 055; warn — 012; threaten THREATEN 130;
promise AGREE 030; plan — 030; refuse REJECT 120; accept AGREE 030; urge — 020; demand REQUEST 100; ask — 010;
believe — —; want — —; fear — —
"""
ROWS = [tuple(row.split()) for row in GUIDE.split(";")]


@pytest.mark.parametrize(("act", "plover", "cameo"), ROWS)
def test_acts_are_coded_as_the_guide_says(act: str, plover: str, cameo: str) -> None:
    """The table of the code is the table of the guide."""
    event = {str(key): value for key, value in EVENTS.items()}[act]
    assert (event.plover or "—" if event else "—", event.cameo if event else "—") == (plover, cameo)


def test_no_act_is_left_out() -> None:
    """The acts with a fixed code and those told by content are all 25, none twice."""
    assert set(EVENTS) | BY_CONTENT == set(ACTS)
    assert not set(EVENTS) & BY_CONTENT
    assert len(ACTS) == 25


def test_every_code_has_its_place_on_the_scale() -> None:
    """Whatever code can come out has a value of Goldstein's."""
    known = {event.cameo for event in EVENTS.values() if event}
    known |= {event.cameo for _, event in RULINGS} | {"012", "013", "010"}
    assert known <= set(GOLDSTEIN)


@pytest.mark.parametrize(
    ("words", "cameo", "plover"),
    [
        ("ruled that the canal stays open", None, None),
        ("voted to ban the yellow telephones", "172", "COERCE"),
        ("lifted the embargo on grain", "085", "RETREAT"),
        ("imposed an embargo on grain", "163", "COERCE"),
        ("voted to lift the ban on night traffic", "081", "CONCEDE"),
        ("imposed a curfew from nine", "1723", "COERCE"),
        ("sentenced the engineer to four years", "173", "COERCE"),
        ("found guilty of forging the log", "116", "ACCUSE"),
        ("vetoed the resolution", "129", "REJECT"),
        ("rejected the appeal", "120", "REJECT"),
        ("approved the budget", "051", "SUPPORT"),
        ("ratified the treaty", "057", "SUPPORT"),
        ("ordered the release of the crew, released on bail", "0841", "RETREAT"),
        ("appointed Marten Ilves chairman of the inquiry", None, None),
        ("banal remarks about the banquet", None, None),
    ],
)
def test_a_ruling_is_coded_by_its_words(words: str, cameo: str | None, plover: str | None) -> None:
    """What was decided tells the code; a ruling whose words tell nothing has none."""
    event = coded("rule", words)
    assert (event and event.cameo, event and event.plover) == (cameo, plover)


@pytest.mark.parametrize(
    ("words", "cameo"),
    [
        ("expects that the talks will fail", "012"),
        ("predicted a better harvest", "013"),
        ("expects a decision on Friday", "010"),
    ],
)
def test_a_forecast_is_good_bad_or_neither(words: str, cameo: str) -> None:
    """Words of harm make it pessimistic, words of gain optimistic; otherwise it is a public statement."""
    event = coded("predict", words)
    assert event is not None
    assert (event.cameo, event.plover) == (cameo, None)


def statement(*, said: Said | None = None, negated: bool = False) -> Statement:
    return Statement(
        "E1", (), (), (Span(0, 4),), "indirect", "speech", "accuse", UNKNOWN, said=said, negated=negated
    )


def test_what_was_not_said_is_no_event() -> None:
    """A negated statement has no code."""
    sheet = Sheet(Article("a", "text"), ())
    assert event_of(sheet, statement()) == Event("112", "ACCUSE", "disapprove")
    assert event_of(sheet, statement(negated=True)) is None


@pytest.mark.parametrize(
    ("cameo", "expected"), [("010", 1), ("057", 1), ("085", 2), ("112", 3), ("130", 3), ("173", 4)]
)
def test_the_quad_class_follows_the_root(cameo: str, expected: int) -> None:
    """Verbal and material cooperation, verbal and material conflict, by CAMEO's roots."""
    assert quad(Event(cameo)) == expected


@pytest.mark.parametrize(
    ("said", "day"), [("2026-02-03/2026-02-05", "2026-02-03"), ("2026-02", "None"), (None, "None")]
)
def test_the_day_is_that_of_saying(said: str | None, day: str) -> None:
    """A day of saying is the day of the event; a month alone is none."""
    given = Said(said) if said else None
    assert str(day_of(Sheet(Article("a", "text"), ()), statement(said=given))) == day
