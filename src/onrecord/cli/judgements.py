"""Judgements made to be read: who decided what when, and what was different before."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from onrecord.cli.lines import who
from onrecord.cli.streams import visible
from onrecord.terms.change import Worth, value_of
from onrecord.terms.judgement import Judgement, Merge, Opinion, Split, Undo
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor

if TYPE_CHECKING:
    from onrecord.record.judging import Noted

__all__ = ["decided", "noted_lines", "worth"]


def noted_lines(judgements: "Iterable[Noted]") -> Iterator[Text]:
    """Each judgement in a line or a few: when, by whom, what, why, and whether it holds."""
    for each in judgements:
        yield from _lines(each)


def _lines(noted: "Noted") -> Iterator[Text]:
    one = noted.judgement
    holds = "" if noted.in_force else "  (taken back)"
    yield Text.assemble(
        (f"{one.at:%Y-%m-%d %H:%M}", "dim"),
        "  ",
        (visible(one.by), "bold"),
        f"  {decided(one)}",
        (holds, "yellow"),
    )
    if isinstance(one.what, Opinion):
        for change in one.what.changes:
            before = worth(value_of(one.what.seen, change.field))
            yield Text(f"    {change.field}: {before} → {worth(change.value)}")
    if one.note:
        yield Text(f"    “{visible(one.note)}”")
    yield Text(f"    {one.id}", "dim")


def decided(judgement: Judgement) -> str:
    """What was decided, in a few words."""
    match judgement.what:
        case Opinion(verdict=verdict, changes=changes):
            return "right, with changes" if verdict == "right" and changes else verdict
        case Merge(actor, others):
            return f"merged {', '.join(each.id for each in others)} into {actor.id}"
        case Split(actor, id_):
            return f"split {id_} from {actor.id}"
        case Undo(id_):
            return f"took back {id_}"


def worth(value: Worth) -> str:
    """The value of a field, on one line."""
    match value:
        case None | () | "":
            return "none"
        case bool():
            return "yes" if value else "no"
        case Actor():
            return f"{who(value)} ({value.kind})"
        case Span(start, end):
            return f"{start}–{end}"
        case tuple():
            return "; ".join(worth(each) for each in value)  # type: ignore[arg-type]
    return visible(str(value))
