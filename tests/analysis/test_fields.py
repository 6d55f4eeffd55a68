"""Every field of every statement, whatever the text and the spans."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from marked import marked

from onrecord.analysis.fields import statements
from onrecord.terms.article import Article
from onrecord.terms.span import Span
from onrecord.terms.statement import Attribution

WORDS = st.sampled_from(
    [
        "Jo",
        "Doe",
        "Mr",
        "Ms",
        "said",
        "told",
        "he",
        "she",
        "who",
        "it",
        "they",
        '"No,"',
        "“",
        "”",
        "'",
        ".",
        ",",
        "\n",
        "the",
        "minister",
        "spokesman",
        "of",
        "Arlen",
        "on",
        "Monday",
        "last",
        "week",
        "in",
        "an",
        "interview",
        "with",
        "France",
        "has",
        "not",
        "denied",
        "asked",
        "Q:",
        "A:",
        "U.S.",
        "Sen.",
        "(R-Tex)",
        "2019",
        "May",
        "'s",
        "’",
        "–",
        "again",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join))


@st.composite
def articles(draw: st.DrawFn) -> tuple[Article, list[Attribution]]:
    """Any text with any spans in it."""
    text = draw(TEXTS) + "."
    place = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 40)).map(
        lambda p: Span(p[0], min(len(text), p[0] + p[1]))
    )
    roles = st.lists(place, max_size=2).map(lambda spans: tuple(sorted(set(spans))))
    content = st.lists(place, min_size=1, max_size=3).map(lambda spans: tuple(sorted(set(spans))))
    found = draw(st.lists(st.builds(Attribution, roles, roles, content), max_size=6))
    published = draw(st.none() | st.just(datetime(2026, 2, 12, tzinfo=UTC)))
    return Article(
        "any", text, title=draw(st.none() | TEXTS), outlet="The Arlen Post", published=published
    ), found


@given(articles())
def test_any_text_and_spans_give_statements(given_article: tuple[Article, list[Attribution]]) -> None:
    """Nothing raises; there is one statement an attribution, with its spans; twice the same is the same."""
    article, attributions = given_article
    found = statements(article, attributions)
    assert [(s.source, s.cue, s.content) for s in found] == [
        (a.source, a.cue, a.content) for a in attributions
    ]
    assert statements(article, attributions) == found


@given(articles())
def test_decisions_are_named_and_bounded(given_article: tuple[Article, list[Attribution]]) -> None:
    """Every derived field says which rule decided it and how sure it is."""
    for statement in statements(*given_article):
        fields = {decision.field for decision in statement.decisions}
        assert fields >= {"form", "act", "mode", "speaker", "status", "hedged", "negated"}
        assert all(decision.by and 0 < decision.confidence <= 1 for decision in statement.decisions)
        assert all(target.name != statement.speaker.name for target in statement.targets)


def test_ids_depend_on_words_and_spans_alone() -> None:
    """The order in which statements are found does not change what they are called."""
    article, attributions = marked("[1:Jo Doe] <1:said> {1:it rained}. [2:He] <2:said> {2:it poured}.")
    there = {s.id for s in statements(article, attributions)}
    back = {s.id for s in statements(article, attributions[::-1])}
    assert there == back
    assert len(there) == 2


def test_form_follows_the_marks() -> None:
    """All, some or none of the content stands in quotation marks."""
    text = "{1:“It rained,”} [1:Jo Doe] <1:said>. [2:He] <2:said> {2:it “poured”}. [3:He] <3:said> {3:so}."
    assert [s.form for s in statements(*marked(text))] == ["direct", "mixed", "indirect"]


def test_interview_turns_are_direct() -> None:
    """The layout of an interview quotes without marks."""
    turns = ("[1:Q]<1::> {1:Why?}", "[2:A]<2::> {2:So.}", "[3:Q]<3::> {3:When?}", "[4:A]<4::> {4:Now.}")
    text = "\n\n".join(("Anna Rask spoke.", *turns))
    assert [s.form for s in statements(*marked(text))] == ["direct"] * 4


def test_the_whole_of_a_statement() -> None:
    """One plain report, read as the guide would have it."""
    text = (
        "Arlen spokesman Bram Tesk came. [1:Mr Tesk] <1:told> Radio Tarrow on Tuesday {1:that Rask lied}, "
        "and then <2:denied> {2:the charge}. “{3:I went home},” [3:he] <3:added>."
    )
    one, two, three = statements(*marked(text))
    assert (one.act, one.speaker.name, one.speaker.role, str(one.said)) == (
        "accuse",
        "Bram Tesk",
        "Arlen spokesman",
        "2026-02-10",
    )
    assert (two.act, two.speaker.name) == ("deny", "Bram Tesk")
    assert (three.status, three.speaker.name, str(three.said)) == ("continues", "Bram Tesk", "2026-02-10")
