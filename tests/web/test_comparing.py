import re
from collections.abc import Callable
from pathlib import Path

import pytest
import records
from seen import Seen
from starlette.testclient import TestClient

from onrecord.record.opening import open_record
from onrecord.terms.article import Article
from onrecord.terms.statement import Actor, Said
from onrecord.web import comparing

Visit = Callable[[Path], TestClient]

ORLIN = Actor("Kessa Orlin", "person", "minister")
WRENN = Actor("Paskal Wrenn", "person")


@pytest.fixture(scope="session")
def debate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record in which two people speak on two days, and once without a date."""
    article = Article(
        id="debate", text="“A gate.” “No gate.” “Some gate.” “A flood.” “Gates.”", title="Debate"
    )
    given = (
        ("“A gate.”", WRENN, "2026-02-03", "accuse"),
        ("“No gate.”", ORLIN, "2026-02-03", "deny"),
        ("“Some gate.”", ORLIN, "2026-02-05", "admit"),
        ("“A flood.”", WRENN, "2026-02-01", "say"),
        ("“Gates.”", WRENN, None, "say"),
    )
    held = [
        records.say(article, words, speaker=who, said=Said(day) if day else None, act=act)
        for words, who, day, act in given
    ]
    path = tmp_path_factory.mktemp("debate") / "debate.db"
    return records.write(path, [(article, held)])


def lanes(html: str) -> list[tuple[str, list[str], list[str]]]:
    """Each day with the words of the left and of the right."""
    found = []
    for day in html.split('<section class="day"')[1:]:
        heading = re.search(r"<h2[^>]*>([^<]*)</h2>", day)
        left, right = (
            re.findall(r"<blockquote[^>]*><p>(.*?)</p>", part) for part in day.split('<div class="lane')[2:]
        )
        assert heading
        found.append((heading[1], left, right))
    return found


def test_two_speakers_stand_side_by_side_in_time(visit: Visit, debate: Path) -> None:
    """Day by day, the earliest first, what has no day last."""
    html = visit(debate).get("/compare?a=kessa-orlin&b=paskal-wrenn").text
    assert lanes(html) == [
        ("Sunday 1 February 2026", [], ["“A flood.”"]),
        ("Tuesday 3 February 2026", ["“No gate.”"], ["“A gate.”"]),
        ("Thursday 5 February 2026", ["“Some gate.”"], []),
        ("No date", [], ["“Gates.”"]),
    ]
    assert "denied 1" in html
    assert 'href="/compare?a=paskal-wrenn&amp;b=kessa-orlin">change sides' in html


def test_a_subject_narrows_both(visit: Visit, debate: Path) -> None:
    """What does not have its words is left out, and what was sought is marked."""
    html = visit(debate).get("/compare?a=kessa-orlin&b=paskal-wrenn&q=flood").text
    assert [day for day, _, _ in lanes(html)] == ["Sunday 1 February 2026"]
    assert '<mark class="hit">flood</mark>' in html
    assert "Neither says anything" in visit(debate).get("/compare?a=kessa-orlin&b=paskal-wrenn&q=zebra").text


@pytest.mark.parametrize("name", ["kessa-orlin", "Kessa Orlin", "KESSA ORLIN", "orlin"])
def test_speakers_may_be_given_by_id_name_or_a_part_of_it(visit: Visit, debate: Path, name: str) -> None:
    """However they are given, the field then has the name."""
    html = visit(debate).get("/compare", params={"a": name, "b": "paskal-wrenn"}).text
    assert 'name="a" value="Kessa Orlin"' in html
    assert "Kessa Orlin and Paskal Wrenn" in html


def test_of_several_the_most_quoted_is_meant_and_the_others_told(visit: Visit, tmp_path: Path) -> None:
    """Nobody is taken for another in silence."""
    article = Article(id="orlins", text="“One.” “Two.” “Three.” “Four.”")
    given = zip(
        ("“One.”", "“Two.”", "“Three.”", "“Four.”"),
        (ORLIN, ORLIN, Actor("Ada Orlin", "person"), WRENN),
        strict=True,
    )
    held = [records.say(article, words, speaker=who) for words, who in given]
    client = visit(records.write(tmp_path / "orlins.db", [(article, held)]))
    html = client.get("/compare?a=orlin&b=wrenn").text
    assert "Kessa Orlin and Paskal Wrenn" in html
    assert "the name fits 1 other, too" in html


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("a=nobody&b=kessa-orlin", "Nobody called &#39;nobody&#39; is on this record"),
        ("a=orlin&b=kessa-orlin", "Both fields mean Kessa Orlin"),
        ("a=kessa-orlin&b=wrenn&q=%3F", 'class="problem"'),
        ("a=kessa-orlin&b=" + "x" * 600, 'class="problem"'),
    ],
)
def test_what_cannot_be_compared_is_told(visit: Visit, debate: Path, asked: str, told: str) -> None:
    """The page says what is wrong and keeps what was typed."""
    answer = visit(debate).get(f"/compare?{asked}")
    assert answer.status_code == 400
    assert told in answer.text
    assert "<form" in answer.text


def test_there_is_somebody_to_begin_with(visit: Visit, debate: Path) -> None:
    """Names can be chosen from, and comparisons are suggested, with the subject if there is one."""
    client = visit(debate)
    html = client.get("/compare").text
    assert '<option value="Kessa Orlin">' in html
    assert 'href="/compare?a=paskal-wrenn&amp;b=kessa-orlin"' in html
    beside = client.get("/compare?a=kessa-orlin&q=gate").text
    assert 'href="/compare?a=kessa-orlin&amp;b=paskal-wrenn&amp;q=gate"' in beside


def test_an_empty_record_has_nobody_to_compare(visit: Visit, tmp_path: Path) -> None:
    """The form is there, and nothing breaks."""
    answer = visit(records.write(tmp_path / "empty.db", [])).get("/compare")
    assert answer.status_code == 200
    assert "Compare two speakers" in answer.text


def test_much_is_cut_and_says_so(visit: Visit, debate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The latest of each are shown, with the way to all."""
    monkeypatch.setattr(comparing, "_MOST", 1)
    html = visit(debate).get("/compare?a=kessa-orlin&b=paskal-wrenn").text
    assert "the latest 1 of them are shown" in html
    assert 'href="/search?speaker=kessa-orlin">2 statements' in html


