"""Why a statement's fields are what they are: evidence, what decided, how sure."""

from collections.abc import Callable, Sequence

from rich.text import Text

from onrecord.cli.lines import who
from onrecord.cli.streams import visible
from onrecord.terms.article import Article
from onrecord.terms.span import Spans, words_of
from onrecord.terms.statement import Actor, Decision, Statement

__all__ = ["explanation"]

_MOST = 48
"""So many characters of evidence are shown; the offsets tell the rest."""


def explanation(article: Article, statement: Statement) -> tuple[Text, ...]:
    """One line a decided field: its value; what decided and how sure; the evidence and where it stands."""
    decided = [decision for decision in statement.decisions if decision.field in _VALUES]
    values = [_VALUES[decision.field](statement) or "none" for decision in decided]
    widest = max(map(len, values), default=0)
    return tuple(
        Text.assemble(
            "    ",
            (f"{decision.field:<{_FIELD}}  ", "dim"),
            f"{visible(value):<{min(widest, _WIDEST)}}  ",
            (f"{visible(decision.by)} ({decision.confidence:.2f}){_evidence(article, decision)}", "dim"),
        )
        for value, decision in zip(values, decided, strict=True)
    )


def _evidence(article: Article, decision: Decision) -> str:
    if not decision.evidence:
        return ""
    words = visible(words_of(article.text, decision.evidence))
    cut = words if len(words) <= _MOST else f"{words[: _MOST - 1].rstrip()}…"
    return f"  {_offsets(decision.evidence)} “{cut}”"


def _offsets(spans: Spans) -> str:
    return ", ".join(f"{span.start}–{span.end}" for span in spans)


def _actors(actors: Sequence[Actor | None]) -> str:
    return "; ".join(who(actor) for actor in actors if actor)


def _yes(given: bool) -> str:
    return "yes" if given else "no"


_VALUES: dict[str, Callable[[Statement], str | None]] = {
    "speaker": lambda s: who(s.speaker),
    "role": lambda s: s.speaker.role,
    "affiliation": lambda s: s.speaker.affiliation,
    "country": lambda s: s.speaker.country,
    "for": lambda s: _actors((s.on_behalf_of,)),
    "audience": lambda s: _actors((s.audience,)),
    "venue": lambda s: s.venue,
    "said": lambda s: str(s.said or ""),
    "act": lambda s: s.act,
    "mode": lambda s: s.mode,
    "form": lambda s: s.form,
    "status": lambda s: s.status,
    "hedged": lambda s: _yes(s.hedged),
    "negated": lambda s: _yes(s.negated),
    "targets": lambda s: _actors(s.targets),
    "inside": lambda s: s.inside,
    "about": lambda s: ", ".join(s.about),
}
_FIELD = max(map(len, _VALUES))
_WIDEST = 40
