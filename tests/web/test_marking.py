from html.parser import HTMLParser
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from onrecord.terms.article import Article
from onrecord.terms.span import Span
from onrecord.terms.statement import UNKNOWN, Statement
from onrecord.web.marking import (
    Mark,
    MarkKind,
    Reference,
    marks_of,
    paragraphs,
    rendered,
    shared_out,
)

KINDS: tuple[MarkKind, ...] = ("furniture", "caption", "content", "source", "cue")

texts = st.text(
    st.one_of(st.sampled_from("ab<>&\"'“” \n\t\r[]é"), st.characters(exclude_categories=["Cs"])), max_size=80
)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """A text with any marks on it, overlapping and nested in any way."""
    text = draw(texts.filter(len))
    marks = []
    for number in range(draw(st.integers(0, 12))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        reference = Reference(f"id{number}", 'a "label" <b>') if draw(st.booleans()) else None
        marks.append(Mark(Span(start, end), draw(st.sampled_from(KINDS)), number, reference))
    return text, marks


@given(marked_texts())
def test_any_marks_leave_exactly_the_text(marked: tuple[str, list[Mark]]) -> None:
    """Without its tags the marked text is the text, whatever the marks; and its elements nest."""
    text, marks = marked
    html = rendered(text, Span(0, len(text)), marks)
    assert _read(html)[0] == text


@given(marked_texts())
def test_every_mark_covers_exactly_its_words(marked: tuple[str, list[Mark]]) -> None:
    """Each character stands inside just those kinds of elements whose marks cover it."""
    text, marks = marked
    _, kinds = _read(rendered(text, Span(0, len(text)), marks))
    for place, found in enumerate(kinds):
        expected = sorted(m.kind for m in marks if m.span.start <= place < m.span.end)
        assert sorted(found) == expected


@given(marked_texts())
def test_every_mark_begins_and_ends_once(marked: tuple[str, list[Mark]]) -> None:
    """However often a mark is cut, one piece carries its beginning, one its end, one its number."""
    text, marks = marked
    html = str(rendered(text, Span(0, len(text)), marks))
    assert html.count(" begins") == html.count(" ends") == len(marks)
    assert html.count('<a class="ref"') == sum(mark.reference is not None for mark in marks)


@given(marked_texts())
def test_paragraphs_share_out_what_touches_them(marked: tuple[str, list[Mark]]) -> None:
    """A paragraph drawn with its share of the marks looks as it does with all of them."""
    text, marks = marked
    windows = paragraphs(text)
    for window, share in zip(windows, shared_out(marks, windows), strict=True):
        assert rendered(text, window.span, share) == rendered(text, window.span, marks)


@given(texts)
def test_paragraphs_leave_out_white_space_alone(text: str) -> None:
    """Whatever stands outside the paragraphs is white space, and they stand in order."""
    place = 0
    for paragraph in paragraphs(text):
        assert paragraph.span.start >= place
        assert not text[place : paragraph.span.start].strip()
        assert paragraph.span.of(text).strip()
        place = paragraph.span.end
    assert not text[place:].strip()


def test_lines_that_fill_a_column_are_told_from_lines_that_mean_something() -> None:
    """Mail-like lines flow together; a list of short lines keeps its lines."""
    filled = "\n".join(["a line that was broken because the column was full"] * 3 + ["the end"])
    short = "Press office\nOstrel\n3 February"
    assert [one.filled for one in paragraphs(f"{filled}\n\n{short}\n\none line")] == [True, False, False]


def test_overlapping_marks_are_cut_where_they_cross() -> None:
    """The later mark is closed with the earlier one and opened again; only its true ends are marked so."""
    marks = [Mark(Span(0, 4), "content", 1), Mark(Span(2, 6), "source", 2)]
    assert rendered("abcdef", Span(0, 6), marks) == (
        '<mark class="content begins ends" data-s="1">ab<span class="source begins" data-s="2">cd</span>'
        '</mark><span class="source ends" data-s="2">ef</span>'
    )


def test_a_number_stands_before_the_first_words_only() -> None:
    """A statement in two pieces has one number; white space at an edge is not marked."""
    article = Article(id="a", text='"A," she said. "B"')
    statement = _statement(content=(Span(0, 4), Span(14, 18)), source=(Span(5, 8),), cue=(Span(8, 13),))
    marks = marks_of(article, (statement,), labels=("Statement 1",))
    assert [m.kind for m in marks if m.reference] == ["content"]
    assert [m.span.of(article.text) for m in marks] == ['"A,"', "she", "said", '"B"']


def test_a_statement_without_content_has_its_number_at_its_source() -> None:
    """Nothing that is in the margin lacks its place in the text."""
    article = Article(id="a", text="He would not say.")
    statement = _statement(content=(), source=(Span(0, 2),), cue=(Span(3, 16),))
    marks = marks_of(article, (statement,), labels=("Statement 1",))
    assert [m.kind for m in marks if m.reference] == ["source"]


def test_spans_beyond_the_text_mark_nothing() -> None:
    """A span that no longer fits its text does no harm."""
    article = Article(id="a", text="Short.")
    assert marks_of(article, (_statement(content=(Span(90, 99),), source=(), cue=()),)) == ()


def _statement(**spans: Any) -> Statement:  # noqa: ANN401 (spans of any role)
    return Statement(id="0" * 16, form="direct", mode="speech", act="say", speaker=UNKNOWN, **spans)


class _Nested(HTMLParser):
    """Some HTML: its words, and for each character the kinds of the elements that it stands in."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""
        self.kinds: list[list[str]] = []
        self._open: list[tuple[str, str]] = []
        self.feed(html)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append((tag, (dict(attrs)["class"] or "").split()[0]))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.words += data
        self.kinds += [[kind for _, kind in self._open] for _ in data]


def _read(html: str) -> tuple[str, list[list[str]]]:
    nested = _Nested(str(html))  # Markup would escape what it is cut into
    return nested.words, nested.kinds
