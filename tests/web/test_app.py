import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
import records
from seen import Seen
from starlette.testclient import TestClient

from onrecord.errors import NotARecord, RecordMissing
from onrecord.web.app import create_app

PAGES = [
    "/",
    "/search",
    "/search?q=never",
    "/search?act=deny&form=direct&outlet=north&since=2026-01&until=2026&speaker=maddrick&sort=relevance",
    "/search?q=zebra",
    "/article/odd%2Fname%20%26%20%3Cid%3E",
    "/article/versions",
    "/article/versions?revision=1",
    "/article/scripts",
    "/article/endless",
    "/article/bare",
    "/speakers",
    "/speaker/joren-maddrick",
    "/speaker/joren-maddrick?q=faith",
    "/speaker/joren-maddrick?q=zebra",
    "/compare",
    "/compare?a=joren-maddrick",
    "/compare?a=Joren+Maddrick&b=senior+official",
    "/compare?a=joren-maddrick&b=a-senior-official&q=zebra",
    "/about",
    "/check",
    "/check?text=%E2%80%9CI+was+told+to+speak%E2%80%9D+and+%E2%80%9Cword8+word9+word10%E2%80%9D+and+%E2%80%9Czebra%E2%80%9D",
]


def statements(client: TestClient, words: str) -> list[str]:
    """The addresses of the statements that a search finds."""
    html = client.get("/search", params={"q": words}).text
    return list(dict.fromkeys(re.findall(r"/statement/[0-9a-f]{16}", html)))


@pytest.mark.parametrize("address", PAGES)
def test_every_page_opens_whole(client: TestClient, address: str) -> None:
    """Each page answers with HTML whose elements are properly nested, and with no id twice."""
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    ids = Seen(answer.text).ids
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("address", [*PAGES, "/nowhere", "/search?act=shout", "/healthz", "/favicon.ico"])
def test_every_answer_carries_the_guards(client: TestClient, address: str) -> None:
    """Nothing from elsewhere is loaded, nothing runs, nobody frames us, on no page at all."""
    headers = client.get(address, follow_redirects=False).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("address", PAGES)
def test_no_page_needs_what_the_policy_forbids(client: TestClient, address: str) -> None:
    """No script or style in the page, no event handler, nothing from another host."""
    html = client.get(address).text
    assert not re.search(r"<(style|iframe)\b|\s(style|on\w+)=", html)
    assert not re.search(r"<script(?!(?: type=.module.)? src=./static/)", html)
    assert not re.search(r'(?:src|<link[^>]*href)="(?:https?:)?//', html)


def test_every_link_leads_somewhere(client: TestClient) -> None:
    """Whatever a page links to on this server answers, and every place within a page is there."""
    seen: dict[str, Seen | None] = {}
    waiting = ["/", "/article/versions?revision=1"]
    while waiting:
        address = waiting.pop()
        answer = client.get(address)
        assert answer.status_code == 200, address
        seen[address] = Seen(answer.text) if "html" in answer.headers["content-type"] else None
        for link in _links(seen[address]):
            path = link.partition("#")[0]
            new = path.startswith("/") and path not in seen and path not in waiting
            # Filters can be laid upon each other without end; one at a time is enough.
            if new and path.count("=") < 2:
                waiting.append(path)
    places = {(path, id_) for path, page in seen.items() for id_ in (page.ids if page else [])}
    for path, page in seen.items():
        for link in _links(page):
            target, _, place = link.partition("#")
            if place and not target.startswith("http"):
                assert (target or path, unquote(place)) in places


def _links(page: Seen | None) -> list[str]:
    return page.links if page else []


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nowhere", 404),
        ("/article/nothing", 404),
        ("/article/", 404),
        ("/article/versions?revision=9", 404),
        ("/article/versions?revision=one", 400),
        ("/article/versions?revision=٣", 400),
        ("/speaker/nobody", 404),
        ("/statement/0000", 404),
        ("/statement/%00", 404),
        ("/statement/..%2f..%2fetc%2fpasswd", 404),
        ("/static/other.css", 404),
        ("/static/..%2fapp.py", 404),
        ("/search?act=shout", 400),
        ("/search?form=loud", 400),
        ("/search?q=never&sort=beauty", 400),
        ("/search?since=yesterday", 400),
        ("/search?since=2026-02-30", 400),
        ("/search?since=2027&until=2026", 400),
        ("/search?q=%3F%3F", 400),
        ("/search?q=never&after=nonsense", 400),
        ("/search?q=" + "x" * 501, 400),
        ("/?after=nonsense", 400),
        ("/speaker/joren-maddrick?after=nonsense", 400),
    ],
)
def test_what_cannot_be_answered_says_so(client: TestClient, address: str, status: int) -> None:
    """Wrong addresses and odd questions get a designed page with the right status, and no traceback."""
    answer = client.get(address)
    assert answer.status_code == status
    assert "<h1" in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "words",
    [
        '"',
        "AND",
        "OR OR",
        "NEAR(a b)",
        "*",
        "a*b",
        "-never",
        "content_words:never",
        "'; DROP TABLE x",
        "\ud83d",
        "é",
    ],
)
def test_no_question_breaks_the_search(client: TestClient, words: str) -> None:
    """Whatever is typed is searched for or refused in a sentence."""
    answer = client.get("/search", params={"q": words.encode("utf-8", "replace")})
    assert answer.status_code in (200, 400)


