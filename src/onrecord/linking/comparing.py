"""A quotation held against one passage: where it stands, what differs, what only looks different."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal, TypeAlias

from onrecord.linking.alignment import Step, align
from onrecord.linking.wording import Word, words_in
from onrecord.terms.quotation import Attributed, Passage
from onrecord.terms.span import Span

__all__ = ["NOTES", "Note", "Piece", "PieceKind", "Place", "place_of"]

PieceKind: TypeAlias = Literal["same", "replaced", "left_out", "put_in", "ellipsis", "brackets"]
"""What a piece of the comparison is: the same words; other words; words that only the record has, or only
the draft; words that the draft's ellipsis leaves out, or its brackets stand for."""

Note: TypeAlias = Literal[
    "capital", "capitals", "signs", "punctuation", "goes_on", "ellipsis", "brackets", "own_brackets",
    "broken", "unquoted", "earlier", "two_speakers",
]  # fmt: skip
"""What may be told of a place; words of ``two_speakers`` are no quotation of anybody's."""

NOTES: tuple[Note, ...] = (
    "capital", "capitals", "signs", "punctuation", "goes_on", "ellipsis", "brackets", "own_brackets",
    "broken", "unquoted", "earlier", "two_speakers",
)  # fmt: skip

_DIFFERENT = frozenset({"replaced", "left_out", "put_in"})
_SAID = re.compile(r"[,.;:!?()/…]")
_BOUNDARY = re.compile(r"[.!?…\n\r\u2028\u2029\"“”„«»‹›]|''|``")
_SENTENCE_END = re.compile(r"[.!?…][\"”’'»)]*\s+|[\r\n\u2028\u2029]+")
_CONTEXT = 280
"""Code points of the sentence that are shown on either side."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a quotation beside the record's words.

    Attributes:
        kind: what it is.
        draft: the draft's words, with the signs up to the next piece; empty if they are left out.
        record: the record's words; empty if they are put in.
    """

    kind: PieceKind
    draft: str
    record: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation stands in the record, or words that are near to it.

    Attributes:
        passage: the stretch of the article around it.
        span: where it stands in the article's text.
        given: the statement that it is a part of; ``None`` if the article gives the words to nobody.
        pieces: the quotation piece by piece.
        notes: what is told although the words are the same.
        before: the sentence up to it, as published.
        words: the words as published.
        after: the rest of the sentence.
        cost: how far the two are apart; the least is the nearest.
        keys: the words that both have, as they are compared.
        share: how many of the quotation's words these are, between 0 and 1.
    """

    passage: Passage
    span: Span
    given: Attributed | None
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    before: str
    words: str
    after: str
    cost: int
    keys: tuple[str, ...]
    share: float

    @property
    def exact(self) -> bool:
        """Whether the words are the same."""
        differs = any(piece.kind in _DIFFERENT for piece in self.pieces)
        return self.share > 0 and not differs and "two_speakers" not in self.notes

    @property
    def matched(self) -> int:
        """How many words both have."""
        return len(self.keys)


def place_of(
    said: str, words: Sequence[Word], passage: Passage, marking: Callable[[str], Sequence[Span]]
) -> Place | None:
    """Where a quotation stands in a passage, or what is nearest to it; ``None`` if nothing is.

    What an article breaks off ("We," she said, "never will.") is read in one go, too.

    Args:
        said: the quotation.
        words: its words.
        passage: the passage.
        marking: finds the quotations of a text.
    """
    there = words_in(passage.text)
    best: _Laid | None = None
    for chosen in ([*range(len(there))], *_broken(passage, there, marking)):
        text = [there[number] for number in chosen]
        found = align(words, text)
        if best is None or found.cost < best.cost:
            steps = [(one, None if at is None else chosen[at]) for one, at in found.steps]
            best = _Laid(
                said, words, passage.text, there, _within_marks(words, there, passage.text, steps), found.cost
            )
    if best is None or not best.pairs:
        return None
    return best.place(passage, marking)


def _broken(
    passage: Passage, there: Sequence[Word], marking: Callable[[str], Sequence[Span]]
) -> Iterator[list[int]]:
    """The words of each statement that stands in several pieces, and those in marks, by their numbers."""
    pieces = [
        [(piece.start - passage.start, piece.end - passage.start) for piece in given.statement.content]
        for given in passage.statements
    ]
    pieces.append([(span.start, span.end) for span in marking(passage.text)])
    for spans in pieces:
        if len(spans) > 1:
            yield [
                number
                for number, word in enumerate(there)
                if any(start <= word.span.start < end for start, end in spans)
            ]


def _within_marks(words: Sequence[Word], there: Sequence[Word], text: str, steps: list[Step]) -> list[Step]:
    """The steps, without words at either end that stand beside ones which the record has elsewhere.

    "Well, we never" beside "He held. “We never": the first word was put in, it does not replace one.
    """
    same = [n for n, (one, at) in enumerate(steps) if _same(words, there, one, at)]
    if not same:
        return steps
    first, last = steps[same[0]][1], steps[same[-1]][1]
    assert first is not None and last is not None  # noqa: S101, PT018 - a word stands beside it
    trimmed: list[Step] = []
    for n, (one, at) in enumerate(steps):
        outside = at is not None and (
            (n < same[0] and _BOUNDARY.search(text, there[at].span.end, there[first].span.start))
            or (n > same[-1] and _BOUNDARY.search(text, there[last].span.end, there[at].span.start))
        )
        if not outside:
            trimmed.append((one, at))
        elif one is not None:
            trimmed.append((one, None))
    return trimmed


def _same(words: Sequence[Word], there: Sequence[Word], one: int | None, at: int | None) -> bool:
    return one is not None and at is not None and words[one].key == there[at].key


_Label: TypeAlias = Literal["same", "other", "ellipsis", "brackets", "own"]


@dataclass(frozen=True, slots=True)
class _Laid:
    """A quotation laid beside a text."""

    said: str
    words: Sequence[Word]
    text: str
    there: Sequence[Word]
    steps: list[Step]
    cost: int

    @property
    def pairs(self) -> list[tuple[Word, Word]]:
        """The words that both have, as they stand in the quotation and in the text."""
        return [
            (self.words[one], self.there[at])
            for one, at in self.steps
            if one is not None and at is not None and _same(self.words, self.there, one, at)
        ]

    def place(self, passage: Passage, marking: Callable[[str], Sequence[Span]]) -> Place:
        """What is told of it."""
        pairs = self.pairs
        beside = [self.there[at].span for _, at in self.steps if at is not None]
        start, end = beside[0].start, beside[-1].end
        pieces = tuple(self._pieces())
        span = Span(passage.start + start, passage.start + end)
        plain = [word for word in self.words if not word.gap and not word.bracketed]
        own = [one.key for one, _ in pairs if not one.bracketed]
        given = _giving(span, passage)
        notes = {*self._notes(pieces), *_standing(passage, given, Span(start, end), marking)}
        if _by_two(passage, [other.span.start for _, other in pairs]):
            notes.add("two_speakers")
        before, after = _sentence(self.text, start, end)
        return Place(
            passage=passage,
            span=span,
            given=given,
            pieces=pieces,
            notes=tuple(note for note in NOTES if note in notes),
            before=before,
            words=self.text[start:end],
            after=after,
            cost=self.cost,
            keys=tuple(own),
            share=len(own) / len(plain) if plain else 0.0,
        )

    def _labels(self) -> list[_Label]:
        labels = [self._label(*step) for step in self.steps]
        # Words that only the record has are what a neighbouring ellipsis or bracket of the draft stands for.
        for order in (range(1, len(labels)), range(len(labels) - 2, -1, -1)):
            for n in order:
                neighbour = labels[n - 1 if order.step > 0 else n + 1]
                if (
                    labels[n] == "other"
                    and self.steps[n][0] is None
                    and neighbour in ("ellipsis", "brackets")
                ):
                    labels[n] = neighbour
        return labels

    def _label(self, one: int | None, at: int | None) -> _Label:
        if one is None:
            alone = self.there[at] if at is not None else None
            return "own" if alone is not None and (alone.bracketed or alone.gap) else "other"
        if at is not None and _same(self.words, self.there, one, at):
            return "same"
        if self.words[one].gap:
            return "ellipsis"
        return "brackets" if self.words[one].bracketed else "other"

    def _pieces(self) -> Iterator[Piece]:
        labelled = zip(self._labels(), self.steps, strict=True)
        groups = [
            (label, [step for _, step in some])
            for label, some in groupby(
                (each for each in labelled if each[0] != "own"), key=lambda each: each[0]
            )
        ]
        starts = [next((one for one, _ in steps if one is not None), None) for _, steps in groups]
        for n, (label, steps) in enumerate(groups):
            following = next((one for one in starts[n + 1 :] if one is not None), None)
            draft = self._drafted(starts[n], following)
            record = self._recorded([at for _, at in steps if at is not None])
            yield Piece(_kind(label, draft, record), draft, record)

    def _drafted(self, first: int | None, following: int | None) -> str:
        if first is None:
            return ""
        start = self._opening(first)
        if following is not None:
            return self.said[start : self._opening(following)]
        end = self.words[-1].span.end
        return self.said[start : end + (self.said[end : end + 1] == "]")]

    def _opening(self, number: int) -> int:
        """Where a word of the quotation begins, with the bracket that opens before it."""
        start = self.words[number].span.start
        return start - (self.said[start - 1 : start] == "[")

    def _recorded(self, numbers: list[int]) -> str:
        """The record's words; an ellipsis where the article breaks them off."""
        if not numbers:
            return ""
        parts = [[numbers[0]]]
        for before, number in pairwise(numbers):
            if any(not (self.there[n].bracketed or self.there[n].gap) for n in range(before + 1, number)):
                parts.append([])
            parts[-1].append(number)
        return " … ".join(self.text[self.there[p[0]].span.start : self.there[p[-1]].span.end] for p in parts)

    def _notes(self, pieces: Sequence[Piece]) -> Iterator[Note]:
        labels = self._labels()
        if "own" in labels:
            yield "own_brackets"
        if any(piece.kind == "ellipsis" for piece in pieces):
            yield "ellipsis"
        if any(word.bracketed for word in self.words):
            yield "brackets"
        for one, other in self.pairs:
            yield from self._spelling(one, other)
        for (one, at), (following, beside) in pairwise(self.steps):
            if one is None or at is None or following is None or beside is None:
                continue
            if beside != at + 1:
                yield "broken"
                continue
            drafted = self.said[self.words[one].span.end : self.words[following].span.start]
            printed = self.text[self.there[at].span.end : self.there[beside].span.start]
            if " ".join(drafted.split()) != " ".join(printed.split()):
                yield "signs" if _SAID.findall(drafted) == _SAID.findall(printed) else "punctuation"
        if self._goes_on():
            yield "goes_on"

    def _spelling(self, one: Word, other: Word) -> Iterator[Note]:
        drafted, printed = one.span.of(self.said), other.span.of(self.text)
        if drafted == printed:
            return
        if drafted.casefold() == printed.casefold():
            yield "capital" if one is self.words[0] else "capitals"
        else:
            yield "signs"

    def _goes_on(self) -> bool:
        """Whether the draft ends a sentence where the record's goes on."""
        last = self.steps[-1][1]
        closing = self.said[self.words[-1].span.end :].lstrip("\"”’'»")[:1]
        if last is None or closing not in (".", "!", "?") or self.words[-1].gap:
            return False
        if last + 1 == len(self.there):
            return False
        between = self.text[self.there[last].span.end : self.there[last + 1].span.start]
        return _BOUNDARY.search(between) is None


