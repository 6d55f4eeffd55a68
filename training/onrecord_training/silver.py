"""Acts that the cue alone tells ("denied", "urged"), for attributions whose act nobody annotated."""

from dataclasses import replace

from onrecord.analysis.acts import Wording, deed_of
from onrecord_training.corpora import Annotated, Attribution, Pieces

__all__ = ["with_silver_acts"]

_SURE = 0.8
"""The confidence of the lexicon for a cue that it knows."""


def with_silver_acts(article: Annotated) -> Annotated:
    """The article with the acts that the cue lexicon is sure of; what was annotated by hand stays.

    A cue that only says that something was said tells no act: what is left out here, the network
    has to learn from the hand-annotated ones.
    """
    return replace(article, attributions=tuple(_told(article.text, a) for a in article.attributions))


def _told(text: str, attribution: Attribution) -> Attribution:
    if attribution.act:
        return attribution
    source, cue, content = (
        _line(text, role) for role in (attribution.source, attribution.cue, attribution.content)
    )
    deed = deed_of(Wording(source, cue, content, quoted=False))
    told = deed.confidence >= _SURE and deed.act not in {"say", "explain"} and " and the " not in deed.by
    return replace(attribution, act=deed.act) if told else attribution


def _line(text: str, pieces: Pieces) -> str:
    return " ".join(" ".join(text[a:b] for a, b in pieces).split())
