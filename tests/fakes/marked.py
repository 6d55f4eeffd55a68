"""Articles written with their statements marked, for tests.

``[source] <cue> {content}``: marks that carry the same number belong to one statement, no number is 1:
``[1:Jo Doe] <1:said> {1:it rained}``.
"""

import re
from datetime import datetime

from onrecord.terms.article import Article
from onrecord.terms.span import Span
from onrecord.terms.statement import Attribution

_MARK = re.compile(
    r"\[(?:(?P<s>\d+):)?(?P<source>[^\]]+)\]|<(?:(?P<c>\d+):)?(?P<cue>[^>]+)>|\{(?:(?P<t>\d+):)?(?P<content>[^}]+)\}"
)

Roles = dict[str, list[Span]]


def marked(
    text: str, *, published: str = "2026-02-12", title: str | None = None, outlet: str | None = None
) -> tuple[Article, list[Attribution]]:
    """The article that the marked text stands for, and its attributions in the order of their numbers."""
    plain, found, position = "", dict[int, Roles](), 0
    for mark in _MARK.finditer(text):
        plain += text[position : mark.start()]
        role = mark.lastgroup or ""
        number = int(mark["s"] or mark["c"] or mark["t"] or 1)
        start = len(plain)
        plain += mark[role]
        roles = found.setdefault(number, {"source": [], "cue": [], "content": []})
        roles[role].append(Span(start, len(plain)))
        position = mark.end()
    plain += text[position:]
    article = Article("test", plain, title=title, outlet=outlet, published=datetime.fromisoformat(published))
    return article, [
        Attribution(tuple(r["source"]), tuple(r["cue"]), tuple(r["content"]))
        for _, r in sorted(found.items())
    ]
