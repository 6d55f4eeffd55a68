"""Every verb on a record that is on a server."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.cli.main import run
from onrecord.record.opening import open_record
from onrecord.web.app import create_app


@pytest.fixture
def server(
    request: pytest.FixtureRequest, article: Path, postgresql_url: str, capsys: pytest.CaptureFixture[str]
) -> str:
    """A record on a server that holds the one article."""
    request.getfixturevalue("fake_model")
    assert run(["read", str(article), "--db", postgresql_url]) == 0
    capsys.readouterr()
    return postgresql_url


def test_read_find_and_show(server: str, article: Path, printed: Callable[..., str]) -> None:
    """What is read is found, counted, shown and exported; a second reading changes nothing."""
    assert "unchanged         1" in printed("read", str(article), "--db", server)
    assert "Somebody opened a door" in printed("search", "door", "--db", server)
    assert "Paskal Wrenn" in printed("search", "--facets", "speaker", "--db", server)
    assert "2 statements" in printed("show", "gate", "--db", server)
    assert "Joren Maddrick" in printed("show", "joren-maddrick", "--db", server)
    assert "statements                  2" in printed("info", "--db", server)
    for kind in ("jsonl", "csv", "tei", "jsonld", "webannotation"):
        assert "Somebody opened a door" in printed("export", "--format", kind, "--db", server)


def test_judge_and_take_back(server: str, printed: Callable[..., str]) -> None:
    """What people decide holds on a server, is told, exported as examples, and can be taken back."""
    with open_record(server) as record:
        statement = record.statements().rows[0].statement.id
    by = ("--by", "Ann Ray", "--db", server)
    assert "denied" in printed("judge", statement, "--set", "act=deny", *by)
    judgement = printed("history", statement, "--db", server).split()[-1]
    assert json.loads(printed("corrections", "--db", server))["statements"]
    assert "took back" in printed("undo", judgement, *by)
    assert "merged paskal-wrenn into joren-maddrick" in printed(
        "merge", "joren-maddrick", "paskal-wrenn", *by
    )
    assert "split" in printed(
        "split", "joren-maddrick", "--name", "P. Wrenn", "--called", "Paskal Wrenn", *by
    )
    assert "merged" in printed("history", "joren-maddrick", "--db", server)


def test_prove_and_read_again(server: str, printed: Callable[..., str]) -> None:
    """A record on a server is proved, compared, read again and upgraded."""
    assert printed("verify", "--db", server).endswith("none\n")
    assert "found alike         2" in printed("diff", server)
    assert "found as before     2" in printed("reread", "--db", server)
    assert "already" in printed("upgrade", "--db", server)


def test_serve(server: str) -> None:
    """The pages and the API show it."""
    with TestClient(create_app(server, hosts=("*",))) as client:
        assert "Paskal Wrenn" in client.get("/").text
        assert client.get("/api/v1/statements?q=door").json()["total"] == 1


def test_no_password_is_printed(server: str, printed: Callable[..., str]) -> None:
    """What says where the record is leaves the password out."""
    secret = f"{server}&password=sesame"
    for verb in ("verify", "upgrade", "reread"):
        assert "sesame" not in printed(verb, "--db", secret)
    assert "sesame" not in printed("info", "--db", secret)
