"""What a speaker's page tells of how they stand by their words, and of who disputes them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import records
from seen import Seen
from starlette.testclient import TestClient

from onrecord.terms.article import Article
from onrecord.terms.statement import Actor, Said, Statement

Visit = Callable[[Path], TestClient]

VOLE = Actor("Orsa Vole", "person", "spokeswoman")
CREW = Actor("Dale Harbour", "organisation")
NAMELESS = Actor("a spokeswoman", "unnamed")
MAYOR = Actor("Ruta Feldwick", "person", "mayor")


def said(article: Article, words: str, day: str, **fields: object) -> Statement:
    """A statement of that day."""
    return records.say(article, words, said=Said(day), **fields)


@pytest.fixture(scope="session")
def quay(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record in which Vole admits, repeats and takes back, and a mayor and a nameless voice answer."""
    text = "“No pier fell.” “A plank fell.” “No plank.” “Still none.” “The pier fell.” “Not so.” “She lied.”"
    article = Article(id="quay", text=text, title="On the quay", outlet="Channel North")
    held = [
        said(article, "“No pier fell.”", "2026-03-01", speaker=VOLE, act="deny", on_behalf_of=CREW),
        said(article, "“A plank fell.”", "2026-03-02", speaker=VOLE, act="admit"),
        said(article, "“No plank.”", "2026-03-03", speaker=VOLE, act="deny", status="retracts"),
        said(article, "“Still none.”", "2026-03-04", speaker=VOLE, act="deny", status="repeats"),
        said(article, "“The pier fell.”", "2026-03-05", speaker=NAMELESS, act="admit"),
        said(article, "“Not so.”", "2026-03-06", speaker=MAYOR, act="accuse", targets=(CREW,)),
        said(article, "“She lied.”", "2026-03-07", speaker=MAYOR, act="accuse", targets=(VOLE,)),
    ]
    return records.write(tmp_path_factory.mktemp("quay") / "quay.db", [(article, held)])


@pytest.fixture
def client(visit: Visit, quay: Path) -> TestClient:
    """A visitor of that record."""
    return visit(quay)


def words(html: str) -> str:
    """What a page says, its white space made single spaces."""
    return " ".join(Seen(html).words.split())


def test_what_they_took_back_stands_before_what_they_granted(client: TestClient) -> None:
    """Each is there with its day; below are all of each, and what they said again."""
    told = words(client.get("/speaker/orsa-vole").text).partition("Granted or taken back ")[2]
    first, second = "denied takes back “No plank.” 3 March 2026", "admitted “A plank fell.” 2 March 2026"
    assert told.startswith(f"{first}, Channel North {second}, Channel North")
    assert "All: 1 taken back 1 admitted 1 said again" in told


def test_each_number_leads_to_just_these_statements(client: TestClient) -> None:
    """A search, narrowed by speaker and by act or status."""
    html = client.get("/speaker/orsa-vole").text
    for told, found in (
        ("1 taken back", "No plank"),
        ("1 admitted", "A plank"),
        ("1 said again", "Still none"),
    ):
        met = re.search(rf'<a href="([^"]+)">{told}</a>', html)
        assert met
        answer = client.get(met[1].replace("&amp;", "&")).text
        assert "1 statement" in answer
        assert found in answer


def test_who_disputes_them_is_told(client: TestClient) -> None:
    """Whoever denies, doubts, criticises or accuses them; and those for whom they speak, as a search."""
    html = client.get("/speaker/orsa-vole").text
    told = words(html).partition("Who disputes them ")[2]
    assert told.startswith("Ruta Feldwick accused “She lied.” 7 March 2026")
    counted = "1 deny, doubt, criticise or accuse them 1 do so to Dale Harbour, for whom they speak"
    assert f"{counted} 1 said about them in all" in told
    assert "target=dale-harbour&amp;act=deny" in html


def test_on_a_subject_it_is_told_who_else_granted_it(client: TestClient) -> None:
    """The nameless voice of the same story stands beside; without a subject it does not."""
    assert "or without a name" not in client.get("/speaker/orsa-vole").text
    html = client.get("/speaker/orsa-vole?q=pier+OR+plank").text
    others = words(html).partition("By others, or without a name on “pier OR plank” ")[2]
    assert others.startswith("a spokeswoman admitted “The pier fell.”")
    assert html.index('id="granted"') < html.index('id="facts"')


def test_nothing_of_it_is_told_as_well(client: TestClient) -> None:
    """Who granted nothing and whom nobody disputes has a page that says so."""
    told = words(client.get("/speaker/ruta-feldwick").text)
    assert "Nothing they said is marked as admitted or taken back." in told
    assert "Nobody is found to deny, doubt, criticise or accuse them." in told


def test_what_was_said_lies_one_link_away(client: TestClient) -> None:
    """The first link below the name leads to the statements, past everything that is counted."""
    html = client.get("/speaker/orsa-vole").text
    assert '<a href="#said">' in html
    assert 'id="said"' in html


def test_a_statement_leads_to_its_review(client: TestClient) -> None:
    """From its own page and from its article, whoever reads it."""
    html = client.get("/article/quay").text
    met = re.search(r'href="(/review\?item=[0-9a-f]{16})"', html)
    assert met
    assert f'href="{met[1]}"' in client.get(met[1].replace("/review?item=", "/statement/")).text


def test_a_search_counts_and_narrows_by_what_is_new_or_again(client: TestClient) -> None:
    """The list at the left leads to it; a status that there is not is refused."""
    html = client.get("/search?speaker=orsa-vole").text
    assert "New or again" in html
    assert 'href="/search?speaker=orsa-vole&amp;status=retracts"' in html
    narrowed = words(client.get("/search?status=retracts").text)
    assert "1 statement" in narrowed
    assert "New or again takes back" in narrowed
    assert client.get("/feed.atom?status=nothing").status_code == 400
