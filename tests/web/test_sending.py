"""Forms: only our own pages may send them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from forms import AS_A_FORM, PASSWORD, form, send, shown, sign_in
from starlette.testclient import TestClient

from onrecord.record.opening import open_record

Visit = Callable[..., TestClient]

FORMS = ("/review/judge", "/review/merge", "/sign-out")


@pytest.mark.parametrize("action", FORMS)
@pytest.mark.parametrize("stamp", ["", "0" * 64, "ü\ud800"])
def test_a_form_without_its_stamp_does_nothing(
    reviewer: TestClient, desk: Path, action: str, stamp: str
) -> None:
    """What another site cannot know has to be in every form."""
    page = reviewer.get("/review").text
    address, values = form(page, action)
    body = "&".join(
        f"{name}={value}" for name, value in {**values, "stamp": stamp, "verdict": "right"}.items()
    )
    answer = reviewer.post(address, content=body.encode("utf-8", "replace"), headers=AS_A_FORM)
    assert answer.status_code in (400, 403)
    assert reviewer.get("/review", follow_redirects=False).status_code == 200
    with open_record(desk) as record:
        assert record.log() == ()


def test_the_stamp_of_one_session_is_worth_nothing_in_another(visit: Visit, desk: Path) -> None:
    """Neither that of another reviewer, nor that of the page for signing in."""
    ann, ben = visit(desk), visit(desk)
    before = form(ann.get("/sign-in").text, "/sign-in")[1]["stamp"]
    sign_in(ann)
    sign_in(ben, "Ben Osk")
    theirs = form(ben.get("/review").text, "/review/judge")[1]["stamp"]
    for stamp in (before, theirs):
        assert send(ann, ann.get("/review").text, "/review/judge", stamp=stamp).status_code == 403


@pytest.mark.parametrize(
    ("headers", "taken"),
    [
        ({}, True),
        ({"Origin": "http://127.0.0.1:8321", "Sec-Fetch-Site": "same-origin"}, True),
        ({"Origin": "http://127.0.0.1:8321"}, True),
        ({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, True),
        ({"Origin": "null"}, False),
        ({"Origin": "https://elsewhere.example"}, False),
        ({"Origin": "http://127.0.0.1:8322"}, False),
        ({"Origin": "http://127.0.0.1:8321", "Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
    ],
)
def test_the_browser_says_where_the_form_stood(
    reviewer: TestClient, headers: dict[str, str], taken: bool
) -> None:
    """Even with its stamp, a form that another page sends is refused."""
    address, values = form(reviewer.get("/review").text, "/review/judge")
    answer = reviewer.post(
        address, data=values | {"verdict": "right"}, headers=headers, follow_redirects=False
    )
    assert answer.status_code == (303 if taken else 403)


def test_signing_in_needs_the_stamp_too(visit: Visit, desk: Path) -> None:
    """Nobody signs somebody else in under a name of theirs."""
    client = visit(desk)
    sent = {"name": "Ann Ray", "password": PASSWORD, "next": "/review"}
    assert client.post("/sign-in", data=sent).status_code == 403
    client.get("/sign-in")
    assert client.post("/sign-in", data=sent).status_code == 403


def test_forms_sent_without_a_session_lead_to_signing_in(
    visit: Visit, reviewer: TestClient, desk: Path
) -> None:
    """What was sent is not done, and one comes back to what one was reviewing."""
    address, values = form(reviewer.get("/review?act=deny").text, "/review/judge")
    answer = visit(desk).post(address, data=values | {"verdict": "right"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?next=%2Freview%3Fact%3Ddeny")
    with open_record(desk) as record:
        assert record.log() == ()


@pytest.mark.parametrize(
    ("content", "kind", "code"),
    [
        (b"{}", "application/json", 415),
        (b"a=b", "multipart/form-data; boundary=x", 415),
        (b"a=b", "", 415),
        (b"\xff=\xff", "application/x-www-form-urlencoded", 400),
        (b"&".join(b"a%d=1" % n for n in range(200)), "application/x-www-form-urlencoded", 400),
        (b"a=" + b"x" * 600_000, "application/x-www-form-urlencoded; charset=utf-8", 413),
        (b"", "application/x-www-form-urlencoded", 403),
    ],
)
def test_what_is_no_form_of_ours_is_refused(
    reviewer: TestClient, content: bytes, kind: str, code: int
) -> None:
    """With a page that says what to do, and never with a fault of ours."""
    for address in ("/review/judge", "/sign-out"):
        answer = reviewer.post(address, content=content, headers={"Content-Type": kind})
        assert answer.status_code == code
        assert "Traceback" not in answer.text


def test_other_pages_take_nothing(reviewer: TestClient) -> None:
    """Being signed in does not make the pages for readers take anything."""
    for address in ("/", "/search", "/review", "/review/history", f"/statement/{shown(reviewer)}"):
        assert reviewer.post(address, data={"a": "b"}).status_code == 405
    assert reviewer.get("/review/judge").status_code == 405
