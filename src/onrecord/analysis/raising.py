"""Raising: "the mayor appeared to confirm it" tells what the mayor said, hedged, not an impression.

The corpora mark "appeared" as the cue of nobody's impression, with the subject and the infinitive as its
content. Where the infinitive is a verb of speech, the subject is the source and the verb belongs to
the cue (``appear`` and ``seem`` are raising verbs: Postal 1974).
"""

import re
from dataclasses import replace

from onrecord.analysis.words import lemmas
from onrecord.languages.english.cues import VERBS
from onrecord.terms.span import Span
from onrecord.terms.statement import Attribution

__all__ = ["raised"]

_CUE = re.compile(r"(?:\w+ )?(?:appear|seem)(?:s|ed|ing)?(?: \w+ly)?", re.IGNORECASE)
_INFINITIVE = re.compile(r"to (?:\w+ly )?(?P<verb>[a-z]+)\b[ \n]*")
_PRESENTS = frozenset(
    {"suggest", "show", "indicate", "reflect", "point", "mean", "explain", "report", "call"}
)
"""What things may seem to do as well as people."""


def raised(text: str, found: Attribution) -> Attribution:
    """The attribution with subject and infinitive where they belong; as it was if it is no such case."""
    if found.source or len(found.content) != 2 or len(found.cue) != 1:  # noqa: PLR2004 - subject and infinitive
        return found
    (subject, rest), cue = found.content, found.cue[0]
    infinitive = _INFINITIVE.match(text, rest.start, rest.end)
    if subject.end > cue.start or infinitive is None or not _CUE.fullmatch(cue.of(text)):
        return found
    if infinitive.end() >= rest.end or not _is_spoken(infinitive["verb"]):
        return found
    return replace(
        found,
        source=(subject,),
        cue=(Span(cue.start, infinitive.end("verb")),),
        content=(Span(infinitive.end(), rest.end),),
    )


def _is_spoken(verb: str) -> bool:
    lemma = next((each for each in lemmas(verb) if each in VERBS), None)
    return lemma is not None and lemma not in _PRESENTS and VERBS[lemma][1] == "speech"
