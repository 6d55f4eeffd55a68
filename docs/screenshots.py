"""Take the screenshots of the documentation: serve the sample newsroom and look at it with Chromium.

    python docs/screenshots.py [FOLDER]

Chromium is looked for at ``/usr/bin/chromium``, or where the variable ``CHROMIUM`` says.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).resolve().parent
FOLDER = HERE / "screenshots"
MOST = 150_000
"""Bytes that one picture may have: whoever clones the project pays for each."""

SERVE = """
import sys
from onrecord.web.serving import serve
serve(sys.argv[1], port=0, ready=lambda address: print(address, flush=True))
"""
WIDTH, HEIGHT = 1280, 760
ARTICLE = "/article/2026-02-05-meridian-wire-maddrick-backtracks"


def _nothing(_: Page) -> None:
    return


def _reading(page: Page) -> None:
    """Somewhere within the article, with one note open and its statement lit."""
    reference = page.locator('a.ref[data-n="10"]')
    reference.evaluate("one => scrollTo(0, scrollY + one.getBoundingClientRect().top - 250)")
    page.locator('.notes li[data-s="10"] summary').click()
    page.locator('.notes li[data-s="10"] summary').hover()


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture.

    Attributes:
        name: what its file is called.
        path: the page's address on the server.
        height: that of the window, in pixels.
        dark: whether it shows the page dark.
        before: what is done on the page before.
    """

    name: str
    path: str
    height: int = HEIGHT
    dark: bool = False
    before: Callable[[Page], None] = _nothing


SHOTS = (
    Shot("today", "/"),
    Shot("search", "/search?q=gate"),
    Shot("article", ARTICLE, height=560, before=_reading),
    Shot("speaker", "/speaker/joren-maddrick?q=gate", height=680),
    Shot("compare", "/compare?a=joren-maddrick&b=paskal-wrenn&q=gate+OR+water", dark=True),
)


def main(arguments: list[str]) -> int:
    """Take all of them; the exit code tells whether one is too large to be kept."""
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    too_large = False
    with _newsroom() as site, _chromium() as browser:
        for shot in SHOTS:
            path = folder / f"{shot.name}.png"
            _take(browser, site, shot, path)
            size = path.stat().st_size
            sys.stdout.write(f"{path.name}  {size:,} bytes\n")
            too_large = too_large or size > MOST
    return int(too_large)


def _take(browser: Browser, site: str, shot: Shot, path: Path) -> None:
    context = browser.new_context(
        viewport={"width": WIDTH, "height": shot.height},
        color_scheme="dark" if shot.dark else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(site + shot.path)
    shot.before(page)
    page.screenshot(path=path)
    context.close()


@contextmanager
def _chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--headless", "--no-sandbox", "--disable-gpu"],
        )
        yield browser
        browser.close()


@contextmanager
def _newsroom() -> Iterator[str]:
    """The address of a server that shows the sample newsroom, without the last slash."""
    with tempfile.TemporaryDirectory() as folder:
        record = str(Path(folder) / "newsroom.db")
        demo = [sys.executable, "-m", "onrecord", "demo", "--db", record, "--no-serve"]
        subprocess.run(demo, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 (ourselves)
        serve = [sys.executable, "-c", SERVE, record]
        with subprocess.Popen(serve, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 (likewise)
            try:
                yield (server.stdout.readline() if server.stdout else "").strip().rstrip("/")
            finally:
                server.terminate()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
