import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

Visit = Callable[[Path], TestClient]


@pytest.fixture
def reader(visit: Visit, newsroom: Path) -> TestClient:
    """A reader of the annotated newsroom."""
    return visit(newsroom)


def total(html: str) -> int:
    """How many statements a page of hits tells of."""
    found = re.search(r'role="status">([\d,]+) statement', html)
    return int(found[1].replace(",", "")) if found else 0


def facets(html: str) -> list[tuple[str, str, int]]:
    """Every value of every facet: its address, its name and its number."""
    found = re.findall(
        r'<li><a href="(/search[^"]*)"[^>]*><span class="value">(?:<bdi>)?(.*?)</span> '
        r'<span class="number">([\d,]+)</span>',
        html,
    )
    return [(url.replace("&amp;", "&"), name, int(number.replace(",", ""))) for url, name, number in found]


def test_a_facet_finds_as_many_as_it_says(reader: TestClient) -> None:
    """Following each value of each facet finds exactly the number beside it."""
    html = reader.get("/search?q=gate").text
    values = facets(html)
    assert len(values) > 10
    for address, name, number in values:
        assert total(reader.get(address).text) == number, name


def test_a_second_value_of_a_facet_widens(reader: TestClient) -> None:
    """A chosen facet still shows its other values, and choosing one more finds both."""
    html = reader.get("/search?q=gate&act=deny").text
    one = total(html)
    address, _, number = next(value for value in facets(html) if "act=deny&act=" in value[0])
    assert total(reader.get(address).text) == one + number


def test_a_filter_in_force_can_be_left(reader: TestClient) -> None:
    """Each filter stands above the hits with a link that is the same search without it."""
    html = reader.get("/search?q=gate&act=deny&since=2026-02-03").text
    chips = re.findall(r'<a href="([^"]+)" aria-label="Without ([^"]+)"', html)
    assert [name for _, name in chips] == ["Since: 3 February 2026", "What they did: denied"]
    assert chips[1][0].replace("&amp;", "&") == "/search?q=gate&since=2026-02-03"


def test_the_columns_hold_everything_that_is_dated(reader: TestClient) -> None:
    """The columns of the histogram add up to the number found, and each finds its own."""
    html = reader.get("/search?q=gate").text
    columns = re.findall(r'href="([^"]+)"[^>]*aria-label="([\d,]+) statements?,', html)
    assert sum(int(number) for _, number in columns) == total(html)
    address, number = max(columns, key=lambda column: int(column[1]))
    found = total(reader.get(address.replace("&amp;", "&")).text)
    assert found >= int(number)  # what was said over several days is found on each of them


def test_a_hit_says_why_it_was_found(reader: TestClient) -> None:
    """Each hit says in which of its parts which words stand."""
    html = reader.get("/search?q=telephone+OR+maddrick").text
    reasons = re.findall(r'<p class="why">(.*?)</p>', html)
    assert len(reasons) == html.count("<blockquote")
    assert all("maddrick" in reason or "telephone" in reason for reason in reasons)


def test_a_facet_can_be_shown_at_length(reader: TestClient) -> None:
    """Where there are more values than the page shows, a link leads to all of them."""
    html = reader.get("/search?q=gate").text
    address = re.search(r'<a href="(/search[^"#]*more=speaker)#by-speaker"', html)
    assert address
    longer = reader.get(address[1].replace("&amp;", "&")).text
    assert len(facets(longer)) > len(facets(html))


@pytest.mark.parametrize(("address", "part"), [("/search?q=gate", "facet"), ("/", "tally-list")])
def test_what_is_much_is_counted_when_asked(
    reader: TestClient, monkeypatch: pytest.MonkeyPatch, address: str, part: str
) -> None:
    """Where there is much, the page comes without its counts, and with a link to itself with them."""
    monkeypatch.setattr("onrecord.web.searching.AT_ONCE", 3)
    monkeypatch.setattr("onrecord.web.today.AT_ONCE", 3)
    html = reader.get(address).text
    assert f'class="{part}"' not in html
    link = re.search(r'data-counting="([^"]+)"', html)
    assert link
    assert f'class="{part}"' in reader.get(link[1].replace("&amp;", "&")).text


