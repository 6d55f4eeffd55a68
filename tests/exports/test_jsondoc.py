"""A JSON document is one list."""

import json

from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.jsondoc import json_chunks
from onrecord.exports.jsonl import guide_line
from onrecord.exports.sheet import Sheet
from onrecord.terms.article import Article


@given(st.lists(st.text(alphabet=st.characters(codec=None), min_size=1), max_size=3))
def test_the_list_reads_back(texts: list[str]) -> None:
    """No article, one or many: the document is a list of them, and UTF-8 can hold it."""
    sheets = [Sheet(Article(str(n), text), ()) for n, text in enumerate(texts)]
    assert json.loads(b"".join(json_chunks(sheets))) == [guide_line(sheet) for sheet in sheets]
