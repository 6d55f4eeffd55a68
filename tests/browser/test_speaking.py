"""The page of a speaker and the comparison of two in a real browser, wide and narrow."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.allow_hosts(["127.0.0.1"]), pytest.mark.timeout(300)]

MADDRICK = "/speaker/joren-maddrick"


@pytest.fixture(params=[1440, 390])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on a large screen and on a telephone, whose complaints fail the test."""
    context = browser.new_context(viewport={"width": request.param, "height": 900}, accept_downloads=True)
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    yield page
    context.close()


def wide(page: Page) -> bool:
    """Whether there is room for two columns."""
    size = page.viewport_size
    return size is not None and size["width"] > 1000


def test_a_line_of_a_course_leads_to_its_statements(page: Page, site: str) -> None:
    """Its name leads to all of them, a column to those of its day."""
    page.goto(site + MADDRICK)
    line = page.locator(".course").nth(1).locator("tbody tr").first
    count = line.locator(".sum").inner_text()
    line.locator("th a").click()
    expect(page.get_by_role("status").first).to_have_text(f"{count} statements")
    page.go_back()
    column = page.locator(".course").nth(1).locator("tbody tr").first.locator(".strip a").first
    told = column.locator("title").text_content() or ""
    column.locator(".area").click()
    expect(page.get_by_role("status").first).to_have_text(told.partition(",")[0])
    assert "since=" in page.url


def test_the_numbers_of_a_course_can_be_read(page: Page, site: str) -> None:
    """They add up to what stands beside the lines, and scroll within their own frame."""
    page.goto(site + MADDRICK)
    course = page.locator(".course").nth(1)
    course.get_by_text("The numbers by").click()
    table = course.locator(".wide table")
    expect(table).to_be_visible()
    rows = table.locator("tbody tr").evaluate_all(
        "all => all.map(row => [...row.querySelectorAll('td')].map(cell => Number(cell.textContent || 0)))"
    )
    sums = [int(text) for text in course.locator(".sum").all_inner_texts()]
    assert [sum(column) for column in zip(*rows, strict=True)] == sums
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_course_can_be_saved_as_a_picture(page: Page, site: str) -> None:
    """As SVG from the server, as PNG by the browser."""
    page.goto(site + MADDRICK)
    with page.expect_download() as drawn:
        page.get_by_role("link", name="acts over time", exact=True).click()
    assert b"<svg" in drawn.value.path().read_bytes()
    with page.expect_download() as painted:
        page.get_by_role("button", name="acts over time as PNG").click()
    assert painted.value.path().read_bytes()[:4] == b"\x89PNG"


def test_a_subject_narrows_the_page(page: Page, site: str) -> None:
    """Typed, it narrows all of it; a link takes it away."""
    page.goto(site + MADDRICK)
    page.get_by_label("On a subject").fill("gate")
    page.get_by_role("button", name="Show").click()
    assert "q=gate" in page.url
    expect(page.locator(".opening .standing")).to_contain_text("on “gate”")
    expect(page.locator("mark.hit").first).to_be_visible()
    page.get_by_role("link", name="everything").click()
    assert page.url.endswith(MADDRICK)


def test_the_tray_and_what_is_said_lead_on(page: Page, site: str) -> None:
    """To all that nobody has reviewed, the least certain first, and to all that is said about them."""
    page.goto(site + MADDRICK)
    page.get_by_role("link", name="All that nobody has reviewed").click()
    assert "sort=doubt" in page.url
    expect(page.locator(".hits > li").first).to_be_visible()
    page.go_back()
    page.get_by_role("link", name="All that is said about them").click()
    assert page.url.endswith("/search?target=joren-maddrick")


def test_two_are_compared_from_a_speakers_page(page: Page, site: str) -> None:
    """By the link, a name typed, and the subject; then the sides are changed."""
    page.goto(site + MADDRICK)
    page.get_by_role("link", name="compare with somebody").click()
    expect(page.get_by_label("One speaker")).to_have_value("Joren Maddrick")
    page.get_by_label("Another").fill("Kessa Orlin")
    page.get_by_label("On a subject").fill("gate OR water OR minister")
    page.get_by_role("button", name="Compare").click()
    expect(page.locator("h1")).to_have_text("Joren Maddrick and Kessa Orlin")
    days = page.locator(".day > h2").all_inner_texts()
    assert len(days) > 2
    page.get_by_role("link", name="change sides").click()
    expect(page.locator("h1")).to_have_text("Kessa Orlin and Joren Maddrick")
    assert page.locator(".day > h2").all_inner_texts() == days


def test_the_sides_stand_beside_each_other_or_below(page: Page, site: str) -> None:
    """On a large screen in two columns; on a telephone one below the other, each with its name."""
    page.goto(f"{site}/compare?a=joren-maddrick&b=kessa-orlin")
    both = page.locator(".lanes:not(:has(.bare))").first
    left, right = (both.locator(".lane").nth(n).bounding_box() for n in (0, 1))
    assert left
    assert right
    assert (right["x"] >= left["x"] + left["width"]) is wide(page)
    assert (right["y"] >= left["y"] + left["height"]) is not wide(page)
    expect(both.locator(".lane-name").first).to_be_visible(visible=not wide(page))


def test_speakers_can_be_printed(page: Page, site: str) -> None:
    """On paper there are no forms, and both sides of a comparison are there."""
    for path in (MADDRICK, "/compare?a=joren-maddrick&b=kessa-orlin"):
        page.goto(site + path)
        page.emulate_media(media="print")
        expect(page.locator("form").first).to_be_hidden()
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator(".words").last).to_be_visible()
        assert page.pdf()[:4] == b"%PDF"
        page.emulate_media(media="screen")


def test_names_are_offered_and_comparisons_suggested(page: Page, site: str) -> None:
    """The fields know the record's names; a suggestion is a comparison."""
    page.goto(f"{site}/compare")
    names = page.locator("#names option").evaluate_all("all => all.map(one => one.value)")
    assert {"Joren Maddrick", "Kessa Orlin"} <= set(names)
    page.locator(".suggested a").first.click()
    expect(page.locator("h1")).to_have_text(re.compile(" and "))


def test_a_search_leads_to_a_comparison_on_its_words(page: Page, site: str) -> None:
    """The two who say most of it stand side by side."""
    page.goto(f"{site}/search?q=gate")
    page.locator(".versus a").click()
    assert "/compare?" in page.url
    assert "q=gate" in page.url
    expect(page.locator(".day").first).to_be_visible()
