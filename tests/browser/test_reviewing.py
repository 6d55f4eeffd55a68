"""A whole review in a real browser: by keys alone, with the mouse, on a telephone, and without scripts."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from forms import PASSWORD
from playwright.sync_api import Browser, Page, expect

from onrecord.record.opening import open_record
from onrecord.record.query import Query
from onrecord.record.values import FoundStatement

pytestmark = [pytest.mark.browser, pytest.mark.allow_hosts(["127.0.0.1"]), pytest.mark.timeout(300)]

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
WIDTHS = (1440, 1088, 700, 390, 320)


@pytest.fixture
def desk(hall: Path, tmp_path: Path) -> Path:
    """A record of the test's own, with a reviewer."""
    path = Path(shutil.copy(hall, tmp_path / "desk.db"))
    with open_record(path, write=True) as record:
        record.admit("Ann Ray", password=PASSWORD)
    return path


@pytest.fixture
def office(desk: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a server that shows it."""
    serving = request.getfixturevalue("serving_at")
    with serving(desk) as address:
        yield address


def entered(browser: Browser, office: str, width: int = 1440, **options: object) -> Page:
    """A window in which a reviewer has signed in by keys; complaints of the page fail the test."""
    context = browser.new_context(viewport={"width": width, "height": 900}, **options)  # type: ignore[arg-type]
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto(f"{office}/review")
    page.locator("#name").focus()
    page.keyboard.type("Ann Ray")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/review")
    return page


def here(page: Page) -> str:
    """The id of the statement that is before the reviewer."""
    return page.locator('input[name="statement"]').first.input_value()


def press(page: Page, *keys: str) -> None:
    """Press keys one after the other, and wait for another page to come where the last one leads there."""
    for key in keys:
        page.keyboard.press(key)


def turn(page: Page, *keys: str) -> None:
    """Press keys of which the last one leads to another page, and wait for that."""
    with page.expect_navigation():
        press(page, *keys)


def held(desk: Path, id_: str) -> FoundStatement:
    with open_record(desk) as record:
        found = record.statement(id_)
    assert found is not None
    return found


def one_with(desk: Path, text: str) -> str:
    with open_record(desk) as record:
        return record.statements(Query(text=text)).rows[0].statement.id


@pytest.mark.parametrize("width", [1440, 390])
def test_a_whole_review_by_keys(browser: Browser, office: str, desk: Path, width: int) -> None:
    """Right, wrong, skip, fields, words, a merge, undoing and the help, and never a mouse."""
    page = entered(browser, office, width)
    verdicts(page, desk)
    fields(page, desk)
    page.goto(f"{office}/review?item={one_with(desk, 'telephone')}")
    words(page, desk)
    speaker(page, desk)
    merge(page, office, desk)
    press(page, "?")
    expect(page.locator("#keys")).to_be_visible()
    press(page, "r", "Escape")
    expect(page.locator("#keys")).not_to_be_visible()
    turn(page, "h")
    assert page.locator(".log > li").count() >= 7


def verdicts(page: Page, desk: Path) -> None:
    """Right, wrong, and skipped."""
    told = []
    for key in ("r", "w", "s"):
        told.append(here(page))
        turn(page, key)
    assert [held(desk, each).reviewed for each in told] == ["right", "wrong", "unreviewed"]


def fields(page: Page, desk: Path) -> None:
    """Several fields at once."""
    changed = here(page)
    press(page, "a")
    page.keyboard.type("deny")
    press(page, "Escape", "v")
    page.keyboard.type("on the dam")
    press(page, "Escape", "d")
    page.keyboard.type("2026-02-03")
    turn(page, "Control+Enter")
    after = held(desk, changed).statement
    assert (after.act, after.venue, str(after.said)) == ("deny", "on the dam", "2026-02-03")


def words(page: Page, desk: Path) -> None:
    """Fewer words of the content, and undoing that."""
    spoken = here(page)
    before = held(desk, spoken)
    press(page, "3", "Shift+ArrowLeft", "Shift+ArrowLeft", "Enter")
    expect(page.locator("[data-choosing]")).to_contain_text("The content is now")
    turn(page, "Enter")
    cut = held(desk, spoken)
    assert before.content_words.startswith(cut.content_words)
    assert cut.content_words != before.content_words
    turn(page, "u")
    assert here(page) == spoken
    assert held(desk, spoken).content_words == before.content_words


def speaker(page: Page, desk: Path) -> None:
    """Another speaker, whose name is suggested."""
    spoken = here(page)
    press(page, "p", "Control+A")
    with page.expect_response("**/review/actors**"):
        page.keyboard.type("orlin")
    expect(page.locator('#actors option[value="Kessa Orlin"]')).to_have_count(1)
    press(page, "Control+A")
    page.keyboard.type("Kessa Orlin")
    turn(page, "Enter")
    assert held(desk, spoken).speaker_id == "kessa-orlin"


def merge(page: Page, office: str, desk: Path) -> None:
    """Two actors become one, and two again."""
    page.goto(f"{office}/review?item={one_with(desk, 'telephone')}")
    press(page, "m")
    page.keyboard.type("Joren Maddrick")
    for key, left in (("Enter", "kessa-orlin"), ("u", "joren-maddrick")):
        turn(page, key)
        with open_record(desk) as record:
            found = record.speaker("joren-maddrick")
        assert found is not None
        assert found.entity.id == left


def test_words_are_chosen_in_pieces_and_left(browser: Browser, office: str, desk: Path) -> None:
    """A plus begins another piece; Escape leaves all as it was; the places are those of the text."""
    id_ = one_with(desk, "telephone")
    page = entered(browser, office)
    page.goto(f"{office}/review?item={id_}")
    shown = page.locator("#f-content-at").input_value()
    press(page, "3", "ArrowRight", "Escape")
    assert page.locator("#f-content-at").input_value() == shown
    press(page, "2", "ArrowLeft", "+", "ArrowRight", "Shift+ArrowRight", "Enter")
    words = page.locator("#f-cue").input_value().split("\n…\n")
    turn(page, "Enter")
    found = held(desk, id_).statement
    with open_record(desk) as record:
        article = record.article(held(desk, id_).article)
    assert article is not None
    assert [each.of(article.article.text) for each in found.cue] == words
    assert len(words) == 2


def test_words_in_another_script_are_counted_in_code_points(
    browser: Browser, office: str, desk: Path
) -> None:
    """What a browser counts in UTF-16 becomes the places of the text."""
    with open_record(desk, write=True) as record:
        article = record.article("scripts")
        assert article is not None
        id_ = article.statements[0].statement.id
    page = entered(browser, office)
    page.goto(f"{office}/review?item={id_}")
    press(page, "3", "Shift+ArrowLeft", "Enter")
    turn(page, "Enter")
    found = held(desk, id_)
    assert found.content_words == "«لن نغلق السد"


def test_words_are_chosen_with_the_mouse(browser: Browser, office: str, desk: Path) -> None:
    """What is marked in the text becomes the source, whole words at least, by the button or the key."""
    id_ = one_with(desk, "telephone")
    page = entered(browser, office)
    page.goto(f"{office}/review?item={id_}")
    page.evaluate(
        """() => {
            const words = document.querySelector("[data-passage] p").firstChild;
            const node = document.createTreeWalker(words.parentNode, NodeFilter.SHOW_TEXT).nextNode();
            document.getSelection().setBaseAndExtent(node, 1, node, 9);
        }"""
    )
    press(page, "1")
    chosen = page.locator("#f-source").input_value()
    assert chosen
    text = page.locator("[data-passage] p").first.inner_text()
    assert text.startswith(chosen)
    assert not text[len(chosen)].isalnum()
    turn(page, "Enter")
    assert held(desk, id_).source_words == chosen


def test_keys_can_be_turned_off(browser: Browser, office: str, desk: Path) -> None:
    """Whoever speaks to their computer, or types elsewhere, judges nothing by accident."""
    page = entered(browser, office)
    id_ = here(page)
    page.get_by_role("button", name="Keys").click()
    page.get_by_label("Keys are on").uncheck()
    press(page, "Escape", "r")
    page.reload()
    press(page, "r")
    page.wait_for_timeout(200)
    assert held(desk, id_).reviewed == "unreviewed"
    assert here(page) == id_
    page.locator("#fix summary").click()
    page.locator("#f-venue").fill("on the dam")
    press(page, "r")
    assert page.locator("#f-venue").input_value() == "on the damr"


def test_a_decision_is_sent_once(browser: Browser, office: str, desk: Path) -> None:
    """A key that is pressed twice judges one statement."""
    page = entered(browser, office)
    with page.expect_navigation():
        page.evaluate("const right = document.querySelector('[data-key=r]'); right.click(); right.click()")
    with open_record(desk) as record:
        assert len(record.log()) == 1


@pytest.mark.parametrize("width", [1440, 390])
def test_a_review_without_scripts(browser: Browser, office: str, desk: Path, width: int) -> None:
    """Every action is there as a form or a link."""
    page = entered(browser, office, width, java_script_enabled=False)
    first = here(page)
    page.get_by_role("button", name="Right", exact=True).click()
    assert held(desk, first).reviewed == "right"
    page.get_by_role("link", name="Skip", exact=True).click()
    second = here(page)
    page.locator("#fix summary").click()
    page.locator("#f-act").select_option("warn")
    page.get_by_role("button", name="Save the changes").click()
    assert held(desk, second).statement.act == "warn"
    page.get_by_role("button", name="Undo").click()
    assert held(desk, second).reviewed == "unreviewed"
    assert here(page) == second
    page.get_by_role("button", name="Sign out").click()
    assert "/sign-in" in page.url


@pytest.mark.parametrize("dark", [False, True])
def test_the_pages_for_reviewers_are_accessible(browser: Browser, office: str, dark: bool) -> None:
    """Axe finds nothing: signing in, a statement with all open, the help, nothing left, and the history."""
    scheme = "dark" if dark else "light"
    page = entered(browser, office, color_scheme=scheme, reduced_motion="reduce")
    signing = browser.new_context(color_scheme=scheme).new_page()  # type: ignore[arg-type]
    signing.goto(f"{office}/sign-in")
    accessible(signing)
    signing.locator("#name").fill("Ann Ray")
    signing.locator("#password").fill("wrong")
    signing.keyboard.press("Enter")
    signing.wait_for_selector(".problem")
    accessible(signing)
    turn(page, "r")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        accessible(page)
    press(page, "?")
    accessible(page)
    page.goto(f"{office}/review/history")
    accessible(page)
    page.goto(f"{office}/review?act=threaten&q=zebra")
    accessible(page)


def test_no_page_for_reviewers_scrolls_sideways(browser: Browser, office: str, desk: Path) -> None:
    """From a large screen to a small telephone, with long names and words of any length."""
    page = entered(browser, office)
    turn(page, "r")
    with open_record(desk) as record:
        odd = [record.article(each) for each in ("scripts", "endless", "bare", "odd/name & <id>")]
        ids = [one.statement.id for each in odd if each for one in each.statements]
    for address in (*(f"/review?item={id_}" for id_ in ids), "/review/history", "/sign-in"):
        page.goto(office + address)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            over = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert int(page.evaluate(over)) <= 0, (address, width)


def accessible(page: Page) -> None:
    """Axe finds nothing; if it does, the failure tells what and where."""
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
