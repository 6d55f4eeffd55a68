"""Names in a source: which of them is the one that speaks."""

import re
from collections.abc import Sequence

from onrecord.analysis.cast import Mention
from onrecord.analysis.kinds import core_of, head_of
from onrecord.analysis.scene import Scene
from onrecord.analysis.titles import office_in
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor

__all__ = ["pointed_at"]

_LINK = re.compile(
    r"\s(?:of|on|in|at|for|from|with|by|about|to|against|over|between|led|close|representing|backing"
    r"|supporting|who|that|which)\s"
)
_OWNER = re.compile(r"['’]s?(?=\s+\w)")
_GOES_ON = re.compile(r"(?:of|from|in|at|and|on|himself|herself|itself|for|also|both|&|\()(?:\W|$)")
_CUT = re.compile(r",|;|\(|\s[–—-]\s|\s(?:who|whose|which|that)\b")


def pointed_at(scene: Scene, source: Span) -> Actor | None:
    """The actor that the source names outright, or None if it only describes somebody."""
    text = scene.text
    inside = scene.cast.within(source.start, source.end)
    if not inside:
        return None
    cut = _CUT.search(text, source.start + 1, source.end)
    core_end = cut.start() if cut else source.end
    heads = [m for m in inside if m.name < core_end and _is_head(text, m, source.start, core_end)]
    if len(heads) > 1 and re.search(r"\s(?:and|&)\s", text[heads[0].end : heads[1].start]):
        return _together(text, source, core_end, heads)
    apposed = _apposed(text, inside, source, core_end)
    if heads and heads[0].actor.kind != "person" and apposed:
        return apposed
    return heads[0].actor if heads else apposed


def _is_head(text: str, mention: Mention, start: int, core_end: int) -> bool:
    """Whether the phrase is about the mention: nothing but titles leads up to it, no noun follows."""
    if _LINK.search(text, start, mention.start + 1):
        return False
    if _OWNER.match(text, mention.end, core_end):
        return False
    after = text[mention.end : core_end].strip(" .,'’\"”“s")
    return not after or _GOES_ON.match(after) is not None


def _together(text: str, source: Span, core_end: int, heads: list[Mention]) -> Actor:
    """Several at once speak as a group, called as they are."""
    if all(m.actor.kind == "person" for m in heads):
        return Actor(" and ".join(dict.fromkeys(m.actor.name for m in heads)), "group")
    phrase = " ".join(text[source.start : core_end].split())
    return Actor(re.sub(r"^[Tt]he\s", "", phrase), "group")


def _apposed(text: str, inside: Sequence[Mention], source: Span, core_end: int) -> Actor | None:
    """The name in apposition to an office ("An attorney for Doe, Jo Roe,")."""
    core = core_of(text[source.start : core_end])
    if office_in(core) is None and head_of(core) not in ("group", "man", "woman"):
        return None
    for mention in inside:
        if mention.actor.kind == "person" and re.fullmatch(
            r"\s*[,–—-]\s*(?:the\s|\")?", text[core_end : mention.name]
        ):
            return mention.actor
    return None
