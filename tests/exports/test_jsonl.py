"""JSON Lines are one article a line whatever the text holds."""

import json
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.guide import as_guide
from onrecord.exports.jsonl import jsonl_chunks
from onrecord.exports.sheet import Sheet
from onrecord.terms.article import Article

ADDED = ("digest", "revision", "run")
ANY = st.text(alphabet=st.characters(codec=None), min_size=1)


@given(st.lists(ANY))
def test_each_article_is_one_line_that_reads_back(texts: list[str]) -> None:
    """Halves of surrogate pairs and every kind of line end survive, and no line is broken."""
    articles = [Article(str(n), text) for n, text in enumerate(texts)]
    written = b"".join(jsonl_chunks(Sheet(article, ()) for article in articles)).decode()
    guides = [as_guide(article, ()) for article in articles]
    found = [json.loads(line) for line in written.splitlines()]
    assert [{key: line[key] for key in line if key not in ADDED} for line in found] == guides


def test_every_line_tells_where_its_text_is_from() -> None:
    """The digest of the text, the revision and the run stand beside the guide's keys."""
    article = Article("a", "x")
    (line,) = jsonl_chunks([Sheet(article, (), revision=2, run="cafe")])
    found = json.loads(line)
    assert [found[key] for key in ADDED] == [article.digest, 2, "cafe"]


def test_text_keeps_its_own_script() -> None:
    """Letters of any script are written as themselves, for people who read the file."""
    (line,) = jsonl_chunks([Sheet(Article("a", "“Нет,” сказал он 🙂"), ())])
    assert "“Нет,” сказал он 🙂" in line.decode()


def test_articles_are_written_as_they_come() -> None:
    """The first article is written before the second is asked for."""
    asked: list[str] = []

    def coming() -> Iterator[Sheet]:
        for name in ("a", "b"):
            asked.append(name)
            yield Sheet(Article(name, "x"), ())

    next(iter(jsonl_chunks(coming())))
    assert asked == ["a"]
