"""The API answers programs: every answer and every problem has its shape."""

import csv
import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import records
from openapi_spec_validator import validate
from starlette.testclient import TestClient

from onrecord.errors import RecordUnwritable
from onrecord.exports.formats import FORMATS
from onrecord.record.collection import Record
from onrecord.record.query import Query
from onrecord.web.api_limits import Buckets, Policy
from onrecord.web.api_openapi import document
from onrecord.web.api_questions import FILTERS, PAGE
from onrecord.web.api_sent import MOST_SENT
from onrecord.web.app import create_app

TOKEN = "a-token-of-the-tests"  # noqa: S105 - guards nothing
SENT = {"Authorization": f"Bearer {TOKEN}"}

Ask = Callable[..., TestClient]


@pytest.fixture
def ask(tmp_path: Path) -> Iterator[Ask]:
    """Opens the newsroom to programs under a policy."""
    path = records.write(tmp_path / "newsroom.db", records.newsroom())
    opened: list[TestClient] = []

    def open_under(policy: Policy | None = None) -> TestClient:
        app = create_app(path, policy=policy or Policy())
        client = TestClient(app, base_url="http://127.0.0.1:8321/api/v1/", raise_server_exceptions=False)
        opened.append(client.__enter__())
        return client

    yield open_under
    for client in opened:
        client.__exit__(None, None, None)


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The newsroom, open to be read."""
    path = records.write(tmp_path_factory.mktemp("api") / "newsroom.db", records.newsroom())
    with TestClient(create_app(path), base_url="http://127.0.0.1:8321/api/v1/") as client:
        yield client


def problem(answer: Any, status: int) -> str:  # noqa: ANN401 - whatever the client gives
    """The sentence of a problem, whose shape is the same for all."""
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert set(body) == {"type", "title", "status", "detail"}
    assert body["status"] == status
    detail: str = body["detail"]
    assert detail.endswith((".", "!", "?"))
    return detail


def whole(address: str) -> str:
    """An address of the server; the client would put its own beginning before the path."""
    return f"http://127.0.0.1:8321{address}" if address.startswith("/") else address


def test_the_document_is_valid_openapi(api: TestClient) -> None:
    """An independent reader takes what is served for OpenAPI 3.1."""
    answer = api.get("openapi.json")
    assert answer.headers["content-type"] == "application/vnd.oai.openapi+json"
    assert answer.json() == document()
    validate(document())


def test_pages_follow_each_other_to_the_end(api: TestClient) -> None:
    """``next`` leads from page to page, through every statement once."""
    met: list[str] = []
    address: str | None = "statements?act=deny&limit=7"
    while address:
        answer = api.get(whole(address))
        page = answer.json()
        met += [one["id"] for one in page["statements"]]
        address = page["next"]
        assert answer.headers.get("link") == (f'<{address}>; rel="next"' if address else None)
    assert len(met) == len(set(met)) == page["total"] > 14


@pytest.mark.parametrize("parameter", [*FILTERS, *PAGE], ids=lambda each: each.name)
def test_every_filter_of_a_search_can_be_asked(parameter: Any) -> None:  # noqa: ANN401 - any
    """What narrows a search in the record is a parameter of the API."""
    assert hasattr(Query(), parameter.attribute or parameter.name)


def test_no_filter_is_missing() -> None:
    """The table of parameters has every part of a question."""
    ours = {parameter.attribute or parameter.name for parameter in (*FILTERS, *PAGE)}
    assert ours == set(Query.__dataclass_fields__)


@pytest.mark.parametrize(
    ("address", "least"),
    [
        ("statements?q=dam", 1),
        ("statements?speaker=joren-maddrick&act=deny&act=refuse", 2),
        ("statements?country=XA&form=direct", 1),
        ("statements?status=retracts&status=repeats", 2),
        ("statements?since=2026-02-16&until=2026-02&when=published", 1),
        ("statements?min_confidence=0.5&max_confidence=1&reviewed=unreviewed", 1),
        ("statements?q=dam&sort=relevance&superseded=true", 1),
    ],
)
def test_filters_narrow(api: TestClient, address: str, least: int) -> None:
    """Filters are heeded: fewer are found than there are, and some."""
    all_ = api.get("statements").json()["total"]
    assert least <= api.get(address).json()["total"] <= all_


def test_one_thing_is_had_by_its_id(api: TestClient) -> None:
    """A statement, its article and its speaker lead to each other."""
    found = api.get("statements?q=dam&limit=1").json()["statements"][0]
    assert api.get(f"statements/{found['id']}").json()["statement"] == found["statement"]
    article = api.get(f"articles/{found['article']}").json()
    assert found["id"] in {one["id"] for one in article["statements"]}
    (start, end), *_ = found["statement"]["content"]
    assert found["content_words"].startswith(article["text"][start:end])
    assert api.get(f"articles/{article['id']}?revision=1").json()["revision"] == 1
    speaker = api.get(f"speakers/{found['speaker_id']}").json()
    assert speaker in api.get("speakers?limit=1000").json()["speakers"]


def test_speakers_can_be_narrowed(api: TestClient) -> None:
    """Only actors of a kind, and only so many."""
    found = api.get("speakers?kind=person&limit=2").json()["speakers"]
    assert [one["kind"] for one in found] == ["person", "person"]


def test_statements_are_counted(api: TestClient) -> None:
    """Facets of a search sum to what it finds."""
    found = api.get("facets?facet=act&most=1000&form=direct").json()
    (facet,) = found["facets"]
    assert sum(value["count"] for value in facet["values"]) == found["total"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_had(api: TestClient, name: str) -> None:
    """An export comes in each format by its name, as a file with its kind."""
    answer = api.get("export", params={"format": name, "speaker": "maddrick"})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(FORMATS[name].media_type.partition(";")[0])
    assert f"onrecord{FORMATS[name].suffix}" in answer.headers["content-disposition"]
    assert answer.content


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("text/csv", "text/csv"),
        ("application/json;q=0.5, text/csv", "text/csv"),
        ("text/*", "text/csv"),
        ("application/x-ndjson", "application/x-ndjson"),
        ("image/png;q=1, */*;q=0.1", "application/x-ndjson"),
        ("text/csv;q=0, application/tei+xml", "application/tei+xml"),
    ],
)
def test_the_format_is_negotiated(api: TestClient, accept: str, kind: str) -> None:
    """The most wanted kind that there is comes."""
    answer = api.get("export?q=dam", headers={"Accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == kind


def test_an_export_has_what_a_search_finds(api: TestClient) -> None:
    """The rows of a table are the statements that the same filters find."""
    table = csv.DictReader(io.StringIO(api.get("export?format=csv&act=deny").text))
    found = api.get("statements?act=deny&limit=1000").json()["statements"]
    assert {row["statement"] for row in table} == {one["id"] for one in found}


def test_what_is_known_is_not_sent_again(api: TestClient) -> None:
    """The tag of an answer spares sending it; another answer has another tag."""
    first = api.get("statements?limit=1")
    tag = first.headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = api.get("statements?limit=1", headers={"If-None-Match": known})
        assert (again.status_code, again.content) == (304, b"")
    assert api.get("statements?limit=2", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("address", ["statements", "export", "openapi.json", "speakers/joren-maddrick"])
def test_heads_and_options(api: TestClient, address: str) -> None:
    """HEAD answers without a body, OPTIONS tells what can be done."""
    head = api.head(address)
    assert (head.status_code, head.content) == (200, b"")
    options = api.options(address)
    assert (options.status_code, options.headers["allow"]) == (204, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("statements?limit=0", 400, "from 1 to 1000"),
        ("statements?limit=ten", 400, "whole number"),
        ("statements?act=shout", 400, "deny"),
        ("statements?after=nonsense", 400, "no place in a list"),
        ("statements?since=yesterday", 400, "no date"),
        ("statements?until=", 400, "no date"),
        ("statements?sort=relevance", 400, "give words"),
        ("statements?q=%3F%3F", 400, "no word"),
        ("statements?colour=red", 400, "no parameter"),
        ("statements?q=a&q=b", 400, "once"),
        ("statements?q=" + "x" * 501, 400, "too long"),
        ("statements?min_confidence=nan", 400, "from 0 to 1"),
        ("statements?superseded=perhaps", 400, "true, false"),
        ("export?format=doc", 400, "jsonl"),
        ("export?limit=3", 400, "no parameter"),
        ("facets?facet=colour", 400, "speaker"),
        ("statements/none", 404, "no such statement"),
        ("statements/none/judgements", 404, "no such statement"),
        ("articles/none", 404, "no such article"),
        ("speakers/none", 404, "no such speaker"),
        ("nothing", 404, "openapi.json"),
        ("", 404, "openapi.json"),
        ("articles/a%0Ab", 404, "openapi.json"),
    ],
)
def test_what_cannot_be_answered_is_a_problem(api: TestClient, address: str, status: int, words: str) -> None:
    """Wrong questions and wrong addresses get a problem whose sentence says what is wrong."""
    assert words in problem(api.get(address), status)


def test_a_format_that_there_is_not_is_a_problem(api: TestClient) -> None:
    """Who accepts nothing that we have is told what we have."""
    assert "text/csv" in problem(api.get("export", headers={"Accept": "image/png"}), 406)


def test_a_format_that_is_not_installed_is_a_problem(
    api: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without pyarrow there is no Parquet, and the sentence says what is missing."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert "pyarrow" in problem(api.get("export?format=parquet"), 406)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "POST", "TRACE"])
def test_nothing_can_be_done_to_what_is_read(api: TestClient, method: str) -> None:
    """Other methods are refused, with those that there are."""
    answer = api.request(method, "statements")
    problem(answer, 405)
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"


def test_another_name_is_a_problem(api: TestClient) -> None:
    """A page of somebody else's that leads its name to us gets nothing, in the shape of all problems."""
    problem(api.get("statements", headers={"Host": "evil.example"}), 400)


