"""Finding the files of a folder."""

import os
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import Empty, InputRefused, Unreadable
from onrecord.sources.sniffing import KINDS

__all__ = ["ending", "files_in", "is_folder", "shown", "unreadable"]


def shown(place: str | Path) -> str:
    """A path as it can be printed: bytes of a file name that are no UTF-8 become a replacement character."""
    return os.fsencode(place).decode("utf-8", "replace")


def ending(place: Path) -> str:
    """The ending of a file's name in lower case, with its dot."""
    return place.suffix.lower()


def is_folder(place: Path) -> bool:
    """Whether there is a folder; what the system refuses to look at is none, and opening it will tell why."""
    try:
        return place.is_dir()
    except OSError:
        return False


def unreadable(place: str | Path, error: OSError | ValueError) -> Unreadable:
    """What to tell the user when the system will not give us a file."""
    name = shown(place)
    match error:
        case FileNotFoundError() if name and Path(place).is_symlink():
            return Unreadable(
                f"{name} is a link to something that is not there; correct the link or leave it out."
            )
        case FileNotFoundError():
            return Unreadable(
                f"There is no file or folder {name!r}; check the spelling and the current folder."
            )
        case PermissionError():
            return Unreadable(f"{name} may not be read; change its permissions, or run as somebody who may.")
        case OSError():
            return Unreadable(f"{name} cannot be read: {error.strerror or error}; mend that or leave it out.")
        case _:  # a path with a NUL in it never reaches the system
            return Unreadable(f"{name!r} is no path; check the spelling.")


def files_in(folder: Path) -> Iterator[tuple[Path, InputRefused | None]]:
    """Every file under a folder that an ending of ours names, in the order of their paths.

    Links are followed, a folder is entered once, and names that begin with a dot are left
    alone. A folder that may not be read, or has nothing to read, comes with the error that says so.
    """
    seen: set[tuple[int, int]] = set()
    found = others = 0
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        if not is_folder(place):
            known = ending(place) in KINDS
            found, others = found + known, others + (not known)
            if known:
                yield place, None
            continue
        try:
            waiting.extend(reversed(_children(place, seen)))
        except OSError as error:
            found += 1
            yield place, unreadable(place, error)
    if not found:
        left = f" (files of other kinds in it: {others})" if others else ""
        endings = ", ".join(KINDS)
        yield folder, Empty(f"The folder {shown(folder)} holds no article{left}; articles end in {endings}.")


def _children(folder: Path, seen: set[tuple[int, int]]) -> list[Path]:
    """The sorted paths in a folder; nothing when a link has led us back to it."""
    status = folder.stat()
    identity = (status.st_dev, status.st_ino)
    if identity in seen:
        return []
    seen.add(identity)
    return sorted(place for place in folder.iterdir() if not place.name.startswith("."))
