"""JSON that any stream and any reader can take."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

__all__ = ["dumped", "listed"]

_ESCAPED = re.compile("[\ud800-\udfff\x85\u2028\u2029]")
"""Halves of surrogate pairs, which no encoding can write, and ends of lines to some readers of JSON Lines."""


def dumped(value: Mapping[str, object]) -> str:
    """A value as one line of JSON, in its own script; escaped is only what breaks a line or a stream."""
    text = json.dumps(value, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def listed(members: Iterable[str], *, before: str = "", after: str = "") -> Iterator[bytes]:
    """A JSON list, each member as it comes and on a line of its own; ``[]`` if there is none.

    Args:
        members: JSON texts.
        before: what stands before the list.
        after: what stands after it.
    """
    yield f"{before}[".encode()
    count = 0
    for count, member in enumerate(members, 1):
        yield f"{',' if count > 1 else ''}\n{member}".encode()
    yield f"{chr(10) if count else ''}]{after}\n".encode()
