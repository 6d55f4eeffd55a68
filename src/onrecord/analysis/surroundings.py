"""What the sentence around one statement says of its occasion, everything attributed taken out."""

import re
from dataclasses import dataclass
from datetime import date

from onrecord.analysis.audiences import audience_of
from onrecord.analysis.scene import Scene
from onrecord.analysis.times import said_in
from onrecord.analysis.venues import venue_in
from onrecord.terms.span import words_of
from onrecord.terms.statement import Actor, Attribution, Said

__all__ = ["Occasion", "is_another_time", "occasion_around", "published_on"]

_OPENING = 30
"""How many characters of a sentence count as its opening."""
_FAR = 20_000
"""The full name of an occasion is looked for so many characters around."""
_HOLE = "\x00"
_ANOTHER_TIME = re.compile(
    r"\b(?:has|have|had|'s been|long|often|previously|once"
    r"|repeatedly|usually|always|sometimes|earlier|recently)\b"
)
_TITLED = re.compile(r"[\"“][A-Z][\w-]*(?: (?:(?:in|the|of|and) )*[A-Z][\w-]*){1,4},?[\"”]")
"""A name in quotation marks (a programme's, a forum's), no words of anybody."""
_SHORT = re.compile(r"(?:in|during|at) (?:the|this|that|his|her) ((?:\w+ )?\w+)")
_NAME = r"[A-Z][\w.&’'-]*(?: +[A-Z][\w.&’'-]*)*"


@dataclass(frozen=True, slots=True)
class Occasion:
    """When, where and to whom something was said.

    Attributes:
        said: the day or the interval.
        venue: where or in what, as the text names it.
        audience: to whom.
        carried: whether any of it is taken over from another statement.
    """

    said: Said | None = None
    venue: str | None = None
    audience: Actor | None = None
    carried: bool = False

    @property
    def empty(self) -> bool:
        """Whether the text says nothing of it."""
        return self.said is None and self.venue is None and self.audience is None


def is_another_time(scene: Scene, attribution: Attribution) -> bool:
    """Whether the cue tells of another time than the report's ("has long said")."""
    return bool(_ANOTHER_TIME.search(words_of(scene.text, attribution.cue).lower()))


def published_on(scene: Scene) -> date | None:
    """The local day of publication."""
    return scene.article.published.date() if scene.article.published else None


def occasion_around(scene: Scene, attribution: Attribution, holder: Attribution | None) -> Occasion:
    """What a statement's own sentence says of its occasion.

    Args:
        scene: the article.
        attribution: the statement.
        holder: the statement whose content holds it, if there is one: then only those words count.
    """
    rest = _around(scene, attribution, holder)
    opening = rest.lstrip(" …")[:_OPENING]  # "In 2013, the union called …" dates the saying
    said = said_in(rest, published_on(scene), years=False) or said_in(opening, published_on(scene))
    venue = venue_in(rest)
    return Occasion(
        said,
        _in_full(scene, venue, attribution.content[0].start) if venue else None,
        audience_of(scene, attribution),
    )


def _in_full(scene: Scene, venue: str, at: int) -> str:
    """The venue as the text gives it in full: "in the interview" is "in an interview with …"."""
    short = _SHORT.fullmatch(venue)
    if short is None:
        return venue
    noun = re.escape(short.group(1))
    link = r"(?:with|to|at|on) +(?:the )?"
    longer = re.search(
        rf"\b(?:in|during|at) an? (?:\w+ )?{noun} {link}{_NAME}", scene.text[max(0, at - _FAR) : at + _FAR]
    )
    return " ".join(longer.group().split()) if longer else venue


def _around(scene: Scene, attribution: Attribution, holder: Attribution | None) -> str:
    """The cue's sentence without what is attributed; for a statement in another's words, those only."""
    place = (attribution.cue or attribution.source or attribution.content)[0].start
    sentence = scene.sentence(place)
    kept = list(sentence.of(scene.text))
    named = {i for quotation in _TITLED.finditer(sentence.of(scene.text)) for i in range(*quotation.span())}
    for i in range(sentence.start, sentence.end):
        outside = holder is not None and not any(c.start <= i < c.end for c in holder.content)
        if outside or (scene.is_quoted(i) and i - sentence.start not in named):
            kept[i - sentence.start] = _HOLE
    for span in attribution.content:
        for i in range(max(span.start, sentence.start), min(span.end, sentence.end)):
            kept[i - sentence.start] = _HOLE
    return re.sub(f"{_HOLE}+", " … ", re.sub('["“”]', "", "".join(kept)))
