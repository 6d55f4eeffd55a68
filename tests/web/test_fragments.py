from urllib.parse import quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.terms.span import Span
from onrecord.web.fragments import to_words

PAGE = "https://news.example/a"
LONG = "one two three four five six seven eight nine ten eleven"


def directive(text: str, words: str) -> str:
    """What the link asks for when these words of the text are a statement's."""
    start = text.index(words)
    return to_words(PAGE, text, (Span(start, start + len(words)),)).removeprefix(f"{PAGE}#:~:text=")


@pytest.mark.parametrize(
    ("text", "words", "asked"),
    [
        ("No gate of ours was opened.", "No gate of ours", "No%20gate%20of%20ours"),
        ("He said: “No, no gate was.”", "“No, no gate was.”", "No%2C%20no%20gate%20was"),
        ("a well-known man & a lie", "a well-known man & a", "a%20well%2Dknown%20man%20%26%20a"),
        ("\n\n“No,” said Maddrick.\n\n", "“No,”", "%E2%80%9C-,No,-%2C%E2%80%9D%20said"),
        (LONG, LONG, "one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven"),
        ("first line\n\nlast line.", "first line\n\nlast line.", "first%20line,last%20line"),
        ("قال: لن يغلق السد اليوم", "لن يغلق السد اليوم", quote("لن يغلق السد اليوم")),
    ],
)  # fmt: skip
def test_words_are_asked_for_as_browsers_take_them(text: str, words: str, asked: str) -> None:
    """Whole words, their ends bare; signs that mean something encoded; long ones by their two ends."""
    assert directive(text, words) == asked


def test_each_piece_is_asked_for() -> None:
    """A statement in pieces lights up all of them, four at most."""
    text = "alpha beta gamma delta, he said, epsilon zeta eta theta"
    address = to_words(PAGE, text, (Span(0, 22), Span(33, 55)))
    assert address == f"{PAGE}#:~:text=alpha%20beta%20gamma%20delta&text=epsilon%20zeta%20eta%20theta"
    many = to_words(PAGE, text, (Span(0, 22),) * 9)
    assert many.count("text=") == 4


def test_a_place_in_the_page_is_kept() -> None:
    """An address with a fragment of its own keeps it; another text directive makes room."""
    text = "No gate was opened"
    spans = (Span(0, len(text)),)
    asked = ":~:text=No%20gate%20was%20opened"
    assert to_words(f"{PAGE}#top", text, spans) == f"{PAGE}#top{asked}"
    assert to_words(f"{PAGE}#top:~:text=other", text, spans) == f"{PAGE}#top{asked}"


def test_signs_alone_ask_for_nothing() -> None:
    """Where there is no word to be found the address stays as it is."""
    assert to_words(PAGE, "“…”", (Span(0, 3),)) == PAGE
    assert to_words(PAGE, "", ()) == PAGE


@given(st.text(min_size=1), st.data())
def test_whatever_the_text_only_its_words_are_asked_for(text: str, data: st.DataObject) -> None:
    """Each part of a directive, decoded, stands in the text, white space apart; none says anything else."""
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    whole = text.encode("utf-8", "replace").decode()
    asked = to_words(PAGE, whole, (span,)).removeprefix(PAGE).removeprefix("#:~:text=")
    spaced = " ".join(whole.split())
    for part in asked.split(",") if asked else ():
        words = part.removesuffix("-").removeprefix("-")
        assert not set(words) & {"-", ",", "&", " "}
        assert unquote(words) in spaced
