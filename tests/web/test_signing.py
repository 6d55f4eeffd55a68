"""Signing in and out: who is let in, who is not, and where they are sent."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from forms import PASSWORD, form, send, sign_in, texts
from starlette.testclient import TestClient

from onrecord.record import accounts
from onrecord.record.opening import open_record
from onrecord.web import doors
from onrecord.web.api_limits import Policy
from onrecord.web.doors import Doors

Visit = Callable[..., TestClient]

SECRET = "0123456789abcdef"  # noqa: S105 - it guards nothing
READERS_TOO = Doors(readers=True)


def test_reading_needs_no_account(visit: Visit, desk: Path) -> None:
    """Pages that are only read ask nobody who they are; the review does."""
    client = visit(desk)
    for address in ("/", "/search?q=gate", "/speakers", "/about", "/feed.atom", "/api/v1/statements"):
        assert client.get(address, follow_redirects=False).status_code == 200
    answer = client.get("/review?act=deny", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?next=%2Freview%3Fact%3Ddeny")
    for address in ("/review/history", "/review/actors?q=mad"):
        assert client.get(address, follow_redirects=False).status_code == 303


def test_signing_in_leads_to_where_one_wanted_to_go(visit: Visit, desk: Path) -> None:
    """The right password opens the page that was asked for, and makes a session."""
    client = visit(desk)
    answer = sign_in(client, onward="/review?act=deny")
    assert (answer.status_code, answer.headers["location"]) == (303, "/review?act=deny")
    assert "Signed in as Ann Ray" in " ".join(texts(client.get("/review").text, ".who-am-i"))
    again = client.get("/sign-in?next=/about", follow_redirects=False)
    assert (again.status_code, again.headers["location"]) == (303, "/about")


def test_the_cookie_tells_scripts_and_other_sites_nothing(visit: Visit, desk: Path) -> None:
    """It is kept from scripts, and not sent from other sites; pages for reviewers are kept nowhere."""
    client = visit(desk)
    cookie = sign_in(client).headers["set-cookie"]
    assert re.match(
        r"onrecord-session-8321=[\w-]{43}; HttpOnly; Max-Age=604800; Path=/; SameSite=lax", cookie
    )
    assert client.get("/review").headers["cache-control"] == "no-store"
    assert client.get("/review/history").headers["cache-control"] == "no-store"


def test_over_https_the_cookie_goes_nowhere_else(visit: Visit, desk: Path) -> None:
    """It is sent over https alone, and no other host can set it."""
    client = visit(desk, base="https://127.0.0.1")
    cookie = sign_in(client).headers["set-cookie"]
    assert cookie.startswith("__Host-onrecord-session=")
    assert "; Secure" in cookie
    assert client.get("/review", follow_redirects=False).status_code == 200


@pytest.mark.parametrize(("name", "password"), [("Ann Ray", "another"), ("Nobody", PASSWORD), ("", "")])
def test_what_is_not_right_is_told_alike(visit: Visit, desk: Path, name: str, password: str) -> None:
    """A wrong name and a wrong password get the same sentence, and no session; the name stays typed."""
    client = visit(desk)
    answer = sign_in(client, name, password)
    assert answer.status_code == 401
    assert "The name or the password is not right." in answer.text
    assert form(answer.text, "/sign-in")[1]["name"] == name
    assert "onrecord-session" not in str(client.cookies)
    assert client.get("/review", follow_redirects=False).status_code == 303


def test_a_session_is_a_new_one(reviewer: TestClient) -> None:
    """Nobody can give another person a session to sign in to: the token changes when somebody signs in."""
    before = reviewer.cookies["onrecord-session-8321"]
    page = reviewer.get("/review").text
    send(reviewer, page, "/sign-out")
    reviewer.cookies.set("onrecord-session-8321", before, domain="127.0.0.1")
    assert sign_in(reviewer).status_code == 303
    assert reviewer.cookies["onrecord-session-8321"] != before


def test_signing_out_ends_the_session(reviewer: TestClient) -> None:
    """The browser forgets it, and the record as well: a copy of the cookie is worth nothing."""
    token = reviewer.cookies["onrecord-session-8321"]
    page = reviewer.get("/review").text
    answer = send(reviewer, page, "/sign-out")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
    assert "onrecord-session-8321" not in reviewer.cookies
    reviewer.cookies.set("onrecord-session-8321", token)
    assert reviewer.get("/review", follow_redirects=False).status_code == 303


@pytest.mark.parametrize(("idle", "hours"), [(12, 12), (200, 168)])
def test_sessions_end_by_themselves(
    visit: Visit, desk: Path, monkeypatch: pytest.MonkeyPatch, idle: int, hours: int
) -> None:
    """After so long without a request, and after so long at most."""
    client = visit(desk, doors=Doors(idle=timedelta(hours=idle), longest=timedelta(days=7)))
    sign_in(client)
    start = datetime.now(UTC)
    monkeypatch.setattr(accounts, "_moment", lambda: start + timedelta(hours=hours - 1))
    assert client.get("/review", follow_redirects=False).status_code == 200
    monkeypatch.setattr(accounts, "_moment", lambda: start + timedelta(hours=hours, seconds=5))
    page = client.get("/review", follow_redirects=False)
    assert page.status_code == 303


def test_use_keeps_a_session_alive(reviewer: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """A request every few hours is enough."""
    start = datetime.now(UTC)
    for hours in (10, 20, 30):
        monkeypatch.setattr(accounts, "_moment", lambda hours=hours: start + timedelta(hours=hours))
        monkeypatch.setattr(doors, "now", lambda hours=hours: start + timedelta(hours=hours))
        assert reviewer.get("/review", follow_redirects=False).status_code == 200


def test_whoever_is_dismissed_is_out_at_once(reviewer: TestClient, desk: Path) -> None:
    """Their session ends with their account."""
    with open_record(desk, write=True) as record:
        record.dismiss("Ann Ray")
    assert reviewer.get("/review", follow_redirects=False).status_code == 303
    assert sign_in(reviewer).status_code == 401


@pytest.mark.parametrize(
    "onward",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example/",
        "\\\\elsewhere.example",
        "/\t/elsewhere.example",
        "javascript:alert(1)",
        "elsewhere",
        "/review\r\nSet-Cookie: a=b",
        "",
    ],
)
def test_nobody_is_sent_elsewhere(visit: Visit, desk: Path, onward: str) -> None:
    """Whatever the address asks for, one ends on a page of ours."""
    client = visit(desk)
    assert sign_in(client, onward=onward).headers["location"] == "/review"
    page = client.get("/sign-in", params={"next": onward}, follow_redirects=False)
    assert page.headers["location"] == "/review"


def test_an_account_is_asked_for_where_there_is_none(visit: Visit, newsroom: Path) -> None:
    """The page says how to let somebody in."""
    page = visit(newsroom).get("/sign-in").text
    assert "onrecord reviewer add" in page
    assert str(newsroom) in page


def test_guessing_is_slowed_down(visit: Visit, desk: Path) -> None:
    """After some wrong passwords one waits, whether the name is somebody's or not; others need not wait."""
    client = visit(desk)
    for name in ("Ann Ray", "Nobody"):
        codes = [sign_in(client, name, "wrong").status_code for _ in range(6)]
        assert codes == [401] * 5 + [429]
    answer = sign_in(client)
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) >= 1
    assert "Wait" in answer.text
    assert sign_in(client, "Ben Osk").status_code == 303


