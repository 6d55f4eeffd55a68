"""Whom a definite description means."""

import pytest
from marked import marked

from onrecord.analysis.referents import definite
from onrecord.analysis.scene import scene_of
from onrecord.analysis.speakers import speakers


def last(text: str) -> str:
    article, attributions = marked(text)
    return speakers(scene_of(article), attributions)[-1].actor.name


@pytest.mark.parametrize(
    ("core", "head", "is_definite"),
    [
        ("the senator", "senator", True),
        ("the harbour agency", "agency", True),
        ("a senator", "senator", False),
        ("the senators", "senators", False),
        ("the two men", "men", False),
        ("The Committee", "committee", False),
        ("the report", "report", False),
        ("the northern Republican", "republican", True),
    ],
)
def test_only_one_known_person_or_body_is_weighed(core: str, head: str, *, is_definite: bool) -> None:
    """Indefinite and plural phrases, names and documents are left to the rules."""
    assert definite(core, head) is is_definite


def test_a_description_no_table_knows_takes_up_who_is_spoken_of() -> None:
    """The person the text is about is meant by a word for what they do."""
    text = (
        "[1:Anna Rask, a retired cellist,] <1:said> {1:the bridge was safe}. She leads the walkers.\n\n"
        "“{2:It will hold,}” [2:the cellist] <2:said>."
    )
    assert last(text) == "Anna Rask"


def test_one_who_was_never_named_stays_so() -> None:
    """“The diver” after “a diver” is nobody named."""
    text = (
        "[1:A diver] <1:said> {1:the pier had moved}. Bram Tesk left the town in May.\n\n"
        "[2:The diver] <2:added that> {2:it was cold}."
    )
    assert last(text).lower().endswith("diver")


def test_no_businessman_is_a_woman() -> None:
    """A description whose noun tells the gender takes up nobody of the other."""
    text = (
        "Bram Tesk builds ships. [1:Anna Rask] <1:said> {1:the bridge was safe}. "
        "[2:The businessman] <2:said> {2:it was not}."
    )
    assert last(text) == "Bram Tesk"


def test_his_campaign_is_his() -> None:
    """A body with a possessive belongs to whom the pronoun means, whatever was called so before."""
    text = (
        "The Rask campaign folded. [1:Bram Tesk] <1:said> {1:it was late}. [2:His campaign] <2:said> {2:no}."
    )
    assert last(text) == "Bram Tesk's campaign"
