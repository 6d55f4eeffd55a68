"""Whatever is cut out of an article is found again; of a word that is changed, just this word is told."""

import re
from collections.abc import Iterator

import pytest
import records
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import checking
from onrecord.errors import QueryError
from onrecord.languages.marks import DOUBLE
from onrecord.linking.wording import words_in
from onrecord.record.collection import Record
from onrecord.record.opening import open_record

PARAGRAPHS = [
    (article.id, paragraph)
    for article, _ in records.newsroom()
    for paragraph in article.text.splitlines()
    if len(words_in(paragraph)) > 12
]
OTHER = "zyxwvutsr"
"""A word that no article has."""

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
PATIENT = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """The annotated newsroom."""
    path = records.write(tmp_path_factory.mktemp("checked") / "newsroom.db", records.newsroom())
    with open_record(path) as opened:
        yield opened


@st.composite
def cuts(draw: st.DrawFn, least: int = 1) -> tuple[str, list[str]]:
    """An article, and words that stand in a row in it, each with the signs after it."""
    article, paragraph = draw(st.sampled_from(PARAGRAPHS))
    starts = [word.span.start for word in words_in(paragraph)]
    first = draw(st.integers(0, len(starts) - least))
    last = draw(st.integers(first + least, min(len(starts), first + 40)))
    ends = [*starts[first + 1 : last], words_in(paragraph)[last - 1].span.end]
    pieces = [paragraph[start:end] for start, end in zip(starts[first:last], ends, strict=True)]
    return article, [re.sub("[" + "".join(DOUBLE) + "]", "", piece) for piece in pieces]


@PATIENT
@given(cut=cuts())
def test_what_is_cut_out_of_an_article_is_found_as_it_is(record: Record, cut: tuple[str, list[str]]) -> None:
    """Any run of words of any article, with other marks around it, is found in that article."""
    article, pieces = cut
    quotation = "".join(pieces)
    [finding] = checking.check(record, f"“{quotation}”").findings
    assert finding.state == "as_is"
    shown = {place.passage.article for place in finding.places}
    assert article in shown or finding.articles > len(shown)
    for place in finding.places:
        assert [word.key for word in words_in(place.words) if not word.gap] == [
            word.key for word in words_in(quotation) if not word.gap
        ]


@PATIENT
@given(cut=cuts(least=9), data=st.data())
def test_a_word_that_is_changed_is_the_one_that_is_marked(
    record: Record, cut: tuple[str, list[str]], data: st.DataObject
) -> None:
    """A quotation in which one word is another is altered by this word in place of that one, no other."""
    _, pieces = cut
    at = data.draw(st.integers(1, len(pieces) - 2))
    [was, *others] = words_in(pieces[at]) or [None]
    if was is None or was.gap or others:
        return
    original = was.span.of(pieces[at])
    changed = [*pieces[:at], pieces[at].replace(original, OTHER, 1), *pieces[at + 1 :]]
    [finding] = checking.check(record, f"“{''.join(changed)}”").findings
    assert finding.state == "altered"
    same = {"same", "brackets", "ellipsis"}
    different = [piece for piece in finding.places[0].pieces if piece.kind not in same]
    [told] = different
    assert (told.kind, [word.key for word in words_in(told.draft)]) == ("replaced", [OTHER])
    assert [word.key for word in words_in(told.record)] == [was.key]


SIGNS = [*"“”\"'‘’«»„`[]…. \n", "No gate was opened", "לא", "🌊", "e\u0301", "\0"]
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(SIGNS), max_size=60).map("".join))


@PATIENT
@given(text=TEXTS)
def test_any_text_can_be_checked(record: Record, text: str) -> None:
    """Whatever the marks, the script and the signs: findings stand in the draft, in order, apart."""
    try:
        checked = checking.check(record, text)
    except QueryError:
        return
    at = 0
    for finding in checked.findings:
        assert at <= finding.span.start < finding.span.end <= len(checked.text)
        assert finding.span.of(checked.text) == finding.words
        at = finding.span.end
