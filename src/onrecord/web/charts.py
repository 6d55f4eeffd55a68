"""Plots as SVG, drawn by leather on the server: in the page with links, or as a picture of their own."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

import leather
from leather import theme
from markupsafe import Markup

__all__ = [
    "PICTURE_TYPE",
    "Bar",
    "bars_picture",
    "columns",
    "columns_picture",
    "courses_picture",
    "strip",
]

PICTURE_TYPE = "image/svg+xml"

_LENGTHS = ("x", "y", "x1", "x2", "y1", "y2", "width", "height")
_SVG = "http://www.w3.org/2000/svg"
_WIDTH, _HEIGHT = 640, 150
_PICTURE = 800
_ROW = 28
_LONGEST_LABEL = 34
_MOST_TICKS = 4
_LABELS = 6
_STRIP, _LEAST = 24, 2
_INK = "#7c2018"
_FACE = "system-ui, 'Segoe UI', 'Liberation Sans', Arial, sans-serif"

# leather's looks are set once and for all charts; a page's style sheet overrides them.
for _name in ("title", "legend", "axis_title", "tick"):
    setattr(theme, f"{_name}_font_family", _FACE)
theme.margin = 0.02
theme.background_color = "#ffffff"
theme.tick_font_size = theme.axis_title_font_size = 12
theme.tick_font_char_height, theme.tick_font_char_width = 12, 7
theme.label_color = "#5d574e"
theme.tick_color, theme.zero_color = "#e4ded2", "#8b8375"
theme.title_color, theme.title_font_size = "#1d1b18", 16


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar or column of a plot.

    Attributes:
        key: what tells it from the others.
        label: what stands beside or under it.
        count: how long it is.
        url: where it leads; empty if nowhere.
        told: the same in words: "12 statements, February 2026".
        since: the first day it stands for, ISO 8601; empty if it is no time.
        until: the last one.
    """

    key: str
    label: str
    count: int
    url: str = ""
    told: str = ""
    since: str = ""
    until: str = ""


class _Linked(leather.Columns):  # type: ignore[misc] # leather ships no types
    """Columns that lead somewhere; the whole height of the plot can be hit, not the column alone."""

    def __init__(self, bars: Sequence[Bar]) -> None:
        super().__init__(_INK)
        self._bars = bars

    def to_svg(self, width: Any, height: Any, *scales: Any) -> ET.Element:  # noqa: ANN401 (leather's)
        """The columns as elements of SVG."""
        drawn = super().to_svg(width, height, *scales)
        group = ET.Element("g", {"class": "columns"})
        for bar, column in zip(self._bars, list(drawn), strict=True):
            days = {"data-since": bar.since, "data-until": bar.until}
            link = ET.SubElement(
                group, "a", {"href": bar.url, "tabindex": "-1", "aria-label": bar.told, **days}
            )
            ET.SubElement(link, "title").text = bar.told
            area = {"x": column.get("x", ""), "width": column.get("width", ""), "y": "0"}
            ET.SubElement(link, "rect", {**area, "height": str(height), "class": "area", "fill": "none"})
            column.set("class", "column")
            link.append(column)
        return group


def strip(bars: Sequence[Bar], *, most: int) -> Markup:
    """Columns without axes, as one row of a table has them: each a link, as high as the page makes them.

    Args:
        bars: the columns, the earliest first.
        most: the number that is as high as the strip.
    """
    box = {"viewBox": f"0 0 {len(bars)} {_STRIP}", "preserveAspectRatio": "none", "class": "strip"}
    # The numbers stand beneath in a table, so that nobody has to hear every column.
    root = ET.Element("svg", {**box, "aria-hidden": "true", "focusable": "false", "xmlns": _SVG})
    for place, bar in enumerate(bars):
        if not bar.count:
            continue
        height = max(_STRIP * bar.count / most, _LEAST)
        link = ET.SubElement(root, "a", {"href": bar.url, "tabindex": "-1"})
        ET.SubElement(link, "title").text = bar.told
        area = {"x": f"{place}", "y": "0", "width": "1", "height": f"{_STRIP}"}
        ET.SubElement(link, "rect", {**area, "class": "area", "fill": "none"})
        column = {"x": f"{place + 0.1:.1f}", "y": f"{_STRIP - height:.1f}", "width": "0.8"}
        ET.SubElement(link, "rect", {**column, "height": f"{height:.1f}", "class": "column"})
    return Markup(ET.tostring(root, encoding="unicode"))  # noqa: S704 (escaped likewise)


class _Sized(leather.Dots):  # type: ignore[misc] # likewise
    """Dots whose areas are as large as the third value of their rows."""

    def __init__(self, most: int, largest: float) -> None:
        super().__init__(_INK, radius=lambda dot: max(largest * math.sqrt(dot.row[2] / most), 1.5))


