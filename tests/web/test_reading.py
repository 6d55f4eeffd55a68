import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
import records
from seen import Seen
from starlette.testclient import TestClient

from onrecord.record.opening import open_record
from onrecord.terms.article import Article
from onrecord.terms.span import Span
from onrecord.terms.statement import Decision

Visit = Callable[[Path], TestClient]

TEXT = (
    "Petra Hallam said: “Joren Maddrick told me that ‘no gate was opened’ and Orlin heard him say ‘never’.”"
    "\n\n"
    "The ministry declined to comment."
)


@pytest.fixture(scope="session")
def nested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of one article in which a statement stands in another, and that in a third."""
    article = Article(
        id="nested", text=TEXT, title="Heard", outlet="Channel North", url="https://north.example/a#b"
    )
    outer = records.say(article, TEXT[19:102], source="Petra Hallam", cue="said")
    middle = records.say(
        article,
        "that ‘no gate was opened’ and Orlin heard him say ‘never’",
        cue="told",
        form="mixed",
        inside=outer.id,
    )
    inner = records.say(article, "‘never’", act="deny", inside=middle.id, decisions=(
        Decision("act", "cue lexicon: never", 0.41, (Span(94, 99),)),
    ))  # fmt: skip
    silent = records.say(
        article, "to comment", source="The ministry", cue="declined", act="refuse", form="indirect"
    )
    path = tmp_path_factory.mktemp("nested") / "nested.db"
    return records.write(path, [(article, [outer, middle, inner, silent])])


@pytest.fixture
def html(visit: Visit, nested: Path) -> str:
    """The page of that article."""
    return visit(nested).get("/article/nested").text


def notes(html: str) -> list[str]:
    """The notes in the margin, in their order."""
    return re.findall(r'<li value="\d+".*?</details></li>', html, re.DOTALL)


def test_forms_are_told_apart_without_colour(html: str) -> None:
    """Each piece of content says in its class whose words it is; the style sheet draws other brackets."""
    assert re.search(r'<mark class="content direct begins[^"]*" data-s="1">', html)
    assert re.search(r'<mark class="content mixed begins ends" data-s="2">', html)
    assert re.search(r'<mark class="content indirect begins ends" data-s="4">', html)


def test_acts_stand_beside_the_numbers(html: str) -> None:
    """What is done by a statement is drawn in words beside its number; of plain saying nothing is."""
    acts = re.findall(r'class="ref"[^>]*data-n="(\d)"(?: data-act="([^"]*)")?', html)
    assert acts == [("1", ""), ("2", ""), ("3", "denied"), ("4", "refused")]


def test_a_statement_within_another_says_in_which(html: str) -> None:
    """The margin draws it in, and names the one that it stands in."""
    first, second, third, fourth = notes(html)
    assert "within" not in first + fourth
    assert 'class="within within-1"' in second
    assert "within 1<" in second
    assert 'class="within within-2"' in third
    assert "within 2<" in third


def test_details_tell_what_decided_and_from_which_words(html: str) -> None:
    """Field, rule, confidence, the words of the text and where they stand."""
    third = Seen(notes(html)[2]).words
    assert "cue lexicon: never, 41 %, from never 94–99" in " ".join(third.split())


def test_each_statement_can_be_cited_and_found_at_the_outlet(html: str) -> None:
    """The citation holds the whole address of the statement; the link to the outlet asks for its words."""
    for note in notes(html):
        citation = re.search(r'data-copy="([^"]*)"', note)
        permalink = re.search(r'href="(/statement/[0-9a-f]{16})">Permalink', note)
        assert citation
        assert permalink
        assert citation[1].endswith(f"http://127.0.0.1:8321{permalink[1]}")
        assert 'href="https://north.example/a#b:~:text=' in note


def test_a_statement_has_its_citation_on_its_page(visit: Visit, nested: Path, html: str) -> None:
    """It can be read and selected there without a script."""
    client = visit(nested)
    address = re.findall(r'href="(/statement/[0-9a-f]{16})">Permalink', html)[0]
    page = client.get(address).text
    assert f"http://127.0.0.1:8321{address}</p>" in page
    assert "these words at the outlet" in page


def test_without_an_address_nothing_leads_to_the_outlet(client: TestClient) -> None:
    """An article whose address is no web address has no link out, on no page."""
    page = client.get(f"/article/{quote('odd/name & <id>', safe='')}").text
    assert ":~:text" not in page
    assert "At the outlet" not in page


def test_other_printings_are_told(visit: Visit, tmp_path: Path) -> None:
    """Articles that share much of their words lead to each other, and say which was first and how much."""
    words = " ".join(f"word{n}" for n in range(80))
    early, late = (
        Article(id=id_, text=words, title=title, outlet=outlet, url=f"https://news.example/{id_}")
        for id_, title, outlet in (("one", "The wire", "Meridian Wire"), ("two", "The copy", "Channel North"))
    )
    client = visit(records.write(tmp_path / "printed.db", [(early, []), (late, [])]))
    first, second = (
        " ".join(Seen(client.get(f"/article/{id_}").text).words.split()) for id_ in ("one", "two")
    )
    assert "Printed elsewhere The copy Channel North, later, 100 % of the shorter text in common" in first
    assert "Printed elsewhere The wire Meridian Wire, earlier, 100 % of the shorter text in common" in second


def test_an_article_printed_once_says_nothing_of_printings(client: TestClient) -> None:
    """There is no empty heading."""
    assert "Printed elsewhere" not in client.get("/article/versions").text


def test_statements_that_stand_in_each_other_end(visit: Visit, tmp_path: Path) -> None:
    """A circle, which no text has but a file may, does not keep the page from being made."""
    article = Article(id="circle", text="“One.” “Two.”")
    one, two = records.say(article, "“One.”"), records.say(article, "“Two.”")
    pair = [records.say(article, "“One.”", inside=two.id), records.say(article, "“Two.”", inside=one.id)]
    client = visit(records.write(tmp_path / "circle.db", [(article, pair)]))
    assert client.get("/article/circle").status_code == 200
    assert database_holds(tmp_path / "circle.db", one.id)


def database_holds(path: Path, id_: str) -> bool:
    """Whether a record has a statement."""
    with open_record(path) as record:
        return record.statement(id_) is not None
