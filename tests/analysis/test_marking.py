"""Hedges, negations and the words that mark a repetition."""

import pytest

from onrecord.analysis.marking import marking_of


@pytest.mark.parametrize(
    "cue", ["appeared to accept", "reportedly", "is understood to have said", "seems to believe"]
)
def test_the_writer_hedges(cue: str) -> None:
    """Words that put the attribution itself in doubt."""
    assert marking_of(cue, same_speaker=False).hedged


@pytest.mark.parametrize("cue", ["did not respond to", "never questioned", "could argue", "didn’t say"])
def test_what_was_not_said_is_negated(cue: str) -> None:
    """Silence, a no in the cue and words nobody has uttered."""
    assert marking_of(cue, same_speaker=False).negated


@pytest.mark.parametrize("cue", ["declined to say", "refused to endorse", "said", "had no comment"])
def test_a_refusal_is_a_statement(cue: str) -> None:
    """Declining is something that was said."""
    assert not marking_of(cue, same_speaker=False).negated


@pytest.mark.parametrize(
    ("cue", "status"),
    [
        ("reiterated", "repeats"),
        ("stood by", "repeats"),
        ("said again", "repeats"),
        ("before backtracking", "retracts"),
        ("appeared to row back", "retracts"),
        ("took that back", "retracts"),
        ("was made to withdraw", "retracts"),
        ("hurried to correct herself", "retracts"),
        ("said", "new"),
    ],
)
def test_the_cue_marks_the_status(cue: str, status: str) -> None:
    """The text's own words say how a statement stands to those before."""
    assert marking_of(cue, same_speaker=False).status == status


def test_only_the_same_speaker_carries_on() -> None:
    """“Added” after somebody else begins anew."""
    assert marking_of("added", same_speaker=True).status == "continues"
    assert marking_of("added", same_speaker=False).status == "new"


@pytest.mark.parametrize(
    ("content", "status"),
    [
        ("to the sale before backtracking", "retracts"),
        ("that the gate was shut, only to row back", "retracts"),
        ("that he would withdraw before the vote", "new"),
        ("that backtracking was a sin", "new"),
    ],
)
def test_what_is_told_to_follow_takes_back(content: str, status: str) -> None:
    """A content that ends in the speaker's going back on it is taken back."""
    assert marking_of("agreed", content, same_speaker=False).status == status
