"""Who writes: the person that a byline or the note under a piece names, for its first person."""

import re
from functools import lru_cache

from onrecord.analysis.cast import Mention
from onrecord.analysis.scene import Scene
from onrecord.analysis.turns import Spoken
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor

__all__ = ["first_person_of"]

_LAST, _FIRST = 3, 4
"""So many paragraphs at the end and at the beginning a byline is looked for in."""
_NOTE = re.compile(
    r"(?:,[^.\n]{2,90},)?\s(?:is|are|was|represents|served|serves|teaches|writes|covers|heads|leads|directs|works"
    r"|chairs|reports)\s|,\s(?:an?|the)\s"
)
_BY = re.compile(r"\s*(?:By|BY)\s+$")
_LONGEST_NOTE = 500
_FIRST_PERSON = re.compile(r"\bI\b(?!\.)")


def first_person_of(scene: Scene) -> Spoken:
    """Whom "I" and "we" outside quotations mean: whoever signs, else the outlet."""
    signed = _signature(scene)
    if signed:
        return signed
    outlet = scene.article.outlet
    return Spoken(Actor(outlet or "the writer", "writer"), "first person outside quotations", 0.7)


@lru_cache(maxsize=1)
def _signature(scene: Scene) -> Spoken | None:
    """The person whom the byline or the note under a piece written in the first person names."""
    if not any(not scene.is_quoted(m.start()) for m in _FIRST_PERSON.finditer(scene.text)):
        return None
    for paragraph in scene.paragraphs[:_FIRST]:
        named = scene.cast.within(paragraph.start, paragraph.end)[:1]
        personal = named and named[0].actor.kind == "person"
        if personal and _BY.fullmatch(scene.text, paragraph.start, named[0].start):
            return Spoken(named[0].actor, "first person: the byline", 0.9, (_span(named[0]),))
    for paragraph in scene.paragraphs[: -_LAST - 1 : -1]:
        named = scene.cast.within(paragraph.start, paragraph.end)[:1]
        short = paragraph.end - paragraph.start < _LONGEST_NOTE and paragraph is not scene.paragraphs[0]
        if named and short and named[0].actor.kind == "person" and named[0].start <= paragraph.start + 1:
            note = _NOTE.match(scene.text, named[0].end) or re.match(
                r", [A-Z]-", scene.text[named[0].end :][:4]
            )
            if note and not scene.is_quoted(named[0].end):
                return Spoken(
                    named[0].actor, "first person: the note under the piece", 0.8, (_span(named[0]),)
                )
    return None


def _span(mention: Mention) -> Span:
    return Span(mention.name, mention.end)
