"""Act and mode from the cue, and from the content where the cue leaves it open."""

import pytest

from onrecord.analysis.acts import Wording, deed_of


def act(cue: str, content: str = "the bridge", *, source: str = "Jo Doe", quoted: bool = False) -> str:
    return deed_of(Wording(source, cue, content, quoted)).act


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said", "say"),
        ("according to", "say"),
        (":", "say"),
        ("explained", "explain"),
        ("has denied", "deny"),
        ("dismissed", "deny"),
        ("admitted", "admit"),
        ("called on", "urge"),
        ("called for", "urge"),
        ("ruled out", "refuse"),
        ("declined to comment", "refuse"),
        ("agreed to", "accept"),
        ("agreed that", "confirm"),
        ("is expected", "predict"),
        ("vowed", "promise"),
        ("warned", "warn"),
        ("accused", "accuse"),
        ("slammed", "criticise"),
        ("backs", "praise"),
        ("apologised", "regret"),
        ("fears", "fear"),
        ("hopes", "want"),
        ("intends to", "plan"),
        ("believes", "believe"),
        ("asked whether", "ask"),
        ("issued a warning", "warn"),
        ("offered some advice", "urge"),
        ("criticism", "criticise"),
        ("expressed concern", "fear"),
        ("is sceptical", "doubt"),
        ("unveiled", "announce"),
        ("ordered", "demand"),
    ],
)
def test_the_cue_decides(cue: str, expected: str) -> None:
    """A telling cue gives the act, whatever the content."""
    assert act(cue) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("“No, we never met him,”", "deny"),
        ("“Why was nobody told?”", "ask"),
        ("“We must repair the bridge,”", "urge"),
        ("“The plan is a disgrace,”", "criticise"),
        ("“They lied and broke the law,”", "accuse"),
        ("“She is a great mayor,”", "praise"),
        ("“We will rebuild it,”", "promise"),
        ("“Yes, it is,”", "confirm"),
        ("“We are deeply sorry,”", "regret"),
        ("the river is 40 metres wide", "say"),
    ],
)
def test_where_the_cue_only_says_the_content_decides(content: str, expected: str) -> None:
    """The words themselves deny, ask, urge, judge."""
    assert act("said", content, quoted=content.startswith("“")) == expected


def test_an_institution_rules_where_a_person_opines() -> None:
    """A court that finds, decides; a visitor who finds, says."""
    assert deed_of(Wording("The court", "found", "that the ban was void", quoted=False)).mode == "ruling"
    assert act("found", "that the ban was void", source="A visitor") == "say"


def test_naming_judges() -> None:
    """Calling something a name criticises, praises or denies by the name."""
    assert act("called", 'the plan "a machine for waste"') == "criticise"
    assert act("called", 'the mayor "a great friend"') == "praise"
    assert act("called", "the pictures fakes") == "deny"


def test_a_vow_of_harm_threatens() -> None:
    """The same verb promises good and threatens harm."""
    assert act("vowed", "to rebuild the bridge") == "promise"
    assert act("vowed", "to retaliate") == "threaten"


def test_every_deed_says_what_decided_it() -> None:
    """A decision names its rule and how often such a rule is right."""
    deed = deed_of(Wording("", "muttered", "x", quoted=False))
    assert deed.by == "cue lexicon: mutter"
    assert 0 < deed.confidence <= 1
