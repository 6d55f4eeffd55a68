"""JSON Lines are one article a line whatever the text holds."""

import io
import json
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.guide import Analysed, as_guide
from onrecord.exports.jsonl import write_jsonl
from onrecord.terms.article import Article

ANY = st.text(alphabet=st.characters(codec=None), min_size=1)


def stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")


def read(written: io.TextIOWrapper) -> str:
    written.flush()
    buffer = written.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()


@given(st.lists(ANY))
def test_each_article_is_one_line_that_reads_back(texts: list[str]) -> None:
    """Halves of surrogate pairs and every kind of line end survive, and no line is broken."""
    articles: list[Analysed] = [(Article(str(n), text), ()) for n, text in enumerate(texts)]
    out = stream()
    assert write_jsonl(articles, out) == len(texts)
    lines = read(out).splitlines()
    assert [json.loads(line) for line in lines] == [as_guide(*article) for article in articles]


def test_text_keeps_its_own_script() -> None:
    """Letters of any script are written as themselves, for people who read the file."""
    out = stream()
    write_jsonl([(Article("a", "“Нет,” сказал он 🙂"), ())], out)
    assert "“Нет,” сказал он 🙂" in read(out)


def test_articles_are_written_as_they_come() -> None:
    """The first article is written before the second is asked for."""
    out = io.StringIO()

    def coming() -> Iterator[Analysed]:
        yield Article("a", "x"), ()
        assert out.getvalue().count("\n") == 1
        yield Article("b", "x"), ()

    assert write_jsonl(coming(), out) == 2
