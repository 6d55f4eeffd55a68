"""Looking first whether a needed word is there changes no answer."""

import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis import contents

_PATTERNS = contents._PATTERNS.patterns
_WORDS = sorted({word for pattern in _PATTERNS.values() for word in re.findall("[a-z]+", pattern.pattern)})
_ENDINGS = ("", "s", "ed", "ing", "y", "n't", "n’t", "'ll", "?")


@given(
    st.lists(st.tuples(st.sampled_from(_WORDS), st.sampled_from(_ENDINGS)), max_size=12),
    st.sampled_from(" -"),
)
def test_a_pattern_is_never_left_out_where_it_would_be_found(words: list[tuple[str, str]], gap: str) -> None:
    """Whatever words of the patterns stand together, the table of words hides no match."""
    content = gap.join(f"{word}{ending}" for word, ending in words)
    told = contents.read(content)
    for name, pattern in _PATTERNS.items():
        assert told.has(name) == bool(pattern.search(content)), name
        assert told.count(name) == len(pattern.findall(content)), name
