"""The same actor across articles."""

from collections.abc import Sequence
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking.entities import Entities, entities
from onrecord.terms.statement import UNKNOWN, Actor, ActorKind

Met = tuple[str, Actor]


def person(name: str, country: str | None = None, role: str | None = None) -> Actor:
    """A person of that name."""
    return Actor(name, "person", role, None, country)


def organisation(name: str, country: str | None = None) -> Actor:
    """An organisation of that name."""
    return Actor(name, "organisation", country=country)


def same(found: Entities, *pairs: Met) -> bool:
    """Whether all of them are one entity."""
    return len({found.ids[pair] for pair in pairs}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("José Muñoz"), person("jose munoz")),
        (person("JOREN MADDRICK"), person("Mr. Joren Maddrick")),
        (person("Maddrick"), person("Joren Maddrick")),
        (person("von der Leyen"), person("Ursula von der Leyen")),
        (person("Vane-Tulloch"), person("Hester Vane-Tulloch")),
        (person("Joseph Biden"), person("Joseph Robinette Biden")),
        (person("Xi", "CN"), person("Xi Jinping", "CN")),
        (person("Lula"), person("Lula", "BR")),
        (organisation("The Tribunal for Shared Waters"), organisation("Tribunal for Shared Waters")),
        (organisation("EPA"), organisation("Environmental Protection Agency", "US")),
        (organisation("U.N."), organisation("United Nations")),
        (organisation("Supreme Court"), organisation("Supreme Court", "US")),
        (Actor("Russia", "government"), Actor("RUSSIA", "government", country="RU")),
        (Actor("Republicans", "group"), Actor("the Republicans", "group")),
    ],
)
def test_names_of_one_actor_join(one: Actor, other: Actor) -> None:
    """Accents, honorifics, case, a missing first or middle name, initials, an article make no difference."""
    assert same(entities([("a", one), ("b", other)]), ("a", one), ("b", other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Hillary Clinton"), person("Bill Clinton")),
        (person("Donald Trump"), person("Donald Trump Jr.")),
        (person("Melanie"), person("Melanie Smith")),
        (person("Smith", "GB"), person("John Smith", "US")),
        (person("Breitbart"), organisation("Breitbart")),
        (Actor("Breitbart", "writer"), organisation("Breitbart")),
        (organisation("Supreme Court", "US"), organisation("Supreme Court", "RU")),
        (organisation("EPA", "US"), organisation("Environment Protection Authority", "AU")),
        (organisation("an appeals court"), organisation("an appeals court")),
        (Actor("experts", "group"), Actor("experts", "group")),
        (Actor("a senior official", "unnamed"), Actor("a senior official", "unnamed")),
        (Actor("polls", "document"), Actor("polls", "document")),
    ],
)
def test_others_stay_apart(one: Actor, other: Actor) -> None:
    """Kinds, first names, sons, countries and mere descriptions keep actors of two articles apart."""
    assert not same(entities([("a", one), ("b", other)]), ("a", one), ("b", other))


def test_nobody_is_no_entity() -> None:
    """Who could not be made out, or is given no name at all, is not joined to anybody."""
    nobody = [UNKNOWN, Actor("unspecified", "unnamed"), Actor("Unknown", "person"), Actor("", "group")]
    assert entities([("a", actor) for actor in nobody]) == ((), {})


def test_a_surname_is_whom_its_article_names() -> None:
    """The article's own people come first, whoever else has the name in other articles."""
    trump = person("Trump")
    met = [("a", trump), ("a", person("Ivanka Trump")), ("b", trump), ("b", person("Donald Trump"))]
    found = entities([*met, ("c", trump), ("d", trump)])
    assert found.ids["a", trump] == "ivanka-trump"
    assert found.ids["b", trump] == "donald-trump"
    assert found.ids["c", trump] != found.ids["d", trump]
    assert found.ids["c", trump] not in {"ivanka-trump", "donald-trump"}


