"""Whoever appears to say something is its source."""

import pytest

from onrecord.analysis.raising import raised
from onrecord.terms.span import Span, words_of
from onrecord.terms.statement import Attribution


def _read(subject: str, cue: str, rest: str) -> tuple[str, Attribution]:
    text = f"{subject} {cue} {rest}."
    at = len(subject) + 1
    after = at + len(cue) + 1
    found = Attribution(
        (), (Span(at, at + len(cue)),), (Span(0, len(subject)), Span(after, after + len(rest)))
    )
    return text, raised(text, found)


def test_the_subject_of_a_verb_of_speech_is_the_source() -> None:
    """“Appeared to confirm” tells what its subject said."""
    text, found = _read("The harbour master", "appeared", "to confirm the closing of the gate")
    assert words_of(text, found.source) == "The harbour master"
    assert words_of(text, found.cue) == "appeared to confirm"
    assert words_of(text, found.content) == "the closing of the gate"


def test_a_source_that_was_found_stays() -> None:
    """Where the encoder tells the subject from the content, only the verb moves to the cue."""
    text, found = "The mayor seemed to deny the sale", ((Span(0, 9),), (Span(10, 16),), (Span(17, 33),))
    read = raised(text, Attribution(*found))
    assert [words_of(text, role) for role in (read.source, read.cue, read.content)] == [
        "The mayor",
        "seemed to deny",
        "the sale",
    ]


@pytest.mark.parametrize(
    ("subject", "cue", "rest"),
    [
        ("The gate", "appears", "to hold for now"),
        ("The figures", "seem", "to suggest a loss"),
        ("The mayor", "said", "to confirm the closing of the gate"),
        ("The mayor", "appeared", "to confirm"),
    ],
)
def test_all_else_stays_an_impression(subject: str, cue: str, rest: str) -> None:
    """What things seem to do, other cues, and a verb with nothing behind it are left as they were found."""
    _, found = _read(subject, cue, rest)
    assert found.source == ()
