"""JSON that any stream and any reader can take."""

import json
import re

from onrecord.exports.guide import Guide

__all__ = ["dumped"]

_ESCAPED = re.compile("[\ud800-\udfff\x85\u2028\u2029]")
"""Halves of surrogate pairs, which no encoding can write, and ends of lines to some readers of JSON Lines."""


def dumped(guide: Guide) -> str:
    """One article as one line of JSON, in its own script; escaped is only what breaks a line or a stream."""
    text = json.dumps(guide, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
