"""The page of the formats, made from the table of formats and from the table of columns."""

from onrecord.exports.columns import COLUMNS
from onrecord.exports.formats import FORMATS

__all__ = ["page"]

_INTRO = """`onrecord export` writes a record, or what a search finds in it, in any of these formats;
`onrecord extract --format` and the [API](../how-to/api.md) write some or all of them, too.
[How to export](../how-to/export.md) has an example of each, and [decision
9](../decisions/0009-one-meaning-in-many-formats.md) says why each says what it says. All
text is UTF-8; all offsets are half-open and count Unicode code points of the article's
text.
"""

_TABLES = """The columns of `csv` and `parquet`. In `csv`, a cell that a spreadsheet would run as a
formula has an apostrophe before it, lists have `; ` between their members, spans are
`start-end` with a space between them, and nothing is an empty cell. In `parquet`, lists are
lists, spans are structs of `start` and `end`, and nothing is null.
"""


def page() -> str:
    """The formats and their columns, as tables."""
    formats = [
        f"| `{each.name}` | {each.unit} | {each.meaning} | `{each.media_type}` | `{each.suffix}` |"
        for each in FORMATS.values()
    ]
    columns = [f"| `{each.name}` | {each.kind} | {each.meaning} |" for each in COLUMNS]
    return "\n".join(
        [
            _INTRO,
            "| format | a row is | | media type | file |",
            "| --- | --- | --- | --- | --- |",
            *formats,
            "\n## The table of statements\n",
            _TABLES,
            "| column | holds | |",
            "| --- | --- | --- |",
            *columns,
            "",
        ]
    )
