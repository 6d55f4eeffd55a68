"""Did they say it? Quotations of drafts, held against a shelf of a few articles."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import pytest

from onrecord.analysis.quotes import quoted
from onrecord.errors import QueryError
from onrecord.linking.quotations import (
    LONGEST_DRAFT,
    LONGEST_QUOTATION,
    MOST_QUOTATIONS,
    Checked,
    Finding,
    check,
)
from onrecord.linking.wording import words_in
from onrecord.terms.quotation import Attributed, Passage, Passages
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor, Statement

MADDRICK = Actor("Joren Maddrick", "person", "government spokesman")
WRENN = Actor("Paskal Wrenn", "person", "foreign minister")

TEXT = (
    "The river rose in the night.\n\n"
    "“A test is not an opening,” Joren Maddrick told reporters. “You turn the key of a car to see that it "
    "starts. You haven’t gone anywhere.”\n\n"
    "“Somebody opened a door,” Paskal Wrenn said. To him it was “an [empty] room … with a lamp in it”.\n\n"
    "The minister said the gates stood as they had always stood, in their winter position."
)


def passage(text: str = TEXT, *statements: Statement, **facts: object) -> Passage:
    """A whole article as one passage."""
    given = tuple(Attributed(each, each.speaker.name, (each.speaker.name,)) for each in statements)
    plain = Passage("gates", 1, True, "Gates", "Courier", None, False, None, 0, text, given)  # noqa: FBT003
    return replace(plain, **facts)  # type: ignore[arg-type]


def said(speaker: Actor, *words: str, form: str = "direct", text: str = TEXT) -> Statement:
    """A statement of a text whose content are these words."""
    spans = tuple(Span(text.index(one), text.index(one) + len(one)) for one in words)
    return Statement(words[0][:16], (), (), spans, form, "speech", "say", speaker)  # type: ignore[arg-type]


@dataclass
class Shelf:
    """A collection that gives all it has, whatever it is asked for; every word tells 15 bits."""

    rows: Sequence[Passage]
    asked: int = 0

    def passages_with(self, words: str, *, around: int = 0) -> Passages:
        """Those with the words in a row."""
        del around
        self.asked += 1
        wanted = " ".join(word.key for word in words_in(words))
        found = [row for row in self.rows if wanted and wanted in " ".join(w.key for w in words_in(row.text))]
        return Passages(tuple(found), len(found))

    def passages_like(self, words: Mapping[str, float], *, around: int = 0) -> Passages:
        """All."""
        del words, around
        return Passages(tuple(self.rows), len(self.rows))

    def bits_of(self, words: Collection[str]) -> Mapping[str, float]:
        """Fifteen each."""
        return dict.fromkeys(words, 15.0)


CAR = "“You turn the key of a car to see that it starts. You haven’t gone anywhere.”"
GATES = "the gates stood as they had always stood, in their winter position"
SHELF = Shelf(
    [
        passage(
            TEXT,
            said(MADDRICK, "“A test is not an opening,”", CAR),
            said(WRENN, "“Somebody opened a door,”"),
            said(WRENN, "“an [empty] room … with a lamp in it”", form="mixed"),
            said(Actor("a minister", "unnamed"), GATES, form="indirect"),
        )
    ]
)


def checked(text: str, shelf: Shelf = SHELF, **given: object) -> Checked:
    """A draft, checked."""
    return check(text, shelf, marking=lambda part: quoted(part).spans, **given)  # type: ignore[arg-type]


def only(text: str, shelf: Shelf = SHELF) -> Finding:
    """The finding of a draft's one quotation."""
    [finding] = checked(text, shelf).findings
    return finding


@pytest.mark.parametrize(
    ("quotation", "note"),
    [
        ("“A test is not an opening”", None),
        ('"A test is not an opening."', None),
        ("A test is not an opening", None),
        ("“a test is not an opening”", "capital"),
        ("“A TEST is not an opening”", "capitals"),
        ("“A test — is not an opening”", "signs"),
        ("“A test, is not an opening”", "punctuation"),
        ("“You turn the key of a car.”", "goes_on"),
        ("“You turn the key … to see that it starts”", "ellipsis"),
        ("“You turn the key of [the] car to see that it starts”", "brackets"),
        ("“[The man] turn[s] the key of a car to see that it starts”", "brackets"),
        ("“an empty room with a lamp in it”", "own_brackets"),
        ("“A test is not an opening. You turn the key of a car”", "broken"),
        ("“the gates stood as they had always stood”", "unquoted"),
        ("“the river rose in the night”", "unquoted"),
    ],
)
def test_the_same_words_are_found_as_they_are(quotation: str, note: str | None) -> None:
    """What is no difference of words leaves a quotation as it is, and is told."""
    finding = only(quotation)
    assert finding.state == "as_is"
    told = finding.places[0].notes
    assert note in told if note else set(told) <= {"punctuation"}


