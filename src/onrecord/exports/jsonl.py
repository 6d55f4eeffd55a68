"""Statements as JSON Lines, one article a line, in the guide's schema."""

from collections.abc import Iterable, Iterator

from onrecord.exports.guide import Guide, as_guide
from onrecord.exports.jsontext import dumped
from onrecord.exports.sheet import Sheet

__all__ = ["GuideLine", "guide_line", "jsonl_chunks"]


class GuideLine(Guide):
    """One article in the guide's schema, with where its text came from.

    Attributes:
        digest: the SHA-256 of the text.
        revision: which of the article's texts in the record it is.
        run: the run that read it into the record.
    """

    digest: str
    revision: int | None
    run: str | None


def guide_line(sheet: Sheet, *, explain: bool = False) -> GuideLine:
    """One article, ready for JSON; on demand with what decided each field."""
    return {
        **as_guide(sheet.article, sheet.statements, sheet.events, explain=explain),
        "digest": sheet.article.digest,
        "revision": sheet.revision,
        "run": sheet.run,
    }


def jsonl_chunks(sheets: Iterable[Sheet], *, explain: bool = False) -> Iterator[bytes]:
    """Each article as it comes, as a line; on demand with ``decisions``."""
    for sheet in sheets:
        yield (dumped(guide_line(sheet, explain=explain)) + "\n").encode()
