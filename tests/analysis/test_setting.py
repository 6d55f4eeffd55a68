"""The state that an article is set in, and who takes it over."""

from onrecord.analysis.setting import Setting, setting_of
from onrecord.terms.statement import Actor

HOME = "Norway voted. The Norwegian parliament met in Oslo. Norwegians were calm. Anna Rask of Oslo left."


def test_the_foremost_state_is_where_an_article_is_set() -> None:
    """Names, people and capital of one state count together, and say where they were read."""
    setting = setting_of(HOME)
    assert setting.country == "NO"
    assert [span.of(HOME) for span in setting.evidence] == ["Norway"]


def test_an_article_of_two_states_is_set_in_neither() -> None:
    """No state is taken where none is foremost, nor from a word or two."""
    assert setting_of(f"{HOME} Swedes met Swedish ministers in Stockholm. Sweden agreed.").country is None
    assert setting_of("A Norwegian spoke.").country is None


def test_those_without_a_state_take_it_over() -> None:
    """A person does; a foreigner, a body of many states and nobody in particular do not."""
    setting = Setting("NO")
    assert setting.placed(Actor("Anna Rask", "person")).country == "NO"
    for actor in (
        Actor("Ivo Kell", "person", country="SE"),
        Actor("UN General Assembly", "organisation"),
        Actor("unspecified", "unnamed"),
        Actor("Sweden", "government", country="SE"),
    ):
        assert setting.placed(actor) == actor


def test_a_known_institution_has_its_own_state() -> None:
    """What everybody knows goes before where the article is set."""
    assert Setting("NO").placed(Actor("Sky News", "organisation")).country == "GB"