def courses_picture(rows: Sequence[tuple[str, Sequence[Bar]]], *, title: str) -> bytes:
    """How several things went over the same time, as a picture: a line of dots each, the first one on top.

    Args:
        rows: what each line is called, with its columns over time; at least one, and one of them not 0.
        title: what the picture shows.
    """
    names = [_short(name) for name, _ in reversed(rows)]
    # Counted from 1: where 0 is, leather draws a line.
    dots = [
        (place, line, bar.count)
        for line, (_, bars) in enumerate(reversed(rows), 1)
        for place, bar in enumerate(bars, 1)
        if bar.count
    ]
    times = rows[0][1]
    every = -(-len(times) // _LABELS)
    largest = min(_ROW / 2, _PICTURE / 2 / len(times) + 2)
    chart = leather.Chart(_short(title, 90))
    chart.add_series(leather.Series(dots), _Sized(max(count for *_, count in dots), largest))
    chart.add_x_scale(0, len(times) + 1)
    chart.add_x_axis(
        ticks=[*range(1, len(times) + 1, every)], tick_formatter=lambda place, _, __: times[place - 1].label
    )
    chart.add_y_scale(0, len(names) + 1)
    chart.add_y_axis(ticks=[*range(1, len(names) + 1)], tick_formatter=lambda line, _, __: names[line - 1])
    return _file(chart, title, _PICTURE, 110 + _ROW * len(names))


def columns(bars: Sequence[Bar], *, told: str) -> Markup:
    """Columns over time, to be put into a page: each a link, coloured by the page's style sheet.

    Args:
        bars: the columns, the earliest first; at least one.
        told: what the plot shows, for those who do not see it.
    """
    chart = _over_time(bars, _Linked(bars), title="")
    root = _root(chart.to_svg_group(_WIDTH, _HEIGHT), _WIDTH, _HEIGHT)
    root.attrib |= {"class": "plot", "role": "group", "aria-label": told}
    # ElementTree escapes what came from articles.
    return Markup(ET.tostring(root, encoding="unicode"))  # noqa: S704


def columns_picture(bars: Sequence[Bar], *, title: str) -> bytes:
    """The same as a picture of its own."""
    chart = _over_time(bars, leather.Columns(_INK), title=title)
    return _file(chart, title, _PICTURE, 300)


def bars_picture(bars: Sequence[Bar], *, title: str) -> bytes:
    """Bars with their names and numbers, the longest first, as a picture of its own."""
    chart = leather.Chart(_short(title, 90))
    named = [(bar.count, f"{_short(bar.label)}  {bar.count:,}") for bar in reversed(bars)]
    chart.add_series(leather.Series(named), leather.Bars(_INK))
    ticks = _ticks(max(bar.count for bar in bars))
    chart.add_x_scale(0, ticks[-1])
    chart.add_x_axis(ticks=ticks, tick_formatter=_number)
    return _file(chart, title, _PICTURE, 90 + _ROW * len(bars))


def _over_time(bars: Sequence[Bar], shape: leather.Columns, *, title: str) -> leather.Chart:
    chart = leather.Chart(_short(title, 90) or None)
    ticks = _ticks(max(bar.count for bar in bars))
    every = -(-len(bars) // _LABELS)
    labels = {bar.key: bar.label if n % every == 0 else "" for n, bar in enumerate(bars)}
    chart.add_series(leather.Series([(bar.key, bar.count) for bar in bars]), shape)
    chart.add_y_scale(0, ticks[-1])
    chart.add_y_axis(ticks=ticks, tick_formatter=_number)
    chart.add_x_axis(tick_formatter=lambda key, _, __: labels[key])
    return chart


def _number(value: int, _: int, __: int) -> str:
    return f"{value:,}"


def _ticks(most: int) -> list[int]:
    """Round whole numbers from 0 to beyond the largest."""
    steps = (mantissa * 10**power for power in range(12) for mantissa in (1, 2, 5))
    step = next(step for step in steps if step * _MOST_TICKS >= most)
    return [*range(0, max(most, 1) + step, step)]


def _short(text: str, longest: int = _LONGEST_LABEL) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _root(group: ET.Element, width: int, height: int) -> ET.Element:
    for axis in group.findall(".//g[@class='axis bottom']"):
        for tick in [tick for tick in axis if not tick.findtext("text")]:
            axis.remove(tick)  # a line under which nothing stands
    for one in group.iter():
        one.attrib |= {
            name: f"{float(one.attrib[name]):.1f}" for name in _LENGTHS if one.attrib.get(name, "").strip()
        }
    root = ET.Element("svg", {"viewBox": f"0 0 {width} {height}", "xmlns": _SVG})
    root.append(group)
    return root


def _file(chart: leather.Chart, title: str, width: int, height: int) -> bytes:
    root = _root(chart.to_svg_group(width, height), width, height)
    root.attrib |= {"width": str(width), "height": str(height), "role": "img"}
    named = ET.Element("title")
    named.text = title
    root.insert(0, named)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode").encode()