def test_nothing_can_be_sent(client: TestClient) -> None:
    """The pages can only be read."""
    answer = client.post("/search", content=b"q=never")
    assert answer.status_code == 405
    assert "Only to be read" in answer.text


def test_the_heads_of_pages_can_be_asked_for(client: TestClient) -> None:
    """HEAD answers as GET does, without the page."""
    answer = client.head("/")
    assert (answer.status_code, answer.content) == (200, b"")


def test_words_of_articles_are_never_markup(client: TestClient) -> None:
    """A script in a quotation, a headline, an outlet, an id or a place is shown as the words it is."""
    article = "/article/odd%2Fname%20%26%20%3Cid%3E"
    for address in ("/", article, statements(client, "never")[0], "/search?q=<b>never</b>"):
        html = client.get(address).text
        assert "<b>" not in html
        assert "<i>" not in html
        assert not re.search(r"<script(?!(?: type=.module.)? src=./static/)", html)
    assert "<script>alert(1)</script> was never run" in Seen(client.get(article).text).words


def test_an_address_that_is_no_web_address_is_no_link(client: TestClient) -> None:
    """An article cannot make a reader run a script by its address."""
    html = client.get("/article/odd%2Fname%20%26%20%3Cid%3E").text
    assert "javascript:" not in html
    assert "at the outlet" not in html


def test_an_article_is_shown_as_published(visit: Callable[[Path], TestClient], newsroom: Path) -> None:
    """The words of each article's page are its text, character for character."""
    client = visit(newsroom)
    for article, _ in records.newsroom():
        html = client.get(f"/article/{article.id}").text
        assert Seen(html).text == article.text


@pytest.mark.parametrize("held", records.shelf(), ids=lambda held: held[0].id)
def test_what_is_hard_to_show_is_shown_as_published(client: TestClient, held: records.Held) -> None:
    """So are texts with markup, of great length, in other scripts, in an earlier version."""
    texts = set()
    for revision in ("1", "2"):
        answer = client.get(f"/article/{held[0].id}", params={"revision": revision})
        texts.add(Seen(answer.text).text)
    assert held[0].text in texts


def test_each_statement_stands_in_the_margin(client: TestClient) -> None:
    """An article's notes are numbered as its text is, and lead to and fro."""
    html = client.get("/article/versions").text
    numbers = re.findall(r'id="t-([0-9a-f]{16})" href="#s-\1" data-n="(\d)"', html)
    assert [number for _, number in numbers] == ["1", "2"]
    for id_, _ in numbers:
        assert f'id="s-{id_}"' in html
        assert f'href="#t-{id_}"' in html


def test_an_earlier_version_says_so(client: TestClient) -> None:
    """The versions of an article lead to each other, and the earlier one to the latest."""
    earlier = client.get("/article/versions?revision=1").text
    assert "good faith" in earlier
    assert 'This is an earlier version. <a href="/article/versions">' in earlier
    latest = client.get("/article/versions").text
    assert "told to speak" in latest
    assert "earlier version" not in latest
    assert 'href="/article/versions?revision=1"' in latest


def test_unknown_speakers_are_shown_as_unknown(client: TestClient) -> None:
    """Nobody is put in the place of a speaker who could not be made out, and they are counted."""
    assert "Speaker unknown" in client.get("/").text
    assert "statements whose speaker is unknown" in client.get("/about").text
    assert "could not be made out" in client.get("/speakers").text


def test_the_search_keeps_its_question(client: TestClient) -> None:
    """The form comes back filled in as it was sent; hits are marked."""
    html = client.get("/search?q=silence+OR+faith+OR+never&act=say&since=2026-02-01&form=direct").text
    assert 'value="silence OR faith OR never"' in html
    assert '<input type="hidden" name="act" value="say">' in html
    assert '<input type="hidden" name="form" value="direct">' in html
    assert 'value="2026-02-01"' in html
    assert '<mark class="hit">never</mark>' in html


def test_older_pages_hold_the_rest(visit: Callable[[Path], TestClient], newsroom: Path) -> None:
    """Following "older" from the first page shows each statement once, none twice."""
    client = visit(newsroom)
    for first in (
        "/",
        "/search?q=gate+OR+river",
        "/search?form=indirect&sort=date",
        "/speaker/joren-maddrick",
    ):
        address: str | None = first
        found: list[str] = []
        while address:
            html = client.get(address).text
            found += re.findall(r'<a href="(/statement/[0-9a-f]{16})">link<', html)
            older = re.search(r'class="older" href="([^"]+)"', html)
            address = older[1].replace("&amp;", "&") if older else None
        assert len(found) > 20, first
        assert len(found) == len(set(found))


