"""An article seen as a scene: its sentences, its quotations and everybody it names, worked out once."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from onrecord.analysis.cast import Cast, Mention, cast_of
from onrecord.analysis.interviews import turns
from onrecord.analysis.outlets import called_in_full
from onrecord.analysis.quotes import Quoted, quoted
from onrecord.analysis.words import Word, paragraphs, sentences, span_around, words
from onrecord.terms.article import Article
from onrecord.terms.span import Span, Spans
from onrecord.terms.statement import Actor

__all__ = ["Scene", "scene_of"]

_LEAD = 3
"""How many paragraphs, the headline counted, are the lead."""


@dataclass(frozen=True, eq=False)
class Scene:
    """What every rule looks at.

    Attributes:
        article: the article.
        cast: everybody it names.
        quoted: its quotations.
        sentences: its sentences.
        paragraphs: its lines that are not blank.
        turns: where the words of its interview turns start; they are direct without marks.
        kept: what the rules have worked out of it, for them to look up again.
    """

    article: Article
    cast: Cast
    quoted: Quoted = field(repr=False)
    sentences: Spans = field(repr=False)
    paragraphs: Spans = field(repr=False)
    turns: frozenset[int] = field(default=frozenset(), repr=False)
    kept: dict[tuple[Hashable, ...], Any] = field(default_factory=dict, repr=False)

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def starts(self) -> dict[int, int]:
        """Where each sentence starts → its number."""
        return {span.start: number for number, span in enumerate(self.sentences)}

    @cached_property
    def told(self) -> list[int]:
        """Where the sentences start that begin in the writer's own words."""
        return [span.start for span in self.sentences if not self.is_quoted(span.start)]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each actor is named."""
        return Counter(mention.actor.name for mention in self.cast.mentions)

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Everybody named, by name."""
        return {mention.actor.name: mention.actor for mention in self.cast.mentions}

    @cached_property
    def outlet(self) -> str | None:
        """The outlet as its report calls itself, or else as the article's head has it."""
        named = (m.actor for m in self.cast.mentions)
        return called_in_full(self.text, self.article.outlet, named)

    @cached_property
    def _words(self) -> tuple[list[Word], list[int]]:
        """Every word, and where each starts."""
        found = [word for line in self.paragraphs for word in words(self.text, line.start, line.end)]
        return found, [word.start for word in found]

    def words_in(self, start: int, end: int) -> list[Word]:
        """The words that start in ``[start, end)``."""
        found, starts = self._words
        return found[bisect_left(starts, start) : bisect_left(starts, end)]

    @cached_property
    def foremost(self) -> tuple[Actor, ...]:
        """The two whom the article names most often."""
        return tuple(self.actors[name] for name, _ in self.counts.most_common(2))

    @property
    def lead(self) -> Spans:
        """The first paragraphs, the headline counted: what a report tells at once."""
        return self.paragraphs[:_LEAD]

    @cached_property
    def headed(self) -> tuple[Mention, ...]:
        """The mentions in the first line."""
        first = self.paragraphs[0] if self.paragraphs else Span(0, 1)
        return self.cast.within(first.start, first.end)

    def sentence(self, position: int) -> Span:
        """The sentence that holds a position."""
        return span_around(self.sentences, position) or Span(0, 1)

    def paragraph(self, position: int) -> Span:
        """The paragraph that holds a position."""
        return span_around(self.paragraphs, position) or Span(0, 1)

    def sentence_number(self, position: int) -> int:
        """The number of the sentence that holds a position."""
        return self.starts.get(self.sentence(position).start, 0)

    def told_between(self, start: int, end: int) -> int:
        """How many sentences begin in the writer's own words between two positions."""
        return bisect_left(self.told, end) - bisect_left(self.told, start)

    def is_quoted(self, position: int) -> bool:
        """Whether a position stands inside a quotation."""
        return position < len(self.quoted.mask) and bool(self.quoted.mask[position])

    def outside_quotes(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions in ``[start, end)`` that are the writer's own words."""
        return tuple(m for m in self.cast.within(start, end) if not self.is_quoted(m.name))


@lru_cache(maxsize=1)
def scene_of(article: Article) -> Scene:
    """Read an article as a scene; the last one is kept, as statements and events both ask for it."""
    text = article.text
    spoken = frozenset(turn.content[0].start for turn in turns(text))
    return Scene(
        article, cast_of(text, article.title), quoted(text), sentences(text), paragraphs(text), spoken
    )
