"""Every page in a real browser, wide and narrow, light and dark."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.allow_hosts(["127.0.0.1"]), pytest.mark.timeout(300)]

NAMES = [
    "stream",
    "search form",
    "search",
    "search with filters",
    "nothing found",
    "article",
    "interview",
    "article with markup",
    "article in versions",
    "article in other scripts",
    "endless article",
    "bare article",
    "speakers",
    "speaker",
    "speaker on a subject",
    "speaker with a long name",
    "speaker in another script",
    "comparison",
    "comparison to begin",
    "comparison of hard names",
    "comparison of nobody",
    "statement",
    "endless statement",
    "about",
    "check form",
    "check",
    "missing",
    "not understood",
]
WIDTHS = (1440, 1088, 700, 390, 320)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@contextmanager
def opened(browser: Browser, address: str, *, width: int = 1440, dark: bool = False) -> Iterator[Page]:
    """A page in a window of that width, whose complaints fail the test."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.goto(address)
    yield page
    context.close()
    # A page that is refused says so by its status, which the browser notes in its console.
    assert [one for one in complaints if "status of 40" not in one] == []


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def assert_accessible(page: Page) -> None:
    """Axe finds nothing; if it does, the failure tells what and where."""
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name", NAMES)
def test_no_page_scrolls_sideways(
    browser: Browser, site: str, addresses: Mapping[str, str], name: str
) -> None:
    """From a large screen to a small telephone, with every note open, each page fits its window."""
    with opened(browser, site + addresses[name]) as page:
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert overflow(page) <= 0, width


@pytest.mark.parametrize("name", NAMES)
def test_every_page_is_accessible(
    browser: Browser, site: str, addresses: Mapping[str, str], name: str
) -> None:
    """Axe finds nothing against WCAG 2.2 AA, nor against good practice, wide and narrow, light and dark."""
    with opened(browser, site + addresses[name]) as page:
        page.evaluate("document.querySelectorAll('details').forEach((one, n) => { one.open = n < 3 })")
        for width, dark in product((1440, 390), (False, True)):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme="dark" if dark else "light")
            assert_accessible(page)


@pytest.mark.parametrize("name", NAMES)
def test_the_focus_is_seen(browser: Browser, site: str, addresses: Mapping[str, str], name: str) -> None:
    """Whatever the Tab key reaches is visible, has a ring, and begins with the way past the header."""
    with opened(browser, site + addresses[name], width=390) as page:
        for step in range(25):
            page.keyboard.press("Tab")
            seen = page.evaluate(
                """() => {
                    const one = document.activeElement;
                    const box = one.getBoundingClientRect();
                    const ring = getComputedStyle(one);
                    return {
                        name: one.className, body: one === document.body,
                        top: box.top, bottom: box.bottom, width: box.width,
                        ring: ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) >= 2,
                    };
                }"""
            )
            if seen["body"]:
                break
            assert step > 0 or seen["name"] == "skip"
            assert seen["ring"], seen
            assert seen["width"] > 0, seen
            assert seen["bottom"] > 0, seen
            assert seen["top"] < 900, seen


@pytest.mark.parametrize(
    "path", ["/", "/search?q=gate", "/speakers", "/compare", "/about", "/speaker/nobody"]
)
def test_an_empty_record_is_made_of_finished_pages(browser: Browser, empty_site: str, path: str) -> None:
    """A record without statements is accessible, fits, and complains of nothing."""
    for width in (1440, 390):
        with opened(browser, empty_site + path, width=width) as page:
            assert overflow(page) <= 0
            assert_accessible(page)


def test_a_number_opens_its_note(browser: Browser, site: str, addresses: Mapping[str, str]) -> None:
    """Following a number in the text opens the note in the margin, and the note leads back."""
    with opened(browser, site + addresses["article"]) as page:
        number = page.locator("a.ref").nth(3)
        note = page.locator(number.get_attribute("href") or "")
        assert not note.is_visible()
        number.click()
        assert note.is_visible()
        note.get_by_role("link", name="In the text").click()
        assert page.url.endswith("#" + (number.get_attribute("id") or ""))


def test_notes_stand_beside_their_words(browser: Browser, site: str, addresses: Mapping[str, str]) -> None:
    """On a wide screen each note is right of the text and no higher than its paragraph."""
    with opened(browser, site + addresses["interview"]) as page:
        places = page.evaluate(
            """() => [...document.querySelectorAll('.row:has(.notes)')].map(row => {
                const note = row.querySelector('.notes').getBoundingClientRect();
                const words = row.querySelector('.para').getBoundingClientRect();
                return [note.left - words.right, note.top - words.top];
            })"""
        )
        assert places
        assert all(beside > 0 and below >= 0 for beside, below in places)
        assert sum(below < 40 for _, below in places) > len(places) / 2


def test_everything_works_without_scripts(browser: Browser, site: str) -> None:
    """With JavaScript off one can search, follow a hit into its article and open a note."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/")
    page.get_by_role("searchbox").fill("telephone")
    page.get_by_role("button", name="Search").click()
    assert "/search?q=telephone" in page.url
    assert page.locator("mark.hit").first.is_visible()
    page.get_by_text("context").first.click()
    assert "/article/" in page.url
    page.locator(".notes summary").first.click()
    assert page.locator(".notes .fields").first.is_visible()
    context.close()


def test_a_page_can_be_printed(browser: Browser, site: str, addresses: Mapping[str, str]) -> None:
    """On paper there is no navigation, and the marks do not need their colours."""
    with opened(browser, site + addresses["article"]) as page:
        page.emulate_media(media="print")
        assert not page.get_by_role("navigation").first.is_visible()
        for form, bracket in (("direct", '"["'), ("mixed", '"["'), ("indirect", '"("')):
            drawn = page.locator(f".text mark.{form}.begins").first
            assert drawn.evaluate("one => getComputedStyle(one, '::before').content") == bracket
        assert page.pdf()[:4] == b"%PDF"


@pytest.mark.parametrize("dark", [False, True])
def test_the_page_is_light_or_dark_as_its_reader_likes(browser: Browser, site: str, dark: bool) -> None:
    """The page follows the reader's preference."""
    with opened(browser, f"{site}/", dark=dark) as page:
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        red = int(paper.removeprefix("rgb(").split(",")[0])
        assert (red < 60) is dark
