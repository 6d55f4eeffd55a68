"""What the sentences around a statement say of time, venue and audience, and whose words say it."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from operator import attrgetter

from onrecord.analysis.scene import Scene
from onrecord.analysis.signs import Sign, signs_in
from onrecord.analysis.words import parts_in
from onrecord.terms.span import Span, Spans
from onrecord.terms.statement import Attribution

__all__ = ["Surroundings", "place_of"]

_OFTENEST = 3
"""So many days, and so many venues, are what a report names oftenest."""
_TITLED = re.compile(r"[\"“][A-Z][\w-]*(?: (?:(?:in|the|of|and) )*[A-Z][\w-]*){1,4},?[\"”]")
"""A name in quotation marks (a programme's, a forum's), no words of anybody."""
_NEAR = 12
"""So many pieces of words are looked at that may hold a sign."""
_START, _PLACE = attrgetter("start"), attrgetter("start", "end")


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
    _read: dict[tuple[str, int], tuple[Sign, ...]] = field(default_factory=dict, init=False, repr=False)
    _own: dict[tuple[str, int], tuple[Sign, ...]] = field(default_factory=dict, init=False, repr=False)
    _parts: dict[int, frozenset[str]] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def _attributed(self) -> tuple[Spans, list[int]]:
        """Where words are somebody's and not the writer's, and where each piece of them starts."""
        pieces = [
            c
            for attribution, holder in zip(self.attributions, self.holders, strict=True)
            if holder is None
            for c in attribution.content
        ]
        found = tuple(sorted((*pieces, *self._quotations()), key=_PLACE))
        return found, [piece.start for piece in found]

    @cached_property
    def outlet(self) -> str | None:
        """The outlet as its report calls itself, or else as the article's head has it."""
        return self.scene.outlet

    @cached_property
    def places(self) -> Sequence[int]:
        """Where the occasion of each statement is looked for."""
        return [place_of(attribution) for attribution in self.attributions]

    @cached_property
    def sentences(self) -> Sequence[int]:
        """The number of each statement's sentence."""
        starts = [sentence.start for sentence in self.scene.sentences]
        return [max(0, bisect_right(starts, place) - 1) for place in self.places]

    @cached_property
    def paragraphs(self) -> Sequence[int]:
        """The number of each statement's paragraph."""
        return [self._paragraph(place) for place in self.places]

    @cached_property
    def paragraphs_of_sentences(self) -> Sequence[int]:
        """The number of each sentence's paragraph."""
        return [self._paragraph(sentence.start) for sentence in self.scene.sentences] or [-1]

    @cached_property
    def first_sentences(self) -> Sequence[int]:
        """The number of the sentence that each statement's paragraph begins with."""
        first: dict[int, int] = {-1: 0}
        for number, paragraph in enumerate(self.paragraphs_of_sentences):
            first.setdefault(paragraph, number)
        return [first[paragraph] for paragraph in self.paragraphs]

    @cached_property
    def _lines(self) -> Sequence[int]:
        return [line.start for line in self.scene.paragraphs]

    def _paragraph(self, place: int) -> int:
        return bisect_right(self._lines, place) - 1

    @cached_property
    def size(self) -> int:
        """How many sentences there are."""
        return max(1, len(self.scene.sentences))

    @cached_property
    def body(self) -> int:
        """The number of the first sentence behind the lead."""
        lead = self.scene.lead if self.scene.sentences else ()
        return self.scene.sentence_number(lead[-1].end - 1) + 1 if lead else 0

    @cached_property
    def told(self) -> Mapping[str, Mapping[str, Sequence[Sign]]]:
        """The days and the venues that the writer's own words name anywhere in the article, and where."""
        found: dict[str, dict[str, list[Sign]]] = {"said": {}, "venue": {}}
        for name, by_name in found.items():
            for number in self.telling[name]:
                for sign in self.told_in(name, number):
                    by_name.setdefault(sign.name, []).append(sign)
        return found

    @cached_property
    def signed(self) -> Mapping[str, bool]:
        """Whether anything may say when, and where, anything was said; somebody may always be addressed."""
        numbers = range(self.size)
        return {"audience": True} | {
            name: any(self.signs(name, number) for number in numbers) for name in ("said", "venue")
        }

    @cached_property
    def telling(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the sentences in which the writer's own words name a day, and a venue."""
        return {
            name: [number for number in range(self.size) if self.told_in(name, number)]
            for name in ("said", "venue")
        }

    @cached_property
    def told_before(self) -> Mapping[str, Sequence[int]]:
        """How many days, and how many venues, the writer's own words name before each sentence."""
        return {
            name: [0, *accumulate(len(self.told_in(name, number)) for number in range(self.size))]
            for name in ("said", "venue")
        }

    @cached_property
    def times_told(self) -> Mapping[str, int]:
        """How many times the writer's own words name a day, and a venue."""
        return {name: sum(map(len, told.values())) for name, told in self.told.items()}

    @cached_property
    def oftenest(self) -> Mapping[str, Sequence[Sequence[Sign]]]:
        """The places of the days and of the venues that are named oftenest, likelier ones first."""
        return {
            name: sorted(told.values(), key=lambda signs: (-len(signs), signs[0].span.start))[:_OFTENEST]
            for name, told in self.told.items()
        }

    def _quotations(self) -> Spans:
        text = self.scene.text
        return tuple(q for q in self.scene.quoted.spans if not _TITLED.fullmatch(text, q.start, q.end))

    def is_attributed(self, span: Span) -> bool:
        """Whether some words are attributed to anybody."""
        pieces, starts = self._attributed
        at = bisect_right(starts, span.start)
        return any(piece.end >= span.end for piece in pieces[max(0, at - _NEAR) : at])

    def signs(self, name: str, number: int) -> tuple[Sign, ...]:
        """What the sentence of a number says of a field."""
        found = self._read.get((name, number))
        if found is None:
            if number not in self._parts:
                sentence = self.scene.sentences[number] if self.scene.sentences else Span(0, 1)
                self._parts[number] = parts_in(self.scene.text, sentence.start, sentence.end)
            found = tuple(signs_in(self.scene, number, name, self._parts[number], self.outlet))
            self._read[name, number] = found
        return found

    def told_in(self, name: str, number: int) -> tuple[Sign, ...]:
        """What the writer's own words in the sentence of a number say of a field."""
        found = self._own.get((name, number))
        if found is None:
            found = self.signs(name, number)
            if found:
                found = tuple([sign for sign in found if not self.is_attributed(sign.span)])
            self._own[name, number] = found
        return found


def place_of(attribution: Attribution) -> int:
    """Where a statement's occasion is looked for: at its cue, else its source, else its content."""
    return (attribution.cue or attribution.source or attribution.content)[0].start
