"""Who may be a target, and what tells for it."""

from collections import Counter

from marked import marked

from onrecord.analysis.acts import Deed
from onrecord.analysis.aims import Case, candidates, features_of
from onrecord.analysis.scene import scene_of
from onrecord.terms.statement import Actor

TESK = Actor("Bram Tesk", "person")


def case(text: str, tally: Counter[Actor] | None = None) -> Case:
    article, (attribution,) = marked(text)
    deed, speaker = Deed("say", "speech", "cue", 0.9), Actor("Anna Rask", "person")
    return Case(scene_of(article), attribution, deed, speaker, None, (), tally=tally or Counter())


def test_classes_of_people_are_called_as_they_are_called() -> None:
    """With the words before the head, not with half of a number; plurals of bodies are classes, too."""
    found = {
        one.actor.name
        for one in candidates(
            case("[Rask] <said> {that 10,000 refugees told single mothers at charter schools}.")
        )
    }
    assert {"refugees", "single mothers", "charter schools"} <= found


def test_whoever_was_a_target_before_may_be_one_again() -> None:
    """Though the content names nobody; the share of all targets so far tells how likely."""
    asked = case(
        "[Rask] <said> {that it rained}.", Counter({TESK: 3, Actor("Harbour Board", "organisation"): 1})
    )
    (one,) = [c for c in candidates(asked) if c.actor == TESK]
    assert "targeted most so far" in one.ways
    (told,) = features_of(asked, [one])
    assert told["share of the targets"] == 0.75


def test_who_is_joined_to_another_is_told() -> None:
    """“Tesk and the Harbour Board” stand and fall together."""
    asked = case("Bram Tesk came. [Rask] <accused> {Bram Tesk and the Harbour Board of lying}.")
    found = candidates(asked)
    told = zip(found, features_of(asked, found), strict=True)
    joined = {one.actor.name for one, table in told if "joined to another" in table}
    assert joined == {"Harbour Board"}
