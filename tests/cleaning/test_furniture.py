"""Furniture and captions are found by their words, and sentences are left alone."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cleaning.furniture import marks, merged, without
from onrecord.terms.span import Span, covered

BODY = "The minister said that nothing had happened."


def furniture(text: str) -> list[str]:
    return [span.of(text) for span in marks(text).furniture]


def captions(text: str) -> list[str]:
    return [span.of(text) for span in marks(text).captions]


@pytest.mark.parametrize(
    "line",
    [
        "Live updates: follow the latest from the valley",
        "Follow our live coverage",
        "Updated: April 08, 2022, 7:14 AM",
        "Last updated on 3 March 2026, 11:05",
        "Share this story: Larkline | E-mail | Copy link",
        "SHARE",
        "Read more: ‘It would be a pity’, says Ferrow",
        "Advertisement",
        "FOR IMMEDIATE RELEASE",
        "- ENDS -",
        "By Idony Marlowe-Pask, in Ambry",
        "From Example Wire and our own staff",
        "(Reporting by A. Person; editing by B. Person)",
        "Follow A Reporter on Twitter @areporter.",
        "Getty/Instagram.",
        "Photograph: Ann Person for the Post",
    ],
)
def test_lines_of_furniture_are_found_whole(line: str) -> None:
    """A line that is no part of the report is marked from its first character to its last."""
    assert furniture(f"{line}\n\n{BODY}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Updated figures showed that 12 people had died.",
        "Share prices fell after the statement.",
        "By Monday the minister had changed his mind",
        "Follow the money, he said.",
        "He told AFP that it was over.",
        "The report was first published by Reuters",
        "A source told Bloomberg.",
        "That was a point for Michael R. Bloomberg",
        "The picture: a man with a dog.",
        "NATO - an alliance, he said, of confrontation",
        "Live music was played, and they said: follow the band.",
        "“We share this,” he said.",
        "No — he said that he would not.",
    ],
)
def test_sentences_are_no_furniture(line: str) -> None:
    """A sentence that has a word of furniture in it is left alone."""
    found = furniture(f"{BODY}\n\n{line}\n\n{BODY}")
    assert found in ([], ["NATO -"])  # a country's or an alliance's capitals look like a town's


@pytest.mark.parametrize(
    "dateline",
    [
        "PELMARY, Feb 2 (Example Wire) -",
        "WASHINGTON (AP) —",
        "LOW ANSEL, Calmora —",
        "NASHUA, N.H. —",
        "Cleveland (AFP) –",
    ],
)
def test_a_dateline_is_found_before_its_sentence(dateline: str) -> None:
    """A dateline ends with its dash; the sentence behind it is the report."""
    assert furniture(f"{dateline} {BODY}") == [dateline]


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("The gates on Monday. He said they were shut. AFP", "The gates on Monday. He said they were shut."),
        ("He said it was 'not peaceful'. Getty Images/AFP", "He said it was 'not peaceful'."),
        ("A woman (L) at the dam. (AP Photo/Ann Person)", "A woman (L) at the dam."),
        ("The dam at dawn. Photograph: Ann Person/Post", "The dam at dawn."),
    ],
)
def test_a_line_with_a_credit_is_a_caption(line: str, caption: str) -> None:
    """A caption is known by its credit, which is furniture, and is itself none."""
    text = f"{BODY}\n\n {line}\n\n{BODY}"
    assert captions(text) == [caption]
    assert furniture(text) == [line.removeprefix(caption).strip()]


def test_an_agencys_name_at_the_end_signs_the_article() -> None:
    """The last paragraph is no caption for being signed."""
    text = f"{BODY}\n\n{BODY} Reuters"
    assert captions(text) == []
    assert furniture(text) == ["Reuters"]


LINES = st.sampled_from(
    [
        BODY,
        "AP",
        "A dam. AFP",
        "WASHINGTON (AP) — He said.",
        "Updated: 3 May, 7:14",
        "",
        " ",
        "By A Person",
        "SHARE",
    ]
)


@given(st.lists(LINES | st.text(max_size=60), max_size=9).map("\n".join))
def test_marks_lie_in_the_text_and_apart(text: str) -> None:
    """Every span has words in it, stays inside the text and overlaps no other."""
    found = marks(text)
    spans = sorted([*found.furniture, *found.captions])
    assert all(span.end <= len(text) and span.of(text) == span.of(text).strip() for span in spans)
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda t: Span(t[0], t[0] + t[1])))


@given(SPANS, SPANS)
def test_merging_and_cutting_keep_the_characters(spans: list[Span], holes: list[Span]) -> None:
    """Merged spans cover what they covered; what is cut out of them is exactly the holes."""
    assert covered(merged(spans)) == covered(spans)
    assert covered(without("x" * 60, spans, merged(holes))) == covered(spans) - covered(holes)


@pytest.mark.parametrize(
    "unit", ["share|", "By A ", "(Photo by ", "Aa (", "AA ", "a. AFP/", "- ", "\r", " \t"]
)
def test_long_lines_are_searched_quickly(unit: str) -> None:
    """No line makes a rule search for ever; the time limit of the test run is the measure."""
    marks(unit * 100_000)
