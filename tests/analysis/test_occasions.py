"""When, where and to whom, and how they carry over."""

from marked import marked

from onrecord.analysis.fields import statements
from onrecord.terms.statement import Statement


def read(text: str, **facts: str) -> tuple[Statement, ...]:
    article, attributions = marked(text, **facts)
    return statements(article, attributions)


def test_day_venue_and_audience_come_from_the_sentence_of_the_cue() -> None:
    """The words around the cue give the occasion."""
    (one,) = read(
        "[Anna Rask] <told> the Harbour Board on Tuesday, in an interview with Radio Arlen, {that it rained}."
    )
    assert (str(one.said), one.venue) == ("2026-02-10", "in an interview with Radio Arlen")
    assert one.audience is not None
    assert one.audience.name == "Harbour Board"


def test_what_is_attributed_dates_nothing() -> None:
    """A day inside the content is the content's."""
    (one,) = read("[Anna Rask] <said> {it rained on Tuesday}.")
    assert one.said is None


def test_the_same_speaker_carries_the_occasion_on() -> None:
    """The second quotation was made where the first was; the decision says so."""
    _, two = read(
        "[1:Anna Rask] <1:said> in a speech on Tuesday {1:it rained}.\n\n“{2:A lot},” [2:she] <2:said>."
    )
    assert (str(two.said), two.venue) == ("2026-02-10", "in a speech")
    assert "carried over from the same speaker" in {d.by for d in two.decisions}


def test_another_time_takes_nothing_over() -> None:
    """“Has long said” is no part of Tuesday's speech."""
    _, two = read(
        "[1:Anna Rask] <1:said> in a speech on Tuesday {1:it rained}. [2:She] <2:has long said> {2:so}."
    )
    assert (two.said, two.venue) == (None, None)


def test_the_headline_is_dated_by_the_body() -> None:
    """What the lead tells first happened when the body says."""
    one, _ = read("[1:Anna Rask] <1:denies> {1:it}\n\n[2:Anna Rask, a clerk,] <2:denied> {2:it} on Monday.")
    assert str(one.said) == "2026-02-09"


def test_whoever_is_told_is_the_audience() -> None:
    """Bodies, crowds with where they stand, and outlets that no table knows."""
    for words, name in (
        ("told the Harbour Board", "Harbour Board"),
        ("told a crowd in Tarrow", "crowd in Tarrow"),
        ("told Morning Call", "Morning Call"),
    ):
        (one,) = read(f"[Anna Rask] <told>{words.removeprefix('told')} {{that it rained}}.")
        assert one.audience is not None
        assert one.audience.name == name


def test_a_choice_says_rule_evidence_and_confidence() -> None:
    """The day's decision leads back to the words for it."""
    (one,) = read("[Anna Rask] <said> on Tuesday {that it rained}.")
    (decision,) = [d for d in one.decisions if d.field == "said"]
    assert decision.by == "the sentence of the cue"
    assert 0 < decision.confidence <= 1
    assert [(s.start, s.end) for s in decision.evidence] == [(18, 25)]


def test_a_fresh_report_is_of_its_day() -> None:
    """In a report of the same day everything undated is that day's; in a late one it is not."""
    text = "The council <1:voted> on {d} {1:to close the bridge}.\n\n“{2:A pity},” [2:Anna Rask] <2:said>."
    assert str(read(text.replace("{d}", "Thursday"))[1].said) == "2026-02-12"
    assert read(text.replace("{d}", "Monday"))[1].said is None


def test_whoever_answers_was_asked() -> None:
    """A question put by nobody named is put to who speaks next."""
    one, _ = read("<1:Asked> {1:whether it rained}, [2:Anna Rask] <2:said> {2:“No”}.")
    assert one.audience is not None
    assert one.audience.name == "Anna Rask"
