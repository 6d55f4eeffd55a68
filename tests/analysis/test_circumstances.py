"""What a statement is like, as far as it bears on its occasion."""

from marked import marked

from onrecord.analysis.acts import Deed
from onrecord.analysis.circumstances import circumstances, tense_of
from onrecord.analysis.scene import scene_of
from onrecord.terms.statement import Actor

RASK, TESK = Actor("Anna Rask", "person"), Actor("Bram Tesk", "person")


def test_how_much_of_a_report_is_the_speakers() -> None:
    """Whoever says most of it, and whoever is in the headline, is told from who speaks once."""
    article, attributions = marked(
        "Anna Rask speaks\n\n[1:She] <1:said> {1:so}. [2:She] <2:said> {2:no}. "
        "[3:Bram Tesk] <3:has said> {3:yes}."
    )
    deed = Deed("say", "speech", "cue", 0.9)
    most, _, once = circumstances(scene_of(article), attributions, [RASK, RASK, TESK], [None] * 3, [deed] * 3)
    assert {"speaks most", "headed", "plainly said", "by a pronoun"} <= most
    assert {"speaks once", "perfect"} <= once
    assert "headed" not in once


def test_the_tense_is_the_cues() -> None:
    """By the form of the verb."""
    assert [tense_of(cue) for cue in ("said", "has said", "says", "according to", "")] == [
        "past",
        "perfect",
        "present",
        "according to",
        "bare",
    ]
