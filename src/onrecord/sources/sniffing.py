"""Telling from its first bytes what a file is."""

import codecs
import json
import re
from collections.abc import Mapping
from typing import Literal, TypeAlias

__all__ = ["KINDS", "Kind", "binary_kind", "kind_of", "wide"]

Kind: TypeAlias = Literal["text", "html", "json", "jsonl"]
"""How a file is cut into articles: the first two hold one, ``json`` one or a list, ``jsonl`` one a line."""

KINDS: Mapping[str, Kind] = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".jsonl": "jsonl",
}
"""What is read in a folder, by the ending of the name."""

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"{\\rtf", "a rich-text document"),
)

_WIDE = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x08\x1b"))
_CONTROLS_OF_BINARY = 0.05  # a stray control character costs nothing; text never has one in twenty

_JSON_OBJECT = re.compile(rb'\{\s*(?:"|\}|\Z)')
_JSON_LIST = re.compile(rb"\[\s*(?:\{|\]|\Z)")
_HTML = re.compile(
    rb"<(?:!doctype\s+html|!--|\?xml|html|head|body|meta|title|main|article|section|div|h[1-6]|p)\b",
    re.IGNORECASE,
)
_XML_OR_COMMENT = (b"<!--", b"<?xml")


def wide(head: bytes) -> bool:
    """Whether the bytes say by a byte order mark that they are UTF-16 or UTF-32."""
    return head.startswith(_WIDE)


def binary_kind(head: bytes) -> str | None:
    """What the bytes are if they are no text ("a PDF"), else None.

    Args:
        head: the first bytes, some thousands of them.
    """
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if wide(head):
        return None
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if b"\x00" in head or controls > _CONTROLS_OF_BINARY * len(head):
        return "binary data"
    return None


def kind_of(head: bytes) -> Kind:
    """The kind of a file whose name does not tell, from its first line that is not blank.

    What is neither JSON nor HTML is text: an article may well begin with a bracket.
    """
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if _JSON_OBJECT.match(start):
        return "jsonl" if _whole_object(start) else "json"
    if _JSON_LIST.match(start):
        return "json"
    return "html" if _HTML.match(start) or start.startswith(_XML_OR_COMMENT) else "text"


def _whole_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
