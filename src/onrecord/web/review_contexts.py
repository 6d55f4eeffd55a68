"""What the pages for reviewers show."""

from dataclasses import dataclass

from onrecord.web.contexts import Page
from onrecord.web.elements import Choice
from onrecord.web.review_elements import Decided, Progress, ReviewItem
from onrecord.web.search_elements import Chip

__all__ = ["HistoryPage", "ReviewPage", "SignInPage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInPage(Page):
    """``/sign-in``: who are you?

    Attributes:
        stamp: what the form carries to show that it is ours.
        onward: where to go from there.
        name: the name that was typed; empty at first.
        problem: what was wrong; empty at first.
        command: how to make the first account; empty if there is one.
        readers: whether reading needs signing in, too.
    """

    template = "sign_in.html"

    stamp: str
    onward: str
    name: str
    problem: str
    command: str
    readers: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage(Page):
    """``/review``: the statement that comes next, the least certain first, and what may be said of it.

    The address may have the parameters of a search, by which the statements are chosen, ``item`` (the id of a
    statement to be shown) and ``after`` (the id of the one that was shown before).

    Attributes:
        reviewer: who is signed in.
        stamp: what every form carries to show that it is ours.
        item: the statement; None if none is left.
        progress: how far the reviewing is; None if the question cannot be understood.
        last: the reviewer's last decision that holds; None if there is none.
        problem: what could not be done; empty if all could.
        judging: where a judgement is sent.
        merging: where it is sent that two actors are one.
        undoing: where it is sent that a decision is taken back.
        skip: the next statement, this one left as it is; None if there is none.
        restart: the first one of those chosen; None if this is where it began.
        kept: the filters that a new choice keeps, as name and value.
        acts: every act, to choose by.
        chips: the filters in force.
        clear: the same without them; None if there are none.
    """

    template = "review.html"

    reviewer: str
    stamp: str
    item: ReviewItem | None
    progress: Progress | None
    last: Decided | None
    problem: str
    judging: str
    merging: str
    undoing: str
    skip: str | None
    restart: str | None
    kept: tuple[tuple[str, str], ...]
    acts: tuple[Choice, ...]
    chips: tuple[Chip, ...]
    clear: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPage(Page):
    """``/review/history``: who decided what.

    The address may have ``by`` (a reviewer's name) and ``before`` (the number of a decision).

    Attributes:
        reviewer: who is signed in.
        stamp: what every form carries to show that it is ours.
        decisions: the decisions of this page, the latest first.
        by: whose they are; empty for everybody's.
        reviewers: everybody who decided something, to choose by.
        older: the next page; None on the last.
        newest: the first page; None if this is it.
    """

    template = "review_history.html"

    reviewer: str
    stamp: str
    decisions: tuple[Decided, ...]
    by: str
    reviewers: tuple[Choice, ...]
    older: str | None
    newest: str | None
