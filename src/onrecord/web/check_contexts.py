"""What the page that checks a draft shows."""

from dataclasses import dataclass

from onrecord.web.check_elements import DraftPart, Quotation
from onrecord.web.contexts import Page

__all__ = ["CheckPage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPage(Page):
    """``/check``: a draft, and whether what it quotes stands in the record.

    Attributes:
        text: the draft, as it was sent.
        published: its day, as it was sent.
        problem: why it cannot be checked; empty if it can.
        most: "100,000": the most characters that a draft may have.
        summary: "3 quotations: 2 found as is, 1 not in this record"; empty before a draft is sent.
        unread: whether it was not seen whom the draft gives its quotations to, though it has some.
        draft: the draft, its quotations marked; empty if it is one quotation.
        quotations: its quotations in order.
    """

    template = "check.html"

    text: str
    published: str
    problem: str
    most: str
    summary: str
    unread: bool
    draft: tuple[DraftPart, ...]
    quotations: tuple[Quotation, ...]
