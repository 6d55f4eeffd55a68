"""What is known of the occasions of an article's statements while they are made out, one after the other."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from onrecord.analysis.acts import Deed
from onrecord.analysis.choosing import Choice
from onrecord.analysis.scene import Scene
from onrecord.analysis.surroundings import Surroundings, place_of
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor, Attribution, Said

__all__ = ["FIELDS", "NOBODY", "Occasion", "Standing", "neighbours", "same_value"]

_NEAR = 4
FIELDS = ("said", "venue", "audience")
NOBODY = frozenset({"unspecified", "unknown"})


@dataclass(frozen=True, slots=True)
class Occasion:
    """When, where and to whom something was said.

    Attributes:
        choices: what was chosen for each field, with the rule, the evidence and how likely it is.
    """

    choices: dict[str, Choice[Any]] = field(default_factory=dict)

    def _value(self, name: str) -> Any:  # noqa: ANN401 - one of three types, told by the field
        choice = self.choices.get(name)
        return choice.option.value if choice and choice.option else None

    @property
    def said(self) -> Said | None:
        """The day or the interval."""
        value: Said | None = self._value("said")
        return value

    @property
    def venue(self) -> str | None:
        """Where or in what, as the text names it."""
        value: str | None = self._value("venue")
        return value

    @property
    def audience(self) -> Actor | None:
        """To whom."""
        value: Actor | None = self._value("audience")
        return value


@dataclass
class Standing:
    """The statements of an article on the way to their occasions."""

    around: Surroundings
    speakers: Sequence[Actor]
    deeds: Sequence[Deed]
    contexts: Sequence[frozenset[str]]
    order: Sequence[int]
    rank: dict[int, int]
    chosen: list[Occasion]
    signs: dict[int, dict[str, float]] = field(default_factory=dict)
    """What is known already of what signs are like, by their identity; the surroundings keep them alive."""
    stands: dict[tuple[int, int], dict[str, float]] = field(default_factory=dict)
    """What is known already of how a sentence stands to a statement, by their numbers."""
    telling: dict[str, list[tuple[str, bool]]] = field(default_factory=dict)
    """Of each field, who speaks in each statement and whether its own sentence tells of the field."""
    _named: dict[int, frozenset[str]] = field(default_factory=dict)

    @property
    def scene(self) -> Scene:
        """The article."""
        return self.around.scene

    @property
    def attributions(self) -> Sequence[Attribution]:
        """Its statements' spans."""
        return self.around.attributions

    @cached_property
    def _sentences(self) -> list[int]:
        return [self.scene.sentence_number(place_of(attribution)) for attribution in self.attributions]

    def named_in(self, sentence: int) -> frozenset[str]:
        """Whom the sentence of a number names."""
        if sentence not in self._named:
            span = self.scene.sentences[sentence] if self.scene.sentences else Span(0, 1)
            self._named[sentence] = frozenset(
                m.actor.name for m in self.scene.cast.within(span.start, span.end)
            )
        return self._named[sentence]

    def sentence_of(self, number: int) -> int:
        """The number of the sentence that a statement stands in."""
        return self._sentences[number]


def same_value(value: Any) -> Hashable:  # noqa: ANN401 - one of three types
    """By what two values of a field are the same."""
    if isinstance(value, Actor):
        return value.name.lower()
    return str(value).lower()


def neighbours(read: Standing, number: int) -> Sequence[int]:
    """The statements next to one in the text."""
    rank = read.rank[number]
    return [n for n in read.order[max(0, rank - _NEAR) : rank + _NEAR + 1] if n != number]
