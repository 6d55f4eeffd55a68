"""Who “I” is outside quotations."""

from onrecord.analysis.bylines import first_person_of
from onrecord.analysis.scene import scene_of
from onrecord.terms.article import Article

BODY = "I walked over the bridge. I think that it will hold.\n\nIt was cold.\n\n"


def writer(text: str) -> tuple[str, str]:
    actor = first_person_of(scene_of(Article("a", text, outlet="The Tarrow Courier"))).actor
    return actor.name, actor.kind


def test_the_note_under_a_piece_names_its_writer() -> None:
    """A last paragraph that begins with a person and says what they are."""
    assert writer(f"{BODY}Anna Rask is an engineer in Tarrow.") == ("Anna Rask", "person")


def test_a_byline_names_its_writer() -> None:
    """So does a first line that says by whom."""
    assert writer(f"By Anna Rask\n\n{BODY}") == ("Anna Rask", "person")


def test_without_either_it_is_the_outlet() -> None:
    """A person who is only named last has not written it."""
    assert writer(f"{BODY}Nobody saw Anna Rask.") == ("The Tarrow Courier", "writer")


def test_a_name_over_the_piece_signs_it() -> None:
    """A headline that begins with a name and a colon names who writes."""
    assert writer(f"Anna Rask: Why I walk\n\n{BODY}") == ("Anna Rask", "person")


def test_each_letter_is_signed_by_the_name_under_it() -> None:
    """On a page of letters “I” is whoever signs next."""
    text = "Letters\n\nI like it.\n\nAnna Rask\n\nTarrow\n\nI do not, and say so.\n\nMartin Voss\n\nArlen\n"
    scene = scene_of(Article("a", text, outlet="The Tarrow Courier"))
    places = text.index("I like"), text.index("I do not")
    assert [first_person_of(scene, at).actor.name for at in places] == ["Anna Rask", "Martin Voss"]


def test_we_are_people_at_large_who_think_and_the_outlet_that_asks() -> None:
    """Speech is the outlet's, thought is everybody's."""
    scene = scene_of(Article("a", "The bridge fell.", outlet="The Tarrow Courier"))
    kinds = [first_person_of(scene, 0, case="we", cue=cue).actor.kind for cue in ("remember", "have asked")]
    assert kinds == ["group", "writer"]


def test_the_first_person_of_a_turn_is_whose_turn_it_is() -> None:
    """In a printed interview “I” is the outlet after Q, and after A whoever the piece names first."""
    text = (
        "Anna Rask, a clerk, wrote a book.\n\nQWhy did you write? I wonder.\n\nA: I had to.\n\n"
        "QDid it help?\n\nA: I think so."
    )
    scene = scene_of(Article("a", text, outlet="The Tarrow Courier"))
    names = [first_person_of(scene, text.index(at)).actor.name for at in ("I wonder", "I think")]
    assert names == ["The Tarrow Courier", "Anna Rask"]


def test_words_given_in_full_are_of_who_is_named_first() -> None:
    """Where the lead tells of a speech that follows, “I” is the person it names."""
    text = "The text of a speech by Anna Rask, a clerk.\n\n" + "I walk. I think. " * 4
    assert writer(text) == ("Anna Rask", "person")
