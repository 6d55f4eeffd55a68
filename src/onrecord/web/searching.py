"""The search page: what was found, why, and how it is spread."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from weakref import WeakSet

from onrecord.errors import QueryError
from onrecord.exports.formats import FORMATS
from onrecord.record.collection import Record
from onrecord.record.highlighting import hits
from onrecord.record.query import Query
from onrecord.record.values import Facet as Spread
from onrecord.record.values import Facets, FoundStatement
from onrecord.record.words import Phrase, Words, words_of
from onrecord.web import spreading, urls, wording
from onrecord.web.asking import ORDERS, Asked
from onrecord.web.elements import Choice
from onrecord.web.lines import line
from onrecord.web.search_contexts import SearchPage
from onrecord.web.search_elements import Download, Facet, Hit, Picture, Versus

__all__ = ["AT_ONCE", "PICTURES", "is_large", "search_page"]

A_PAGE = 20
_VALUES, _AT_LENGTH = 8, 100
_SHORT = 6

AT_ONCE = 2_500
"""Statements whose spread is counted while their page is made; of more, the page is shown first."""

LARGE = 20_000
"""Statements from which on a record is large."""

_large: WeakSet[Record] = WeakSet()
_TIMES = {"": "days of saying", "published": "days of publishing"}

PICTURES = {
    "time": "over time",
    "speaker": "speakers",
    "target": "about whom",
    "act": "acts",
    "outlet": "outlets",
}
"""The plots that can be had as pictures, by what the address calls them."""


def search_page(record: Record, asked: Asked, more: str = "", *, counts: bool = False) -> SearchPage:
    """``/search``; what cannot be understood is told on the page, with the form still filled in.

    Args:
        record: the record.
        asked: what is searched for.
        more: the facet that is shown at length; empty for none.
        counts: whether to count how it is spread however much it is; otherwise the page shows at once
            what was found, and has that counted by another request.
    """
    blank = _blank(asked)
    if not asked.anything:
        return blank
    try:
        query = asked.query(limit=A_PAGE)
        found = record.statements(query)
        few = found.total <= AT_ONCE and not (asked.narrowed and is_large(record))
        counted = found.total > 0 and (counts or bool(more) or few)
        spreads = _spreads(record, asked, query, more) if counted else Facets(0, ())
    except QueryError as error:
        return replace(blank, asked=True, problem=wording.sentence(error))
    words = words_of(query.text)
    return replace(
        blank,
        asked=True,
        hits=tuple(_hit(row, words) for row in found.rows),
        total=wording.counted(found.total, "statement"),
        chips=spreading.chips(asked, spreads),
        facets=_facets(spreads, asked, more),
        histogram=spreading.histogram(record, query, spreads["month"], asked) if counted else None,
        counting=None if counted or not found.total else asked.address(counts="yes"),
        pictures=tuple(_pictures(spreads, asked)),
        compare=_versus(spreads, asked),
        older=asked.address(after=found.next) if found.next else None,
        newest=asked.address() if asked.after else None,
    )


def is_large(record: Record) -> bool:
    """Whether counting a search as if it were not narrowed may take long; a record hardly gets smaller."""
    if record not in _large and record.statements(Query(limit=1)).total > LARGE:
        _large.add(record)
    return record in _large


def _blank(asked: Asked) -> SearchPage:
    words = asked.words
    return SearchPage(
        title=f"{words} · Onrecord" if words else "Search · Onrecord",
        section="search",
        query=words,
        kept=tuple(pair for pair in asked.given if pair[0] in (*spreading.HEADINGS, "article")),
        since=asked.first("since"),
        until=asked.first("until"),
        orders=_choices(ORDERS, asked.first("sort")),
        times=_choices(_TIMES, asked.first("when")),
        clear=asked.but("since", "until", "article", *spreading.HEADINGS).address()
        if asked.narrowed
        else None,
        atom=asked.address("/feed.atom"),
        json_feed=asked.address("/feed.json"),
        downloads=tuple(
            Download(
                name.upper() if len(name) <= _SHORT else name.capitalize(),
                asked.address(f"/export/{name}"),
                one.meaning,
            )
            for name, one in FORMATS.items()
        ),
        address=asked.address(),
        name=_name(asked),
    )


def _choices(known: Mapping[str, str], chosen: str) -> tuple[Choice, ...]:
    return tuple(Choice(value, text, value == chosen) for value, text in known.items())


def _name(asked: Asked) -> str:
    told = [asked.words] if asked.words else []
    told += [spreading.said(name, value) for name, value in asked.given if name in spreading.HEADINGS]
    days = wording.period(asked.first("since") or None, asked.first("until") or None)
    return ", ".join([*told, days] if days else told) or "Everything"


def _spreads(record: Record, asked: Asked, query: Query, more: str) -> Facets:
    """Every facet; one by which the search is narrowed already is counted as if it were not."""
    given = [name for name in spreading.HEADINGS if asked.all(name)]
    free = [name for name in (*spreading.HEADINGS, "month") if name not in given]
    found = record.facets(query, free, most=_VALUES)
    widened = [
        *(_only(record, asked.but(name), name, _VALUES) for name in given if name != more),
        *([_only(record, asked.but(more), more, _AT_LENGTH)] if more in spreading.HEADINGS else []),
    ]
    kept = [one for one in found.facets if one.name != more]
    return Facets(found.total, (*kept, *widened))


def _only(record: Record, asked: Asked, name: str, most: int) -> Spread:
    return record.facets(asked.query(), [name], most=most)[name]


def _facets(spreads: Facets, asked: Asked, more: str) -> tuple[Facet, ...]:
    """Those by which something can be narrowed, or is."""
    shown = (name for name in spreading.HEADINGS if name in spreads)
    return tuple(
        spreading.facet(name, spreads[name], asked, long=name == more)
        for name in shown
        if len(spreads[name].values) > 1 or asked.all(name)
    )


def _pictures(spreads: Facets, asked: Asked) -> Iterator[Picture]:
    for name, told in PICTURES.items():
        facet = "month" if name == "time" else name
        if facet not in spreads or spreads[facet].values:
            yield Picture(told, asked.address(f"/plots/{name}.svg"))


def _versus(spreads: Facets, asked: Asked) -> Versus | None:
    """The two speakers who are asked for, or else who say most of it."""
    values = spreads["speaker"].values if "speaker" in spreads else ()
    named = [one for one in values if not one.value.startswith("=")]
    chosen = [one for one in named if one.value in asked.all("speaker")]
    two = chosen if len(chosen) > 1 else named
    if len(two) < 2 or len(chosen) == 1:  # noqa: PLR2004 (it takes two)
        return None
    return Versus(two[0].label, two[1].label, urls.compare(two[0].value, two[1].value, asked.words))


def _hit(row: FoundStatement, words: Words | None) -> Hit:
    return Hit(line(row), _why(row, words) if words else ())


def _why(row: FoundStatement, words: Words) -> tuple[str, ...]:
    """Where each of the words that were searched for stands."""
    places = (
        ("in the words", row.content_words),
        ("in who it is given to", row.source_words),
        ("in the headline", row.title or ""),
    )
    found = []
    for where, text in places:
        told = _standing(text, words.phrases)
        if told:
            found.append(f"{', '.join(told)} {where}")
    return tuple(found)


def _standing(text: str, phrases: Sequence[Phrase]) -> list[str]:
    told = []
    for phrase in dict.fromkeys(phrases):
        number = len(hits(text, Words(((phrase,),))))
        if number:
            times = f" {number} times" if number > 1 else ""
            told.append(f"“{' '.join(phrase.words)}{'…' if phrase.prefix else ''}”{times}")
    return told
