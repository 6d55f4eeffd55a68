"""Choosing the likeliest value by weights."""

from onrecord.analysis import choosing
from onrecord.analysis.choosing import Option, Table, choose, score, weights

TABLE = Table({"strong": 2.0, "weak": -1.0, "fair": -0.2, "own: gap": -0.5, "own if quoted": 0.7})


def option(value: str, *features: str) -> Option[str]:
    return Option(value, value, dict.fromkeys(features, 1.0))


def test_the_likeliest_is_chosen_and_said_how_likely() -> None:
    """The odds are those of the sum of the weights, against leaving it empty."""
    choice = choose(TABLE, [option("a", "weak"), option("b", "strong")], str)
    assert choice.option is not None
    assert choice.option.value == "b"
    assert 0.7 < choice.confidence < 1


def test_nothing_likely_leaves_it_empty() -> None:
    """An empty field is an answer too."""
    assert choose(TABLE, [option("a", "weak")], str).option is None
    assert choose(TABLE, [], str).option is None


def test_what_is_left_empty_leans_all_the_same() -> None:
    """The value that it would likeliest have is kept, with how likely it is."""
    choice = choose(TABLE, [option("a", "weak"), option("b", "fair")], str)
    assert choice.leaning is not None
    assert choice.leaning.value == "b"
    assert choice.lean < choice.confidence


def test_what_options_share_weighs_too() -> None:
    """It adds up as the rest does, and is told by its names."""
    read = Option("a", "a", {"weak": 1.0}, shared=({"strong": 1.0},))
    assert read.told() == {"weak": 1.0, "strong": 1.0}
    assert choose(TABLE, [read], str).option is not None


def test_readings_that_agree_add_up() -> None:
    """Two fair readings of one value outweigh leaving it empty, which neither does alone."""
    assert choose(TABLE, [option("a", "fair")], str).option is None
    both = choose(TABLE, [option("a", "fair"), option("A", "fair")], str.lower)
    assert both.option is not None


def test_an_option_is_as_high_as_all_that_tells_of_it_by_name() -> None:
    """What is looked up by groups and by what is the case anyway adds up like the whole names."""
    whole = Option(
        "a", "a", {"strong": 1.0}, detail=("own: ", {"gap": 2.0}), given=(("own", frozenset(["quoted"])),)
    )
    assert whole.told() == {"strong": 1.0, "own: gap": 2.0, "own if quoted": 1.0}
    assert TABLE.height(whole) == score(TABLE, whole.told()) == 2.0 - 1.0 + 0.7


def test_there_are_weights_for_every_field() -> None:
    """The table is in the package."""
    assert set(weights()) == {"said", "venue", "audience", "target", "first target"}
    assert all(weights().values())


def test_what_a_table_keeps_does_not_grow_for_ever() -> None:
    """However many cases are met, so many sums are kept, and each is right."""
    table = Table({"here if 7": 1.5})
    for case in range(3 * choosing._KEPT):
        given = (("here", frozenset([str(case)])),)
        assert table.height(Option("a", "a", {}, given=given)) == (1.5 if case == 7 else 0.0)
    assert len(table._given) <= choosing._KEPT
