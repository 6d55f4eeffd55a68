"""What a statement answers or says again."""

from marked import marked

from onrecord.analysis.fields import statements
from onrecord.terms.article import Article
from onrecord.terms.span import Span
from onrecord.terms.statement import Attribution, Statement


def read(text: str) -> tuple[Statement, ...]:
    return statements(*marked(text))


def test_an_answer_is_about_its_question() -> None:
    """Question and answer stand in one paragraph; the decision says so."""
    one, two = read("<1:Asked> {1:whether it rained}, [2:Anna Rask] <2:said> {2:“No”}.")
    assert two.about == (one.id,)
    assert "the answer to the question before it" in {d.by for d in two.decisions}


def test_the_same_words_again_are_about_the_first_time() -> None:
    """What is marked as repeated leads back to where it was said before."""
    one, two = read(
        "[1:Anna Rask] <1:said> {1:the old harbour bridge was unsafe}.\n\n"
        "[2:Rask] <2:repeated> {2:that the old bridge was unsafe}."
    )
    assert two.about == (one.id,)


def test_somebodys_claims_are_what_they_claimed() -> None:
    """Claims are the accusations and denials of the one named, not all that they said."""
    one, two, three, four = read(
        "[1:Anna Rask] <1:accused> {1:the town of selling the harbour}.\n\n"
        "[2:Rask] <2:said> {2:the ferry would sail on Monday}.\n\n"
        "[3:Rask] <3:denied> {3:that the paper was forged}.\n\n"
        "[4:Bram Tesk] <4:said> {4:that Ms Rask’s claims could not be believed}."
    )
    assert set(four.about) == {one.id, three.id}
    assert two.about == ()


def test_calling_it_fake_is_a_claim() -> None:
    """Whoever calls something untrue claims it, whatever the cue."""
    one, two = read(
        "[1:Anna Rask] <1:called> {1:the pictures fakes}.\n\n"
        "[2:Bram Tesk] <2:said> {2:that Ms Rask’s claims could not be believed}."
    )
    assert two.about == (one.id,)


def test_these_lies_are_those_just_spoken_of() -> None:
    """A speaker who points at claims again means the same ones."""
    one, _, three = read(
        "[1:Anna Rask] <1:denied> {1:that the paper was forged}.\n\n"
        "[2:Bram Tesk] <2:said> {2:that Ms Rask’s claims could not be believed}.\n\n"
        "{3:“The sad thing is that these lies are old,”} <3:said> [3:Tesk]."
    )
    assert three.about == (one.id,)


def test_the_charge_is_the_accusation_before() -> None:
    """A noun that names an act means the latest statement that did it, by somebody else."""
    one, _, three = read(
        "[1:Anna Rask] <1:accused> {1:the town of selling the harbour}. [2:She] <2:said> {2:it rained}.\n\n"
        "[3:Bram Tesk] <3:turned away> {3:the charge}."
    )
    assert three.about == (one.id,)


def test_what_is_taken_back_was_just_said() -> None:
    """A speaker who backtracks is about the statement of the same speaker before it."""
    one, two = read(
        "[1:Anna Rask] <1:said> {1:the dam was tried}. [2:Rask] then <2:backtracked>, {2:saying it wasn’t}."
    )
    assert (two.status, two.about) == ("retracts", (one.id,))


def test_the_headline_is_not_repeated() -> None:
    """The body says the headline's words again without being about it."""
    _, two = read(
        "[1:Rask] <1:calls> {1:the harbour bridge unsafe}\n\n"
        "[2:Anna Rask] <2:called> {2:the harbour bridge unsafe}."
    )
    assert two.about == ()


def test_a_question_that_presses_goes_on_from_what_was_said() -> None:
    """It is about the words before it, and the words after it answer it."""
    one, two, three = read(
        "[1:Anna Rask] <1:said> {1:the dam was safe}. <2:Pressed on> {2:whether it was shut}, "
        "[3:she] <3:said> {3:“Of course”}."
    )
    assert (two.about, three.about) == ((one.id,), (two.id,))


def test_denying_this_is_about_all_that_was_just_said() -> None:
    """Of a statement that holds another, the outer one is meant."""
    text = "Anna Rask said that the town had promised a new bridge. Bram Tesk denied this."

    def span(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    one, _, three = statements(
        Article(id="a", text=text),
        [
            Attribution(span("Anna Rask"), span("said"), span("that the town had promised a new bridge")),
            Attribution(span("the town"), span("had promised"), span("a new bridge")),
            Attribution(span("Bram Tesk"), span("denied"), span("this")),
        ],
    )
    assert three.about == (one.id,)


def test_a_turn_of_an_interview_answers_the_one_before() -> None:
    """Every answer leads to its question."""
    article, spans = marked(
        "Anna Rask spoke to this paper about the harbour.\n\n"
        "[1:Q]<1::> {1:Is the bridge safe?}\n\n"
        "[2:A]<2::> {2:It was looked at in spring and I walk over it daily.}\n\n"
        "[3:Q]<3::> {3:And the dam?}\n\n[4:A]<4::> {4:The dam is another matter, and I leave it to others.}"
    )
    one, two, three, four = statements(article, spans)
    assert (two.about, four.about) == ((one.id,), (three.id,))


def test_two_speakers_on_one_matter_answer_nothing() -> None:
    """Without a question or a replying word nothing is claimed."""
    _, two = read("[1:Anna Rask] <1:said> {1:it rained}. [2:Bram Tesk] <2:said> {2:it poured}.")
    assert two.about == ()
