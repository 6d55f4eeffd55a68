"""What a statement is like, as far as it bears on its occasion."""

from marked import marked

from onrecord.analysis.acts import Deed
from onrecord.analysis.circumstances import circumstances, tense_of
from onrecord.analysis.scene import scene_of
from onrecord.analysis.surroundings import Surroundings
from onrecord.terms.statement import Actor

RASK, TESK = Actor("Anna Rask", "person"), Actor("Bram Tesk", "person")


def test_how_much_of_a_report_is_the_speakers() -> None:
    """Whoever says most of it, and whoever is in the headline, is told from who speaks once."""
    article, attributions = marked(
        "Anna Rask speaks\n\n[1:She] <1:said> {1:so}. [2:She] <2:said> {2:no}. "
        "[3:Bram Tesk] <3:has said> {3:yes}."
    )
    deed = Deed("say", "speech", "cue", 0.9)
    around = Surroundings(scene_of(article), attributions, [None] * 3)
    most, _, once = circumstances(around, [RASK, RASK, TESK], [deed] * 3)
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


def test_what_its_sentence_tells_of_an_occasion_is_part_of_what_it_is_like() -> None:
    """A day, a venue and somebody told in the writer's own words, not those in the words attributed."""
    article, attributions = marked(
        "[1:Anna Rask], <1:told> reporters at a rally on Tuesday {1:that it was so}.\n\n"
        "[2:Rask, who] <2:said> {2:that it was agreed on Monday}.",
        published="2026-02-12T12:00:00",
    )
    deed = Deed("say", "speech", "cue", 0.9)
    around = Surroundings(scene_of(article), attributions, [None] * 2)
    told, untold = circumstances(around, [RASK, RASK], [deed] * 2)
    assert {"a day told", "event told", "told somebody", "introduced"} <= told
    assert "by a relative" in untold
    assert not {"a day told", "introduced"} & untold
