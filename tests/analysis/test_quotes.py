"""Quotation marks of every kind, and stray ones that cost nobody else anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.quotes import quoted

MARKS = "\"“”‘’'«»„‚`‹›″ "


def quotations(text: str) -> list[str]:
    return [span.of(text) for span in quoted(text).spans]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ('"', '"'),
        ("“", "”"),
        ("‘", "’"),
        ("'", "'"),
        ("«", "»"),
        ("»", "«"),
        ("„", "“"),
        ("„", "”"),
        ("‚", "‘"),
        ("‹", "›"),
        ("``", "''"),
        ("''", "''"),
        ("”", "”"),
    ],
)
def test_every_pair_of_marks_is_a_quotation(opening: str, closing: str) -> None:
    """A quotation in any pair of marks is found whole, its marks included."""
    text = f"She said {opening}we won’t go{closing} and left."
    assert quotations(text) == [f"{opening}we won’t go{closing}"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers’ claims and the envoy's doubts were the farmers’ too.",
        "It was rock 'n' roll in the ’90s, wasn't it?",
        "The gate is 6'2\" high.",
        'A stray " mark',
    ],
)
def test_apostrophes_and_stray_marks_quote_nothing(text: str) -> None:
    """Possessives, contractions, feet and inches and lone marks are no quotations."""
    assert quotations(text) == []


def test_a_stray_mark_costs_its_own_paragraph_at_most() -> None:
    """A mark that is never closed leaves the next paragraph's quotation alone."""
    assert quotations('He paid 5" for it.\n\n"I know," she said.') == ['"I know,"']


def test_a_quotation_over_paragraphs_is_quoted_to_each_paragraphs_end() -> None:
    """Each paragraph opens anew, only the last one closes."""
    text = '"One.\n\n"Two.\n\n"Three," he said.'
    assert quotations(text) == ['"One.', '"Two.', '"Three,"']


def test_a_quotation_within_a_quotation_is_part_of_it() -> None:
    """Marks within marks do not end the outer quotation."""
    text = "“He told me ‘never’ twice,” she said. ‘She said “now” to us,’ he said."
    assert quotations(text) == ["“He told me ‘never’ twice,”", "‘She said “now” to us,’"]


@given(st.text(alphabet=st.sampled_from(MARKS + "ab s.,\n"), max_size=80))
def test_any_run_of_marks_gives_spans_in_order_within_paragraphs(text: str) -> None:
    """Quotations never overlap, never cross a line, and the mask says the same as the spans."""
    found = quoted(text)
    for before, after in zip(found.spans, found.spans[1:], strict=False):
        assert before.end <= after.start
    assert all("\n" not in span.of(text) for span in found.spans)
    assert sum(found.mask) == sum(span.end - span.start for span in found.spans)


@given(st.text(alphabet=st.sampled_from(MARKS + "ab s.,"), max_size=40))
def test_a_paragraph_does_not_change_what_a_later_one_quotes(stray: str) -> None:
    """Whatever stands in one paragraph, another one's quotation is found."""
    text = f"{stray}\n\nShe said “no” to it."
    assert quotations(text)[-1] == "“no”"
