"""What a statement answers or says again."""

from marked import marked

from onrecord.analysis.fields import statements
from onrecord.terms.statement import Statement


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


def test_two_speakers_on_one_matter_answer_nothing() -> None:
    """Without a question or a replying word nothing is claimed."""
    _, two = read("[1:Anna Rask] <1:said> {1:it rained}. [2:Bram Tesk] <2:said> {2:it poured}.")
    assert two.about == ()