@pytest.mark.parametrize("address", ["/feed.atom?q=gate&act=deny", "/feed.json?q=gate&act=deny"])
def test_a_feed_that_has_not_changed_is_not_sent_again(reader: TestClient, address: str) -> None:
    """Who gives back the tag is told that nothing is new."""
    first = reader.get(address)
    again = reader.get(address, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_both_feeds_hold_what_the_search_finds(reader: TestClient) -> None:
    """The entries of the feeds are the statements of the search, the latest published first."""
    number = total(reader.get("/search?q=gate&act=deny").text)
    entries = ET.fromstring(reader.get("/feed.atom?q=gate&act=deny").content).findall("{*}entry")
    items = json.loads(reader.get("/feed.json?q=gate&act=deny").content)["items"]
    assert len(entries) == len(items) == number > 0
    assert [entry.findtext("{*}id") for entry in entries] == [item["id"] for item in items]
    days = [item["date_published"] for item in items]
    assert days == sorted(days, reverse=True)
    address = urlsplit(items[0]["url"])
    assert address.netloc == "127.0.0.1:8321"
    assert reader.get(address.path).status_code == 200


def test_feeds_hold_any_words(client: TestClient) -> None:
    """Markup and every script in a text survive both feeds."""
    atom = ET.fromstring(client.get("/feed.atom").content)
    told = "".join(atom.itertext())
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in told
    assert "عبد الرحمن" in told
    assert len(json.loads(client.get("/feed.json").content)["items"]) == len(atom.findall("{*}entry"))


def test_all_that_was_found_can_be_taken_away(reader: TestClient) -> None:
    """The table holds every statement of the search, not only those of its first page."""
    number = total(reader.get("/search?q=gate").text)
    answer = reader.get("/export/csv?q=gate")
    assert "attachment" in answer.headers["content-disposition"]
    assert len(list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))) == number > 20


@pytest.mark.parametrize("name", ["time", "speaker", "target", "act", "outlet"])
def test_every_plot_can_be_had_as_a_picture(reader: TestClient, name: str) -> None:
    """A picture is SVG and answers to the same question as the page."""
    answer = reader.get(f"/plots/{name}.svg?q=gate")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert b"gate" in answer.content
    ET.fromstring(answer.content)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/export/scroll?q=gate", 404),
        ("/export/csv?act=shout", 400),
        ("/plots/weather.svg", 404),
        ("/plots/act.svg?q=zebra", 404),
        ("/plots/act.svg?act=shout", 400),
        ("/feed.atom?since=yesterday", 400),
        ("/feed.json?act=shout", 400),
        ("/?span=century", 400),
        ("/?after=nonsense", 400),
    ],
)
def test_what_cannot_be_had_is_refused_in_a_sentence(reader: TestClient, address: str, status: int) -> None:
    """A wrong name or value is answered with what is wrong, and no traceback."""
    answer = reader.get(address)
    assert answer.status_code == status
    assert "Traceback" not in answer.text


def test_the_first_page_counts_the_time_it_shows(reader: TestClient) -> None:
    """The tallies of the first page find what they count, within the time the page is about."""
    html = reader.get("/").text
    rows = re.findall(r'<tr>\s*<th scope="row"><a href="([^"]+)">.*?<td>([\d,]+)</td>', html, re.DOTALL)
    assert len(rows) > 8
    for link, number in rows:
        address = link.replace("&amp;", "&")
        assert "since" in parse_qs(urlsplit(address).query)
        assert total(reader.get(address).text) == int(number)


def test_the_first_page_can_be_about_more(reader: TestClient) -> None:
    """A longer span tells of no fewer statements."""
    numbers = [
        int(re.search(r'class="standing">([\d,]+) statement', reader.get(f"/?span={span}").text)[1])  # type: ignore[index]
        for span in ("day", "week", "month", "all")
    ]
    assert numbers == sorted(numbers)
    assert numbers[0] < numbers[-1]
