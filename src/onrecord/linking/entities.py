"""The same actor across articles."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from onrecord.linking.names import NAMELESS, Words, is_description, person_words, thing_words
from onrecord.linking.people import People
from onrecord.linking.things import Things
from onrecord.terms.entity import Entity, folded
from onrecord.terms.statement import Actor, ActorKind

__all__ = ["Entities", "entities"]


class Entities(NamedTuple):
    """Who is who.

    Attributes:
        entities: every actor, ordered by id.
        ids: for an actor as an article names it, given with the article's id, the id of the
            entity; it is missing for those who cannot be told (unknown, unspecified).
    """

    entities: tuple[Entity, ...]
    ids: Mapping[tuple[str, Actor], str]


class _Key(NamedTuple):
    """What makes two actors one."""

    kind: ActorKind
    words: Words
    country: str = ""
    article: str = ""


def entities(actors: Iterable[tuple[str, Actor]]) -> Entities:
    """Join the actors of many articles.

    Args:
        actors: each actor as an article names it, with the article's id; their order, and how
            often each is given, make no difference.

    Two actors are one if they are of one kind and

    - people: their names are equal without accents, case and honorifics; or one lacks the other's
      middle names; or one is a surname that only one person of the article has or, if it
      names none, only one person of all the articles;
    - organisations, governments, groups, documents, outlets: their names are equal, or one is the other's
      initials, again in the article first; where a name occurs with several countries, each
      country has its own;
    - what is no name but a description ("a senior official", "polls") is the same only within its article.

    Takes time in proportion to the number of actors.
    """
    met = frozenset(pair for pair in actors if _can_be_told(pair[1]))
    people = People(pair for pair in met if _is_person(pair[1]) and not _is_described(pair[1]))
    things = Things(pair for pair in met if not _is_person(pair[1]) and not _is_described(pair[1]))
    members: defaultdict[_Key, list[tuple[str, Actor]]] = defaultdict(list)
    for article, actor in met:
        members[_key(article, actor, people, things)].append((article, actor))
    joined = {key: _entity(key, [actor for _, actor in pairs]) for key, pairs in members.items()}
    named = _identified(joined)
    ids = {pair: named[key].id for key, pairs in members.items() for pair in pairs}
    return Entities(tuple(sorted(named.values(), key=lambda entity: entity.id)), ids)


def _can_be_told(actor: Actor) -> bool:
    return actor.kind != "unknown" and actor.name.strip().casefold() not in NAMELESS


def _is_person(actor: Actor) -> bool:
    return actor.kind == "person"


def _is_described(actor: Actor) -> bool:
    # A name without a letter ("???") tells as little as a description.
    nameless = actor.kind == "unnamed" or not folded(actor.name)
    return nameless or is_description(actor.name, person=_is_person(actor))


def _key(article: str, actor: Actor, people: People, things: Things) -> _Key:
    if _is_described(actor):
        return _Key(actor.kind, (folded(actor.name) or actor.name,), article=article)
    if not _is_person(actor):
        return _Key(actor.kind, *things.whole(article, actor))
    whole = people.whole(article, actor)
    if whole is None:
        return _Key(actor.kind, person_words(actor.name), article=article)
    return _Key(actor.kind, whole)


def _entity(key: _Key, actors: Sequence[Actor]) -> Entity:
    """The entity of some actors, its id still to be given."""
    names = Counter(actor.name for actor in actors)
    roles = Counter(actor.role for actor in actors if actor.role)
    countries = Counter(actor.country for actor in actors if actor.country)
    words = person_words if key.kind == "person" else thing_words

    def fullest(name: str) -> tuple[object, ...]:
        return -len(words(name)), len(name.split()), name.isupper(), -names[name], name

    ordered = tuple(sorted(names, key=fullest))
    frequent = sorted(countries, key=lambda country: (-countries[country], country))
    return Entity(
        id="",
        name=ordered[0],
        kind=key.kind,
        names=ordered,
        roles=tuple(sorted(roles, key=lambda role: (-roles[role], role))),
        country=frequent[0] if frequent else None,
    )


def _identified(joined: Mapping[_Key, Entity]) -> Mapping[_Key, Entity]:
    """Give each entity a readable id of its own: no longer than it takes to tell it from all others."""
    ids = dict.fromkeys(joined, "")
    steps: tuple[Callable[[_Key], str], ...] = (
        lambda key: _slug(joined[key].name) + (f"-in-{_slug(key.article)}" if key.article else ""),
        lambda key: f"{ids[key]}-{key.kind}",
        lambda key: f"{ids[key]}-{key.country.casefold()}" if key.country else ids[key],
        lambda key: f"{ids[key]}-{hashlib.sha256(repr(tuple(key)).encode()).hexdigest()[:12]}",
    )
    clashing = set(joined)
    for step in steps:
        ids |= {key: step(key) for key in clashing}
        holders = Counter(ids.values())
        clashing = {key for key, id_ in ids.items() if holders[id_] > 1}
    return {
        key: Entity(ids[key], entity.name, entity.kind, entity.names, entity.roles, entity.country)
        for key, entity in joined.items()
    }


LONGEST = 60
"""The longest slug of one name, in characters."""


def _slug(name: str) -> str:
    """A name as a part of an address that one can read: ``joren-maddrick``.

    Letters of other scripts stay what they are; a name without any is a digest.
    """
    slug = folded(name).replace(" ", "-")
    if len(slug) > LONGEST:
        slug = slug[:LONGEST].rpartition("-")[0] or slug[:LONGEST]
    return slug or hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:12]
