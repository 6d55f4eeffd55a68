"""Which names of organisations, states and other voices without a person are names of one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from onrecord.linking.names import Words, initials, is_acronym, thing_words
from onrecord.terms.statement import Actor, ActorKind

__all__ = ["Things"]

_Named: TypeAlias = tuple[ActorKind, Words]
_Spelled: TypeAlias = Mapping[tuple[ActorKind, str], set[Words]]


class Things:
    """Everything with a name in a collection that is no person.

    Args:
        met: each as an article names it, with the article's id.
    """

    def __init__(self, met: Iterable[tuple[str, Actor]]) -> None:
        found = list(met)
        self._anywhere = _spelled(actor for _, actor in found)
        here: defaultdict[str, list[Actor]] = defaultdict(list)
        for article, actor in found:
            here[article].append(actor)
        self._within = {article: _spelled(actors) for article, actors in here.items()}
        self._countries: defaultdict[_Named, set[str]] = defaultdict(set)
        self._countries_within: defaultdict[tuple[str, _Named], set[str]] = defaultdict(set)
        for article, actor in found:
            if actor.country:
                named = (actor.kind, self._spelled_out(article, actor))
                self._countries[named].add(actor.country)
                self._countries_within[article, named].add(actor.country)

    def whole(self, article: str, actor: Actor) -> tuple[Words, str]:
        """The full name, and the country where the name occurs with several; else an empty text."""
        words = self._spelled_out(article, actor)
        named = (actor.kind, words)
        if len(self._countries[named]) < 2:  # noqa: PLR2004 - one country is no choice
            return words, ""
        if actor.country:
            return words, actor.country
        near = self._countries_within[article, named]
        return words, next(iter(near)) if len(near) == 1 else ""

    def _spelled_out(self, article: str, actor: Actor) -> Words:
        words = thing_words(actor.name)
        if not is_acronym(actor.name):
            return words
        for collection in (self._within.get(article, {}), self._anywhere):
            full = collection.get((actor.kind, words[0]))
            if full:
                return next(iter(full)) if len(full) == 1 else words
        return words


def _spelled(actors: Iterable[Actor]) -> _Spelled:
    """Names of several words by their initials."""
    found: defaultdict[tuple[ActorKind, str], set[Words]] = defaultdict(set)
    for actor in actors:
        words = thing_words(actor.name)
        if len(words) > 1:
            found[actor.kind, initials(words)].add(words)
    return found
