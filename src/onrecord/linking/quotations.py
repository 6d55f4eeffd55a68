"""Did they say it? Each quotation of a draft, held against everything that was read.

What a collection has to be asked is stated here as a :class:`Shelf`; a record is one.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal, Protocol, TypeAlias

from onrecord.errors import QueryError
from onrecord.languages.english.grammar import FUNCTION_WORDS
from onrecord.linking.claims import another_day, other_speakers, stated
from onrecord.linking.comparing import place_of
from onrecord.linking.places import Place
from onrecord.linking.wording import Word, words_in
from onrecord.terms.quotation import Passage, Passages
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor, Statement

__all__ = [
    "LONGEST_DRAFT",
    "LONGEST_QUOTATION",
    "MOST_QUOTATIONS",
    "Checked",
    "Finding",
    "Shelf",
    "State",
    "check",
]

State: TypeAlias = Literal["as_is", "altered", "missing"]
"""Whether a quotation stands in the record in these words, in others, or not at all."""

LONGEST_DRAFT = 100_000
"""Code points of a draft: some sixteen thousand words."""

MOST_QUOTATIONS = 200
LONGEST_QUOTATION = 1_000
"""Words of one quotation."""

_ROW = 12
"""Words in a row that a quotation is first sought by."""

_LEAST_WORDS = 3
_LEAST_SHARE = 0.6
"""Of its words, that must stand in the record in their order, or it is another sentence."""

_BEYOND_CHANCE = 10.0
"""Bits by which these must tell more than where they stand: once in a thousand drafts it is chance."""

_FUNCTION_BITS = 4.0
_NEAR = 0.5
"""Likewise for words that are shown as the nearest ones, where nothing better is."""

_A_WORD = 100.0
"""By how much other places of an altered quotation may be farther than the nearest: about a word."""

_MOST_ALTERED = 10
_MOST_AROUND = 20_000


class Shelf(Protocol):
    """What is asked of a collection of articles; see ``record.collection.Record``."""

    def passages_with(self, words: str, *, around: int = 0) -> Passages:
        """Where words stand in a row."""

    def passages_like(self, words: Mapping[str, float], *, around: int = 0) -> Passages:
        """Where most of some words stand, the most telling first."""

    def bits_of(self, words: Collection[str]) -> Mapping[str, float]:
        """How much each word tells."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one quotation.

    Attributes:
        span: where it stands in the draft, with its marks.
        words: its words, marks included, as the draft has them.
        state: ``as_is``, ``altered`` or ``missing``.
        places: where it stands in the record: those where it is given to somebody first, and then the
            earliest; of a missing one the nearest words, if anything is near.
        articles: in how many articles it stands; ``places`` may hold fewer.
        more: whether it stands in more than were counted.
        said_by: whom the draft gives it to; ``None`` if to nobody by name, or if nobody looked.
        others: whom the record gives the words to, if to none of them that the draft may mean.
        days: when the record says that they were said, first and last day, if the draft has another date.
    """

    span: Span
    words: str
    state: State
    places: tuple[Place, ...] = ()
    articles: int = 0
    more: bool = False
    said_by: Actor | None = None
    others: tuple[str, ...] = ()
    days: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft, checked.

    Attributes:
        text: the draft.
        findings: its quotations in their order.
        attributed: whether it was seen whom the draft gives them to.
    """

    text: str
    findings: tuple[Finding, ...]
    attributed: bool = False

    def count(self, state: State) -> int:
        """How many quotations are in a state."""
        return sum(finding.state == state for finding in self.findings)


Marking: TypeAlias = Callable[[str], Sequence[Span]]
"""Finds the quotations of a text."""


def check(
    text: str, shelf: Shelf, *, marking: Marking, statements: Sequence[Statement] | None = None
) -> Checked:
    """Look for each quotation of a draft in a collection.

    Args:
        text: the draft, or one quotation: a text without a quotation mark is one.
        shelf: the collection.
        marking: finds the quotations of a text.
        statements: what the draft gives to whom; without it nobody is compared.

    Raises:
        QueryError: if there is nothing to check, or more than can be.
    """
    if len(text) > LONGEST_DRAFT:
        raise QueryError(
            f"this draft has {len(text):,} characters; {LONGEST_DRAFT:,} are the most, so check it in parts"
        )
    quotations = _quotations(text, marking)
    reader = _Reader(shelf, marking)
    found = [_claimed(reader.find(span, text), statements or ()) for span in quotations]
    return Checked(text, tuple(found), attributed=statements is not None)


