from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.web import charts
from onrecord.web.charts import Bar

words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn")), max_size=40)
bars = st.lists(
    st.builds(Bar, key=words, label=words, count=st.integers(0, 10**9), told=words),
    min_size=1,
    max_size=40,
    unique_by=lambda bar: bar.key,
)


@given(bars)
def test_each_column_leads_somewhere(some: list[Bar]) -> None:
    """The plot is well-formed whatever the names, with one link for each column, in their order."""
    drawn = ET.fromstring(charts.columns(some, told="over time"))
    links = drawn.findall(".//{*}a")
    assert [link.get("aria-label") for link in links] == [bar.told for bar in some]


@pytest.mark.parametrize("draw", [charts.bars_picture, charts.columns_picture])
@given(some=bars)
def test_a_picture_stands_alone(draw: object, some: list[Bar]) -> None:
    """A picture is an SVG document with a size and a title, whatever the names."""
    assert callable(draw)
    root = ET.fromstring(draw(some, title="Acts & <b>"))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.findtext("{*}title") == "Acts & <b>"
    assert int(root.get("width", "0")) > 0


def test_the_highest_column_is_the_largest_number() -> None:
    """Columns are as high as their numbers."""
    drawn = ET.fromstring(charts.columns([Bar("a", "a", 3), Bar("b", "b", 6), Bar("c", "c", 0)], told=""))
    low, high, none = (float(one.get("height", "")) for one in drawn.findall(".//{*}rect[@class='column']"))
    assert high == pytest.approx(2 * low, rel=0.01)
    assert none == 0
