import re
from collections.abc import Callable
from pathlib import Path

import pytest
import records
from seen import Seen
from starlette.testclient import TestClient

from onrecord.record.opening import open_record
from onrecord.terms.article import Article
from onrecord.terms.statement import UNKNOWN, Actor, Said, Statement
from onrecord.web import speaking

Visit = Callable[[Path], TestClient]

ORLIN = Actor("Kessa Orlin", "person", "Minister of Waters", "Ministry of Waters")
ORLIN_AGAIN = Actor("Kessa Orlin", "person", "minister of waters")
MISSPELT = Actor("Cessa Orlyn", "person")
MINISTRY = Actor("Ministry of Waters", "organisation")
WRENN = Actor("Paskal Wrenn", "person")


def said(article: Article, words: str, day: str, **fields: object) -> Statement:
    """A statement of that day."""
    return records.say(article, words, said=Said(day), **fields)


@pytest.fixture(scope="session")
def floor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record in which Orlin speaks, is spoken about, speaks for a ministry, and is misspelt once."""
    text = "“One gate.” “Two gates.” “Three.” “Four.” “Five.” “Six.” “Seven.”"
    article = Article(id="floor", text=text, title="On the floor", outlet="Channel North")
    held = [
        said(article, "“One gate.”", "2026-02-01", speaker=ORLIN, targets=(WRENN,), act="deny"),
        said(article, "“Two gates.”", "2026-02-03", speaker=ORLIN_AGAIN, targets=(WRENN,), confidence=0.3),
        said(article, "“Three.”", "2026-02-03", speaker=ORLIN, on_behalf_of=MINISTRY, act="admit"),
        said(article, "“Four.”", "2026-02-04", speaker=WRENN, targets=(ORLIN,), act="accuse"),
        said(article, "“Five.”", "2026-02-05", speaker=UNKNOWN),
        said(article, "“Six.”", "2026-02-06", speaker=MISSPELT),
        said(article, "“Seven.”", "2026-02-07", speaker=MINISTRY),
    ]
    path = tmp_path_factory.mktemp("floor") / "floor.db"
    return records.write(path, [(article, held)])


@pytest.fixture
def html(visit: Visit, floor: Path) -> str:
    """Orlin's page."""
    return visit(floor).get("/speaker/kessa-orlin").text


def words(html: str) -> str:
    """What a page says, its white space made single spaces."""
    return " ".join(Seen(html).words.split())


def test_a_speaker_is_told_by_roles_and_relations(html: str) -> None:
    """Roles that differ in capitals are one; for whom they speak leads there."""
    assert "Named as Minister of Waters" in words(html)
    assert re.search(r'Speaks for.*?<a href="/speaker/ministry-of-waters">', html, re.DOTALL)


def test_the_other_side_says_who_speaks_for_it(visit: Visit, floor: Path) -> None:
    """An organisation's page names those who speak for it."""
    html = visit(floor).get("/speaker/ministry-of-waters").text
    assert re.search(r'Spoken for by.*?<a href="/speaker/kessa-orlin">', html, re.DOTALL)


def test_first_and_latest_are_told(html: str) -> None:
    """By the day of saying."""
    assert "First on this record denied “One gate.” 1 February 2026" in words(html)
    assert re.search("Latest (admitted “Three.”|said “Two gates.”) 3 February 2026", words(html))


def test_courses_count_by_target_and_by_act(html: str) -> None:
    """Each line leads to its statements, its numbers stand in a table, its picture can be had."""
    assert re.search(r'<th scope="row"><a href="/search\?speaker=kessa-orlin&amp;target=paskal-wrenn">', html)
    assert '<th scope="row">1 February 2026</th><td>1</td>' in html
    assert "/plots/targets-over-time.svg?speaker=kessa-orlin" in html
    assert "/plots/acts-over-time.svg?speaker=kessa-orlin" in html
    columns = re.findall(r"<title>(\d+ statements?, \d February 2026)</title>", html)
    assert columns.count("1 statement, 1 February 2026") == 2


@pytest.mark.parametrize("name", ["targets-over-time", "acts-over-time"])
def test_courses_can_be_had_as_pictures(visit: Visit, floor: Path, name: str) -> None:
    """As SVG that names who it is about and the time; of nothing there is no picture."""
    client = visit(floor)
    answer = client.get(f"/plots/{name}.svg?speaker=kessa-orlin")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "1 to 3 February 2026: Kessa Orlin" in answer.text
    assert client.get(f"/plots/{name}.svg?q=zebra").status_code == 404


def test_what_is_said_about_them_stands_beside(html: str) -> None:
    """With who says it, and the way to all of it."""
    assert "Said about them 1 statement" in words(html)
    assert "Paskal Wrenn accused “Four.”" in words(html)
    assert 'href="/search?target=kessa-orlin"' in html


