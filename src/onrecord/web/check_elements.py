"""The parts of the page that checks a draft, ready to be shown."""

from dataclasses import dataclass

from onrecord.linking.places import PieceKind
from onrecord.linking.quotations import State
from onrecord.web.elements import Moment, Name

__all__ = ["Compared", "DraftPart", "Quotation", "QuotedPlace"]


@dataclass(frozen=True, slots=True)
class DraftPart:
    """A stretch of the draft.

    Attributes:
        text: its words.
        number: the number of the quotation that it is; 0 if it is none.
        state: what became of it; empty if it is no quotation.
        sign: the sign of its state.
        label: what its link says to somebody who cannot see the page.
    """

    text: str
    number: int = 0
    state: State | str = ""
    sign: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """A piece of a quotation beside the record's words.

    Attributes:
        kind: ``same``, ``replaced``, ``left_out``, ``put_in``, ``ellipsis`` or ``brackets``.
        draft: the draft's words.
        record: the record's words.
    """

    kind: PieceKind
    draft: str
    record: str


@dataclass(frozen=True, slots=True)
class QuotedPlace:
    """Where a quotation stands in the record.

    Attributes:
        speaker: whom the record gives the words to; None if the article gives them to nobody.
        verb: what they did by it: "said", "denied"; empty if nobody did.
        when: when it was said, else published; None if nobody knows.
        outlet: who published it; empty if unknown.
        article: the headline.
        article_url: the words in their article.
        statement_url: the statement's own page; None if the article gives the words to nobody.
        address: the article's address at the outlet; None if unknown.
        before: the sentence before the words.
        words: the words as published.
        after: the rest of the sentence.
        pieces: the quotation word by word beside the record's; empty if all words are the same.
        notes: what else is told, in sentences.
    """

    speaker: Name | None
    verb: str
    when: Moment | None
    outlet: str
    article: str
    article_url: str
    statement_url: str | None
    address: str | None
    before: str
    words: str
    after: str
    pieces: tuple[Compared, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """What became of one quotation.

    Attributes:
        number: 1, 2, … in the order of the draft.
        words: as the draft has them.
        state: ``as_is``, ``altered`` or ``missing``.
        sign: the sign of the state.
        told: the state in words.
        amount: "in 3 articles"; empty if it is one.
        claims: what the draft says otherwise than the record, in sentences.
        place: where it stands; None if nowhere. Of a missing one the nearest words, if any are near.
        further: other places.
        more: "and 14 more articles"; empty if all are shown.
    """

    number: int
    words: str
    state: State
    sign: str
    told: str
    amount: str
    claims: tuple[str, ...]
    place: QuotedPlace | None
    further: tuple[QuotedPlace, ...]
    more: str
