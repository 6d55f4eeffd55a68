"""From the words of a source to who speaks."""

import pytest
from marked import marked

from onrecord.analysis.scene import scene_of
from onrecord.analysis.speakers import speakers
from onrecord.terms.article import Article
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor, Attribution


def spoken(text: str, **facts: str) -> list[Actor]:
    article, attributions = marked(text, **facts)
    return [s.actor for s in speakers(scene_of(article), attributions)]


def names(text: str, **facts: str) -> list[str]:
    return [actor.name for actor in spoken(text, **facts)]


def test_the_name_is_the_fullest_form_without_title() -> None:
    """“Mr Tesk” is the Bram Tesk of the lead, with his role."""
    text = "[1:Arlen spokesman Bram Tesk] <1:denied> {1:it}.\n\n{2:It rained}, [2:Mr Tesk] <2:said>."
    assert spoken(text) == [Actor("Bram Tesk", "person", "Arlen spokesman", "Arlen")] * 2


def test_a_pronoun_takes_up_the_speaker_before() -> None:
    """He and she lead to the nearest who fits, by gender."""
    text = (
        "[1:Anna Rask] <1:said> {1:the bridge was safe}. [2:Bram Tesk, a clerk,] <2:said> {2:it was not}.\n\n"
        "“{3:It fell},” [3:he] <3:said>. “{4:It did not},” [4:she] <4:said>."
    )
    assert names(text) == ["Anna Rask", "Bram Tesk", "Bram Tesk", "Anna Rask"]


def test_a_name_inside_a_quotation_is_no_antecedent() -> None:
    """Whom somebody quotes is not who speaks next."""
    text = "[1:Anna Rask] <1:said> {1:“Bram Tesk fell.”} “{2:He cried},” [2:she] <2:added>."
    assert names(text) == ["Anna Rask", "Anna Rask"]


def test_a_pronoun_in_reported_words_is_their_speaker() -> None:
    """Whoever is quoted indirectly is the one that “she” in the words is."""
    text = "Vera Ombrey waited. Anna Rask said she feared the flood."

    def at(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    outer = Attribution(at("Anna Rask"), at("said"), at("she feared the flood"))
    inner = Attribution(at("she"), at("feared"), at("the flood"))
    scene = scene_of(Article("test", text))
    assert [s.actor.name for s in speakers(scene, [inner, outer])] == ["Anna Rask", "Anna Rask"]


@pytest.mark.parametrize(
    ("description", "name"),
    [("The spokesman", "Bram Tesk"), ("The engineer", "Lena Voss"), ("the ministry", "Ministry of Waters")],
)
def test_a_description_leads_to_who_was_introduced_by_it(description: str, name: str) -> None:
    """Offices and bodies are taken up by their head noun."""
    lead = "Arlen spokesman Bram Tesk met Lena Voss, an engineer, at the Ministry of Waters. "
    assert names(f"{lead}[{description}] <said> {{it rained}}.") == [name]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("a senior official", "unnamed"),
        ("Experts", "group"),
        ("a report", "document"),
        ("The Tarrow Institute", "organisation"),
        ("Moscow", "government"),
        ("Two in three voters", "group"),
        ("Nobody", "unnamed"),
    ],
)
def test_kinds_follow_the_head_noun(source: str, kind: str) -> None:
    """A source that names no person says by its noun what it is."""
    assert [actor.kind for actor in spoken(f"[{source}] <said> {{it rained}}.")] == [kind]


def test_a_capital_speaks_for_its_state() -> None:
    """Moscow is the government of Russia."""
    assert spoken("[Moscow] <rejected> {the offer}.") == [Actor("Russia", "government", country="RU")]


def test_an_empty_source_carries_on_or_stays_nameless() -> None:
    """A participle belongs to the speaker before; an impersonal cue to nobody."""
    text = (
        "[1:Anna Rask] <1:left>, <2:adding> {2:that it rained} {1:x}. {3:The bridge} <3:is said to> be old."
    )
    assert names(text)[1:] == ["Anna Rask", "unspecified"]


def test_the_relative_pronoun_is_the_name_before_it() -> None:
    """The name before “who” speaks."""
    assert names("The crowd saw Bram Tesk, [who] <said> {it rained}.") == ["Bram Tesk"]


def test_questions_are_the_reporters() -> None:
    """Asked by nobody named, after a briefing to reporters."""
    text = "Bram Tesk, a clerk, told reporters so. <Asked> {whether it rained}, he nodded."
    assert spoken(text) == [Actor("reporters", "group")]


def test_an_interview_is_the_outlet_and_its_guest() -> None:
    """Q is the writer, A whoever the introduction names."""
    text = "Anna Rask has led the port for a year.\n\n[1:Q]<1::> {1:Will it close?}\n\n[2:A]<2::> {2:No.}"
    assert spoken(text, outlet="The Arlen Post") == [
        Actor("The Arlen Post", "writer"),
        Actor("Anna Rask", "person"),
    ]


def test_what_belongs_to_somebody_is_named_after_them() -> None:
    """“Her office” is her office."""
    text = "[1:Anna Rask] <1:said> {1:nothing}. [2:Her office] <2:declined> {2:to comment}."
    assert names(text) == ["Anna Rask", "Anna Rask's office"]


