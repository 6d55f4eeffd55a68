"""How a check is told: on the pages and on the command line."""

from collections.abc import Mapping

from onrecord.linking.places import Note, Place
from onrecord.linking.quotations import Checked, Finding, State
from onrecord.terms.statement import Actor
from onrecord.web.wording import counted, said_words

__all__ = ["NOTES", "SIGNS", "STATES", "claims", "day_of", "how_many", "notes", "speaker", "summary"]

STATES: Mapping[State, str] = {
    "as_is": "Found as is",
    "altered": "Found, but cut or altered",
    "missing": "Not in this record",
}

SIGNS: Mapping[State, str] = {"as_is": "✓", "altered": "≠", "missing": "○"}
"""What a state is told by beside its word."""

NOTES: Mapping[Note, str] = {
    "capital": "The record has another capital or small letter at the beginning.",
    "capitals": "Capital and small letters differ inside.",
    "signs": "Only quotation marks, dashes, spaces or apostrophes are set differently.",
    "punctuation": "Commas or other stops differ.",
    "goes_on": "The draft ends a sentence where the record’s goes on.",
    "ellipsis": "The draft leaves words out at its ellipsis.",
    "brackets": "Words in brackets are the draft’s own.",
    "own_brackets": "The article itself has an ellipsis or brackets there.",
    "broken": "The article breaks the words off, to say who speaks.",
    "unquoted": "The article does not have them in quotation marks.",
    "earlier": "They stand in an earlier version of the article, and not in this form in the latest.",
    "two_speakers": "Its beginning and its end are by different speakers.",
}


def notes(place: Place) -> tuple[str, ...]:
    """What is told of a place, in sentences."""
    return tuple(NOTES[note] for note in place.notes)


def summary(checked: Checked) -> str:
    """How many quotations there are of each state: ``3 quotations: 1 found as is, 2 not in this record``."""
    words: Mapping[State, str] = {
        "as_is": "found as is",
        "altered": "cut or altered",
        "missing": "not in this record",
    }
    told = [f"{number:,} {words[state]}" for state in words if (number := checked.count(state))]
    return f"{counted(len(checked.findings), 'quotation')}: {', '.join(told)}"


def how_many(finding: Finding) -> str:
    """In how many articles it stands; empty if that is plain to see."""
    if finding.state == "missing" or finding.articles < 2:  # noqa: PLR2004 - one is shown
        return ""
    return f"in {'more than ' if finding.more else ''}{counted(finding.articles, 'article')}"


def claims(finding: Finding) -> tuple[str, ...]:
    """What the draft and the record disagree on, in sentences."""
    told = []
    if finding.others and finding.said_by:
        given = " and ".join(finding.others[:3])
        told.append(
            f"The record gives these words to {given}; the draft gives them to {finding.said_by.name}."
        )
    if finding.days:
        first, last = finding.days
        day = said_words(first if first == last else f"{first}/{last}")
        told.append(f"The draft has another day: in the record they are from {day}.")
    return tuple(told)


def speaker(place: Place) -> str:
    """Whom the record gives the words to."""
    if place.given is None:
        return "given to nobody"
    return _called(place.given.statement.speaker)


def _called(actor: Actor) -> str:
    if actor.kind == "unknown":
        return "speaker unknown"
    return "somebody not named" if actor.name == "unspecified" else actor.name


def day_of(place: Place) -> str:
    """When they were said, else when they were published, as words; empty if nobody knows."""
    if place.given and place.given.statement.said:
        return said_words(place.given.statement.said.text)
    published = place.passage.published
    return said_words(published.date().isoformat()) if published else ""
