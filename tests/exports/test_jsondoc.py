"""A JSON document is one list."""

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.guide import Analysed, as_guide
from onrecord.exports.jsondoc import write_json
from onrecord.terms.article import Article


@given(st.lists(st.text(alphabet=st.characters(codec=None), min_size=1), max_size=3))
def test_the_list_reads_back(texts: list[str]) -> None:
    """No article, one or many: the document is a list of them, and UTF-8 can hold it."""
    articles: list[Analysed] = [(Article(str(n), text), ()) for n, text in enumerate(texts)]
    out = io.StringIO()
    assert write_json(articles, out) == len(texts)
    assert json.loads(out.getvalue().encode()) == [as_guide(*article) for article in articles]