def test_without_a_token_nothing_can_be_judged(ask: Ask) -> None:
    """Where no token is set the record can only be read; where one is, it has to be sent."""
    judgement = {"statement": "x", "by": "Ann Ray", "verdict": "right"}
    assert "ONRECORD_API_TOKEN" in problem(ask().post("judgements", json=judgement, headers=SENT), 403)
    guarded = ask(Policy(token=TOKEN))
    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": f"Basic {TOKEN}"}):
        answer = guarded.post("judgements", json=judgement, headers=headers)
        problem(answer, 401)
        assert answer.headers["www-authenticate"] == "Bearer"


def test_a_judgement_is_made_and_taken_back(ask: Ask) -> None:
    """A field is put right by name, found so at once, told in the history, and undone."""
    client = ask(Policy(token=TOKEN))
    found = client.get("statements?act=say&limit=1").json()["statements"][0]
    sent = {"statement": found["id"], "by": "Ann Ray", "changes": {"act": "warn"}, "note": "It is a warning."}
    made = client.post("judgements", json=sent, headers=SENT)
    assert made.status_code == 201
    assert (made.json()["verdict"], made.json()["changed"]) == ("corrected", ["act"])
    after = client.get(f"statements/{found['id']}").json()
    assert (after["reviewed"], after["statement"]["act"]) == ("corrected", "warn")
    assert client.get(whole(made.headers["location"])).json()["judgements"] == [made.json()]
    undone = client.post(f"judgements/{made.json()['id']}/undo", json={"by": "Ann Ray"}, headers=SENT)
    assert (undone.status_code, undone.json()["undoes"]) == (201, made.json()["id"])
    assert client.get(f"statements/{found['id']}").json()["statement"]["act"] == "say"
    again = client.post(f"judgements/{made.json()['id']}/undo", json={"by": "Ann Ray"}, headers=SENT)
    problem(again, 409)


