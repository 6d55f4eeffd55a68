"""Who an article names, in full, with office and gender."""

from onrecord.analysis.cast import cast_of

TEXT = """Arlen spokesman Bram Tesk said the bridge would close. Mr Tesk named no date.

Rep. Odile Marn (R-Ark.), 51, who chairs the Harbour Safety Committee, objected.

"Marn is right," said Ivo Kell, an engineer at the Tarrow Institute. The HSC meets on Friday.

France sent observers. An attorney for the port, Lena Voss, left.

Calmora's foreign minister, Paskal Wrenn, came too. Wrenn said nothing."""


def test_people_are_known_by_their_fullest_name_and_office() -> None:
    """Titles before, after and in apposition go to the role, never to the name."""
    people = {p.name: p.title.role if p.title else None for p in cast_of(TEXT).people}
    assert people["Bram Tesk"] == "Arlen spokesman"
    assert people["Odile Marn"] == "Rep."
    assert people["Ivo Kell"] == "engineer"
    assert people["Lena Voss"] == "attorney for the port"
    assert people["Paskal Wrenn"] == "foreign minister"


def test_a_surname_leads_to_the_full_name() -> None:
    """Every later mention is the same person."""
    named = [m.actor.name for m in cast_of(TEXT).mentions]
    assert named.count("Bram Tesk") == named.count("Odile Marn") == named.count("Paskal Wrenn") == 2


def test_affiliation_and_country_come_from_the_title() -> None:
    """The institute of the engineer; the chamber and the country of a legislator with party and state."""
    people = {p.name: p.actor for p in cast_of(TEXT).people}
    assert people["Ivo Kell"].affiliation == "Tarrow Institute"
    assert (people["Odile Marn"].affiliation, people["Odile Marn"].country) == (
        "U.S. House of Representatives",
        "US",
    )


def test_states_are_governments_by_table_or_by_evidence() -> None:
    """France is in the table; Calmora has a foreign minister."""
    kinds = {m.actor.name: (m.actor.kind, m.actor.country) for m in cast_of(TEXT).mentions}
    assert kinds["France"] == ("government", "FR")
    assert kinds["Calmora"] == ("government", None)


def test_an_acronym_leads_to_what_it_spells() -> None:
    """Capitals that an organisation's name begins its words with are its name."""
    assert "Harbour Safety Committee" in [
        m.actor.name for m in cast_of(TEXT).mentions if TEXT[m.name : m.end] == "HSC"
    ]


def test_a_headline_introduces_nobody() -> None:
    """In title case capitals tell nothing; names that the body gives are still found there."""
    cast = cast_of("Odd Bridge Closure Angers Tesk And Others\n\nBram Tesk, a clerk, said so.")
    assert [p.name for p in cast.people] == ["Bram Tesk"]
    assert cast.mentions[0].actor.name == "Bram Tesk"


def test_the_headline_kept_apart_may_give_the_full_name() -> None:
    """A name that only the title gives in full is the full name."""
    cast = cast_of("Mr Tesk said the bridge would close.", "An hour with Bram Tesk, the bridge master")
    assert [m.actor.name for m in cast.mentions] == ["Bram Tesk"]


def test_gender_follows_honorific_office_and_given_name() -> None:
    """Only what tells is believed."""
    cast = cast_of(
        "Ms Oru Pell said so. Spokesman Ilk Dorn nodded. Anna Rask left. Reporter Tamsel Orv stayed."
    )
    assert [cast.gender_of(p.name) for p in cast.people] == ["female", "male", "female", None]
