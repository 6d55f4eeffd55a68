"""The first page and the search in a real browser: what a script adds, and what is there without one."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.allow_hosts(["127.0.0.1"]), pytest.mark.timeout(300)]


@pytest.fixture
def page(browser: Browser) -> Page:
    """A page on a large screen whose complaints fail the test."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True).new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    return page


@pytest.fixture
def much(hall: Path) -> Iterator[str]:
    """The address of a server to which three statements are many."""
    code = (
        "import sys; from onrecord.web import searching, today; searching.AT_ONCE = today.AT_ONCE = 3\n"
        "from onrecord.web.serving import serve\n"
        "serve(sys.argv[1], port=0, ready=lambda address: print(address, flush=True))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(hall)], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip().rstrip("/")
        finally:
            server.terminate()


def drag(page: Page, first: int, last: int) -> None:
    """Drag across the columns from one to another, counted from 0; -1 is the last."""
    columns = page.locator(".over-time .area")
    boxes = [columns.nth(n).bounding_box() for n in (first, last)]
    (x1, y), x2 = ((boxes[0]["x"] + 3, boxes[0]["y"] + 20), boxes[1]["x"] + 3)  # type: ignore[index]
    page.mouse.move(x1, y)
    page.mouse.down()
    page.mouse.move((x1 + x2) / 2, y, steps=4)
    page.mouse.move(x2, y, steps=4)
    page.mouse.up()


def test_a_time_is_chosen_by_dragging(page: Page, site: str) -> None:
    """Dragging across columns leads to the search within exactly these days."""
    page.goto(f"{site}/search?q=gate&sort=relevance")
    days = page.locator(".over-time a[data-since]")
    since, until = days.nth(1).get_attribute("data-since"), days.nth(3).get_attribute("data-until")
    drag(page, 1, 3)
    page.wait_for_url("**since=**")
    assert f"since={since}&until={until}" in page.url
    assert "sort=relevance" in page.url
    assert page.locator(".chips").get_by_text("Since").is_visible()


def test_a_column_is_a_link(page: Page, site: str) -> None:
    """A click, which is no drag, leads to the column's own days."""
    page.goto(f"{site}/search?q=gate")
    column = page.locator(".over-time a[data-since]").nth(2)
    since = column.get_attribute("data-since")
    column.locator(".area").click()
    page.wait_for_url(f"**since={since}**")


def test_a_search_is_kept_in_the_browser(page: Page, site: str) -> None:
    """A saved search is there on the next visit, leads back, and can be removed."""
    page.goto(f"{site}/search?q=gate&act=deny")
    page.get_by_role("button", name="Save in this browser").click()
    page.goto(f"{site}/search")
    page.get_by_role("link", name="gate, denied").click()
    assert page.url.endswith("/search?q=gate&act=deny")
    page.goto(f"{site}/search")
    page.get_by_role("button", name="Remove gate, denied").click()
    page.reload()
    assert page.get_by_role("link", name="gate, denied").count() == 0


def test_a_plot_can_be_saved_as_a_picture(page: Page, site: str) -> None:
    """The browser paints a plot as PNG; the server gives it as SVG."""
    page.goto(f"{site}/search?q=gate")
    with page.expect_download() as painted:
        page.get_by_role("button", name="acts as PNG").click()
    assert painted.value.path().read_bytes()[:4] == b"\x89PNG"
    with page.expect_download() as drawn:
        page.locator(".pictures").get_by_role("link", name="acts").click()
    assert b"<svg" in drawn.value.path().read_bytes()


def test_facets_and_columns_work_without_scripts(browser: Browser, site: str) -> None:
    """With JavaScript off one narrows by a facet, by a day, and takes the filter away again."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}/search?q=gate")
    page.locator("#by-act a").first.click()
    assert "act=" in page.url
    page.get_by_text("The numbers").click()
    page.locator(".numbers th a").first.click()
    assert "since=" in page.url
    page.get_by_role("link", name="clear the filters").click()
    assert page.url.endswith("/search?q=gate")


def test_a_phone_unfolds_what_narrows(browser: Browser, site: str) -> None:
    """On a telephone the facets are folded away until they are asked for."""
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    page.goto(f"{site}/search?q=gate")
    value = page.locator("#by-speaker a").first
    assert not value.is_visible()
    page.get_by_text("Narrow down").first.click()
    assert value.is_visible()


def test_the_first_page_leads_from_its_numbers_to_the_statements(page: Page, site: str) -> None:
    """A bar leads to the statements it counts, a name to what is said about them."""
    page.goto(f"{site}/")
    page.locator(".glance .tally-list a").first.click()
    assert page.locator(".hits > li").count() > 0
    page.go_back()
    page.locator(".matters h3 a").first.click()
    assert "target=" in page.url
    assert page.locator(".hits > li").count() > 0


def test_counts_come_later_where_there_is_much(browser: Browser, much: str) -> None:
    """What takes long to count comes by itself once it is counted, and works like what was there at once."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto(f"{much}/")
    page.locator(".glance .tally-list a").first.wait_for()
    page.goto(f"{much}/search?q=gate")
    page.locator("#by-speaker a").first.wait_for()
    assert page.locator(".counting").count() == 0
    drag(page, 0, 1)
    page.wait_for_url("**since=**")
