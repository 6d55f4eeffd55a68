"""Whom a statement is about, and for whom it is made."""

import pytest
from marked import marked

from onrecord.analysis.fields import statements
from onrecord.terms.statement import Statement


def read(text: str) -> Statement:
    article, attributions = marked(text)
    return statements(article, attributions)[-1]


def test_targets_are_named_in_the_content_and_never_the_speaker() -> None:
    """Names of the content in its order."""
    found = read(
        "Bram Tesk, a clerk, came. The Harbour Board met, and the Harbour Board voted. "
        "[Anna Rask] <accused> {Bram Tesk and the Harbour Board of lying to Rask}."
    )
    assert [t.name for t in found.targets] == ["Bram Tesk", "Harbour Board"]


def test_whoever_is_asked_comes_first() -> None:
    """For a question the person asked leads."""
    found = read("Bram Tesk, a clerk, came. [Anna Rask] <asked> Mr Tesk {whether France knew}.")
    assert [t.name for t in found.targets] == ["Bram Tesk", "France"]


def test_a_spokesman_speaks_for_his_house() -> None:
    """The role says on whose behalf."""
    found = read("[Anna Rask, a spokeswoman for the Harbour Board,] <said> {it rained}.")
    assert found.on_behalf_of is not None
    assert found.on_behalf_of.name == "Harbour Board"


def test_who_stands_between_cue_and_content_is_a_target() -> None:
    """The object of the cue is no part of the content and yet who is meant."""
    found = read("Bram Tesk, a clerk, came. [Anna Rask] <accused> Bram Tesk {of lying}.")
    assert [t.name for t in found.targets][:1] == ["Bram Tesk"]
    (decision,) = [d for d in found.decisions if d.field == "targets"]
    assert decision.evidence


@pytest.mark.parametrize("speaker", ["Bram Tesk's lawyer", "A lawyer for Bram Tesk"])
def test_a_nameless_lawyer_speaks_for_the_client(speaker: str) -> None:
    """Whose lawyer it is says on whose behalf."""
    text = f"Bram Tesk was heard. [1:{speaker}] <1:said> {{1:it was true}}."
    found = read(text)
    assert found.on_behalf_of is not None
    assert found.on_behalf_of.name == "Bram Tesk"
