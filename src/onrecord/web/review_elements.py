"""The parts of the pages for reviewers, ready to be shown."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from markupsafe import Markup

from onrecord.web.elements import Choice, Field, Line, Moment, Name

__all__ = ["Alteration", "Decided", "FieldKind", "FormField", "Progress", "ReviewItem", "Stretch"]

FieldKind: TypeAlias = Literal["words", "choice", "actor", "actors", "line"]
"""How a field is put right."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of an article's text, as a rule a paragraph.

    Attributes:
        html: its words as published, the statement marked.
        start: where it begins in the text, in code points.
        filled: whether the ends of its lines mean nothing.
        near: whether words of the statement stand in it; otherwise it stands before or after them.
        gap: whether some of the text is left out before it.
    """

    html: Markup
    start: int
    filled: bool
    near: bool
    gap: bool


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of a statement as a reviewer may put it right.

    Attributes:
        name: what the form calls it: the field's name in the guide.
        label: what the page calls it.
        kind: ``words`` (out of the text), ``choice``, ``actor``, ``actors`` (one a line) or ``line``.
        value: what stands in it; of ``words``, the pieces with a line ``…`` between.
        place: of ``words``, the code points: ``10-55, 60-71``; empty otherwise.
        choices: the values that there are; empty if any words will do.
        key: the key that leads to it; empty if none does.
        hint: how to write it; may be empty.
    """

    name: str
    label: str
    kind: FieldKind
    value: str
    place: str = ""
    choices: tuple[Choice, ...] = ()
    key: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Alteration:
    """One field that somebody put right.

    Attributes:
        name: the field, in words.
        before: what it was.
        after: what it became.
    """

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision of a reviewer.

    Attributes:
        id: its id.
        by: who decided.
        when: when.
        what: what was decided, in a few words: "right", "put right", "took back a decision of Ann Ray’s".
        about: the statement or the actor it is about, in a few words.
        url: where to see that; None if it is not on this record any longer.
        alterations: the fields that were put right.
        note: why; may be empty.
        holds: whether it holds, and so can be taken back.
    """

    id: str
    by: str
    when: Moment
    what: str
    about: str
    url: str | None
    alterations: tuple[Alteration, ...]
    note: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reviewing is.

    Attributes:
        reviewed: how many statements are reviewed, with separators.
        statements: how many there are, likewise.
        percent: the share, 0 to 100.
        today: how many the reviewer has judged today, in words.
        left: how many are left of those chosen, in words; empty if all are.
    """

    reviewed: str
    statements: str
    percent: int
    today: str
    left: str


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """The statement that is before the reviewer.

    Attributes:
        line: the statement, nothing left out.
        confidence: how sure we are of it: "31 %".
        state: how it stands by what was decided so far; empty if nobody has judged it.
        stretches: the text it stands in, with the sentences around it.
        fields: everything that is known of it, with what decided each.
        form: the fields that can be put right, as they stand.
        note: the reason that was typed; empty at first.
        seen: the last decision about it, by which one that is made meanwhile is noticed; empty without one.
        speaker: who speaks, if they may be merged with somebody; None if nobody knows who it is.
        speaker_id: their id; empty likewise.
        merging: the name that was typed of who is the same; empty at first.
        cast: the names of everybody in the article, to be suggested.
        told: what was decided about it, the latest first.
    """

    line: Line
    confidence: str
    state: str
    stretches: tuple[Stretch, ...]
    fields: tuple[Field, ...]
    form: tuple[FormField, ...]
    note: str
    seen: str
    speaker: Name | None
    speaker_id: str
    merging: str
    cast: tuple[Choice, ...]
    told: tuple[Decided, ...]
