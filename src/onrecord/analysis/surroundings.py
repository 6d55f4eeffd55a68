"""What the sentences around a statement say of time, venue and audience, and whose words say it."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from onrecord.analysis.audiences import Addressee, addressees_in, writer_in
from onrecord.analysis.scene import Scene
from onrecord.analysis.times import When, times_in
from onrecord.analysis.venues import Venue, venues_in
from onrecord.analysis.words import parts_in
from onrecord.terms.span import Span, Spans
from onrecord.terms.statement import Attribution

__all__ = ["Signs", "Surroundings", "place_of", "published_on"]

_OFTENEST = 3
"""So many days, and so many venues, are what a report names oftenest."""
_LEAD = 3
"""How many paragraphs, the headline counted, are the lead."""
_TITLED = re.compile(r"[\"“][A-Z][\w-]*(?: (?:(?:in|the|of|and) )*[A-Z][\w-]*){1,4},?[\"”]")
"""A name in quotation marks (a programme's, a forum's), no words of anybody."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What one sentence says of an occasion, with its places in the article.

    Attributes:
        times: its words for time.
        venues: its words for venues.
        addressees: whom it shows to be addressed.
    """

    times: tuple[tuple[Span, When], ...]
    venues: tuple[tuple[Span, Venue], ...]
    addressees: tuple[tuple[Span, Addressee], ...]


@dataclass(frozen=True)
class Surroundings:
    """The sentences of an article as evidence of occasions; each is read once.

    Attributes:
        scene: the article.
        attributions: its statements.
        holders: for each statement, the number of the one whose content holds it.
    """

    scene: Scene
    attributions: Sequence[Attribution]
    holders: Sequence[int | None]
    _read: dict[int, Signs] = field(default_factory=dict, init=False, repr=False)
    _writers: dict[int, Signs] = field(default_factory=dict, init=False, repr=False)
    _attributed: list[Span] = field(default_factory=list, init=False, repr=False)

    def __post_init__(self) -> None:
        """Note where words are somebody's and not the writer's."""
        pieces = [
            c
            for attribution, holder in zip(self.attributions, self.holders, strict=True)
            if holder is None
            for c in attribution.content
        ]
        self._attributed.extend(sorted((*pieces, *self._quotations())))

    @cached_property
    def outlet(self) -> str | None:
        """The outlet as its report calls itself, or else as the article's head has it."""
        return self.scene.outlet

    @cached_property
    def signed(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the sentences that have signs of a kind, in order."""
        read = [self.signs(number) for number in range(max(1, len(self.scene.sentences)))]
        return {
            kind: [number for number, signs in enumerate(read) if getattr(signs, kind)]
            for kind in ("times", "venues", "addressees")
        }

    @cached_property
    def body(self) -> int:
        """The number of the first sentence behind the lead."""
        lead = self.scene.paragraphs[:_LEAD] if self.scene.sentences else ()
        return self.scene.sentence_number(lead[-1].end - 1) + 1 if lead else 0

    @cached_property
    def told(self) -> Mapping[str, Mapping[str, Sequence[tuple[Span, When | Venue]]]]:
        """The days and the venues that the writer's own words name anywhere in the article, and where."""
        found: dict[str, dict[str, list[tuple[Span, When | Venue]]]] = {"said": {}, "venue": {}}
        for number in range(len(self.scene.sentences)):
            signs = self.told_in(number)
            for span, when in signs.times:
                found["said"].setdefault(when.said.text, []).append((span, when))
            for span, venue in signs.venues:
                found["venue"].setdefault(venue.text.lower(), []).append((span, venue))
        return found

    @cached_property
    def times_told(self) -> Mapping[str, int]:
        """How many times the writer's own words name a day, and a venue."""
        return {name: sum(map(len, told.values())) for name, told in self.told.items()}

    @cached_property
    def oftenest(self) -> Mapping[str, Sequence[Sequence[tuple[Span, When | Venue]]]]:
        """The places of the days and of the venues that are named oftenest, likelier ones first."""
        return {
            name: sorted(told.values(), key=lambda places: (-len(places), places[0][0].start))[:_OFTENEST]
            for name, told in self.told.items()
        }

    def _quotations(self) -> Spans:
        text = self.scene.text
        return tuple(q for q in self.scene.quoted.spans if not _TITLED.fullmatch(text, q.start, q.end))

    def is_attributed(self, span: Span) -> bool:
        """Whether some words are attributed to anybody."""
        at = bisect_left(self._attributed, Span(span.start + 1, span.start + 2))
        return any(
            s.start <= span.start and span.end <= s.end for s in self._attributed[max(0, at - 12) : at]
        )

    def signs(self, number: int) -> Signs:
        """What the sentence of a number says."""
        if number not in self._read:
            sentence = self.scene.sentences[number] if self.scene.sentences else Span(0, 1)
            self._read[number] = self._signs(sentence)
        return self._read[number]

    def told_in(self, number: int) -> Signs:
        """What the writer's own words in the sentence of a number say."""
        if number not in self._writers:
            signs = self.signs(number)
            self._writers[number] = Signs(
                tuple(each for each in signs.times if not self.is_attributed(each[0])),
                tuple(each for each in signs.venues if not self.is_attributed(each[0])),
                tuple(each for each in signs.addressees if not self.is_attributed(each[0])),
            )
        return self._writers[number]

    def _signs(self, sentence: Span) -> Signs:
        words = sentence.of(self.scene.text).replace("\xa0", " ")
        parts = parts_in(self.scene.text, sentence.start, sentence.end)
        asked = writer_in(self.scene, sentence, self.outlet, parts)
        return Signs(
            tuple((_there(sentence, w), w) for w in times_in(words, published_on(self.scene), parts)),
            tuple((_there(sentence, v), v) for v in venues_in(words, parts)),
            tuple((Span(a.start, a.end), a) for a in (*addressees_in(self.scene, sentence, parts), *asked)),
        )


def _there(sentence: Span, found: When | Venue) -> Span:
    return Span(sentence.start + found.start, sentence.start + found.end)


def published_on(scene: Scene) -> date | None:
    """The local day of publication."""
    return scene.article.published.date() if scene.article.published else None


def place_of(attribution: Attribution) -> int:
    """Where a statement's occasion is looked for: at its cue, else its source, else its content."""
    return (attribution.cue or attribution.source or attribution.content)[0].start
