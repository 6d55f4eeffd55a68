"""Relative pronouns: whom "who", "that" and "which" take up, the noun phrase or the name just before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.analysis.cast import Mention
from onrecord.analysis.descriptions import described, holder_of
from onrecord.analysis.phrases import phrase_before
from onrecord.analysis.scene import Scene
from onrecord.analysis.turns import Spoken, Turn
from onrecord.languages.english.people import OFFICES
from onrecord.terms.span import Span
from onrecord.terms.statement import UNKNOWN

__all__ = ["relative"]

_OFFICE_BEFORE = re.compile(
    rf"\b(?P<core>[Tt]he (?:[\w’'-]+ ){{0,3}}?(?:{'|'.join(sorted(OFFICES))})"
    r"(?: (?:for|of|in) (?:the )?[\w-]+(?: [\w-]+)?)?)$"
)
"""An office that ends right before "who" ("the senator from Texas, who")."""
_APPOSED = re.compile(
    r"\s(?:an?|the|his|her|its|their|[a-z]+)\s.*\b(?:of|in|for|at|from|to|on)\s(?:the\s)?(?:\S+\s)?$"
)
"""An apposition up to the name that ends it."""


def _stands_free(scene: Scene, mention: Mention, at: int) -> bool:
    """Whether a name may be what a relative pronoun takes up: no owner, no verb between."""
    return scene.text[mention.end : mention.end + 2] not in ("'s", "’s") or mention.end + 2 >= at


def _outside_apposition(scene: Scene, mentions: list[Mention]) -> list[Mention]:
    """Without whom an apposition names that ends right before: "Doe, the head of the union in Arlen, who"."""
    if len(mentions) < 2 or not scene.text.startswith(",", mentions[0].end):  # noqa: PLR2004 - one inside, one outside
        return mentions
    rest = scene.text[mentions[0].end + 1 : mentions[-1].start]
    noun = _APPOSED.match(rest)
    return mentions[:1] if noun and not re.search(r",|\b(?:and|said|says)\b", rest) else mentions


def relative(scene: Scene, at: int, turns: Sequence[Turn]) -> Spoken:
    """The noun phrase just before "who" or "that"."""
    sentence = scene.sentence(at)
    near = [m for m in scene.cast.within(sentence.start, at) if at - m.end <= 60]  # noqa: PLR2004 - a long apposition
    personal = scene.text[at : at + 3].lower() == "who"
    fitting = [
        m for m in near if (m.actor.kind in ("person", "group")) == personal and _stands_free(scene, m, at)
    ]
    before = scene.text[sentence.start : at].rstrip(" ,")
    office = _OFFICE_BEFORE.search(before)
    if (
        personal
        and office
        and not any(m.end > sentence.start + office.start() for m in near if m.actor.kind == "person")
    ):
        actor = holder_of(scene, office["core"], sentence.start + office.start("core"))
        if actor:
            return Spoken(actor, "relative pronoun: the office before it", 0.7)
    fitting = _outside_apposition(scene, fitting)
    told = phrase_before(scene.text, sentence.start, at, personal=personal)
    if told and not _is_about(scene, fitting, told, at):
        return _taken(scene, told.of(scene.text), at, turns, personal=personal)
    if fitting or near:
        return Spoken((fitting or near)[-1].actor, "relative pronoun: the name before it", 0.75)
    chunk = re.split(r",\s|\s(?:by|from|with|to|of|for|and|but|is|was|are|were)\s", before)[-1]
    if not chunk.strip():
        return Spoken(UNKNOWN, "relative pronoun with nothing before it", 0.1)
    return _taken(scene, chunk, at, turns, personal=personal)


def _is_about(scene: Scene, fitting: Sequence[Mention], told: Span, at: int) -> bool:
    """Whether somebody named is meant: right before the pronoun, or by what stands in apposition to them."""
    if not fitting:
        return False
    last = fitting[-1]
    if not re.search(r"\w", re.sub(r"\([^()]*\)|['’]s?\b", "", scene.text[last.end : at])):
        return True
    between = scene.text[last.end : told.start]
    if re.fullmatch(r"(?: \([^()]*\))?,\s(?:\d+,\s)?", between):
        return True
    return (
        re.fullmatch(r",\s(?:an?|the|his|her|its|their|[a-z]+)\s[^,;]*,\s", scene.text[last.end : at])
        is not None
    )


def _taken(scene: Scene, phrase: str, at: int, turns: Sequence[Turn], *, personal: bool) -> Spoken:
    """Whom the phrase before a relative pronoun describes; no thing is taken up by "who"."""
    actor, by, confidence = described(scene, phrase, at, turns)
    if personal and actor.kind == "document":
        actor = replace(actor, kind="group")
    return Spoken(actor, f"relative pronoun; {by}", confidence * 0.7)
