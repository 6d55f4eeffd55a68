"""What the page of a speaker and the comparison of two show."""

from dataclasses import dataclass

from onrecord.web.contexts import Page
from onrecord.web.elements import Day, Line
from onrecord.web.speaker_elements import ComparedDay, Course, Doubt, Party, Role, Side, Silence, Stand
from onrecord.web.today_elements import Tally

__all__ = ["ComparePage", "SpeakerPage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerPage(Page):
    """``/speaker/{id}``: who somebody is, what they said, and what is said about them.

    The address may have ``q`` (a subject in words, to which everything is narrowed), ``counts`` (``yes``:
    count however much it is) and ``after`` (a later page). The address of somebody who was merged into
    another leads on to that one.

    Attributes:
        name: the fullest name.
        kind: what it is.
        country: where they speak from; empty if unknown.
        also: other names they go by in the record.
        roles: their roles over time, the most frequent first.
        speaks_for: for whom they speak.
        spoken_by: who speaks for them.
        summary: "14 statements, 2 to 27 February 2026".
        topic: the subject that everything is narrowed to; empty for none.
        address: this page without a subject.
        first: the first statement; None if they say nothing.
        latest: the latest one; None likewise.
        courses: how it went, by whom they spoke about and by act.
        stands: what they granted or took back, what others did, and who disputes what they said.
        about: what is said about them, the latest first.
        about_summary: "19 statements about them"; empty if there are none.
        about_url: a search for all of these.
        about_speakers: who speaks about them most.
        doubtful: what nobody has reviewed, the least certain first.
        doubtful_summary: "41 statements nobody has reviewed"; empty if there are none.
        doubtful_url: a search for all of these.
        silences: statements without a known speaker in the articles of this page.
        days: the statements of this page.
        older: the next page; None on the last.
        newest: the first page; None if this is it.
        search: a search within their statements.
        compare: a comparison with somebody else.
        counting: this page with its counts, where it is too much to count at once; else None.
    """

    template = "speaker.html"

    name: str
    kind: str
    country: str
    also: tuple[str, ...]
    roles: tuple[Role, ...]
    summary: str
    topic: str
    address: str
    days: tuple[Day, ...]
    older: str | None
    newest: str | None
    search: str
    compare: str
    silences: tuple[Silence, ...] = ()
    speaks_for: tuple[Party, ...] = ()
    spoken_by: tuple[Party, ...] = ()
    first: Line | None = None
    latest: Line | None = None
    courses: tuple[Course, ...] = ()
    stands: tuple[Stand, ...] = ()
    about: tuple[Line, ...] = ()
    about_summary: str = ""
    about_url: str = ""
    about_speakers: tuple[Tally, ...] = ()
    doubtful: tuple[Doubt, ...] = ()
    doubtful_summary: str = ""
    doubtful_url: str = ""
    counting: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage(Page):
    """``/compare``: two speakers on a subject, side by side in the order of time.

    The address may have ``a`` and ``b`` (each an actor's id, or a name) and ``q`` (the subject in words).

    Attributes:
        a: what stands in the field of the first one.
        b: what stands in the field of the second one.
        names: names to choose from, those with most statements first.
        suggested: comparisons to begin with, while somebody is missing.
        problem: what could not be understood, or who was not found; empty if all could.
        left: the first one; None if there is nothing to compare yet.
        right: the second one; None likewise.
        days: what they said, the earliest first.
        swap: the same with the sides changed.
    """

    template = "compare.html"

    a: str
    b: str
    names: tuple[str, ...] = ()
    suggested: tuple[Party, ...] = ()
    problem: str = ""
    left: Side | None = None
    right: Side | None = None
    days: tuple[ComparedDay, ...] = ()
    swap: str = ""
