"""Raising: "the mayor appeared to confirm it" tells what the mayor said, hedged, not an impression.

The corpora mark "appeared" as the cue, mostly of nobody's impression, with the subject and the infinitive
as its content. Where the infinitive is a verb of speech, the subject is the source and the verb belongs to
the cue (``appear`` and ``seem`` are raising verbs: Postal 1974).
"""

import re
from dataclasses import replace

from onrecord.analysis.words import lemmas
from onrecord.languages.english.cues import VERBS
from onrecord.terms.span import Span, Spans
from onrecord.terms.statement import Attribution

__all__ = ["raised", "raises"]

_CUE = re.compile(r"(?:\w+ )?(?:appear|seem)(?:s|ed|ing)?(?: \w+ly)?", re.IGNORECASE)
_INFINITIVE = re.compile(r"to (?:\w+ly )?(?P<verb>[a-z]+)\b[ \n]*")
_PRESENTS = frozenset(
    {"suggest", "show", "indicate", "reflect", "point", "mean", "explain", "report", "call"}
)
"""What things may seem to do as well as people."""


def raises(text: str, found: Attribution) -> bool:
    """Whether an attribution is such a case: the words then tell as much as the encoder does."""
    return _case(text, found) is not None


def raised(text: str, found: Attribution) -> Attribution:
    """The attribution with subject and infinitive where they belong; as it was if it is no such case."""
    case = _case(text, found)
    if case is None:
        return found
    source, infinitive, end = case
    return replace(
        found,
        source=source,
        cue=(Span(found.cue[0].start, infinitive.end("verb")),),
        content=(Span(infinitive.end(), end),),
    )


def _case(text: str, found: Attribution) -> tuple[Spans, re.Match[str], int] | None:
    """The source, the infinitive and where the content ends."""
    spans = (*found.source, *found.content)
    if len(spans) != 2 or len(found.cue) != 1 or len(found.content) == 0:  # noqa: PLR2004 - subject and infinitive
        return None
    (subject, rest), cue = spans, found.cue[0]
    infinitive = _INFINITIVE.match(text, rest.start, rest.end)
    if subject.end > cue.start or infinitive is None or not _CUE.fullmatch(cue.of(text)):
        return None
    if infinitive.end() >= rest.end or not _is_spoken(infinitive["verb"]):
        return None
    return (subject,), infinitive, rest.end


def _is_spoken(verb: str) -> bool:
    lemma = next((each for each in lemmas(verb) if each in VERBS), None)
    return lemma is not None and lemma not in _PRESENTS and VERBS[lemma][1] == "speech"
