"""What the choices for the statements right before tell."""

from marked import marked

from onrecord.analysis.acts import Deed
from onrecord.analysis.choosing import Choice, Option
from onrecord.analysis.precedents import Precedents
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
    read.settle(0, "said", Choice(Option(Said("2026-02-10"), "2026-02-10", "a rule"), 0.9))
    read.settle(1, "said", Choice(None, 0.8))
    return read


def of_value(value: str) -> dict[str, float]:
    """What tells for a day chosen for the third statement."""
    told = Precedents(standing(), 2, "said").of_value(value)
    return {name: worth for each in told for name, worth in each.named().items()}


def test_a_value_is_told_by_whose_it_was_last() -> None:
    """The speaker's own last day is another matter than the last one of the report."""
    assert "of late: my last" in of_value("2026-02-10")
    assert "of late: the last" not in of_value("2026-02-10")


def test_a_value_that_was_not_chosen_of_late_is_told_as_such() -> None:
    """Whatever day it is."""
    assert of_value("2026-02-11") == {"not chosen of late": 1}


def test_how_much_was_filled_is_told_of_any_value() -> None:
    """Half of the statements before have a day, all of the speaker's; a third of the sentences names one."""
    any_value = Precedents(standing(), 2, "said").of_any.named()
    assert (any_value["lately filled"], any_value["lately filled, mine"]) == (0.5, 1)
    assert any_value["lately empty"] == 1
    assert 0 < any_value["told in the report"] <= 1


def test_the_first_statement_has_no_precedent() -> None:
    """Nothing was chosen before it."""
    assert not {"lately filled", "lately empty"} & Precedents(standing(), 0, "said").of_any.named().keys()