def _kind(label: _Label, draft: str, record: str) -> PieceKind:
    if label != "other":
        return "same" if label == "own" else label
    if not draft:
        return "left_out"
    return "replaced" if record else "put_in"


def _giving(span: Span, passage: Passage) -> Attributed | None:
    """The statement that has most of the words; of one inside another, the inner one."""

    def shared(given: Attributed) -> int:
        return sum(max(0, min(p.end, span.end) - max(p.start, span.start)) for p in given.statement.content)

    def length(given: Attributed) -> int:
        return sum(piece.end - piece.start for piece in given.statement.content)

    some = [given for given in passage.statements if 2 * shared(given) > span.end - span.start]
    return max(some, key=lambda given: (shared(given), -length(given)), default=None)


def _by_two(passage: Passage, places: Sequence[int]) -> bool:
    """Whether the first and the last of some words are of two speakers."""
    speakers = []
    for place in (places[0], places[-1]):
        here = Span(passage.start + place, passage.start + place + 1)
        given = _giving(here, passage)
        if given is None or given.speaker_id is None:
            return False
        speakers.append(given.speaker_id)
    return speakers[0] != speakers[1]


def _standing(
    passage: Passage, given: Attributed | None, span: Span, marking: Callable[[str], Sequence[Span]]
) -> Iterator[Note]:
    if not passage.latest:
        yield "earlier"
    if given and given.statement.form != "mixed":
        if given.statement.form == "indirect":
            yield "unquoted"
        return
    start = max(passage.text.rfind(sign, 0, span.start) for sign in "\n\r\u2028\u2029") + 1
    if start == 0 and passage.start > 0:
        return  # the passage begins within a paragraph, and perhaps within a quotation
    end = _PARAGRAPH_END.search(passage.text, span.end)
    paragraph = passage.text[start : end.start() if end else len(passage.text)]
    inside = sum(
        max(0, min(each.end, span.end - start) - max(each.start, span.start - start))
        for each in marking(paragraph)
    )
    if 2 * inside < span.end - span.start:
        yield "unquoted"


_PARAGRAPH_END = re.compile(r"[\r\n\u2028\u2029]|\Z")


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What the sentence, or the sentences, have before and after a stretch."""
    first = max(start - _CONTEXT, 0)
    ends = [found.end() for found in _SENTENCE_END.finditer(text, first, start)]
    before = text[ends[-1] : start] if ends else ("… " if first else "") + text[first:start].lstrip()
    last = min(end + _CONTEXT, len(text))
    found = _SENTENCE_END.search(text, end, last)
    after = text[end : found.end()].rstrip() if found else text[end:last] + (" …" if last < len(text) else "")
    return before, after