def test_a_surname_of_two_in_its_article_is_nobody_in_particular() -> None:
    """Rather one entity too many than words in the wrong mouth."""
    met = [("a", person(name)) for name in ("Clinton", "Bill Clinton", "Hillary Clinton")]
    assert len(entities(met).entities) == 3


def test_middle_names_are_dropped_only_where_one_has_them() -> None:
    """Between two Georges, plain George Bush is neither."""
    names = ("George Bush", "George W. Bush", "George H. W. Bush")
    assert len(entities([(str(at), person(name)) for at, name in enumerate(names)]).entities) == 3


def test_initials_are_those_of_the_article() -> None:
    """An acronym that stands for several names is the one that its article spells out."""
    short, full = organisation("AI"), organisation("Amnesty International")
    found = entities([("a", short), ("a", full), ("b", organisation("Agency Inspectorate")), ("c", short)])
    assert found.ids["a", short] == "amnesty-international"
    assert found.ids["c", short] == "ai"


def test_an_entity_tells_all_that_was_met() -> None:
    """The fullest name first, the most frequent role first, the country given most often."""
    met = [
        ("a", person("Maddrick", "XA", "spokesman")),
        ("a", person("Joren Maddrick", "XA", "government spokesman")),
        ("b", person("Joren Maddrick", "XB", "government spokesman")),
        ("b", person("JOREN MADDRICK")),
    ]
    [one] = entities(met).entities
    assert one.id == "joren-maddrick"
    assert one.name == "Joren Maddrick"
    assert one.names == ("Joren Maddrick", "JOREN MADDRICK", "Maddrick")
    assert one.roles == ("government spokesman", "spokesman")
    assert one.country == "XA"


def test_ids_are_readable_and_say_what_differs() -> None:
    """A clash of names shows the kind, then the country; a description shows its article."""
    met = [
        ("a", person("Breitbart")),
        ("a", organisation("Breitbart")),
        ("b", organisation("Supreme Court", "US")),
        ("c", organisation("Supreme Court", "RU")),
        ("c", Actor("a senior official", "unnamed")),
        ("c", person("Дмитрий Песков")),
        ("c", person("习近平")),
        ("c", person("!!!")),
    ]
    ids = [entity.id for entity in entities(met).entities]
    assert set(ids) >= {
        "breitbart-person",
        "breitbart-organisation",
        "supreme-court-organisation-us",
        "supreme-court-organisation-ru",
        "a-senior-official-in-c",
        "дмитрии-песков",
        "习近平",
    }
    assert len(ids) == 8


words = st.sampled_from(
    ["Ada", "Bob", "Trump", "Clinton", "von", "Mr", "Jr", "the", "a", "Court", "of", "É", "!"]
)
names = st.lists(words, max_size=4).map(" ".join) | st.sampled_from(["ACT", "unknown"]) | st.text(max_size=3)
actors = st.builds(
    Actor,
    name=names,
    kind=st.sampled_from(get_args(ActorKind)),
    role=st.none() | st.just("judge"),
    country=st.none() | st.sampled_from(["US", "GB", "CN"]),
)
meetings = st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), actors), max_size=12)


@given(st.data(), meetings)
def test_order_and_repetition_make_no_difference(data: st.DataObject, met: Sequence[Met]) -> None:
    """The same actors in any order, any number of times, are joined in the same way under the same ids."""
    shuffled = data.draw(st.permutations([*met, *met[:3]]))
    assert entities(met) == entities(shuffled)


@given(meetings)
def test_entities_keep_their_promises(met: Sequence[Met]) -> None:
    """One kind each, ids of their own, every name accounted for, and nothing left out but nobodies."""
    found = entities(met)
    by_id = {entity.id: entity for entity in found.entities}
    assert len(by_id) == len(found.entities)
    assert set(found.ids.values()) == set(by_id)
    for article, actor in met:
        if (article, actor) not in found.ids:
            assert actor.kind == "unknown" or actor.name.strip().casefold() in {"", "unknown"}
            continue
        entity = by_id[found.ids[article, actor]]
        assert entity.kind == actor.kind
        assert actor.name in entity.names
        assert entity.name == entity.names[0]
