"""Who is who after people have merged and split actors: their decisions laid over what was linked."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.terms.entity import Entity, folded
from onrecord.terms.judgement import Judgement, Member, Merge, Split, Standing
from onrecord.terms.statement import ActorKind

__all__ = ["Cast", "Recast", "recast"]


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is who.

    Attributes:
        entities: the actors by id.
        members: the id of each actor as an article names it.
    """

    entities: Mapping[str, Entity]
    members: Mapping[Member, str]


@dataclass(frozen=True, slots=True)
class Recast:
    """Who is who by people's word.

    Attributes:
        cast: everybody.
        touched: ids of those actors, as they were linked, of whom something else is true now.
        became: for the id of an actor that was merged into another, the id of that one.
    """

    cast: Cast
    touched: frozenset[str]
    became: Mapping[str, str]


def recast(linked: Cast, judgements: Iterable[Judgement]) -> Recast:
    """Lay merging and splitting over what was linked, in the order of deciding.

    An actor that was decided about is known again by the mentions it had then, else by its id; a decision
    about somebody who is not there is passed over, and takes effect when they are.
    """
    work = _Recasting(linked)
    for one in judgements:
        match one.what:
            case Merge(actor, others):
                work.merge(actor, others)
            case Split():
                work.split(one.what)
    cast = Cast(work.entities, work.members)
    return Recast(cast, frozenset(work.touched), work.became)


class _Recasting:
    """A cast while decisions are laid over it."""

    def __init__(self, linked: Cast) -> None:
        self.entities = dict(linked.entities)
        self.members = dict(linked.members)
        self.touched: set[str] = set()
        self.became: dict[str, str] = {}
        self._sources = {id_: {id_} for id_ in self.entities}
        self._of: defaultdict[str, list[Member]] = defaultdict(list)
        for member, id_ in self.members.items():
            self._of[id_].append(member)

    def merge(self, into: Standing, others: Sequence[Standing]) -> None:
        kept = self._now(into)
        gone = {id_: None for each in others if (id_ := self._now(each)) and id_ != kept}
        if kept is None:
            return
        for id_ in gone:
            self._move(self._of[id_], kept)
            one, other = self.entities[kept], self.entities.pop(id_)
            names = tuple(dict.fromkeys((*one.names, *other.names)))
            roles = tuple(dict.fromkeys((*one.roles, *other.roles)))
            country = one.country or other.country
            self.entities[kept] = replace(one, names=names, roles=roles, country=country)
            self._touch(id_, kept)
            self.became[id_] = kept

    def split(self, given: Split) -> None:
        whole = self._now(given.actor)
        if whole is None:
            return
        wordings, articles = {folded(name) for name in given.names}, set(given.articles)
        theirs = [
            (article, actor)
            for article, actor in self._of[whole]
            if (not wordings or folded(actor.name) in wordings) and (not articles or article in articles)
        ]
        if not theirs or len(theirs) == len(self._of[whole]):
            return
        self._sources.setdefault(given.id, set())
        self._touch(whole, given.id)
        self._move(theirs, given.id)
        was = self.entities[whole]
        self.entities[given.id] = self._made(given.id, given.name, was.kind)
        wordings_left = {actor.name for _, actor in self._of[whole]}
        name = (
            was.name if was.name in wordings_left else max(wordings_left, key=lambda each: (len(each), each))
        )
        self.entities[whole] = self._made(whole, name, was.kind)

    def _made(self, id_: str, name: str, kind: ActorKind) -> Entity:
        """The actor of some mentions, under a name: other wordings the fullest first, roles by frequency."""
        actors = [actor for _, actor in self._of[id_]]
        met = sorted({actor.name for actor in actors}, key=lambda each: (-len(each), each))
        names = tuple(dict.fromkeys((name, *met)))
        roles = [role for role, _ in Counter(actor.role for actor in actors if actor.role).most_common()]
        countries = Counter(actor.country for actor in actors if actor.country).most_common(1)
        return Entity(id_, name, kind, names, tuple(roles), countries[0][0] if countries else None)

    def _move(self, members: Sequence[Member], id_: str) -> None:
        moving = list(members)
        gone = set(moving)
        for owner in {self.members[member] for member in moving}:
            self._of[owner] = [each for each in self._of[owner] if each not in gone]
        self._of[id_] += moving
        self.members |= dict.fromkeys(moving, id_)

    def _touch(self, one: str, other: str) -> None:
        both = self._sources[one] | self._sources[other]
        self._sources[one] = self._sources[other] = both
        self.touched |= both

    def _now(self, standing: Standing) -> str | None:
        """Who somebody is by now."""
        for member in standing.members:
            if member in self.members:
                return self.members[member]
        id_: str | None = standing.id
        while id_ is not None and id_ not in self.entities:
            id_ = self.became.get(id_)
        return id_