@pytest.mark.parametrize(
    ("sent", "status", "words"),
    [
        (b"{", 400, "no JSON"),
        (b"[" * 60_000, 400, "no JSON"),
        (b"[]", 400, "object"),
        (b'{"by": "Ann"}', 400, "statement"),
        (b'{"statement": 3, "by": "Ann"}', 400, "wrong type"),
        (b'{"statement": "x", "by": "Ann", "colour": 1}', 400, "no part"),
        (b'{"statement": "x", "by": "Ann", "verdict": "perhaps"}', 400, "right, wrong"),
        (b'{"statement": "x", "by": "Ann", "verdict": "right"}', 404, "no such statement"),
        (b" " * (MOST_SENT + 1), 413, "bytes"),
    ],
)
def test_what_is_no_judgement_is_a_problem(ask: Ask, sent: bytes, status: int, words: str) -> None:
    """What cannot be understood, or is too much, is refused in a sentence."""
    headers = {**SENT, "Content-Type": "application/json"}
    answer = ask(Policy(token=TOKEN)).post("judgements", content=sent, headers=headers)
    assert words in problem(answer, status)


def test_only_json_can_be_sent(ask: Ask) -> None:
    """A form of somebody else's page is not taken."""
    problem(ask(Policy(token=TOKEN)).post("judgements", data={"by": "Ann"}, headers=SENT), 415)


