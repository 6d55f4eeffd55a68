"""A quotation held against one passage: where it stands, what differs, what only looks different."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, pairwise
from typing import Literal, TypeAlias

from onrecord.linking.alignment import Step, align
from onrecord.linking.places import NOTES, Note, Piece, PieceKind, Place
from onrecord.linking.standing import by_two, giving, sentence, standing
from onrecord.linking.wording import Word, words_in
from onrecord.terms.quotation import Passage
from onrecord.terms.span import Span

__all__ = ["place_of"]

_SAID = re.compile(r"[,.;:!?()/…]")
_BOUNDARY = re.compile(r"[.!?…\n\r\u2028\u2029\"“”„«»‹›]|''|``")


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
    for chosen in chain((range(len(there)),), _broken(passage, there, marking)):
        found = align(words, [there[number] for number in chosen])
        if best is None or found.cost < best.cost:
            steps = [(one, None if at is None else chosen[at]) for one, at in found.steps]
            trimmed = _within_marks(words, there, passage.text, steps)
            best = _Laid(said, words, passage.text, there, trimmed, found.cost)
        if best.cost == 0:
            break
    if best is None or not best.pairs:
        return None
    return best.place(passage, marking)


def _broken(
    passage: Passage, there: Sequence[Word], marking: Callable[[str], Sequence[Span]]
) -> Iterator[Sequence[int]]:
    """The words of each statement that stands in several pieces, and those in marks, by their numbers."""
    pieces = [
        [(piece.start - passage.start, piece.end - passage.start) for piece in given.statement.content]
        for given in passage.statements
    ]
    pieces.append([(span.start, span.end) for span in marking(passage.text)])
    starts = [word.span.start for word in there]
    for spans in pieces:
        if len(spans) > 1:
            ranges = [range(bisect_left(starts, start), bisect_left(starts, end)) for start, end in spans]
            yield sorted({number for some in ranges for number in some})


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
        given = giving(span, passage)
        notes = {*self._notes(pieces), *standing(passage, given, [other.span for _, other in pairs], marking)}
        if self._leaps() and by_two(passage, [other.span.start for _, other in pairs]):
            notes.add("two_speakers")
        before, after = sentence(self.text, start, end)
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

    def _leaps(self) -> bool:
        """Whether it passes over words of the text."""
        beside = [at for one, at in self.steps if one is not None and at is not None]
        return any(following != at + 1 for at, following in pairwise(beside))

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
        for drafted, printed in self.pairs:
            yield from self._spelling(drafted, printed)
        for step, following in pairwise(self.steps):
            yield from self._between(step, following)
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

    def _between(self, step: Step, following: Step) -> Iterator[Note]:
        """What is told of the signs between two words that both have beside each other."""
        (one, at), (then, beside) = step, following
        if one is None or at is None or then is None or beside is None:
            return
        if beside != at + 1:
            yield "broken"
            return
        drafted = self.said[self.words[one].span.end : self.words[then].span.start]
        printed = self.text[self.there[at].span.end : self.there[beside].span.start]
        if " ".join(drafted.split()) != " ".join(printed.split()):
            yield "signs" if _SAID.findall(drafted) == _SAID.findall(printed) else "punctuation"

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