def _quotations(text: str, marking: Marking) -> list[Span]:
    marked = [span for span in marking(text) if _sayable(words_in(span.of(text)))]
    if not marked and _sayable(words_in(text)):
        start = len(text) - len(text.lstrip())
        marked = [Span(start, len(text.rstrip()))]
    if not marked:
        raise QueryError("there is no word in this to be checked; paste a quotation or a draft")
    if len(marked) > MOST_QUOTATIONS:
        raise QueryError(
            f"this draft has {len(marked):,} quotations; {MOST_QUOTATIONS} are the most, so check it in parts"
        )
    for span in marked:
        if (number := len(words_in(span.of(text)))) > LONGEST_QUOTATION:
            opening = " ".join(span.of(text)[:60].split())
            told = f"the quotation that begins {opening!r} has {number:,} words"
            raise QueryError(f"{told}; {LONGEST_QUOTATION:,} are the most")
    return marked


def _sayable(words: Sequence[Word]) -> bool:
    return any(not word.gap for word in words)


class _Reader:
    """Looks quotations up, each wording once."""

    def __init__(self, shelf: Shelf, marking: Marking) -> None:
        self._shelf = shelf
        self._marking = marking
        self._bits: dict[str, float] = {}
        self._known: dict[str, Finding] = {}

    def find(self, span: Span, text: str) -> Finding:
        said = span.of(text)
        if said not in self._known:
            self._known[said] = self._find(span, said)
        return replace(self._known[said], span=span)

    def _find(self, span: Span, said: str) -> Finding:
        words = words_in(said)
        around = min(_MOST_AROUND, 2 * len(said) + 400)
        hits = self._shelf.passages_with(_row(said, words), around=around)
        places = self._places(said, words, hits.rows)
        exact = [place for place in places if place.exact]
        articles = hits.articles if len(exact) == len(hits.rows) else len(exact)
        if not exact:
            like = self._shelf.passages_like(self._weights(words), around=around)
            places = _distinct([*places, *self._places(said, words, like.rows)])
            exact = [place for place in places if place.exact]
            articles = len({place.passage.article for place in exact})
        if exact:
            return Finding(span, said, "as_is", _given_first(exact), articles, hits.more)
        places.sort(key=lambda place: place.cost)
        altered = [place for place in places if self._tells(words, place, least=_LEAST_SHARE)]
        if altered:
            alike = [place for place in altered if place.cost <= 1.5 * altered[0].cost + _A_WORD]
            return Finding(span, said, "altered", tuple(alike[:_MOST_ALTERED]), len(alike))
        near = (place for place in places if self._tells(words, place, least=_NEAR, beyond=0.0))
        return Finding(span, said, "missing", tuple(islice(near, 1)))

    def _places(self, said: str, words: Sequence[Word], rows: Sequence[Passage]) -> list[Place]:
        return [place for row in rows if (place := place_of(said, words, row, self._marking))]

    def _weights(self, words: Sequence[Word]) -> Mapping[str, float]:
        wanted = {word.key for word in words if not word.gap and not word.bracketed}
        if new := sorted({"", *wanted} - self._bits.keys()):
            for word, bits in self._shelf.bits_of(new).items():
                self._bits[word] = min(bits, _FUNCTION_BITS) if word in FUNCTION_WORDS else bits
        return {word: self._bits[word] for word in sorted(wanted)}

    def _tells(
        self, words: Sequence[Word], place: Place, *, least: float, beyond: float = _BEYOND_CHANCE
    ) -> bool:
        """Whether so many words, so rare, stand there that it is no chance."""
        if place.matched < _LEAST_WORDS or place.share < least:
            return False
        weights = self._weights(words)
        told = sum(weights.get(key, 0.0) for key in place.keys)
        return told >= self._bits[""] + beyond


def _row(said: str, words: Sequence[Word]) -> str:
    """The longest row of words that the draft does not mark as changed, as far as it is sought by."""
    best: Sequence[Word] = ()
    row: list[Word] = []
    for word in words:
        row = [] if word.gap or word.bracketed else [*row, word]
        if len(row) > len(best):
            best = row
    best = best[:_ROW]
    return said[best[0].span.start : best[-1].span.end] if best else ""


def _given_first(places: Sequence[Place]) -> tuple[Place, ...]:
    return tuple(sorted(places, key=lambda place: place.given is None))


def _distinct(places: Sequence[Place]) -> list[Place]:
    """The nearest place of each article."""
    best: dict[str, Place] = {}
    for place in places:
        other = best.get(place.passage.article)
        if other is None or (place.cost, not place.passage.latest) < (other.cost, not other.passage.latest):
            best[place.passage.article] = place
    return list(best.values())


def _claimed(finding: Finding, statements: Sequence[Statement]) -> Finding:
    """The finding with what the draft says of the quotation, held against what the record says."""
    claim = stated(finding.span, statements)
    if claim is None or finding.state == "missing":
        return replace(finding, said_by=claim.speaker if claim else None)
    given = [place.given for place in finding.places if place.given]
    return replace(
        finding,
        said_by=claim.speaker,
        others=other_speakers(claim.speaker, given),
        days=another_day(claim.said, given),
    )
