import pytest

from onrecord.cli.lines import counted, deed, paragraph, who
from onrecord.terms.span import Span
from onrecord.terms.statement import UNKNOWN, Actor, Statement

STATEMENT = Statement("1", (), (), (Span(0, 1),), "direct", "speech", "deny", UNKNOWN)


def test_who_gives_name_and_role() -> None:
    """A role stands behind the name, unless it is the name."""
    assert (
        who(Actor("Joren Maddrick", "person", role="government spokesman"))
        == "Joren Maddrick, government spokesman"
    )
    assert who(Actor("a spokesman", "unnamed", role="a spokesman")) == "a spokesman"


def test_an_unknown_speaker_is_said_to_be_unknown() -> None:
    """Nobody is made up where nobody could be made out."""
    assert who(UNKNOWN) == "speaker unknown"


def test_deeds() -> None:
    """What was done, with the text's own marks that it was said before."""
    assert deed(STATEMENT) == "denied"


@pytest.mark.parametrize(
    ("text", "word", "number"),
    [
        ("One.\n\nTwo.\n\n\n\nThree.", "Three", 3),
        ("One.\nTwo.\nThree.", "Two", 2),
        ("\n\n  \nOne,\nstill one.\n\nTwo.", "still", 1),
        ("\n\n  \nOne,\nstill one.\n\nTwo.", "Two", 2),
        ("One.", "One", 1),
        ("One.\r\n\r\nTwo.", "Two", 2),
    ],
)
def test_paragraphs_are_counted_as_a_reader_would(text: str, word: str, number: int) -> None:
    """Blank lines part paragraphs; in a text without any, every line is one."""
    assert paragraph(text, text.index(word)) == number


def test_numbers_agree_with_their_nouns() -> None:
    """One statement, two statements, no statements."""
    assert [counted(number, "statement") for number in (0, 1, 2000)] == [
        "no statements",
        "1 statement",
        "2,000 statements",
    ]
