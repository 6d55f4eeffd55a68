import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
import records
from playwright.sync_api import Browser, sync_playwright

from onrecord.record.opening import open_record
from onrecord.record.query import Query
from onrecord.web import urls

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SERVE = """
import sys
from onrecord.web.serving import serve
serve(sys.argv[1], port=0, ready=lambda address: print(address, flush=True))
"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the annotated newsroom and of the articles that are hard to show."""
    path = tmp_path_factory.mktemp("hall") / "hall.db"
    return records.write(path, [*records.newsroom(), *records.shelf()])


@pytest.fixture(scope="session")
def site(hall: Path) -> Iterator[str]:
    """The address of a server that shows the hall, without the last slash."""
    with serving(hall) as address:
        yield address


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that shows a record without statements."""
    with serving(records.write(tmp_path_factory.mktemp("empty") / "empty.db", [])) as address:
        yield address


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """A real server in a process of its own, on a port that is free."""
    command = [sys.executable, "-c", SERVE, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip().rstrip("/")
        finally:
            server.terminate()


@pytest.fixture(scope="session")
def serving_at() -> Callable[[Path], AbstractContextManager[str]]:
    """Serves a record of the test's own."""
    return serving


@pytest.fixture
def addresses(hall: Path) -> dict[str, str]:
    """One address of each kind of page, by name."""
    with open_record(hall) as record:
        statement, endless = (
            record.statements(Query(text=text)).rows[0].statement.id for text in ("telephone", "word2500")
        )
        long, arabic = (record.meant(one.name)[0] for one in (records.LONG, records.ARABIC))
    return {
        "stream": "/",
        "search form": "/search",
        "search": "/search?q=river+OR+gate",
        "search with filters": "/search?q=gate&act=deny&since=2026-02-01",
        "nothing found": "/search?q=zebra",
        "article": "/article/2026-02-05-meridian-wire-maddrick-backtracks",
        "interview": "/article/2026-02-07-ostrel-courier-orlin-interview",
        "article with markup": "/article/odd%2Fname%20%26%20%3Cid%3E",
        "article in versions": "/article/versions?revision=1",
        "article in other scripts": "/article/scripts",
        "endless article": "/article/endless",
        "bare article": "/article/bare",
        "speakers": "/speakers",
        "speaker": "/speaker/joren-maddrick",
        "speaker on a subject": "/speaker/joren-maddrick?q=gate",
        "speaker with a long name": urls.speaker(long),
        "speaker in another script": urls.speaker(arabic),
        "comparison": "/compare?a=joren-maddrick&b=kessa-orlin",
        "comparison to begin": "/compare",
        "comparison of hard names": urls.compare(long, arabic),
        "comparison of nobody": "/compare?a=nobody+at+all&b=kessa-orlin",
        "statement": f"/statement/{statement}",
        "endless statement": f"/statement/{endless}",
        "about": "/about",
        "check form": "/check",
        "check": "/check?text=%22A+test+is+not+an+opening%22+%22Somebody+opened+the+door%22+%22zebra%22",
        "missing": "/nowhere",
        "not understood": "/search?act=shout",
    }
