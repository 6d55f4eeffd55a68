"""What the choices for the statements right before tell."""

from marked import marked

from onrecord.analysis.acts import Deed
from onrecord.analysis.choosing import Choice, Option
from onrecord.analysis.precedents import precedents
from onrecord.analysis.scene import scene_of
from onrecord.analysis.standing import Occasion, Standing
from onrecord.analysis.surroundings import Surroundings
from onrecord.terms.statement import Actor, Said

RASK, TESK = Actor("Anna Rask", "person"), Actor("Bram Tesk", "person")


def standing() -> Standing:
    """Three statements, of which the first is of a day and the second of none."""
    article, attributions = marked(
        "[1:Anna Rask] <1:said> on Tuesday {1:so}. [2:Bram Tesk] <2:said> {2:no}. [3:She] <3:added> {3:yes}."
    )
    read = Standing(
        Surroundings(scene_of(article), attributions, [None] * 3),
        [RASK, TESK, RASK],
        [Deed("say", "speech", "cue", 0.9)] * 3,
        [frozenset[str]()] * 3,
        [Occasion() for _ in range(3)],
    )
    read.chosen[0].choices["said"] = Choice(Option(Said("2026-02-10"), "2026-02-10", "a rule"), 0.9)
    read.chosen[1].choices["said"] = Choice(None, 0.8)
    return read


def test_a_value_is_told_by_whose_it_was_last() -> None:
    """The speaker's own last day is another matter than the last one of the report."""
    of_value, _ = precedents(standing(), 2, "said")
    assert set(of_value) == {"2026-02-10"}
    assert of_value["2026-02-10"]["of late: my last"] == 1
    assert of_value["2026-02-10"]["of late: the last"] == 0


def test_how_much_was_filled_is_told_of_any_value() -> None:
    """Half of the statements before have a day, all of the speaker's; a third of the sentences names one."""
    _, any_value = precedents(standing(), 2, "said")
    assert (any_value["lately filled"], any_value["lately filled, mine"]) == (0.5, 1)
    assert any_value["lately empty"] == 1
    assert 0 < any_value["told in the report"] <= 1


def test_the_first_statement_has_no_precedent() -> None:
    """Nothing was chosen before it."""
    of_value, any_value = precedents(standing(), 0, "said")
    assert not of_value
    assert any_value["lately filled"] == 0
