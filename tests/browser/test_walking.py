"""The walk of somebody new: from the first page to what was said, taken back and disputed, and its source."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.allow_hosts(["127.0.0.1"]), pytest.mark.timeout(300)]


@pytest.fixture(params=[1440, 390])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on a large screen and on a telephone, whose complaints fail the test."""
    context = browser.new_context(viewport={"width": request.param, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    yield page
    context.close()


def to_the_subject(page: Page, site: str) -> None:
    """Three steps: the speakers, the spokesman, the word."""
    page.goto(site + "/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Speakers").click()
    page.locator(".directory").get_by_role("link", name="Joren Maddrick", exact=True).click()
    page.get_by_label("On a subject").fill("gate")
    page.get_by_role("button", name="Show").click()


def test_everything_on_the_subject_is_one_link_further(page: Page, site: str) -> None:
    """What he said on it, day by day, begins at the top of the screen."""
    to_the_subject(page, site)
    page.get_by_role("link", name="What they said on “gate”").click()
    expect(page.locator("#said .utterance").first).to_be_in_viewport()


def test_what_he_took_back_leads_to_its_words_in_the_article(page: Page, site: str) -> None:
    """The statement, the article with the words marked, and the way out to the outlet."""
    to_the_subject(page, site)
    taken = page.locator("section[aria-labelledby=granted] .brief", has_text="takes back").first
    taken.locator(".meaning a").click()
    expect(page.locator(".single .dateline")).to_contain_text("takes back")
    expect(page.get_by_role("link", name="these words at the outlet")).to_be_visible()
    page.locator(".from a").first.click()
    expect(page.locator(".text mark.lit").first).to_be_in_viewport()
    expect(page.get_by_role("link", name="at the outlet").first).to_have_attribute(
        "href", re.compile("^https://.*maddrick-backtracks$")
    )


def test_who_disputes_him_stands_beside(page: Page, site: str) -> None:
    """By name, and all of them in a search."""
    to_the_subject(page, site)
    disputes = page.locator("section[aria-labelledby=disputed]")
    expect(disputes.locator(".brief .name", has_text="Paskal Wrenn").first).to_be_visible()
    disputes.get_by_role("link", name="accuse them").click()
    assert "target=joren-maddrick" in page.url
    expect(page.locator(".hits > li").first).to_be_visible()