def test_the_tray_begins_with_the_least_certain(html: str) -> None:
    """What nobody has reviewed is there with how sure it is; so is what nobody is known to have said."""
    tray = words(html).partition("Not reviewed by anybody")[2]
    assert tray.startswith(" 3 statements, the least certain first said “Two gates.”")
    assert "Its words are 30 % certain" in tray
    silent = tray.partition("Speaker unknown, in the same articles")[2]
    assert silent.startswith(" said “Five.”")


def test_a_subject_narrows_everything(visit: Visit, floor: Path) -> None:
    """Statements, courses and tray are about the subject alone; without it there is a way back."""
    html = visit(floor).get("/speaker/kessa-orlin?q=gates").text
    assert "1 of 3 statements on “gates”" in words(html)
    assert "One gate" not in html
    assert "/plots/acts-over-time.svg?q=gates&amp;speaker=kessa-orlin" in html
    assert "Nothing on this subject" in visit(floor).get("/speaker/kessa-orlin?q=zebra").text
    assert visit(floor).get("/speaker/kessa-orlin?q=%3F").status_code == 400


def test_who_only_is_spoken_about_has_a_page(visit: Visit, tmp_path: Path) -> None:
    """It says so instead of showing nothing."""
    article = Article(id="one", text="“Words.”")
    held = [(article, [records.say(article, "“Words.”", targets=(WRENN,))])]
    html = visit(records.write(tmp_path / "one.db", held)).get("/speaker/paskal-wrenn").text
    assert "They say nothing here" in html
    assert "Said about them 1 statement" in words(html)


def test_whoever_was_merged_leads_to_whom_they_are(visit: Visit, tmp_path: Path) -> None:
    """The old address leads on, with its subject, to the page that has everything; undone, it is apart."""
    article = Article(id="one", text="“A gate.” “No gate.”")
    held = [
        records.say(article, "“A gate.”", speaker=ORLIN),
        records.say(article, "“No gate.”", speaker=MISSPELT),
    ]
    path = records.write(tmp_path / "merged.db", [(article, held)])
    with open_record(path, write=True) as record:
        merged = record.merge("kessa-orlin", "cessa-orlyn", by="Ana")
    client = visit(path)
    answer = client.get("/speaker/cessa-orlyn?q=gate", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, "/speaker/kessa-orlin?q=gate")
    html = client.get("/speaker/cessa-orlyn").text
    assert "Cessa Orlyn" in html.partition("Also called")[2]
    assert "2 statements" in html
    with open_record(path, write=True) as record:
        record.undo(merged.id, by="Ana")
    assert client.get("/speaker/cessa-orlyn", follow_redirects=False).status_code == 200


def test_stray_statements_do_not_flatten_the_rest(visit: Visit, tmp_path: Path) -> None:
    """A sentence of last year is told of and led to; the days of this month are drawn as days."""
    text = " ".join(f"“Word {n}.”" for n in range(21))
    article = Article(id="stray", text=text)
    days = ["2025-02-01", *(f"2026-02-{n:02}" for n in range(1, 21))]
    held = [said(article, f"“Word {n}.”", day) for n, day in enumerate(days)]
    html = visit(records.write(tmp_path / "stray.db", [(article, held)])).get("/speaker/joren-maddrick").text
    assert "The numbers by day" in html
    stray = re.search(r'<a href="([^"]*)">1 earlier statement</a> not drawn', html)
    assert stray
    assert "until=2026-01-31" in stray[1]


def test_much_is_counted_after_the_page(visit: Visit, floor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever says a lot has their page at once, and its counts by another request."""
    monkeypatch.setattr(speaking, "AT_ONCE", 2)
    client = visit(floor)
    html = client.get("/speaker/kessa-orlin").text
    assert 'data-counting="/speaker/kessa-orlin?counts=yes"' in html
    assert "Acts over time" not in html
    places = re.search(r'data-places="([^"]*)"', html)
    counted = client.get("/speaker/kessa-orlin?counts=yes").text
    assert places
    for place in places[1].split():
        assert f'id="{place}"' in html
        assert f'id="{place}"' in counted
    assert "Acts over time" in counted


def test_later_pages_hold_statements_alone(visit: Visit, newsroom: Path) -> None:
    """What stands beside them is on the first page."""
    html = visit(newsroom).get("/speaker/joren-maddrick").text
    older = re.search(r'class="older" href="([^"]+)"', html)
    assert older
    later = visit(newsroom).get(older[1].replace("&amp;", "&")).text
    assert "Acts over time" not in later
    assert "Back to the first page" in later