def test_a_field_that_cannot_be_so_is_a_conflict(ask: Ask) -> None:
    """What the guide does not allow is refused with the reason."""
    client = ask(Policy(token=TOKEN))
    id_ = client.get("statements?limit=1").json()["statements"][0]["id"]
    sent = {"statement": id_, "by": "Ann Ray", "changes": {"act": "shout"}}
    problem(client.post("judgements", json=sent, headers=SENT), 409)


def test_too_many_requests_have_to_wait(ask: Ask) -> None:
    """After as many as a minute has, the next is told how long to wait."""
    client = ask(Policy(rate=3))
    assert [client.get("speakers").status_code for _ in range(3)] == [200] * 3
    answer = client.get("speakers")
    problem(answer, 429)
    assert 1 <= int(answer.headers["retry-after"]) <= 20


def test_a_bucket_fills_again() -> None:
    """Whoever waits as long as was said is answered, and readers do not wait for each other."""
    now = [0.0]
    buckets = Buckets(2, clock=lambda: now[0])
    assert [buckets.wait("a"), buckets.wait("a"), buckets.wait("a")] == [0, 0, 30]
    assert buckets.wait("b") == 0
    now[0] = 30.0
    assert [buckets.wait("a"), buckets.wait("a")] == [0, 30]


def test_other_sites_may_read_only_if_they_are_named(ask: Ask) -> None:
    """No page of another site can read the record, unless it is allowed by name."""
    origin = {"Origin": "https://desk.example"}
    assert "access-control-allow-origin" not in ask().get("speakers", headers=origin).headers
    allowed = ask(Policy(origins=("https://desk.example",)))
    assert allowed.get("speakers", headers=origin).headers["access-control-allow-origin"] == origin["Origin"]
    other = allowed.get("speakers", headers={"Origin": "https://evil.example"})
    assert "access-control-allow-origin" not in other.headers


@pytest.mark.parametrize(
    ("error", "status"), [(RecordUnwritable("record.db: the disk fails"), 503), (ValueError("secret"), 500)]
)
def test_our_own_faults_are_problems(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int
) -> None:
    """A record that fails and a fault of ours have the shape of all problems, and tell no secrets."""
    client = ask()

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Record, "speakers", fail)
    assert "secret" not in problem(client.get("speakers"), status)


def test_answers_carry_the_guards(api: TestClient) -> None:
    """Every answer says that nothing runs, nothing frames it and nobody guesses its kind."""
    for address in ("statements", "nothing", "export", "openapi.json"):
        headers = api.get(address).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in headers["content-security-policy"]


def test_an_id_may_have_any_letters(tmp_path: Path) -> None:
    """Articles are found whatever their id is made of."""
    path = records.write(tmp_path / "shelf.db", records.shelf())
    with TestClient(create_app(path), base_url="http://127.0.0.1:8321/api/v1/") as client:
        found = client.get("articles/odd%2Fname%20%26%20%3Cid%3E").json()
        assert found["id"] == "odd/name & <id>"
        assert json.loads(client.get("export").text.splitlines()[0])["id"] == found["id"]
