"""From the address of a page to a question for the record, and back to the addresses beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, cast

from onrecord.errors import QueryError
from onrecord.record.query import Query, When
from onrecord.web import urls

__all__ = ["FILTERS", "ORDERS", "Asked", "asked", "revision_number"]

FILTERS = (
    "speaker",
    "target",
    "act",
    "status",
    "outlet",
    "form",
    "mode",
    "affiliation",
    "country",
    "audience",
    "reviewed",
    "article",
)
"""What an address may give several times, and then means any of."""

ORDERS: Mapping[str, str] = {
    "": "latest first",
    "relevance": "best match first",
    "doubt": "least certain first",
}
"""The orders of what is found, by what the address calls them."""

_SINGLE = ("q", "since", "until", "when", "sort")
_NAMES = (*_SINGLE, *FILTERS)
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address of a search asks for.

    Attributes:
        given: the parameters that are not empty, as name and value, in the order of the form.
        after: where the page before it ended.
    """

    given: tuple[tuple[str, str], ...]
    after: str | None = None

    @property
    def anything(self) -> bool:
        """Whether there is anything to search for."""
        return any(name not in ("sort", "when") for name, _ in self.given)

    @property
    def narrowed(self) -> bool:
        """Whether anything but words is asked for."""
        return any(name not in ("q", "sort", "when") for name, _ in self.given)

    @property
    def words(self) -> str:
        """What stands in the search box."""
        return self.first("q")

    def first(self, name: str) -> str:
        """The first value of a parameter; empty if it has none."""
        return next((value for key, value in self.given if key == name), "")

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a parameter."""
        return tuple(value for key, value in self.given if key == name)

    def also(self, name: str, value: str) -> "Asked":
        """The same question from its first page, narrowed by one value more."""
        kept = [pair for pair in self.given if name not in _SINGLE or pair[0] != name]
        return replace(self, given=_ordered([*kept, (name, value)]), after=None)

    def but(self, *names: str, value: str | None = None) -> "Asked":
        """The same question from its first page, without these parameters or one value of them."""
        kept = [(n, v) for n, v in self.given if n not in names or value not in (None, v)]
        return replace(self, given=tuple(kept), after=None)

    def address(self, path: str = "/search", **more: str) -> str:
        """The address of a page that asks this."""
        return urls.with_query(path, [*self.given, *more.items()])

    def query(self, *, limit: int = 20, when: When | None = None) -> Query:
        """The question to the record.

        Raises:
            QueryError: if a part has a value that it cannot have.
        """
        for name, value in self.given:
            if len(value) > _LONGEST:
                raise QueryError(f"{name}: this is too long; {_LONGEST} characters are the most")
        return Query(
            text=self.words,
            speaker=self.all("speaker"),
            affiliation=self.all("affiliation"),
            country=self.all("country"),
            act=self.all("act"),
            status=self.all("status"),
            form=self.all("form"),
            mode=self.all("mode"),
            target=self.all("target"),
            audience=self.all("audience"),
            outlet=self.all("outlet"),
            reviewed=self.all("reviewed"),
            article=self.first("article") or None,
            since=self.first("since") or None,
            until=self.first("until") or None,
            when=when or cast("When", self.first("when") or "said"),
            sort=self._order(),
            limit=limit,
            after=self.after,
        )

    def _order(self) -> Literal["date", "relevance", "doubt"]:
        order = self.first("sort")
        if order not in (*ORDERS, "date"):
            raise QueryError(f"sort {order!r}: this must be one of date, relevance, doubt")
        if order == "doubt":
            return "doubt"
        # Without words nothing matches better than anything else.
        return "relevance" if order == "relevance" and self.words else "date"


def asked(parameters: Iterable[tuple[str, str]]) -> Asked:
    """What the parameters of a request ask for; those that mean nothing to us are passed over."""
    cleaned = [(name, value.strip()) for name, value in parameters]
    after = next((value for name, value in cleaned if name == "after" and value), None)
    return Asked(_ordered((name, value) for name, value in cleaned if value and name in _NAMES), after)


def _ordered(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """In the order of the form, each once; of what can have only one value, the last one given."""
    once = dict.fromkeys(pairs)
    last = {name: value for name, value in once if name in _SINGLE}
    kept = [(name, value) for name, value in once if last.get(name, value) == value]
    return tuple(sorted(kept, key=lambda pair: _NAMES.index(pair[0])))


def revision_number(text: str | None) -> int | None:
    """The number of a revision out of an address.

    Raises:
        QueryError: if it is no such number.
    """
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < len("1000000")):
        raise QueryError(f"revision {text!r}: this must be a number, counted from 1")
    return int(text)
