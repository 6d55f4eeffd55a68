"""Why a statement's fields are what they are, as lines of a terminal."""

from rich.text import Text

from onrecord.cli.streams import visible
from onrecord.terms.article import Article
from onrecord.terms.statement import Statement
from onrecord.web.explaining import Reason, reasons

__all__ = ["explanation"]

_WIDEST = 40


def explanation(article: Article, statement: Statement) -> tuple[Text, ...]:
    """One line a decided field: its value; what decided and how sure; the evidence and where it stands."""
    decided = reasons(article.text, statement)
    values = [visible(each.value) for each in decided]
    widest = min(max(map(len, values), default=0), _WIDEST)
    return tuple(
        Text.assemble(
            "    ",
            (f"{each.field:<{_FIELD}}  ", "dim"),
            f"{value:<{widest}}  ",
            (f"{visible(each.by)} ({each.confidence:.2f}){_evidence(each)}", "dim"),
        )
        for value, each in zip(values, decided, strict=True)
    )


def _evidence(reason: Reason) -> str:
    return f"  {reason.place} “{visible(reason.words)}”" if reason.place else ""


_FIELD = len("audience")
"""The longest name of a field."""
