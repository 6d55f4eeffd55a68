"""Standard output and standard error as a person or another program wants them."""

import io
import os
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import BinaryIO, TextIO

from rich.console import Console

__all__ = ["complain", "console", "input_for", "send", "speak_utf8", "swallow_output", "visible"]


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale says; what UTF-8 cannot hold (a lone surrogate) as its escape.

    That escape (a backslash, ``u``, four digits) is also how JSON writes it, so JSON stays JSON.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def console(stream: TextIO | None = None) -> Console:
    """A console on a stream, or on standard output; it colours on terminals only, and heeds NO_COLOR."""
    return Console(file=stream, highlight=False, emoji=False, markup=False)


def input_for(places: Sequence[str]) -> BinaryIO | None:
    """Standard input, if it is asked for; somebody at a terminal is told that we wait for them."""
    if "-" not in places:
        return None
    if sys.stdin.isatty():
        complain("reading from the terminal; end with Ctrl-D on a line of its own.")
    return sys.stdin.buffer


def send(chunks: Iterable[bytes], stream: TextIO) -> None:
    """Write bytes to a stream of text as they come, after whatever was written to it before."""
    stream.flush()
    for chunk in chunks:
        stream.buffer.write(chunk)
        stream.buffer.flush()


def complain(sentence: str) -> None:
    """Tell the user on standard error, in a line that says which program speaks."""
    sys.stderr.write(f"onrecord: {visible(sentence)}\n")
    sys.stderr.flush()


def visible(text: str) -> str:
    """The text on one line, safe to show: an article must not steer the reader's terminal.

    Runs of white space become one space; other control and format characters, with which a
    text could move the cursor or turn the line round, become ``�``.
    """
    line = " ".join(text.split())
    return "".join("�" if _steers(sign) else sign for sign in line)


# Joiners and direction marks are part of words in several scripts and of emoji; soft hyphens do no harm.
_HARMLESS = "\u200b\u200c\u200d\u200e\u200f\u00ad\ufeff"


def _steers(sign: str) -> bool:
    return sign not in _HARMLESS and unicodedata.category(sign) in {"Cc", "Cf"}


def swallow_output() -> None:
    """Let nothing complain at exit that the reader of our output has gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
