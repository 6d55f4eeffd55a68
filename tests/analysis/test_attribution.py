"""From an article to its attributions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.analysis.attribution import Calibration, attributions
from onrecord.models.encoder import Encoder
from onrecord.terms.article import Article
from onrecord.terms.span import Span, words_of
from onrecord.terms.statement import Attribution


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    """The model of this installation, on one thread."""
    return Encoder.open(threads=1)


def _found(text: str, encoder: Encoder, furniture: tuple[Span, ...] = ()) -> tuple[Attribution, ...]:
    return attributions(Article("a", text, furniture=furniture), encoder)


def _words(text: str, attribution: Attribution) -> tuple[str, str, str]:
    return (
        words_of(text, attribution.source),
        words_of(text, attribution.cue),
        words_of(text, attribution.content),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"We will not sell the port," Harbour Minister Ana Berl said on Friday.',
            ("Harbour Minister Ana Berl", "said", '"We will not sell the port,"'),
        ),
        (
            "Berl said that the port would not be sold.",
            ("Berl", "said", "that the port would not be sold"),
        ),
        (
            "According to the ministry, the port will not be sold.",
            ("the ministry", "According to", "the port will not be sold"),
        ),
        (
            "“It is ours,” said Berl. “It stays ours.”",
            ("Berl", "said", "“It is ours,” … “It stays ours.”"),
        ),
    ],
)
def test_the_forms_of_attribution(text: str, expected: tuple[str, str, str], encoder: Encoder) -> None:
    """Direct, indirect, fronted and split attributions are found with all three spans."""
    assert expected in [_words(text, a) for a in _found(text, encoder)]


@pytest.mark.parametrize(
    "text",
    [
        'The "iron lady" of the harbour walked to work.',
        "Two people were hurt when a crane fell on Tuesday.",
        "The ferry sails at noon and at six.",
    ],
)
def test_nicknames_and_mere_deeds_are_no_statements(text: str, encoder: Encoder) -> None:
    """Scare quotes, nicknames and what somebody merely did are not attributed."""
    assert _found(text, encoder) == ()


def test_furniture_is_never_a_statement(encoder: Encoder) -> None:
    """What stands in the article's furniture is attributed to nobody."""
    text = "Berl said that the port would not be sold."
    assert _found(text, encoder, (Span(0, len(text)),)) == ()


PIECES = st.sampled_from([*"“”\"'‘’ abc.,\n", " said", " She", " that "])


@settings(max_examples=30, deadline=None)
@given(text=st.lists(PIECES, max_size=80).map("".join))
def test_spans_are_ordered_inside_the_text_and_cut_no_word(encoder: Encoder, text: str) -> None:
    """Whatever the text, every piece lies within it, in order, on the edges of words."""
    for attribution in _found(text, encoder):
        for role in (attribution.source, attribution.cue, attribution.content):
            assert list(role) == sorted(role)
            for span in role:
                assert span.end <= len(text)
                inside = text[span.start - 1 : span.start + 1] if span.start else " "
                assert not inside.isalnum() or len(inside) == 1
        assert 0 <= attribution.confidence <= 1


def test_confidence_grows_with_the_cue() -> None:
    """With a positive weight, a likelier cue gives a higher confidence."""
    calibration = Calibration(0.5, (0.0, 1.0, 0.0, 0.0))
    assert calibration.confidence((3.0, 0.0, 0.0)) > calibration.confidence((1.0, 0.0, 0.0))
