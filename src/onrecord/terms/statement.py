"""One act of attribution: who gives which words, thought or ruling to whom."""

import hashlib
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from onrecord.terms.span import Spans

__all__ = [
    "ACTS",
    "UNKNOWN",
    "Act",
    "Actor",
    "ActorKind",
    "Attribution",
    "Decision",
    "Form",
    "Mode",
    "Said",
    "Statement",
    "Status",
    "statement_id",
]

Form: TypeAlias = Literal["direct", "mixed", "indirect"]
"""Whether all, some or none of the content stands in quotation marks."""

Mode: TypeAlias = Literal["speech", "thought", "ruling"]
"""Whether it was said, held in mind, or decided with authority."""

Status: TypeAlias = Literal["new", "repeats", "retracts", "continues"]
"""How the text marks it against what was said before."""

Act: TypeAlias = Literal[
    "say", "explain", "announce", "confirm", "admit", "deny", "doubt", "accuse", "criticise",
    "praise", "regret", "predict", "warn", "threaten", "promise", "plan", "refuse", "accept",
    "urge", "demand", "ask", "rule", "believe", "want", "fear",
]  # fmt: skip
"""What the speaker does by the statement; the guide's 25 acts."""

ACTS: tuple[Act, ...] = get_args(Act)

ActorKind: TypeAlias = Literal[
    "person", "organisation", "government", "group", "document", "unnamed", "writer", "unknown"
]
"""What an actor is; ``unknown`` when the text did not let us tell."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who speaks, is addressed or is spoken about.

    Attributes:
        name: the fullest form the text gives, without honorific or title, its apostrophes plain
            however the outlet sets them; ``unknown`` when nobody could be made out,
            ``unspecified`` when the text keeps them nameless.
        kind: what it is.
        role: the title as given ("Kremlin spokesman").
        affiliation: the organisation the role is in.
        country: the ISO 3166 alpha-2 code of the state they speak from.
    """

    name: str
    kind: ActorKind
    role: str | None = None
    affiliation: str | None = None
    country: str | None = None

    def __post_init__(self) -> None:
        """One name whether it was set with a typographic apostrophe or with a plain one."""
        if "’" in self.name:
            object.__setattr__(self, "name", self.name.replace("’", "'"))


UNKNOWN = Actor("unknown", "unknown")
"""Nobody could be made out: an honest answer, counted in every summary."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What decided one field.

    Attributes:
        field: the field's name in the guide.
        by: the rule or the model, in words a user can look up ("cue lexicon: said").
        confidence: between 0 and 1; how often such a decision is right.
        evidence: the words of the text that it was read from; ``()`` when it was not read from any.
    """

    field: str
    by: str
    confidence: float
    evidence: Spans = ()


@dataclass(frozen=True, slots=True)
class Said:
    """When it was said, as ISO 8601: a day (``2022-04-07``), or two days with ``/`` between."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Attribution:
    """The spans of one statement, as found: who, by which words, what.

    Attributes:
        source: the words naming who it is attributed to; ``()`` when the text names nobody.
        cue: the words that signal it; ``()`` when there are none.
        content: what is attributed, with its quotation marks; never empty.
        confidence: between 0 and 1, calibrated: of the attributions with 0.8, eight in ten are right.
        leaning: how likely each act is, as log-probabilities in the order of ``ACTS``; ``()`` when nothing
            but the words may tell.
    """

    source: Spans
    cue: Spans
    content: Spans
    confidence: float = 1.0
    leaning: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with every field of the guide.

    Attributes:
        id: derived from the article's text and the spans; the same input gives the same id.
        source: the words naming who it is attributed to.
        cue: the words that signal the attribution.
        content: what is attributed.
        form: whether the content is quoted.
        mode: speech, thought or ruling.
        act: what the speaker does by it.
        speaker: who answers for the words.
        on_behalf_of: on whose behalf, if it is said (``for`` in the guide and in exports).
        audience: to whom.
        venue: where or in what it was said.
        said: when it was said.
        targets: whom it is about or aimed at, most important first.
        status: how the text marks it against what was said before.
        hedged: the writer hedges the attribution itself.
        negated: the text says that it was not said.
        inside: the id of the statement whose content holds this one.
        about: ids of earlier statements in the same text that this one answers.
        confidence: between 0 and 1, calibrated: how sure the spans are.
        decisions: what decided each derived field.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    form: Form
    mode: Mode
    act: Act
    speaker: Actor
    on_behalf_of: Actor | None = None
    audience: Actor | None = None
    venue: str | None = None
    said: Said | None = None
    targets: tuple[Actor, ...] = ()
    status: Status = "new"
    hedged: bool = False
    negated: bool = False
    inside: str | None = None
    about: tuple[str, ...] = ()
    confidence: float = 1.0
    decisions: tuple[Decision, ...] = ()


IDENTITY_VERSION = "1"
"""Changes when the meaning of a statement's id changes; part of every id."""


def statement_id(article_digest: str, attribution: Attribution) -> str:
    """The id of a statement: 16 hexadecimal digits from the text's digest and the spans."""
    roles = (attribution.source, attribution.cue, attribution.content)
    places = "|".join([",".join([f"{s.start}-{s.end}" for s in role]) for role in roles])
    raw = f"{IDENTITY_VERSION}\n{article_digest}\n{places}"
    return hashlib.sha256(raw.encode()).hexdigest()[:16]
