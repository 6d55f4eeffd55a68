"""Where something came from."""

from dataclasses import dataclass

__all__ = ["Origin"]


@dataclass(frozen=True, slots=True)
class Origin:
    """The place one input was read from.

    Attributes:
        place: what the user would call it: a path as given, ``-`` for standard input, a URL.
        line: the line of the file, counted from 1, where one file holds many articles (JSON Lines).
    """

    place: str
    line: int | None = None

    def __str__(self) -> str:
        return self.place if self.line is None else f"{self.place}:{self.line}"
