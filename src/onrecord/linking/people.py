"""Which names of people are names of one person."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from onrecord.linking.names import Words, is_surname, person_words, short_forms
from onrecord.terms.statement import Actor

__all__ = ["People"]


@dataclass(slots=True)
class _Called:
    """Full names by the short forms that may stand for them."""

    full: defaultdict[Words, set[Words]] = field(default_factory=lambda: defaultdict(set))

    def add(self, words: Words, countries: frozenset[str], stands_for: Words) -> None:
        for form in short_forms(words, countries):
            self.full[form].add(stands_for)

    def by(self, words: Words) -> AbstractSet[Words]:
        return self.full.get(words, frozenset())


class People:
    """Everybody with a name in a collection, so that short names find their full ones.

    Args:
        met: each person as an article names them, with the article's id.
    """

    def __init__(self, met: Iterable[tuple[str, Actor]]) -> None:
        named = {(article, person_words(actor.name), actor.country) for article, actor in met}
        countries: defaultdict[Words, set[str]] = defaultdict(set)
        for _, words, country in named:
            countries[words] |= {country} - {None} if country else set()
        full = [words for words in countries if not is_surname(words)]
        self._whole = _fullest(full)
        self._countries: defaultdict[Words, set[str]] = defaultdict(set)
        self._anywhere = _Called()
        for words in full:
            self._countries[self._whole[words]] |= countries[words]
            self._anywhere.add(words, frozenset(countries[words]), self._whole[words])
        self._within: defaultdict[str, _Called] = defaultdict(_Called)
        for article, words, _ in named:
            if words in self._whole:
                self._within[article].add(words, frozenset(countries[words]), self._whole[words])

    def whole(self, article: str, actor: Actor) -> Words | None:
        """The full name of a person as an article names them; ``None`` if it could be that of several.

        The people of the article come first: "Smith" is the one Smith it names in full, whoever else
        is called so elsewhere. If it names none, it is the one of the whole collection.
        """
        words = person_words(actor.name)
        here = self._within[article].by(words) - {self._whole.get(words)}
        if here:
            return next(iter(here)) if len(here) == 1 else self._whole.get(words)
        if words in self._whole:
            return self._whole[words]
        known = self._anywhere.by(words)
        fitting = {name for name in known if self._fits(name, actor.country)}
        if len(fitting) == 1:
            return next(iter(fitting))
        return None if known else words

    def _fits(self, name: Words, country: str | None) -> bool:
        return not country or not self._countries[name] or country in self._countries[name]


def _fullest(names: Iterable[Words]) -> Mapping[Words, Words]:
    """For each full name the same with its middle names, if there is only one such.

    George Bush is no longer anybody in particular once there are George H. W. and George W. Bush.
    """
    alike: defaultdict[tuple[str, Words], set[Words]] = defaultdict(set)
    for words in names:
        alike[_ends(words)].add(words)
    whole: dict[Words, Words] = {}
    for group in alike.values():
        longer = [words for words in group if len(words) > min(map(len, group))]
        for words in group:
            whole[words] = longer[0] if len(longer) == 1 else words
    return whole


def _ends(words: Words) -> tuple[str, Words]:
    # A suffix is no last name: "Jr" tells a son from his father.
    return words[0], words[-1:] if not is_surname(words[-2:]) else words[-2:]
