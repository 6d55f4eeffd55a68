"""Articles that are copies of others, and texts that are revisions of others."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain

from onrecord.terms.article import Article
from onrecord.terms.entity import folded
from onrecord.terms.link import Link, LinkKind

__all__ = ["copies"]

ROW = 5
"""Words in a row that are compared: fewer are often equal by chance, more are seldom left by an editor."""

ENOUGH = 0.15
"""The share of the shorter text's rows that the longer one must have. An outlet that cuts an agency's
report and changes a word here and there leaves a fifth to a third of its rows; articles of
different reporters on one matter share 4 % at most, nearly all of it quotations (the sample newsroom)."""

LEAST = 40
"""The fewest rows that texts must share unless they are equal: a long quotation that two
reporters heard makes no copy."""

STANDING = 5
"""An outlet's rows that stand under more different titles than this are its furniture and prove nothing."""


@dataclass(frozen=True, slots=True)
class _Text:
    article: Article
    rows: frozenset[int]


def copies(articles: Iterable[Article]) -> tuple[Link, ...]:
    """Link each article that has a good part of its words from another to the one it has most from.

    ``left`` is the later article and ``right`` the earlier, by the time of publication, then by id; the
    order in which they are given makes no difference. Articles of one address, or of one outlet under one
    title, are linked as revisions, others as copies. A copy of a copy is linked to the original if
    that shares enough with it. ``confidence`` is the share of the shorter text's rows of five
    words that the other has: exact, but how much was taken rather than how likely it was.

    Takes memory in proportion to the length of all texts, and time likewise as long as
    originals differ: a text is compared only with those it shares rows with.
    """
    texts = [_Text(article, _rows(article.text)) for article in sorted(articles, key=_order)]
    standing = _standing(texts)
    originals: list[_Text] = []
    holders: defaultdict[int, list[int]] = defaultdict(list)
    links: list[Link] = []
    for whole in texts:
        text = _Text(whole.article, whole.rows - standing.get(whole.article.outlet, frozenset()))
        if link := _nearest(text, originals, holders):
            links.append(link)
            continue
        for row in text.rows:
            holders[row].append(len(originals))
        originals.append(text)
    return tuple(links)


def _order(article: Article) -> tuple[datetime, datetime, str, str]:
    published = _moment(article.published)
    return published, _moment(article.modified) if article.modified else published, article.id, article.digest


def _moment(time: datetime | None) -> datetime:
    # An article without a date comes last: nothing says that others took from it.
    if time is None:
        return datetime.max.replace(tzinfo=UTC)
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _rows(text: str) -> frozenset[int]:
    """The rows of five words of a text, each as a number; a shorter text is one row.

    Digests, because Python's own hashes differ from one process to the next.
    """
    words = folded(text).split()
    rows = (" ".join(words[at : at + ROW]) for at in range(max(1, len(words) - ROW + 1)))
    return frozenset(_number(row) for row in rows)


def _number(row: str) -> int:
    return int.from_bytes(hashlib.blake2b(row.encode(), digest_size=8).digest())


def _standing(texts: Iterable[_Text]) -> Mapping[str | None, frozenset[int]]:
    """The rows that an outlet prints below everything: its notices, its invitations to subscribe."""
    printed: defaultdict[str, defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for text in texts:
        if text.article.outlet:
            printed[text.article.outlet][text.article.title or text.article.id] |= text.rows
    often = {outlet: Counter(chain(*titles.values())) for outlet, titles in printed.items()}
    return {
        outlet: frozenset(row for row, count in rows.items() if count > STANDING)
        for outlet, rows in often.items()
    }


def _nearest(text: _Text, originals: list[_Text], holders: defaultdict[int, list[int]]) -> Link | None:
    """The link to the original that shares most with the text, if any shares enough."""
    shared = Counter(chain.from_iterable(holders.get(row, ()) for row in text.rows))
    best = max(shared, key=lambda at: (_share(text, originals[at], shared[at]), -at), default=None)
    if best is None:
        return None
    original, count = originals[best], shared[best]
    share = _share(text, original, count)
    if share < ENOUGH or (count < LEAST and text.rows != original.rows):
        return None
    kind, by = _kind(text.article, original.article)
    by = f"{by}; {count} rows of {ROW} words, {share:.0%} of the shorter text"
    return Link(kind, text.article.id, original.article.id, by, round(share, 3))


def _share(text: _Text, other: _Text, count: int) -> float:
    return count / min(len(text.rows), len(other.rows))


def _kind(later: Article, earlier: Article) -> tuple[LinkKind, str]:
    if later.url and later.url == earlier.url:
        return "revision", "same address"
    same_outlet = later.outlet and later.outlet == earlier.outlet
    if same_outlet and later.title and folded(later.title) == folded(earlier.title or ""):
        return "revision", "same outlet and title"
    return "copy", "same words"