def test_whoever_was_merged_is_compared_as_who_they_are(visit: Visit, tmp_path: Path) -> None:
    """An old id means the one that they became, with all of their statements."""
    article = Article(id="one", text="“One.” “Two.” “Three.”")
    given = zip(("“One.”", "“Two.”", "“Three.”"), (ORLIN, Actor("Cessa Orlyn", "person"), WRENN), strict=True)
    held = [records.say(article, words, speaker=who) for words, who in given]
    path = records.write(tmp_path / "merged.db", [(article, held)])
    with open_record(path, write=True) as record:
        record.merge("kessa-orlin", "cessa-orlyn", by="Ana")
    client = visit(path)
    assert "Kessa Orlin and Paskal Wrenn" in client.get("/compare?a=cessa-orlyn&b=wrenn").text
    assert "2 statements" in client.get("/compare?a=cessa-orlyn&b=wrenn").text
    assert client.get("/compare?a=cessa-orlyn&b=kessa-orlin").status_code == 400


def test_a_search_leads_to_a_comparison(visit: Visit, debate: Path) -> None:
    """Of the two who say most of it, or of the two who are asked for; of one alone there is none."""
    client = visit(debate)
    address = "/compare?a=paskal-wrenn&amp;b=kessa-orlin"
    assert f'href="{address}"' in client.get("/search?form=direct").text
    assert f'href="{address}&amp;q=gate%2A+OR+flood"' in client.get("/search?q=gate%2A+OR+flood").text
    both = client.get("/search?speaker=kessa-orlin&speaker=paskal-wrenn").text
    assert f'href="{address}"' in both
    assert "Side by side" in Seen(both).words
    assert "/compare?" not in client.get("/search?speaker=kessa-orlin").text
