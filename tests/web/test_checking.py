"""The page that checks a draft."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
import quoting
from seen import Seen
from starlette.testclient import TestClient

from onrecord.linking.quotations import LONGEST_DRAFT
from onrecord.web import checker

Visit = Callable[[Path], TestClient]

DRAFT = (
    '"A test is not an opening," Tomas Ferrow said.\r\n\r\n'
    "“You turn the key of a car to see that it stalls.” It was no “bridge to the moon”."
)


@pytest.fixture(autouse=True)
def reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is quoted is found by a stand-in for the model."""
    monkeypatch.setattr(checker, "attribute", lambda: quoting.attribute)


@pytest.fixture
def reader(visit: Visit, newsroom: Path) -> TestClient:
    """A reader of the annotated newsroom."""
    return visit(newsroom)


def plain(html: str) -> str:
    """The words of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def test_a_draft_is_checked(reader: TestClient) -> None:
    """Each quotation has its state in words, in the draft's order, under a sum of them all."""
    answer = reader.post("/check", data={"text": DRAFT})
    assert answer.status_code == 200
    states = re.findall(r'<li class="quotation (\w+)" id="q-(\d)"', answer.text)
    assert states == [("as_is", "1"), ("altered", "2"), ("missing", "3")]
    words = plain(answer.text)
    assert "3 quotations: 1 found as is, 1 cut or altered, 1 not in this record" in words
    assert "The record gives these words to Joren Maddrick; the draft gives them to Tomas Ferrow." in words
    for told in ("Found as is in 2 articles", "Found, but cut or altered", "Not in this record"):
        assert told in words


def test_what_differs_is_marked_for_everybody(reader: TestClient) -> None:
    """The other word stands struck out beside the record's, and says so to whoever cannot see that."""
    html = reader.post("/check", data={"text": DRAFT}).text
    assert re.search(r"<del><span class=\"unseen\">[^<]+</span>stalls<span", html)
    assert re.search(r"<ins><span class=\"unseen\">[^<]+</span>starts<span", html)


def test_the_draft_leads_to_its_quotations_and_back(reader: TestClient) -> None:
    """Every mark in the draft leads to what became of it; every statement and article to its page."""
    page = Seen(reader.post("/check", data={"text": DRAFT}).text)
    inside = [link for link in page.links if link.startswith("#")]
    assert {link[1:] for link in inside} <= set(page.ids)
    assert {"#q-1", "#q-2", "#q-3", "#d-1", "#d-2", "#d-3"} <= set(inside)
    leading = [link for link in page.links if link.startswith(("/statement/", "/article/", "/speaker/"))]
    assert {reader.get(link.partition("#")[0]).status_code for link in leading} == {200}


def test_the_draft_is_shown_as_it_was_sent(reader: TestClient) -> None:
    """Nothing of it is lost in the page, neither in the form nor where it is marked."""
    html = reader.post("/check", data={"text": DRAFT}).text
    kept = unescape(re.findall(r"<textarea[^>]*>\n(.*?)</textarea>", html, re.DOTALL)[0])
    assert kept == DRAFT
    marked = re.findall(r'<div class="draft"[^>]*>(.*?)</div>', html, re.DOTALL)[0]
    without = re.sub(r"<a class=\"sign[^>]*>[^<]*</a>", "", marked)
    assert unescape(re.sub(r"<[^>]+>", "", without)) == DRAFT.replace("\r\n", "\n")


def test_one_quotation_can_be_asked_for_in_an_address(reader: TestClient) -> None:
    """A text without marks is one quotation, and can be linked to."""
    words = plain(reader.get("/check", params={"text": "A test is not an opening"}).text)
    assert "1 quotation: 1 found as is" in words
    assert "The draft" not in words


def test_an_empty_form_is_a_finished_page(reader: TestClient) -> None:
    """Before anything is sent, and when nothing is, the page says what to do."""
    for answer in (
        reader.get("/check"),
        reader.post("/check", data={"text": " \n "}),
        reader.post("/check", data={"text": ""}),
    ):
        assert answer.status_code == 200
        assert "Check a quotation or a draft" in plain(answer.text)


def test_the_page_is_in_the_navigation(reader: TestClient) -> None:
    """Every page leads to it, and it knows itself."""
    assert '<a href="/check">Check</a>' in reader.get("/").text
    assert '<a href="/check" aria-current="true">Check</a>' in reader.get("/check").text


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"text": "…"}, "There is no word in this"),
        ({"text": "a " * LONGEST_DRAFT}, "100,000 are the most"),
        ({"text": "“a b” " * 300}, "200 are the most"),
        ({"text": "word " * 1500}, "1,000 are the most"),
        ({"text": "A test", "published": "yesterday"}, "is no date"),
    ],
    ids=["nothing", "long draft", "many quotations", "long quotation", "no day"],
)
def test_what_cannot_be_checked_is_told_beside_the_draft(
    reader: TestClient, sent: dict[str, str], told: str
) -> None:
    """The sentence says what is wrong and what to do, and the draft is still in the form."""
    answer = reader.post("/check", data=sent)
    assert answer.status_code == 400
    assert told in plain(answer.text)
    assert sent["text"][:100] in unescape(answer.text)


