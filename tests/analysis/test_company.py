"""Who the venue names, and who is named beside the cue."""

from collections.abc import Sequence
from typing import Any

import pytest
from marked import marked

from onrecord.analysis.acts import Deed
from onrecord.analysis.choosing import Choice, Option
from onrecord.analysis.occasions import occasions
from onrecord.analysis.scene import scene_of
from onrecord.terms.statement import Actor


def offered(text: str) -> list[tuple[str, str]]:
    """Every audience that is offered, with why, once the first venue offered is chosen."""
    article, attributions = marked(text)
    found: list[tuple[str, str]] = []

    def chooses(_number: int, name: str, options: Sequence[Option[Any]]) -> Choice[Any]:
        if name == "audience":
            found.extend((option.value.name, option.by) for option in options)
        return Choice(options[0] if options and name == "venue" else None, 0.9)

    speaker, deed = Actor("Anna Rask", "person"), Deed("say", "speech", "cue", 0.9)
    occasions(scene_of(article), attributions, [speaker], [None], [deed], chooses=chooses)
    return found


@pytest.mark.parametrize(
    ("text", "name", "by"),
    [
        (
            "[Anna Rask] <said> in a Radio Arlen interview {that it rained}.",
            "Radio Arlen",
            "who is named in the venue",
        ),
        (
            "Bram Tesk came.\n\nPressed by Bram Tesk, [Anna Rask] <said> {so}.",
            "Bram Tesk",
            "who is named beside the cue",
        ),
    ],
)
def test_whoever_is_about_may_be_addressed(text: str, name: str, by: str) -> None:
    """The outlet of an interview, and whoever presses somebody."""
    assert (name, by) in offered(text)


def test_nobody_speaks_to_themselves() -> None:
    """The speaker is no audience of their own."""
    assert "Anna Rask" not in dict(offered("At the Anna Rask rally, [Anna Rask] <said> {that it rained}."))
