"""Quotation marks of the languages we read (Unicode 15, chapter 6.2, table 6-3)."""

__all__ = ["CLOSERS", "DOUBLE", "OPENERS", "SINGLE", "SINGLE_OPENERS"]

DOUBLE = '"“”„‟«»‹›″〝〞'
"""Marks that always stand for a quotation, never for an apostrophe."""

OPENERS = frozenset("“„‟«‹〝") | {"``"}
"""Marks that open wherever they stand; the others of ``DOUBLE`` open before a word only."""

CLOSERS: dict[str, frozenset[str]] = {
    '"': frozenset('"″”') | {"''"},
    "“": frozenset('”"″') | {"''"},
    "”": frozenset("”"),  # Swedish and Finnish: the same mark on both sides
    "„": frozenset('“”"″'),  # German, Polish
    "‟": frozenset("”"),
    "«": frozenset("»"),
    "»": frozenset("«»"),  # Danish, and Finnish »…»
    "‹": frozenset("›"),
    "›": frozenset("‹›"),
    "″": frozenset('″"'),
    "〝": frozenset("〞"),
    "〞": frozenset("〞"),
    "``": frozenset({"''", "”", '"'}),
    "''": frozenset({"''"}),
}
"""What closes a quotation that was opened by the key."""

SINGLE: dict[str, frozenset[str]] = {
    "'": frozenset("'’"),
    "‘": frozenset("’'"),
    "‚": frozenset("‘’"),
    "‛": frozenset("’'"),
    "’": frozenset("’"),
}
"""What closes a quotation in single marks that was opened by the key."""

SINGLE_OPENERS = frozenset("'‘‚‛")
"""Single marks that may open a quotation."""
