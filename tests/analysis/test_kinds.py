"""The kinds of actors, by their head nouns."""

import pytest

from onrecord.analysis.kinds import head_of, kind_of_head


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("the watchdog group", "organisation"),
        ("a group of fishermen", "group"),
        ("the latest forecasts", "document"),
        ("several inquiries", "document"),
        ("many in the harbour", "group"),
        ("the rising generation", "group"),
        ("senior campaign advisers", "unnamed"),
    ],
)
def test_a_head_noun_tells_the_kind(phrase: str, kind: str) -> None:
    """Bodies, sets, documents and people kept nameless."""
    assert kind_of_head(head_of(phrase), phrase) == kind
