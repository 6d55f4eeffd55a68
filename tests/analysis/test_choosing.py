"""Choosing the likeliest value by weights."""

from onrecord.analysis.choosing import Given, Ground, Option, Table, Told, Traits, choose, score, weights

TABLE = Table({"strong": 2.0, "weak": -1.0, "fair": -0.2, "own: gap": -0.5, "own if quoted": 0.7})


def option(value: str, *features: str) -> Option[str]:
    return Option(value, value.lower(), value, (Told("", dict.fromkeys(features, 1.0)),))


def test_the_likeliest_is_chosen_and_said_how_likely() -> None:
    """The odds are those of the sum of the weights, against leaving it empty."""
    choice = choose(TABLE, [option("a", "weak"), option("b", "strong")])
    assert choice.option is not None
    assert choice.option.value == "b"
    assert 0.7 < choice.confidence < 1


def test_nothing_likely_leaves_it_empty() -> None:
    """An empty field is an answer too."""
    assert choose(TABLE, [option("a", "weak")]).option is None
    assert choose(TABLE, []).option is None


def test_what_is_left_empty_leans_all_the_same() -> None:
    """The value that it would likeliest have is kept, with how likely it is."""
    choice = choose(TABLE, [option("a", "weak"), option("b", "fair")])
    assert choice.leaning is not None
    assert choice.leaning.value == "b"
    assert choice.lean < choice.confidence


def test_what_options_share_weighs_too() -> None:
    """It adds up as the rest does, and is told by its names."""
    read = Option("a", "a", "a", (Told("", {"weak": 1.0}),), common=(Told("", {"strong": 1.0}),))
    assert read.features() == {"weak": 1.0, "strong": 1.0}
    assert choose(TABLE, [read]).option is not None


def test_readings_that_agree_add_up() -> None:
    """Two fair readings of one value outweigh leaving it empty, which neither does alone."""
    assert choose(TABLE, [option("a", "fair")]).option is None
    both = choose(TABLE, [option("a", "fair"), option("A", "fair")])
    assert both.option is not None


def test_an_option_is_as_high_as_all_that_tells_of_it_by_name() -> None:
    """What is looked up by groups adds up like the whole names."""
    told = Told("", {"strong": 1.0}), Told("own: ", {"gap": 2.0}), Told("own if ", {"quoted": 1.0})
    whole = Option("a", "a", "a", told)
    assert whole.features() == {"strong": 1.0, "own: gap": 2.0, "own if quoted": 1.0}
    assert sum(each.height(TABLE) for each in told) == score(TABLE, whole.features()) == 2.0 - 1.0 + 0.7


def test_what_something_is_like_tells_for_each_group_in_its_own_way() -> None:
    """The same traits weigh for one group as its table says, and for another, or by another table, not."""
    traits = Traits({"gap": 2.0})
    assert traits.under("own: ") is traits.under("own: ")
    assert traits.under("own: ").height(TABLE) == -1.0
    assert traits.under("lead: ").height(TABLE) == 0
    assert traits.under("own: ").height(Table({})) == 0


def test_what_is_the_case_anyway_tells_for_whatever_a_group_stands_on() -> None:
    """By itself and with each case, as the whole names do."""
    given = Given(Ground(("strong",), ("own", "lead")), frozenset({"quoted", "past"}))
    assert given.named() == dict.fromkeys(
        ("strong", "own if quoted", "own if past", "lead if quoted", "lead if past"), 1.0
    )
    assert given.height(TABLE) == score(TABLE, given.named()) == 2.7


def test_there_are_weights_for_every_field() -> None:
    """The table is in the package."""
    assert set(weights()) == {"said", "venue", "audience", "target", "first target"}
    assert all(weights().values())
