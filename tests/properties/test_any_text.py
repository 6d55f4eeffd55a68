"""Whatever the text is, the road is walked to its end and the statements point into the text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import onrecord

MARKS = [
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "``",
    "''",
    "—",
    ".",
    ", ",
    "\n\n",
    "\n",
    "\r\n",
    " ",
    "\t",
]
WORDS = [
    " said ",
    " told reporters that ",
    "Joren Maddrick",
    "he",
    "the ministry",
    "No gate was opened,",
    "on Monday",
]
WORDS += ["according to", "did not respond", "Q: ", "A: ", "(Reuters)", "Updated: ", "1974"]
SIGNS = ["\u200b", "\u0301", "🌊", "٣", "é"]
PIECES = st.sampled_from([*MARKS, *WORDS, *SIGNS])
TEXTS = st.one_of(st.text(min_size=1, max_size=400), st.lists(PIECES, min_size=1, max_size=80).map("".join))


@pytest.mark.slow
@pytest.mark.timeout(600)
@given(text=TEXTS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    """No text breaks the road; it is kept character for character; ids are distinct; spans are in order."""
    try:
        found = onrecord.extract(text, published="2026-02-03")
    except onrecord.OnrecordError:
        return
    assert found.article.text == text
    assert len({statement.id for statement in found}) == len(found)
    for statement in found:
        assert statement.content
        for spans in (statement.source, statement.cue, statement.content):
            assert list(spans) == sorted(spans)
            assert all(span.end <= len(text) for span in spans)
        assert {statement.inside, *statement.about} - {None} <= {each.id for each in found}


@pytest.mark.slow
@pytest.mark.timeout(600)
@given(text=TEXTS)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_same_text_gives_the_same_statements(text: str) -> None:
    """To read is deterministic: the same statements, to the last field."""
    try:
        assert onrecord.extract(text).statements == onrecord.extract(text).statements
    except onrecord.OnrecordError:
        return
