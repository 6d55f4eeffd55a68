"""Whom a pronoun takes up, by weighed clues."""

from onrecord.analysis.antecedents import bodies, crowds, people
from onrecord.analysis.ranking import best, candidates, features_of
from onrecord.analysis.scene import Scene, scene_of
from onrecord.analysis.turns import Fits
from onrecord.terms.article import Article
from onrecord.terms.span import Span


def scene(text: str) -> Scene:
    return scene_of(Article("test", text))


def chosen(text: str, pronoun: str, fits: Fits, case: str) -> str | None:
    found = best(scene(text), text.rindex(f" {pronoun} ") + 1, (), fits, case=case)
    return found[0].actor.name if found else None


def test_only_who_fits_and_stands_before_competes() -> None:
    """Gender and place decide who may be meant at all."""
    text = "Mr Tesk met Ms Rask, a clerk. Then she spoke to Ms Ombrey."
    rivals = candidates(scene(text), text.index("she"), (), people("female"))
    assert [rival.actor.name for rival in rivals] == ["Rask"]


def test_nobody_before_is_nobody() -> None:
    """Without a candidate there is no choice."""
    assert chosen("Then she spoke.", "she", people("female"), "he") is None


def test_each_case_takes_up_its_own_kind() -> None:
    """“They” takes up a set, “it” a body."""
    text = "The Harbour Council met. The harbour workers waited. Then {} spoke."
    assert chosen(text.format("they"), "they", crowds, "they") == "harbour workers"
    assert chosen(text.format("it"), "it", bodies, "it") == "Harbour Council"


def test_who_is_named_in_the_words_is_told_apart() -> None:
    """Whoever the words attributed name carries a clue of it."""
    text = "Bram Tesk met Ivo Marsh. Then he said Mr Marsh lied."
    content = (Span(text.index("Mr Marsh lied"), len(text) - 1),)
    found = features_of(scene(text), text.index("he said"), (), people("male"), case="he", content=content)
    assert {c.actor.name for c, clues in found if clues.get("named in the words")} == {"Ivo Marsh"}
