"""The values offered for a field of a statement's occasion, with all that tells for and against each."""

from collections.abc import Hashable
from typing import Any

from onrecord.analysis.choosing import Given, Ground, Option, Told
from onrecord.analysis.precedents import Precedents
from onrecord.analysis.signs import Sign
from onrecord.analysis.standing import Standing
from onrecord.terms.span import Spans

__all__ = ["Offers"]

_BY = {
    "own": "the sentence of the cue",
    "content": "the words attributed",
    "before": "the sentence before",
    "after": "the sentence after",
    "lead": "the lead of the report",
    "held": "taken over from the statement around it",
    "carried on": "carried over from the same speaker",
    "leaning": "carried over from the same speaker",
    "carried over": "carried over from another speaker",
    "ahead": "what the same speaker is said to have said later",
    "behind": "what the same speaker is said to have said before",
    "lately": "what the report named last",
    "anywhere": "what the report names oftenest",
    "fieldwork": "when the poll was taken",
    "partner": "who spoke to them before",
    "answerer": "who speaks next",
    "begins content": "who the words attributed begin with",
    "in the venue": "who is named in the venue",
    "beside": "who is named beside the cue",
}
"""What offers a value, group by group."""
_NEARER = frozenset({"own", "content", "before", "held", "carried on", "leaning", "carried over"})
"""Groups that say better than others why a value is one's."""
_FARTHER = frozenset({"anywhere", "lately", "behind"})
"""Groups of which they do."""
_WITHOUT_CONTEXT = frozenset(
    {"content", "held", "fieldwork", "partner", "answerer", "begins content", "beside"}
)
"""Groups that weigh alike for every statement."""
_KINDS = {group: "around" if group in ("before", "after", "lead") else group for group in _BY}
"""The groups by which features weigh: those of the sentences around weigh the same."""
_UNDER = {group: f"{kind}: " for group, kind in _KINDS.items()}


def _ground(group: str, *, beside_own: bool) -> Ground:
    near = "here" if group in ("own", "content") else "elsewhere"
    by_itself = (group, near, "elsewhere beside own") if beside_own else (group, near)
    with_cases = ("filled", near) if group in _WITHOUT_CONTEXT else ("filled", near, _KINDS[group])
    return Ground(by_itself, with_cases)


_GROUNDS = {
    (group, own): _ground(group, beside_own=own and group != "own") for group in _BY for own in (True, False)
}


class Offers:
    """The options for a field of a statement, as one rule after the other adds to them.

    The rules that say better why a value is one's come first, and the own sentence before all others.

    Attributes:
        read: what is known of the article's occasions.
        number: the statement.
        name: the field.
        own: whether the statement's own sentence offers anything.
        options: what is offered.
    """

    __slots__ = ("_common", "_nearer", "_precedents", "name", "number", "options", "own", "read")

    def __init__(self, read: Standing, number: int, name: str) -> None:
        self.read = read
        self.number = number
        self.name = name
        self.own = False
        self.options: list[Option[Any]] = []
        self._common: dict[str, tuple[Told, ...]] = {}
        self._nearer: dict[Hashable, tuple[str, Spans]] = {}
        self._precedents: Precedents | None = None

    def add(
        self,
        group: str,
        value: Any,  # noqa: ANN401 - one of three types
        key: Hashable,
        told: tuple[Told, ...],
        evidence: Spans,
        *,
        certain: bool = False,
    ) -> None:
        """Add a value.

        Args:
            group: what offers it, as the weights call it.
            value: the value.
            key: by what it is the same as another.
            told: what tells for and against it here.
            evidence: the words it is read from.
            certain: whether it is told outright.
        """
        before = self._precedents
        if before is None:
            before = self._precedents = Precedents(self.read, self.number, self.name)
        common = self._common.get(group)
        if common is None:
            given = Given(_GROUNDS[group, self.own], self.read.contexts[self.number])
            common = self._common[group] = before.of_any, given
        by = _BY[group]
        if group in _NEARER:
            self._nearer.setdefault(key, (by, evidence))
        elif group in _FARTHER and key in self._nearer:
            by, evidence = self._nearer[key]
        self.options.append(Option(value, key, by, told + before.of_value(key), evidence, certain, common))

    def add_sign(self, group: str, sign: Sign, *told: Told, certain: bool = False) -> None:
        """Add the value that a sign names."""
        like = sign.traits.under(_UNDER[group])
        self.add(group, sign.value, sign.key, (like, *told), (sign.span,), certain=certain)