def test_what_is_no_form_is_refused(reader: TestClient) -> None:
    """JSON and files have other addresses; what is longer than any draft is not read to its end."""
    assert reader.post("/check", json={"text": "a"}).status_code == 415
    assert reader.post("/check", files={"text": b"a"}).status_code == 415
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert reader.post("/check", content=b"text=" + b"a" * checker.MOST_SENT, headers=form).status_code == 413
    assert reader.put("/check", content=b"").status_code == 405


@pytest.mark.parametrize(
    "sent",
    [
        b"text=%ff%fe%00",
        b"text=%ED%A0%BD",
        b"\xff\xfe",
        b"text",
        b"text=a&text=b",
        b"&" * 10_000,
        b"text=%E2%80%8F%22a%22",
    ],
)
def test_any_bytes_are_answered(reader: TestClient, sent: bytes) -> None:
    """Whatever a form sends, the answer is a page."""
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = reader.post("/check", content=sent, headers=form)
    assert answer.status_code in (200, 400)
    assert "</html>" in answer.text


def test_words_of_a_draft_are_never_markup(reader: TestClient) -> None:
    """A script in a draft is shown as the words it is."""
    sent = {"text": "“<script>alert(1)</script>” </textarea><b>x"}
    html = reader.post("/check", data=sent).text
    assert "<script>alert" not in html
    assert "</textarea><b>" not in html


def test_what_is_hard_to_show_is_found(client: TestClient) -> None:
    """Markup in words, other scripts, words of an earlier version: found, told and never markup."""
    draft = "“<script>alert(1)</script> was never run” «لن نغلق السد» “I spoke in good faith.”"
    answer = client.post("/check", data={"text": draft})
    assert re.findall(r'<li class="quotation (\w+)"', answer.text) == ["as_is"] * 3
    assert "<script>alert" not in answer.text
    assert "earlier version" in plain(answer.text)
    assert 'href="javascript' not in answer.text


def test_an_empty_record_is_checked_against(visit: Visit, tmp_path: Path) -> None:
    """Nothing is found in it, and nothing goes wrong."""
    import records  # noqa: PLC0415

    answer = visit(records.write(tmp_path / "empty.db", [])).post("/check", data={"text": DRAFT})
    assert re.findall(r'<li class="quotation (\w+)"', answer.text) == ["missing"] * 3


def test_without_the_model_nobody_is_compared(reader: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The quotations are checked all the same, and the page says what was not."""
    monkeypatch.setattr(checker, "attribute", lambda: None)
    words = plain(reader.post("/check", data={"text": DRAFT}).text)
    assert "was not compared" in words
    assert "1 found as is" in words


def test_a_draft_waits_for_its_turn(reader: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """While too many are being checked, the page says so, and so does the API."""
    monkeypatch.setattr(checker, "PATIENCE", 0.01)
    for _ in range(checker.AT_ONCE):
        checker._turns.acquire()
    try:
        assert reader.post("/check", data={"text": "a"}).status_code == 503
        busy = reader.post("/api/v1/check", json={"text": "a"})
        assert (busy.status_code, busy.headers["retry-after"]) == (503, "5")
    finally:
        for _ in range(checker.AT_ONCE):
            checker._turns.release()
    assert reader.post("/check", data={"text": "a"}).status_code == 200


def test_programs_check_drafts(reader: TestClient) -> None:
    """The API tells what the page tells, without a token, with places in code points of draft and article."""
    answer = reader.post("/api/v1/check", json={"text": DRAFT, "published": "2026-02-06"})
    assert answer.status_code == 200
    body = answer.json()
    assert (body["as_is"], body["altered"], body["missing"], body["attributed"]) == (1, 1, 1, True)
    first, second, third = body["quotations"]
    assert (first["said_by"], first["others"], first["articles"]) == ("Tomas Ferrow", ["Joren Maddrick"], 2)
    assert DRAFT.replace("\r\n", "\n")[slice(*first["span"])] == first["words"]
    place = second["places"][0]
    article = reader.get(f"/api/v1/articles/{place['article']}").json()
    assert article["text"][slice(*place["span"])] == place["words"]
    assert {"kind": "replaced", "draft": "stalls", "record": "starts"} in place["pieces"]
    assert third["places"] == []


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({}, 400),
        ({"text": 5}, 400),
        ({"text": ""}, 400),
        ({"text": "a", "published": "yesterday"}, 400),
        ({"text": "a", "by": "me"}, 400),
        (["a"], 400),
        ({"text": "a" * (checker.MOST_SENT + 1)}, 413),
    ],
)
def test_programs_are_told_what_is_wrong(reader: TestClient, sent: object, status: int) -> None:
    """What cannot be checked is a problem of the API's one shape."""
    answer = reader.post("/api/v1/check", json=sent)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
