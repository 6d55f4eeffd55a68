"""Files, folders and standard input, as pages."""

import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import Empty, InputRefused, NotText, TooLarge, Unreadable
from onrecord.sources.documents import objects_in
from onrecord.sources.folders import ending, files_in, is_folder, shown, unreadable
from onrecord.sources.sniffing import KINDS, Kind, binary_kind, kind_of, wide
from onrecord.terms.origin import Origin
from onrecord.terms.page import MediaType, Page, Refusal

__all__ = ["LARGEST_ARTICLE", "LARGEST_JSON", "pages"]

LARGEST_ARTICLE = 5 * 1024 * 1024
"""Bytes that one article may have: some fifty times the longest reportage with all its markup."""

LARGEST_JSON = 64 * 1024 * 1024
"""Bytes that one JSON document may have, since it is read whole; JSON Lines may be of any size."""

_HEAD = 8192
_MIB = 1024 * 1024


def pages(places: Sequence[str], *, stdin: BinaryIO | None = None) -> Iterator[Page | Refusal]:
    """Every article at the places, in their order; what cannot be read is a refusal in its place.

    A file holds one article (``.txt``, ``.html``, ``.htm``), one or a list of them (``.json``) or
    one a line (``.jsonl``); a file with another ending is told by its first line. A folder is read
    with all that is under it, by those endings, in the order of the paths.

    Args:
        places: paths of files and folders; ``-`` is standard input.
        stdin: what ``-`` reads, if not the process's own.
    """
    for place in places:
        if place == "-":
            yield from _refusing(place, _read(stdin or sys.stdin.buffer, "-", "stdin", None))
        elif place and is_folder(Path(place)):
            yield from _folder(Path(place))
        else:
            yield from _refusing(place, _file(place))


def _folder(folder: Path) -> Iterator[Page | Refusal]:
    for place, error in files_in(folder):
        if error is None:
            yield from _refusing(place, _file(place))
        else:
            yield _refusal(Origin(shown(place)), error)


def _refusing(place: str | Path, articles: Iterator[Page | Refusal]) -> Iterator[Page | Refusal]:
    """The articles of one place; an error that ends it early becomes a refusal, and the road goes on."""
    try:
        yield from articles
    except InputRefused as error:
        yield _refusal(Origin(shown(place)), error)
    except (OSError, ValueError) as error:
        yield _refusal(Origin(shown(place)), unreadable(place, error))


def _refusal(origin: Origin, error: InputRefused) -> Refusal:
    return Refusal(origin, type(error).__name__, str(error))


def _file(place: str | Path) -> Iterator[Page | Refusal]:
    if not place:  # Path("") would be the current folder
        raise Unreadable("There is no file or folder ''; name what to read.")
    name, path = shown(place), Path(place)
    kind = KINDS.get(ending(path))
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):  # opening a pipe would wait for ever, a device need not end
        raise Unreadable(f"{name} is no regular file; to read from a pipe, give - and pipe it in.")
    if kind in ("text", "html") and status.st_size > LARGEST_ARTICLE:
        raise _too_large(name, LARGEST_ARTICLE)
    with path.open("rb") as stream:
        yield from _read(stream, name, shown(path.stem), kind)


def _read(stream: BinaryIO, name: str, stem: str, kind: Kind | None) -> Iterator[Page | Refusal]:
    head = _head(stream, name)
    binary = binary_kind(head[:_HEAD])
    if binary:
        raise NotText(f"{name} is {binary}, not text; save its text as UTF-8 and read that.")
    kind = kind or kind_of(head)
    if kind == "jsonl":
        yield from _lines(stream, head, name, stem)
    elif kind == "json":
        yield from _document(_rest(stream, head, name, LARGEST_JSON), name, stem)
    else:
        media_type: MediaType = "text/html" if kind == "html" else "text/plain"
        yield Page(Origin(name), media_type, _rest(stream, head, name, LARGEST_ARTICLE), stem)


def _head(stream: BinaryIO, name: str) -> bytes:
    """The beginning up to the end of the first line that is not blank."""
    head = b""
    while not head.strip() and len(head) <= LARGEST_ARTICLE:
        line = stream.readline(LARGEST_ARTICLE + 1)
        if not line:
            raise Empty(f"{name} is empty; there is nothing to read.")
        head += line
    return head


def _rest(stream: BinaryIO, head: bytes, name: str, largest: int) -> bytes:
    content = head + stream.read(max(0, largest + 1 - len(head)))
    if len(content) > largest:
        raise _too_large(name, largest)
    return content


def _too_large(name: str, largest: int) -> TooLarge:
    what = "one article" if largest == LARGEST_ARTICLE else "one JSON document"
    advice = "split it into articles, or write them as JSON Lines, one article a line"
    return TooLarge(f"{name} is larger than the {largest // _MIB} MiB that {what} may have; {advice}.")


def _document(content: bytes, name: str, stem: str) -> Iterator[Page | Refusal]:
    """The articles of a JSON document; a single one bears the file's name."""
    articles = list(_numbered(content, name, stem))
    match articles:
        case []:
            raise Empty(f"{name} holds an empty list; there is nothing to read.")
        case [Page() as only]:
            yield Page(Origin(name), only.media_type, only.content, stem)
        case _:
            yield from articles


def _numbered(content: bytes, name: str, stem: str) -> Iterator[Page | Refusal]:
    count = 0
    try:
        for count, (line, article) in enumerate(objects_in(content, name), 1):
            yield _json_page(article, Origin(name, line), f"{stem}-{count}")
    except InputRefused as error:  # a list that breaks off keeps the articles before the break
        yield _refusal(Origin(name), error)


def _lines(stream: BinaryIO, head: bytes, name: str, stem: str) -> Iterator[Page | Refusal]:
    """One article a line; blank lines are passed over, and a line that is too long costs only itself."""
    if wide(head):
        raise NotText(f"{name} is UTF-16 or UTF-32; JSON Lines must be UTF-8, save it so.")
    number = head.rstrip().count(b"\n") + 1
    line = head
    while line:
        article = line.strip()
        if article:
            yield _json_page(article, Origin(name, number), f"{stem}-{number}")
        while len(line) > LARGEST_ARTICLE and not line.endswith(b"\n"):
            line = stream.readline(LARGEST_ARTICLE + 1) or b"\n"
        line = stream.readline(LARGEST_ARTICLE + 1)
        number += 1


def _json_page(article: bytes, origin: Origin, name: str) -> Page | Refusal:
    if len(article) > LARGEST_ARTICLE:
        return _refusal(origin, _too_large(str(origin), LARGEST_ARTICLE))
    return Page(origin, "application/json", article, name)
