"""The addresses of the pages; every link of every page is made here."""

from urllib.parse import quote, urlencode, urlsplit

__all__ = [
    "article",
    "compare",
    "outside",
    "quoted",
    "review",
    "search",
    "speaker",
    "statement",
    "with_cursor",
    "with_query",
]


def article(id_: str, *, revision: int | None = None, statement: str = "") -> str:
    """An article's page.

    Args:
        id_: the article's id.
        revision: one of its revisions; the latest if none is given.
        statement: the id of one of its statements, to be led to its words.
    """
    asked = [("revision", str(revision))] if revision is not None else []
    address = with_query(f"/article/{quote(id_, safe='')}", asked)
    return f"{address}#t-{quote(statement)}" if statement else address


def compare(one: str, other: str, subject: str = "") -> str:
    """A comparison of two speakers, by their ids; of what is empty the page asks."""
    asked = [("a", one), ("b", other), ("q", subject)]
    return with_query("/compare", [(name, value) for name, value in asked if value])


def quoted(text: str) -> str:
    """Text as a part of an address."""
    return quote(text, safe="")


def speaker(id_: str) -> str:
    """A speaker's page."""
    return f"/speaker/{quote(id_, safe='')}"


def statement(id_: str) -> str:
    """A statement's own page."""
    return f"/statement/{quote(id_, safe='')}"


def search(**asked: str) -> str:
    """A search; what is empty is left out of the address."""
    return with_query("/search", [(name, value) for name, value in asked.items() if value])


def review(id_: str) -> str:
    """Where a reviewer judges a statement."""
    return with_query("/review", [("item", id_)])


def with_cursor(path: str, cursor: str | None, asked: dict[str, str] | None = None) -> str | None:
    """The next page of a list; None where there is none."""
    if cursor is None:
        return None
    return with_query(path, [*(asked or {}).items(), ("after", cursor)])


def with_query(path: str, asked: list[tuple[str, str]]) -> str:
    """A path with its query."""
    return f"{path}?{urlencode(asked)}" if asked else path


def outside(address: str | None) -> str | None:
    """An address out of an article, if it is one that a link may lead to: http or https, nothing else."""
    if address is None:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None
