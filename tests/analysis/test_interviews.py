"""Interview turns are known by their layout."""

from onrecord.analysis.interviews import turns
from onrecord.terms.span import words_of

TALK = """Ana Berl has led the port for a year.

Q: Will it close?

A: No. Not this year.

And not the next one.

Q: Who decides?

A: The council does.

She left at noon."""


def test_a_turn_is_label_colon_and_words() -> None:
    """Source, cue and content of a turn are its label, the colon and the words behind it."""
    first = turns(TALK)[0]
    assert [words_of(TALK, role) for role in (first.source, first.cue, first.content)] == [
        "Q",
        ":",
        "Will it close?",
    ]


def test_a_paragraph_without_a_label_carries_the_turn_on() -> None:
    """An answer of two paragraphs is one turn in two pieces; what follows the last turn is not."""
    contents = [words_of(TALK, turn.content) for turn in turns(TALK)]
    assert contents == [
        "Will it close?",
        "No. Not this year. … And not the next one.",
        "Who decides?",
        "The council does.",
    ]


def test_names_may_be_labels() -> None:
    """Speakers may be labelled by name."""
    text = "Channel Six: Why?\n\nAna Berl: Because.\n\nChannel Six: Since when?\n\nAna Berl: May."
    assert [words_of(text, t.source) for t in turns(text)] == ["Channel Six", "Ana Berl"] * 2


def test_lone_labels_are_no_interview() -> None:
    """Corrections, links and lists of one label are ordinary text."""
    assert turns("Correction: it was May.\n\nRead more: the port.\n\nUpdated: noon.") == ()
    assert turns("Note: a\n\nNote: b\n\nNote: c\n\nNote: d") == ()


def test_a_transcript_may_stand_in_quotation_marks() -> None:
    """Marks before the labels of a quoted transcript are no part of them."""
    text = "\n\n".join(f"“{who}: Well, {n}." for n, who in enumerate(["BERL", "ORME", "BERL", "ORME"]))
    assert [words_of(text, t.source) for t in turns(text)] == ["BERL", "ORME", "BERL", "ORME"]