def test_several_at_once_are_a_group() -> None:
    """Two names joined speak as one group."""
    assert spoken("[Anna Rask and Peter Voss] <said> {it rained}.") == [
        Actor("Anna Rask and Peter Voss", "group")
    ]


def test_nobody_before_is_unknown() -> None:
    """A pronoun with nobody to take up is counted as unknown, not guessed."""
    assert names("[She] <said> {it rained}.") == ["unknown"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Rask was tired. [1:Rask’s letter] <1:asked for> {1:more time}.", "Anna Rask"),
        ("The Tribunal for Shared Rivers met. [1:The ruling] <1:said> {1:no}.", "Tribunal for Shared Rivers"),
        ("A pilot was tired. [1:James A. Rask, a pilot,] <1:said> {1:so}.", "James A. Rask"),
        ("It rained on the quay. [1:The Norwegian government] <1:said> {1:so}.", "Norway"),
        ("Anna Rask, a clerk, came. [1:She and her brother] <1:said> {1:so}.", "Anna Rask and her brother"),
        ("It was late. [1:One group, Free the Quays,] <1:wants> {1:a bridge}.", "Free the Quays"),
        ("Mayor Anna Rask wrote to a clerk. [1:said] <1:Rask> {1:that it was late}.", "Anna Rask"),
    ],
)
def test_words_lead_to_whoever_answers_for_them(text: str, name: str) -> None:
    """Letters, rulings, initials, governments by their people, company, apposition, swapped roles."""
    assert names(text)[-1] == name


def test_a_lead_describes_whom_the_text_names_after() -> None:
    """“A minister” in the lead is the minister of the next paragraph."""
    text = (
        "[1:A minister] <1:threatened> {1:to close the old bridge over the river}, to the joy of none.\n\n"
        "The finance minister, Anna Rask, spoke in the evening to a hall of farmers."
    )
    assert names(text) == ["Anna Rask"]


def test_a_namesake_is_somebody_else() -> None:
    """“Mr Rask” beside Anna Rask is not she."""
    text = "Anna Rask came late. [1:Mr Rask] <1:said> {1:nothing}, and [2:Mr Rask] <2:left> {2:it there}."
    assert names(text) == ["Rask", "Rask"]


def test_role_affiliation_and_country_say_why() -> None:
    """Each comes with the words that it was read from."""
    text = "The quay was empty. [1:Norwegian foreign minister Anna Rask] <1:said> {1:so}."
    article, attributions = marked(text)
    (told,) = speakers(scene_of(article), attributions)
    assert told.actor == Actor("Anna Rask", "person", "Norwegian foreign minister", "Norway", "NO")
    evidence = {
        d.field: [s.of(article.text) for s in d.evidence] for d in told.decisions(attributions[0].source)
    }
    assert list(evidence) == ["speaker", "role", "affiliation", "country"]
    assert evidence["role"] == evidence["country"] == ["Norwegian foreign minister"]


def test_a_source_that_cuts_a_word_takes_it_whole() -> None:
    """A span that begins or ends within a word means the whole word."""
    text = "Anna Rask, a clerk, came. Rask said it rained."
    rask = text.rindex("Rask")
    cut = Attribution((Span(rask + 1, rask + 4),), (Span(rask + 5, rask + 9),), (Span(rask + 10, len(text)),))
    assert [s.actor.name for s in speakers(scene_of(Article("test", text)), [cut])] == ["Anna Rask"]


def test_self_is_the_person_named_nearest() -> None:
    """“A self-described moderate, Doe” describes Doe."""
    text = "A [self]<-described> {moderate}, Anna Rask, a clerk, met the mayor, Bram Tesk."
    assert names(text) == ["Anna Rask"]


def test_a_relative_pronoun_passes_over_an_apposition() -> None:
    """“Who” after “Doe, the head of X,” is Doe."""
    text = "They met Anna Rask, the head of the union in Arlen, [who] <said> {it rained}."
    assert names(text) == ["Anna Rask"]


def test_a_name_in_capitals_is_the_one_in_small_letters() -> None:
    """A transcript's label means whoever the text names."""
    text = "Anna Rask was asked by Bram Tesk.\n\n[1:TESK]<1::> {1:Was the gate open?}"
    assert names(text) == ["Bram Tesk"]


def test_an_adjective_of_a_party_means_its_members() -> None:
    """“Democratic criticism” is the Democrats'."""
    text = "The senator met [1:Democratic] <1:criticism> {1:that he had failed}."
    assert names(text) == ["Democrats"]


@pytest.mark.parametrize("one", ["Republican", "Democrat"])
def test_a_headline_s_party_member_is_one_of_them(one: str) -> None:
    """“Democrat seeks” is no party's word: somebody does."""
    assert names(f"[1:{one}] <1:seeks> {{1:a recount}}.") != [f"{one}s"]


def test_a_body_in_front_of_its_description_is_meant() -> None:
    """“Right to Harbours Fund, a group backing” is the fund."""
    text = "The advert is from the Harbour Rights Fund, [1:a group] <1:opposed to> {1:the dam}."
    assert names(text) == ["Harbour Rights Fund"]


def test_who_takes_up_what_counts_a_set() -> None:
    """“Half of the voters who” are half of them."""
    text = "[0:Rask] <0:said> {0:no}. More than half of the voters [1:who] <1:oppose> {1:the dam} are old."
    assert names(text)[1] == "more than half of the voters"
