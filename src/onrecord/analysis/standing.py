"""What is known of the occasions of an article's statements while they are made out, one after the other."""

from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from onrecord.analysis.acts import Deed
from onrecord.analysis.choosing import Choice, Traits
from onrecord.analysis.scene import Scene
from onrecord.analysis.surroundings import Surroundings
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor, Attribution, Said

__all__ = ["FIELDS", "NOBODY", "Occasion", "Standing"]

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
    """The statements of an article, in the order of the text, on the way to their occasions.

    Attributes:
        around: the statements and the sentences around them.
        speakers: who speaks in each.
        deeds: act and mode of each.
        contexts: what each is like.
        chosen: the occasions as far as they are made out.
    """

    around: Surroundings
    speakers: Sequence[Actor]
    deeds: Sequence[Deed]
    contexts: Sequence[frozenset[str]]
    chosen: list[Occasion]
    kept: dict[Hashable, Any] = field(default_factory=dict)
    """What rules have worked out already and ask for again, by the rule's name and what it asked of."""

    @property
    def scene(self) -> Scene:
        """The article."""
        return self.around.scene

    @property
    def attributions(self) -> Sequence[Attribution]:
        """Its statements' spans."""
        return self.around.attributions

    @cached_property
    def keys(self) -> Mapping[str, list[Hashable]]:
        """By what the value chosen for each statement is the same as another one's; None if it is empty."""
        return {name: [] for name in FIELDS}

    def settle(self, number: int, name: str, choice: Choice[Any]) -> None:
        """Take down what was chosen for a field of the next statement."""
        self.chosen[number].choices[name] = choice
        self.keys[name].append(choice.option.key if choice.option else None)

    @cached_property
    def names(self) -> Sequence[str]:
        """Who speaks in each, by name."""
        return [speaker.name for speaker in self.speakers]

    @cached_property
    def stands(self) -> Sequence[dict[int, Traits]]:
        """How other sentences stand to each statement, as far as that is worked out."""
        return [{} for _ in self.speakers]

    @cached_property
    def speaking(self) -> Sequence[Mapping[int, dict[str, float]]]:
        """Whose words the sentences of a statement's neighbours hold: the speaker's, or another's."""
        return [self._speaking(number) for number in range(len(self.speakers))]

    def _speaking(self, number: int) -> Mapping[int, dict[str, float]]:
        found: dict[int, dict[str, float]] = {}
        for other in self.neighbours(number):
            who = "the speaker" if self.names[other] == self.names[number] else "another"
            found.setdefault(self.around.sentences[other], {})[f"holds words of {who}"] = 1.0
        return found

    @cached_property
    def free(self) -> Sequence[int]:
        """The statements that stand in no other's content."""
        return [number for number, holder in enumerate(self.around.holders) if holder is None]

    @cached_property
    def by_speaker(self) -> Mapping[str, Sequence[int]]:
        """Of those, the ones of each speaker who is known."""
        found: dict[str, list[int]] = {}
        for number in self.free:
            if self.names[number] not in NOBODY:
                found.setdefault(self.names[number], []).append(number)
        return found

    @cached_property
    def named(self) -> Sequence[frozenset[str]]:
        """Whom each sentence names."""
        spans = self.scene.sentences or (Span(0, 1),)
        return [frozenset(m.actor.name for m in self.scene.cast.within(s.start, s.end)) for s in spans]

    def neighbours(self, number: int) -> Sequence[int]:
        """The statements next to one in the text."""
        return [
            *range(max(0, number - _NEAR), number),
            *range(number + 1, min(number + _NEAR + 1, len(self.names))),
        ]

    def comes_between(self, number: int, left: int, right: int) -> bool:
        """Whether a statement next to one stands between two places; they are in the order of the text."""
        first, last = (bisect_left(self.around.places, place) for place in (left, right))
        return any(n != number for n in range(max(first, number - _NEAR), min(last, number + _NEAR + 1)))
