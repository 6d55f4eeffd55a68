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


@given(bars)
def test_a_strip_has_a_link_for_whatever_is_not_nothing(some: list[Bar]) -> None:
    """Its columns stand in their order at their places; nobody who listens has to hear them one by one."""
    most = max(bar.count for bar in some) or 1
    drawn = ET.fromstring(charts.strip(some, most=most))
    assert drawn.get("aria-hidden") == "true"
    places = [float(one.get("x", "")) for one in drawn.findall(".//{*}rect[@class='area']")]
    assert places == [place for place, bar in enumerate(some) if bar.count]
    for column in drawn.findall(".//{*}rect[@class='column']"):
        assert 0 < float(column.get("height", "")) <= 24


@given(
    st.lists(
        st.tuples(words, st.lists(st.integers(0, 10**6), min_size=3, max_size=3)), min_size=1, max_size=9
    )
)
def test_courses_are_drawn_as_dots(rows: list[tuple[str, list[int]]]) -> None:
    """A dot for whatever is not nothing, larger where there is more; names may be any, and alike."""
    rows = [*rows, ("some", [1, 0, 4])]
    drawn = ET.fromstring(
        charts.courses_picture(
            [(name, [Bar(f"{n}", f"{n}", count) for n, count in enumerate(counts)]) for name, counts in rows],
            title="Acts & <b>",
        )
    )
    dots = [float(one.get("r", "")) for one in drawn.findall(".//{*}circle")]
    assert len(dots) == sum(count > 0 for _, counts in rows for count in counts)
    assert min(dots) >= 1.5
    assert drawn.findtext("{*}title") == "Acts & <b>"


def test_a_dot_is_as_large_as_its_number() -> None:
    """Four times as many are a dot of twice the radius."""
    drawn = ET.fromstring(charts.courses_picture([("a", [Bar("1", "1", 25), Bar("2", "2", 100)])], title=""))
    small, large = (float(one.get("r", "")) for one in drawn.findall(".//{*}circle"))
    assert large == pytest.approx(2 * small)
