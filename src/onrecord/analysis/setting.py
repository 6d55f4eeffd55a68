"""Where an article is set: the state that most of what it names belongs to.

A report on a state's own affairs does not say of everybody that they are from there; it says so of strangers.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.analysis.words import Word, paragraphs, words
from onrecord.languages.english.institutions import INSTITUTIONS_OF
from onrecord.languages.states import CAPITALS, DEMONYMS, NAMES, PROVINCES
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor

__all__ = ["Setting", "setting_of"]

_LEAST, _SHARE = 4, 0.7
"""So many words of a state, and such a share of all words of states, make it the one an article is set in."""
_LONGEST = 3
_PLACED = frozenset({"person", "organisation", "group", "document", "unnamed", "writer"})
_ABROAD = frozenset(
    {"un", "nato", "eu", "opec", "imf", "who", "nations", "european", "international", "world", "global"}
)
"""Words of bodies that belong to no one state."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The state an article is set in.

    Attributes:
        country: its code, or ``None`` where no state is foremost.
        evidence: the first words that name it.
    """

    country: str | None = None
    evidence: tuple[Span, ...] = ()

    def placed(self, actor: Actor) -> Actor:
        """The actor with the state that it speaks from, unless that is known or it belongs to none."""
        if actor.country or actor.name == "unspecified":
            return actor
        known = INSTITUTIONS_OF.get(actor.name) if actor.kind in ("organisation", "writer") else None
        if known:
            return replace(actor, country=known)
        if self.country is None or not (actor.kind in _PLACED or actor.name.endswith(" administration")):
            return actor
        own = {word.lower for word in words(actor.name)}
        return actor if own & _ABROAD else replace(actor, country=self.country)


def setting_of(text: str) -> Setting:
    """The state that an article is set in, by its names, its people and its institutions."""
    found = list(_named(text))
    counts = Counter(code for code, _ in found)
    if not counts:
        return Setting()
    code, times = counts.most_common(1)[0]
    if times < _LEAST or times < _SHARE * sum(counts.values()):
        return Setting()
    return Setting(code, tuple(span for each, span in found if each == code)[:1])


def _named(text: str) -> list[tuple[str, Span]]:
    parts = [word for line in paragraphs(text) for word in words(text, line.start, line.end)]
    found: list[tuple[str, Span]] = []
    free_from = 0
    for at, word in enumerate(parts):
        if word.text in _FIRST and at >= free_from:
            free_from = at + _state_at(text, at, parts, found)
    return found


def _state_at(text: str, at: int, parts: Sequence[Word], found: list[tuple[str, Span]]) -> int:
    """Note the state that the words at a place name; how many words that is, 0 if they name none."""
    start = parts[at].start
    for size in range(min(_FIRST[parts[at].text], len(parts) - at), 0, -1):
        end = parts[at + size - 1].end
        code = _STATES.get(text[start:end])
        if code:
            found.append((code, Span(start, end)))
            return size
    return 0


_STATES = {**INSTITUTIONS_OF, **CAPITALS, **PROVINCES, **DEMONYMS, **NAMES}
_FIRST: dict[str, int] = {}
"""The words with which the names of states begin, and how many words such a name has at most."""
for _name in map(words, _STATES):
    if _name[0].capital:
        _FIRST[_name[0].text] = max(_FIRST.get(_name[0].text, 0), min(len(_name), _LONGEST))