@pytest.mark.parametrize(
    ("quotation", "pieces"),
    [
        ("“A trial is not an opening”", [("replaced", "trial", "test")]),
        ("“A test is really not an opening”", [("put_in", "really", "")]),
        (
            "“You turn the key of a car. You haven’t gone anywhere”",
            [("left_out", "", "to see that it starts")],
        ),
        ("“A test is not an closing”", [("replaced", "closing", "opening")]),
        ("“Well, somebody opened a door”", [("put_in", "Well,", "")]),
        ("“Somebody opened a door again”", [("put_in", "again", "")]),
        ("“an empty room with a candle … in it”", [("replaced", "candle", "lamp")]),
    ],
)
def test_other_words_are_told_word_by_word(quotation: str, pieces: list[tuple[str, str, str]]) -> None:
    """A quotation that is cut or altered is found, and exactly what differs is marked."""
    finding = only(quotation)
    assert finding.state == "altered"
    different = {"replaced", "put_in", "left_out"}
    told = [(p.kind, p.draft.strip(), p.record) for p in finding.places[0].pieces if p.kind in different]
    assert told == pieces


def test_the_pieces_are_the_quotation() -> None:
    """Joined again, the draft's sides of the pieces are the words that were quoted."""
    finding = only("“You turn the [big] key … to see whether it starts.”")
    assert (
        "".join(piece.draft for piece in finding.places[0].pieces)
        == "You turn the [big] key … to see whether it starts"
    )


@pytest.mark.parametrize(
    "quotation", ["“betrayal”", "“We shall build a bridge to the moon”", "“an opening”x ”"]
)
def test_what_is_not_there_is_missing(quotation: str) -> None:
    """Words that stand nowhere are not in this record."""
    assert {finding.state for finding in checked(quotation.replace("an opening", "a zebra")).findings} == {
        "missing"
    }


def test_words_of_two_speakers_are_no_quotation() -> None:
    """Words of one joined to words of another by an ellipsis are not found as they are."""
    finding = only("“A test is not an opening … Somebody opened a door”")
    assert finding.state == "altered"
    assert "two_speakers" in finding.places[0].notes


def test_whoever_says_it_stands_beside_it() -> None:
    """A place has the statement that gives the words to somebody, and the sentence around them."""
    place = only("“Somebody opened a door”").places[0]
    assert place.given is not None
    assert place.given.statement.speaker == WRENN
    assert place.span.of(TEXT) == place.words == "Somebody opened a door"
    assert (place.before, place.after) == ("“", ",” Paskal Wrenn said.")


def test_words_given_to_nobody_are_told_so() -> None:
    """Words that an article has of its own have no statement."""
    assert only("“The river rose in the night”").places[0].given is None


def test_the_draft_is_held_against_the_record() -> None:
    """Where the draft has somebody else say it, the record's speaker is named."""
    draft = "“Somebody opened a door,” Joren Maddrick said."
    claim = said(MADDRICK, "“Somebody opened a door,”", text=draft)
    [finding] = checked(draft, statements=[claim]).findings
    assert (finding.said_by, finding.others) == (MADDRICK, ("Paskal Wrenn",))


def test_quotations_come_in_the_draft_s_order() -> None:
    """Each has its place in the draft; marks of every kind are understood."""
    quotations = ("„A test is not an opening“", "«somebody opened a door»", "``zebras''", "'a test is not'")
    draft = ", then ".join(quotations)
    found = checked(draft)
    assert [finding.state for finding in found.findings] == ["as_is", "as_is", "missing", "as_is"]
    assert [finding.span.of(draft) for finding in found.findings] == [
        finding.words for finding in found.findings
    ]
    assert found.count("as_is") == 3


def test_the_same_words_are_looked_up_once() -> None:
    """A draft that repeats a quotation costs no more than one that has it once."""
    shelf = Shelf(SHELF.rows)
    checked("“A test is not an opening” " * 30, shelf)
    assert shelf.asked == 1


def test_the_latest_version_goes_before_an_earlier_one() -> None:
    """Words that only an earlier version has are told to stand in it."""
    shelf = Shelf([passage(latest=False, revision=1)])
    assert "earlier" in only("“Somebody opened a door”", shelf).places[0].notes


def test_all_places_are_given_those_with_a_speaker_first() -> None:
    """Further articles with the words are listed; those that name who said them stand first."""
    shelf = Shelf(
        [passage(article="bare"), passage(TEXT, said(WRENN, "“Somebody opened a door,”"), article="named")]
    )
    finding = only("“Somebody opened a door”", shelf)
    assert finding.articles == 2
    assert [place.passage.article for place in finding.places] == ["named", "bare"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "no word"),
        ("“…”", "no word"),
        (" \n ", "no word"),
        ("a" * (LONGEST_DRAFT + 1), "characters"),
        ("“a b” " * (MOST_QUOTATIONS + 1), "quotations"),
        ("word " * (LONGEST_QUOTATION + 1), "words"),
    ],
    ids=["empty", "ellipsis", "blank", "long draft", "many quotations", "long quotation"],
)
def test_what_cannot_be_checked_is_refused(text: str, complaint: str) -> None:
    """Nothing, or more than can be checked, is refused in a sentence that says the bound."""
    with pytest.raises(QueryError, match=complaint):
        checked(text)
