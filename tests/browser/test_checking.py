"""Checking a draft in a real browser, without a script."""

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.allow_hosts(["127.0.0.1"]), pytest.mark.timeout(300)]

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
LONG = " ".join(f"word{n}" for n in range(900))
DRAFT = f"""Joren Maddrick was firm. "A test is not an opening," he said.

“You turn the key of a car to see that it stalls,” Tomas Ferrow said. Nobody spoke of a “bridge to the moon”.

«لن نغلق السد», it was said, and “{LONG}”. {"unbroken" * 60}
"""


def sent(browser: Browser, site: str, *, width: int, dark: bool = False) -> Page:
    """The page that the draft leads to, with scripts switched off."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if dark else "light",
        java_script_enabled=False,
    )
    page = context.new_page()
    page.goto(f"{site}/check")
    page.get_by_label("A quotation, or a draft with its quotation marks").fill(DRAFT)
    page.get_by_role("button", name="Check", exact=True).click()
    page.wait_for_selector(".quotations")
    return page


def test_a_draft_is_checked_without_a_script(browser: Browser, site: str) -> None:
    """Paste, press, read: each quotation is told, and the numbers in the draft lead to them."""
    page = sent(browser, site, width=1440)
    states = page.locator(".quotation .state").all_inner_texts()
    told = ("Found as is", "Found, but cut or altered", "Not in this record", "Found as is", "Found as is")
    assert all(words in state for state, words in zip(states, told, strict=True))
    page.get_by_role("link", name="Quotation 2: Found, but cut or altered").click()
    assert page.url.endswith("#q-2")
    page.locator("#q-2").get_by_role("link", name="in the draft").click()
    assert page.url.endswith("#d-2")
    page.context.close()


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("dark", [False, True])
def test_what_became_of_it_is_accessible(browser: Browser, site: str, width: int, dark: bool) -> None:
    """Axe finds nothing, wide and narrow, light and dark; and nothing is wider than its window."""
    page = sent(browser, site, width=width, dark=dark)
    html = page.content()
    page.context.close()
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"{site}/check")
    page.evaluate("html => { document.open(); document.write(html); document.close() }", html)
    page.wait_for_load_state()
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0
    context.close()