def test_readers_sign_in_where_they_have_to(visit: Visit, desk: Path) -> None:
    """Then no page, feed, file or answer is given to whoever has not; what watches the server may ask."""
    client = visit(desk, doors=READERS_TOO)
    for address in ("/", "/search?q=gate", "/statement/0", "/feed.atom", "/export/csv", "/nowhere"):
        answer = client.get(address, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"][:14]) == (303, "/sign-in?next="), address
    for address in ("/api/v1/statements", "/api/v1/export", "/api/v1/openapi.json"):
        answer = client.get(address)
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert client.get("/healthz").status_code == 200
    assert "who sign in" in client.get("/sign-in").text
    sign_in(client, onward="/about")
    for address in ("/", "/feed.atom", "/api/v1/statements"):
        assert client.get(address, follow_redirects=False).status_code == 200


def test_programs_send_the_token_where_readers_sign_in(visit: Visit, desk: Path) -> None:
    """The token of the API opens what is read; another one does not."""
    client = visit(desk, doors=READERS_TOO, policy=Policy(token=SECRET))
    for address in ("/api/v1/statements", "/feed.atom"):
        assert client.get(address, headers={"Authorization": f"Bearer {SECRET}"}).status_code == 200
        wrong = client.get(address, headers={"Authorization": "Bearer no"}, follow_redirects=False)
        assert wrong.status_code in (303, 401)
    closed = visit(desk, doors=READERS_TOO)
    assert closed.get("/api/v1/statements", headers={"Authorization": "Bearer None"}).status_code == 401


def test_the_token_of_the_api_is_no_session(visit: Visit, desk: Path) -> None:
    """Who has it judges over the API, and not by the pages."""
    client = visit(desk, policy=Policy(token=SECRET))
    answer = client.get("/review", headers={"Authorization": f"Bearer {SECRET}"}, follow_redirects=False)
    assert answer.status_code == 303


def test_a_session_does_not_open_the_api_to_judgements(reviewer: TestClient) -> None:
    """A cookie is sent by any page; the API asks for its token."""
    answer = reviewer.post("/api/v1/judgements", json={"statement": "0", "by": "Ann Ray", "verdict": "right"})
    assert answer.status_code == 403


def test_a_record_that_cannot_be_written_says_so(visit: Visit, desk: Path) -> None:
    """Signing in needs to write; reading goes on."""
    client = visit(desk)
    page = client.get("/sign-in").text
    with open_record(desk, write=True) as record, record._engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 99")
    answer = send(client, page, "/sign-in", name="Ann Ray", password=PASSWORD)
    assert answer.status_code == 503
    assert "later version" in answer.text
