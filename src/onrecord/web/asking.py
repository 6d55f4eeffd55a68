"""From the address of a page to a question for the record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.errors import QueryError
from onrecord.record.query import Query
from onrecord.terms.statement import ACTS, Form
from onrecord.web.elements import Choice, Filters

__all__ = ["Asked", "asked", "revision_number"]

_NAMES = ("q", "speaker", "act", "form", "outlet", "since", "until", "sort")
_LONGEST = 500
_ORDERS: Mapping[str, str] = {"date": "latest first", "relevance": "best match first"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address of a search asks for.

    Attributes:
        given: the parameters that are not empty, by name.
        after: where the page before it ended.
    """

    given: Mapping[str, str]
    after: str | None

    @property
    def anything(self) -> bool:
        """Whether there is anything to search for."""
        return any(name != "sort" for name in self.given)

    def query(self, *, limit: int) -> Query:
        """The question to the record.

        Raises:
            QueryError: if a part has a value that it cannot have.
        """
        for name, value in self.given.items():
            if len(value) > _LONGEST:
                raise QueryError(f"{name}: this is too long; {_LONGEST} characters are the most")
        return Query(
            text=self.given.get("q", ""),
            speaker=self.given.get("speaker"),
            act=self.given.get("act"),
            form=self.given.get("form"),
            outlet=self.given.get("outlet"),
            since=self.given.get("since"),
            until=self.given.get("until"),
            sort=self._order(),
            limit=limit,
            after=self.after,
        )

    def _order(self) -> Literal["date", "relevance"]:
        order = self.given.get("sort", "date")
        if order not in _ORDERS:
            raise QueryError(f"sort {order!r}: this must be one of {', '.join(_ORDERS)}")
        # Without words nothing matches better than anything else.
        return "relevance" if order == "relevance" and "q" in self.given else "date"

    def filters(self) -> Filters:
        """The form, filled in as it was sent."""
        get = self.given.get
        return Filters(
            speaker=get("speaker", ""),
            acts=_choices(_any_of(ACTS), get("act", "")),
            forms=_choices(_any_of(get_args(Form)), get("form", "")),
            outlet=get("outlet", ""),
            since=get("since", ""),
            until=get("until", ""),
            orders=_choices({"": _ORDERS["date"], "relevance": _ORDERS["relevance"]}, get("sort", "")),
            any=any(name not in ("q", "sort") for name in self.given),
        )


def _any_of(known: Sequence[str]) -> Mapping[str, str]:
    return {"": "any", **dict(zip(known, known, strict=True))}


def _choices(known: Mapping[str, str], chosen: str) -> tuple[Choice, ...]:
    return tuple(Choice(value, text, value == chosen) for value, text in known.items())


def asked(parameters: Mapping[str, str]) -> Asked:
    """What the parameters of a request ask for; those that mean nothing to us are passed over."""
    cleaned = {name: parameters.get(name, "").strip() for name in _NAMES}
    return Asked({name: value for name, value in cleaned.items() if value}, parameters.get("after") or None)


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
