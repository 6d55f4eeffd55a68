"""Statements without a source: nobody, the writer, whoever asked, or the speaker whose words go on."""

import pytest
from marked import marked

from onrecord.analysis.scene import scene_of
from onrecord.analysis.speakers import speakers


def last(text: str) -> tuple[str, str]:
    article, attributions = marked(text, outlet="The Tarrow Courier")
    spoken = speakers(scene_of(article), attributions)[-1]
    return spoken.actor.name, spoken.actor.kind


LEAD = "[1:Anna Rask, a clerk,] <1:said> {1:the bridge was safe}. "


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (f"{LEAD}The report raised <2:new questions about> {{2:the toll}}.", "unspecified", "unnamed"),
        (f"{LEAD}Her <2:much-praised> {{2:speech}} was short.", "unspecified", "unnamed"),
        (f"{LEAD}He was <2:presumably> {{2:asleep}}.", "The Tarrow Courier", "writer"),
        (
            f"{LEAD}A few reporters came. <2:Asked> {{2:whether it would hold}}, she left.",
            "reporters",
            "group",
        ),
        (f"{LEAD}{{2:“It will hold.”}}", "Anna Rask", "person"),
        (f"{LEAD}She told Sky News when <2:asked about> {{2:the toll}}.", "Sky News", "organisation"),
        (f"{LEAD}Bram Tesk left and <2:warned of> {{2:rain}}.", "Bram Tesk", "person"),
    ],
)
def test_an_empty_source_is_who_the_words_can_be_of(text: str, name: str, kind: str) -> None:
    """Nouns and participles do not say who; a bare quotation goes on; a second verb shares its subject."""
    assert last(text) == (name, kind)
