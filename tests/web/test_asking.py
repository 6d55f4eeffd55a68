from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import QueryError
from onrecord.web.asking import FILTERS, asked

pairs = st.lists(st.tuples(st.sampled_from([*FILTERS, "q", "since", "sort", "other"]), st.text(max_size=5)))


@given(pairs)
def test_an_address_says_all_that_was_asked(given: list[tuple[str, str]]) -> None:
    """Asking what an address asks gives that address again, whatever order it came in."""
    once = asked(given)
    again = asked(parse_qsl(urlsplit(once.address()).query, keep_blank_values=True))
    assert again.address() == once.address()


def test_a_value_more_narrows_and_can_be_taken_away() -> None:
    """Adding a value keeps the others; taking it away gives what was there before."""
    before = asked([("q", "gate"), ("act", "deny"), ("after", "x")])
    more = before.also("act", "say")
    assert more.all("act") == ("deny", "say")
    assert more.after is None
    assert more.but("act", value="say").given == before.given


def test_a_day_more_replaces_the_one_before() -> None:
    """What can have only one value gets the new one."""
    assert asked([("since", "2026")]).also("since", "2027").all("since") == ("2027",)


def test_what_is_too_long_is_refused_by_name() -> None:
    """A value of more than 500 characters is named in the refusal."""
    with pytest.raises(QueryError, match="speaker"):
        asked([("speaker", "x" * 501)]).query()