def test_a_long_statement_is_cut_in_lists_and_whole_on_its_page(client: TestClient) -> None:
    """Three thousand words take no more room in a list than ninety; all of them can be read."""
    listing = client.get("/search?q=word2500").text
    assert '<mark class="hit">word2500</mark>' in listing
    assert "word2400" not in listing
    assert "more words" in listing
    whole = client.get(statements(client, "word2500")[0]).text
    assert "word0 " in whole
    assert "word2999" in whole


def test_a_large_record_is_counted_after_its_page(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page about it comes at once with a link to itself with the counts; later it has them by itself."""
    monkeypatch.setattr("onrecord.web.kept.is_large", lambda _: True)
    html = client.get("/about").text
    assert "Statements by act" not in html
    places = re.search(r'data-counting="/about\?counts=yes" data-places="([^"]*)"', html)
    assert places
    counted = client.get("/about?counts=yes").text
    for place in places[1].split():
        assert f'id="{place}"' in html
        assert f'id="{place}"' in counted
    assert "Statements by act" in counted
    assert "data-counting" not in counted
    assert client.get("/about").text == counted


def test_an_empty_record_says_how_to_fill_it(visit: Callable[[Path], TestClient], tmp_path: Path) -> None:
    """A record without statements is no dead end, on any page."""
    client = visit(records.write(tmp_path / "empty.db", []))
    assert "onrecord read articles/ --db empty.db" in client.get("/").text
    for address in ("/search?q=gate", "/speakers", "/about", "/healthz"):
        assert client.get(address).status_code == 200


def test_what_is_read_meanwhile_is_shown(visit: Callable[[Path], TestClient], tmp_path: Path) -> None:
    """Nobody has to start the server anew after reading more articles."""
    path = records.write(tmp_path / "growing.db", [])
    client = visit(path)
    assert client.get("/article/versions").status_code == 404
    records.write(path, records.shelf())
    assert client.get("/article/versions").status_code == 200


def test_a_fault_of_ours_is_a_page(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw gets a designed page with the guards, and not a word of the traceback."""

    def fail(*_: object) -> None:
        message = "secret"
        raise ZeroDivisionError(message)

    monkeypatch.setattr("onrecord.web.pages.about_page", fail)
    answer = client.get("/about")
    assert answer.status_code == 500
    assert "This page could not be made" in answer.text
    assert "secret" not in answer.text
    assert "content-security-policy" in answer.headers


def test_a_record_that_breaks_is_told(visit: Callable[[Path], TestClient], tmp_path: Path) -> None:
    """If the file becomes unusable while it is shown, the page says what is wrong with it."""
    path = records.write(tmp_path / "breaking.db", [])
    client = visit(path)
    path.write_bytes(b"no record at all" * 1000)
    answer = client.get("/")
    assert answer.status_code == 503
    assert "breaking.db" in answer.text
    health = client.get("/healthz")
    assert (health.status_code, health.json()["status"]) == (503, "failing")


def test_the_health_is_told(client: TestClient) -> None:
    """Programs that watch the server get one fact."""
    assert json.loads(client.get("/healthz").text) == {"status": "ok"}


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8321", "127.0.0.1.evil.example", "[", ""])
def test_names_that_are_not_ours_are_refused(client: TestClient, host: str) -> None:
    """A site whose name leads to 127.0.0.1 cannot read the record through its visitor's browser."""
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 400
    assert "record" not in answer.text.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8321", "LOCALHOST", "[::1]:9000"])
def test_names_that_are_ours_are_answered(client: TestClient, host: str) -> None:
    """This machine may be called by all its names."""
    assert client.get("/", headers={"host": host}).status_code == 200


def test_any_name_is_answered_where_that_is_asked_for(shelf: Path) -> None:
    """On another address than this machine's own, the name may be any."""
    with TestClient(create_app(shelf, hosts=("*",)), base_url="http://desk.example") as client:
        assert client.get("/").status_code == 200


def test_the_files_of_the_pages_are_there(client: TestClient) -> None:
    """Style and icon come from the package, may be kept for ever, and change with their address."""
    html = client.get("/").text
    for name, kind in (("onrecord.css", "text/css; charset=utf-8"), ("favicon.svg", "image/svg+xml")):
        address = re.search(rf'"(/static/{re.escape(name)}\?v=[0-9a-f]{{12}})"', html)
        assert address
        answer = client.get(address[1])
        assert (answer.status_code, answer.headers["content-type"]) == (200, kind)
        assert "immutable" in answer.headers["cache-control"]


def test_what_is_no_record_is_not_served(tmp_path: Path) -> None:
    """A wrong file is refused before anything is served."""
    with pytest.raises(RecordMissing):
        create_app(tmp_path / "missing.db")
    other = tmp_path / "other.db"
    other.write_text("something else", encoding="utf-8")
    with pytest.raises(NotARecord):
        create_app(other)
