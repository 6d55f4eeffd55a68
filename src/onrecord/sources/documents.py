"""Cutting JSON into the articles it holds, each with its own characters."""

import json
import re
from collections.abc import Iterator

from onrecord.errors import Malformed, NotText

__all__ = ["objects_in"]

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\r\n]*")


def objects_in(content: bytes, place: str) -> Iterator[tuple[int, bytes]]:
    """Each article of a JSON document: the line it begins on, and its characters in UTF-8.

    The document is one object, a list of objects, or objects one after another.

    Args:
        content: the document as received.
        place: what to call it in a message.

    Raises:
        NotText: if the bytes are in no Unicode encoding.
        Malformed: where the JSON breaks; what stood before it has been yielded by then.
    """
    try:
        text = content.decode(json.detect_encoding(content))
    except UnicodeDecodeError as error:
        raise NotText(
            f"{place} is not UTF-8 at byte {error.start}; JSON must be UTF-8, save it so."
        ) from None
    line = last = 0
    try:
        for start, end in _values(text):
            line += text.count("\n", last, start)
            last = start
            yield line + 1, text[start:end].encode()
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise Malformed(f"{place} is no valid JSON at {where}: {error.msg}; correct it there.") from None
    except (ValueError, RecursionError):
        raise Malformed(
            f"{place} holds JSON nested too deep or a number too long to read; simplify it."
        ) from None


def _values(text: str) -> Iterator[tuple[int, int]]:
    """Where each value of the document starts and ends."""
    at = _after_space(text, 0)
    listed = text.startswith("[", at)
    at = _after_space(text, at + 1) if listed else at
    while at < len(text) and not (listed and text[at] == "]"):
        _, end = _DECODER.raw_decode(text, at)
        yield at, end
        at = _after_space(text, end)
        if listed:
            at = _after_comma(text, at)
    if listed and _after_space(text, at + 1) < len(text):
        raise json.JSONDecodeError("there is something after the list", text, at + 1)
    if listed and at >= len(text):
        raise json.JSONDecodeError("the list is not closed", text, len(text))


def _after_comma(text: str, at: int) -> int:
    if text.startswith(",", at):
        return _after_space(text, at + 1)
    if at < len(text) and text[at] != "]":
        raise json.JSONDecodeError("a comma or the end of the list is missing", text, at)
    return at


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at
