"""Reading in a real browser: marks and margin in step, keys, citations, light and dark."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.allow_hosts(["127.0.0.1"]), pytest.mark.timeout(300)]

ARTICLE = "/article/2026-02-05-meridian-wire-maddrick-backtracks"


@pytest.fixture(params=[1440, 390])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on a large screen and on a telephone, whose complaints fail the test."""
    context = browser.new_context(
        viewport={"width": request.param, "height": 900},
        reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
    )
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    yield page
    context.close()


@pytest.fixture(params=[1440, 390])
def plain(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The same without JavaScript."""
    context = browser.new_context(viewport={"width": request.param, "height": 900}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def lit(page: Page) -> set[str]:
    """The numbers of the statements that are lit, in text and margin."""
    found = page.eval_on_selector_all(".text .lit", "all => all.map(one => one.dataset.s ?? one.dataset.n)")
    return set(found)


def test_text_and_margin_light_each_other(page: Page, site: str) -> None:
    """Whatever of a statement is under the pointer, all of it is lit: words, source, cue, number and note."""
    page.goto(site + ARTICLE)
    page.locator('.text mark[data-s="4"]').first.hover()
    assert lit(page) == {"4"}
    kinds = page.eval_on_selector_all(".text .lit", "all => all.map(one => one.tagName)")
    assert {"MARK", "SPAN", "A", "LI"} <= set(kinds)
    page.locator('.notes li[data-s="2"] summary').hover()
    assert lit(page) == {"2"}
    page.locator("h1").hover()
    assert lit(page) == set()


def test_the_focus_lights_a_statement(page: Page, site: str) -> None:
    """Who goes by Tab sees it as who points does."""
    page.goto(site + ARTICLE)
    page.locator('.notes li[data-s="3"] summary').focus()
    assert lit(page) == {"3"}


def test_j_and_k_go_from_statement_to_statement(page: Page, site: str) -> None:
    """Forwards, backwards, not beyond the ends; Enter leads to the note."""
    page.goto(site + ARTICLE)
    numbers = page.locator("a.ref").evaluate_all("all => all.map(one => one.dataset.n)")
    focused = page.locator("a.ref:focus")
    for number in numbers[:3]:
        page.keyboard.press("j")
        expect(focused).to_have_attribute("data-n", number)
        expect(focused).to_be_in_viewport()
    page.keyboard.press("k")
    expect(focused).to_have_attribute("data-n", numbers[1])
    for _ in range(3):
        page.keyboard.press("k")
    expect(focused).to_have_attribute("data-n", numbers[0])
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator(f'.notes li[data-s="{numbers[1]}"] .fields')).to_be_visible()


def test_keys_write_in_fields_and_can_be_switched_off(page: Page, site: str) -> None:
    """In a search box j is a letter; switched off, it does nothing, on the next page as well."""
    page.goto(site + ARTICLE)
    box = page.get_by_role("searchbox")
    box.press("j")
    expect(box).to_have_value("j")
    assert page.locator("a.ref:focus").count() == 0
    page.get_by_label("Keys").uncheck()
    page.reload()
    expect(page.get_by_label("Keys")).not_to_be_checked()
    page.keyboard.press("j")
    assert page.locator("a.ref:focus").count() == 0


def test_the_margin_follows_the_scrolling(page: Page, site: str) -> None:
    """The note of the statement at the line of reading is marked, and changes as one scrolls."""
    page.goto(site + ARTICLE)
    page.locator('a.ref[data-n="9"]').evaluate(
        "one => scrollTo(0, scrollY + one.getBoundingClientRect().top - 200)"
    )
    expect(page.locator(".notes li.here")).to_have_count(1)
    first = page.locator(".notes li.here").get_attribute("data-s")
    page.locator('a.ref[data-n="20"]').evaluate(
        "one => scrollTo(0, scrollY + one.getBoundingClientRect().top - 200)"
    )
    expect(page.locator(".notes li.here")).not_to_have_attribute("data-s", first or "")


def test_marks_can_be_switched_off(page: Page, plain: Page, site: str) -> None:
    """Nothing but the words is left, and comes back; with a script and without."""
    switch_marks(page, site)
    switch_marks(plain, site)


def switch_marks(page: Page, site: str) -> None:
    """Switch the marks off and on again, looking each time."""
    page.goto(site + ARTICLE)
    mark, note = page.locator(".text mark.content").first, page.locator(".notes li").first
    expect(note).to_be_visible()
    page.get_by_label("Marks and margin").uncheck()
    expect(note).to_be_hidden()
    expect(page.locator("a.ref").first).to_be_hidden()
    expect(mark).to_be_visible()
    expect(mark).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    page.get_by_label("Marks and margin").check()
    expect(note).to_be_visible()


def test_without_a_script_nothing_is_offered_that_needs_one(plain: Page, site: str) -> None:
    """No button that would do nothing; details and citations can be read all the same."""
    plain.goto(site + ARTICLE)
    plain.locator(".notes summary").first.click()
    assert plain.get_by_role("button", name="Copy citation").count() == 0
    expect(plain.locator("[data-keys-switch]")).to_be_hidden()
    expect(plain.locator("[data-light]")).to_be_hidden()
    plain.locator(".notes details[open]").get_by_role("link", name="Permalink").click()
    expect(plain.locator(".citation")).to_contain_text(plain.url)


def test_a_citation_is_copied(page: Page, site: str) -> None:
    """From the margin and from the statement's page: words, speaker, outlet, date and address."""
    page.goto(site + ARTICLE)
    note = page.locator(".notes li").nth(4)
    note.locator("summary").click()
    note.get_by_role("button", name="Copy citation").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    copied = page.evaluate("navigator.clipboard.readText()")
    for part in ("Joren Maddrick", "Meridian Wire", "2026", f"{site}/statement/"):
        assert part in copied
    page.goto(copied[copied.index(site) :])
    expect(page.locator(".citation")).to_have_text(copied)
    page.get_by_role("button", name="Copy citation").click()
    assert page.evaluate("navigator.clipboard.readText()") == copied


def test_the_outlet_is_opened_at_the_words(browser: Browser, site: str) -> None:
    """A real browser finds each statement's words by the link, on a page with the text far below."""
    page = browser.new_page()
    page.goto(site + ARTICLE)
    text = page.locator("article.text").evaluate(
        "one => { const copy = one.cloneNode(true);"
        " for (const note of copy.querySelectorAll('.notes')) note.remove();"
        " return [...copy.querySelectorAll('p')].map(p => `<p>${p.textContent}</p>`).join('') }"
    )
    links = page.eval_on_selector_all('.notes a[href*=":~:text="]', "all => all.map(one => one.href)")
    far = "<p style='height:3000px'>"
    body = f"<!doctype html><meta charset=utf-8>{far}Above</p>{text}{far}"
    page.route("https://news.example/**", lambda route: route.fulfill(body=body, content_type="text/html"))
    assert len(links) > 20
    for link in links[:12]:
        page.goto("about:blank")
        page.goto(link)
        page.wait_for_function("scrollY > 1500", timeout=5000)
    page.close()


def test_light_and_dark_can_be_switched(browser: Browser, site: str) -> None:
    """The choice holds on every page, without a cookie; back at the system's own it is forgotten."""
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(f"{site}/")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Dark pages").click()
    dark = page.evaluate(paper)
    assert dark != light
    page.goto(site + ARTICLE)
    assert page.evaluate(paper) == dark
    expect(page.get_by_role("button", name="Dark pages")).to_have_attribute("aria-pressed", "true")
    assert context.cookies() == []
    page.get_by_role("button", name="Dark pages").click()
    assert page.evaluate(paper) == light
    assert page.evaluate("localStorage.length") == 0
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"{paper} === '{dark}'")
    context.close()


def test_notes_are_printed_beside_their_words(page: Page, site: str) -> None:
    """On paper, too, the margin is in step with the text."""
    page.goto(site + ARTICLE)
    page.set_viewport_size({"width": 700, "height": 900})
    page.emulate_media(media="print")
    places = page.evaluate(
        """() => [...document.querySelectorAll('.row:has(.notes)')].map(row => {
            const note = row.querySelector('.notes').getBoundingClientRect();
            const words = row.querySelector('.para').getBoundingClientRect();
            return [note.left - words.right, Math.abs(note.top - words.top)];
        })"""
    )
    assert places
    assert all(beside >= 0 and below < 2 for beside, below in places)


def test_dark_pages_are_printed_light(browser: Browser, site: str) -> None:
    """Ink is not wasted on a night's reading."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(site + ARTICLE)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    expect(page.locator(".switches")).to_be_hidden()
    context.close()


def test_a_lost_reader_is_led_on(page: Page, site: str) -> None:
    """A page that is not there offers the search and the way back."""
    page.goto(f"{site}/nowhere")
    page.get_by_role("searchbox").fill("telephone")
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator(".hits > li").first).to_be_visible()
