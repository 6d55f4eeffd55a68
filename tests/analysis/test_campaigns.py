"""Whose campaigns are."""

from onrecord.analysis.campaigns import campaign_before, campaign_of
from onrecord.analysis.scene import scene_of
from onrecord.terms.article import Article
from onrecord.terms.statement import Actor

RASK = Actor("Anna Rask", "person")


def test_the_campaign_is_whose_was_named_last() -> None:
    """A campaign told of by its owner is the one; else it is that of the likeliest person before."""
    owned = "Anna Rask spoke. Bram Tesk's campaign wrote. The campaign paid."
    bare = "Anna Rask spoke to voters. The campaign paid."
    for text, name in ((owned, "Bram Tesk's campaign"), (bare, "Anna Rask's campaign")):
        found = campaign_before(scene_of(Article("a", text)), text.index("The campaign"), ())
        assert found is not None
        assert found.name == name


def test_nobody_has_a_campaign_where_nobody_is_named() -> None:
    """Without a person there is no owner."""
    assert campaign_before(scene_of(Article("a", "The campaign paid.")), 0, ()) is None


def test_a_team_is_a_campaign_if_the_text_says_so() -> None:
    """A person's team is called a campaign where they run one."""
    found = campaign_of("The Rask campaign folded.", RASK)
    assert found == Actor("Anna Rask campaign", "organisation")
    assert campaign_of("The Tesk campaign folded.", RASK) is None
