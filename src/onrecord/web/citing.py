"""A statement as one cites it: who, what they did, the words, where they were printed, where to find it."""

from onrecord.record.values import FoundStatement
from onrecord.web import wording
from onrecord.web.lines import headline, name

__all__ = ["citation"]


def citation(found: FoundStatement, permalink: str) -> str:
    """A statement in one line, to be pasted into a text or a note.

    Words that are not the speaker's own are said to be the writer's.

    Args:
        found: the statement.
        permalink: its address.
    """
    who = name(found)
    told = who.detail not in ("", *wording.KIND_WORDS.values())
    speaker = f"{who.text} ({who.detail})" if told else who.text
    said = found.statement.said
    when = f", {wording.said_words(said.text)}" if said else ""
    words = " ".join(found.content_words.split())
    whose = "" if found.statement.form == "direct" else f" [{wording.FORM_MEANINGS[found.statement.form]}]"
    return f"{speaker} {wording.verb(found.statement)}{when}: {words}{whose} — {_printed(found)}. {permalink}"


def _printed(found: FoundStatement) -> str:
    day = wording.day_words(found.published.date().isoformat()) if found.published else "no date"
    return ", ".join(part for part in (found.outlet, f"“{headline(found)}”", day) if part)
