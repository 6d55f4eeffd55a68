"""Reviewing by plain forms: every action, as a browser without scripts does it."""

from collections.abc import Callable
from pathlib import Path

import lxml.html
import pytest
from forms import form, send, shown, sign_in, texts
from starlette.testclient import TestClient

from onrecord.record.opening import open_record
from onrecord.record.query import Query
from onrecord.record.values import FoundStatement

Visit = Callable[..., TestClient]

JUDGE, MERGE, UNDO = "/review/judge", "/review/merge", "/review/undo"


def held(desk: Path, id_: str) -> FoundStatement:
    with open_record(desk) as record:
        found = record.statement(id_)
    assert found is not None
    return found


def page_of(client: TestClient, id_: str) -> str:
    return client.get("/review", params={"item": id_}).text


def one_with(desk: Path, text: str, **narrowing: str) -> str:
    """The id of a statement with these words."""
    with open_record(desk) as record:
        return record.statements(Query(text=text, **narrowing)).rows[0].statement.id  # type: ignore[arg-type]


def put_right(client: TestClient, id_: str, **fields: str) -> tuple[int, str]:
    answer = send(client, page_of(client, id_), JUDGE, nth=1, statement=id_, verdict="corrected", **fields)
    return answer.status_code, answer.text


def complaint(page: str) -> str:
    return " ".join(texts(page, ".problem"))


@pytest.mark.parametrize(("verdict", "reviewed"), [("right", "right"), ("wrong", "wrong")])
def test_a_verdict_leads_to_the_next_statement(
    reviewer: TestClient, desk: Path, verdict: str, reviewed: str
) -> None:
    """It is kept under the reviewer's name, what follows is another statement, and the count goes up."""
    first = shown(reviewer)
    answer = send(reviewer, reviewer.get("/review").text, JUDGE, verdict=verdict)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/review?after={first}")
    assert held(desk, first).reviewed == reviewed
    page = reviewer.get(answer.headers["location"]).text
    assert shown(reviewer, answer.headers["location"]) != first
    assert "1 of 400 reviewed, 1 today by you" in texts(page, ".progress")[0].replace("  ", " ")
    assert texts(page, ".last")[0].startswith(f"You judged {'right' if verdict == 'right' else 'to be no'}")


def test_the_least_certain_comes_first_and_what_is_skipped_comes_again(
    reviewer: TestClient, desk: Path
) -> None:
    """In the order of doubt; skipping changes nothing; at the end one begins again."""
    with open_record(desk) as record:
        order = [row.statement.id for row in record.to_review(Query(act="deny"), limit=100)]
    address = "/review?act=deny"
    for id_ in order:
        page = reviewer.get(address).text
        assert shown(reviewer, address) == id_
        skip = [each for each in texts(page, "a") if each.startswith("Skip")]
        assert skip
        address = f"/review?act=deny&after={id_}"
        assert address.replace("&", "&amp;") in page
    page = reviewer.get(address).text
    assert "Nothing is left to review here" in page
    assert 'href="/review?act=deny"' in page
    assert shown(reviewer, "/review?act=deny") == order[0]


def test_the_statement_stands_in_its_context(reviewer: TestClient, desk: Path) -> None:
    """With what stands before and after it, marked, each stretch with its place in the text."""
    id_ = one_with(desk, "telephone")
    found = held(desk, id_)
    page = page_of(reviewer, id_)
    assert 'class="content begins' in page
    assert "aside" in page
    with open_record(desk) as record:
        article = record.article(found.article)
    assert article is not None
    stretches = lxml.html.fromstring(page).xpath("//p[@data-start]")
    assert len(stretches) >= 2
    for each in stretches:
        start, words = int(each.get("data-start")), each.text_content()
        assert article.article.text[start : start + len(words)] == words


def test_fields_are_put_right(reviewer: TestClient, desk: Path) -> None:
    """What was changed is changed, what was not is left to what decided it, and why is noted."""
    id_ = one_with(desk, "telephone")
    before = held(desk, id_).statement
    code, _ = put_right(
        reviewer, id_, act="deny", mode="thought", status="repeats", said="2026-02-03", venue="on the dam",
        hedged="yes", negated="yes", note="as heard",
    )  # fmt: skip
    assert code == 303
    found = held(desk, id_)
    after = found.statement
    assert (after.act, after.mode, after.status, str(after.said)) == (
        "deny",
        "thought",
        "repeats",
        "2026-02-03",
    )
    assert (after.venue, after.hedged, after.negated) == ("on the dam", True, True)
    assert (after.speaker, after.content, after.form) == (before.speaker, before.content, before.form)
    assert found.reviewed == "corrected"
    with open_record(desk) as record:
        [told] = record.history(id_)
    assert (told.judgement.by, told.judgement.note) == ("Ann Ray", "as heard")
    page = page_of(reviewer, id_)
    assert "act: " in " ".join(texts(page, ".alterations"))


def test_changes_with_the_rest_right(reviewer: TestClient, desk: Path) -> None:
    """The other button vouches for all that was not changed, too."""
    id_ = one_with(desk, "telephone")
    send(reviewer, page_of(reviewer, id_), JUDGE, nth=1, verdict="right", act="warn")
    with open_record(desk) as record:
        [told] = record.history(id_)
    assert told.judgement.what.verdict == "right"  # type: ignore[union-attr]
    assert held(desk, id_).statement.act == "warn"


def test_spans_are_put_right_by_words(reviewer: TestClient, desk: Path) -> None:
    """Words of the text, however its lines break; of several places the nearest; several pieces; none."""
    id_ = one_with(desk, "telephone", act="say")
    found = held(desk, id_)
    words = found.content_words.split()
    cut = " ".join(words[1:4])
    code, _ = put_right(reviewer, id_, content=cut.replace(" ", "\r\n"))
    assert code == 303
    assert " ".join(held(desk, id_).content_words.split()) == cut
    pieces = f"{words[2]}\r\n…\r\n{words[1]}"
    code, _ = put_right(reviewer, id_, content=pieces, cue="")
    assert code == 303
    after = held(desk, id_)
    assert [len(after.statement.content), after.cue_words] == [2, ""]
    assert after.statement.content[0].end <= after.statement.content[1].start
    assert abs(after.statement.content[0].start - found.statement.content[0].start) < 200


def test_spans_are_put_right_by_places(reviewer: TestClient, desk: Path) -> None:
    """Numbers go before words."""
    id_ = one_with(desk, "telephone")
    code, _ = put_right(reviewer, id_, content_at="3-10, 12–20", content="whatever")
    assert code == 303
    assert [(each.start, each.end) for each in held(desk, id_).statement.content] == [(3, 10), (12, 20)]


def test_the_speaker_is_put_right(reviewer: TestClient, desk: Path) -> None:
    """By a name that the record knows, by an id, by somebody new, and by nobody."""
    id_ = one_with(desk, "telephone")
    for typed, name, speaker in (
        ("kessa orlin", "Kessa Orlin", "kessa-orlin"),
        ("joren-maddrick", "Joren Maddrick", "joren-maddrick"),
        ("Vera Holm (person, mayor of Pelmary)", "Vera Holm", None),
        ("", "unknown", None),
    ):
        code, text = put_right(reviewer, id_, speaker=typed)
        assert code == 303, complaint(text)
        found = held(desk, id_)
        assert (found.statement.speaker.name, found.speaker_id) == (name, speaker)
    assert held(desk, id_).statement.speaker.kind == "unknown"


def test_others_in_it_are_put_right(reviewer: TestClient, desk: Path) -> None:
    """To whom, on whose behalf and about whom; those who stay stay as they are."""
    id_ = one_with(desk, "telephone")
    before = held(desk, id_).statement
    names = [each.name for each in before.targets]
    code, text = put_right(
        reviewer, id_, audience="Channel North (organisation)", targets="\n".join([*names, "kessa orlin"])
    )
    assert code == 303, complaint(text)
    after = held(desk, id_).statement
    assert after.audience is not None
    assert after.audience.name == "Channel North"
    assert after.targets[:-1] == before.targets
    assert after.targets[-1].name == "Kessa Orlin"
    put_right(reviewer, id_, audience="", targets="")
    assert (held(desk, id_).statement.audience, held(desk, id_).statement.targets) == (None, ())


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"speaker": "Nobody At All"}, "knows nobody called 'Nobody At All'"),
        ({"content": "words that are not there"}, "does not have the words “words that are not there”"),
        ({"content": ""}, "a statement needs one at least"),
        ({"content_at": "somewhere"}, "is no place in the text"),
        ({"content_at": "5-2"}, "is no place in the text"),
        ({"content_at": "0-9999999"}, "lies beyond the text"),
        ({"act": "shout"}, "it is one of"),
        ({"said": "last Thursday"}, "give a day as 2026-02-16"),
        ({}, "Nothing was changed"),
    ],
)
def test_what_cannot_be_so_is_told_and_stays_typed(
    reviewer: TestClient, desk: Path, fields: dict[str, str], told: str
) -> None:
    """The page comes again with the reason and with everything that was typed, and nothing is judged."""
    id_ = one_with(desk, "telephone")
    typed = {"venue": "at the weir", **fields} if fields else {}
    code, text = put_right(reviewer, id_, **typed)
    if not fields:
        code, text = put_right(reviewer, id_, venue=held(desk, id_).statement.venue or "")
    assert code == 422
    assert told in complaint(text)
    again = form(text, JUDGE, 1)[1]
    assert again["statement"] == id_
    if "speaker" in fields:
        assert (again["speaker"], again["venue"]) == ("Nobody At All", "at the weir")
    with open_record(desk) as record:
        assert record.log() == ()


def test_two_reviewers_do_not_overrule_each_other_unseen(
    visit: Visit, reviewer: TestClient, desk: Path
) -> None:
    """Who judges what another one has judged since the page was opened sees that first."""
    ben = visit(desk)
    sign_in(ben, "Ben Osk")
    page = reviewer.get("/review").text
    id_ = form(page, JUDGE)[1]["statement"]
    assert send(ben, ben.get("/review").text, JUDGE, verdict="wrong").status_code == 303
    answer = send(reviewer, page, JUDGE, verdict="right")
    assert answer.status_code == 409
    assert "judged this meanwhile" in complaint(answer.text)
    assert held(desk, id_).reviewed == "wrong"
    assert send(reviewer, answer.text, JUDGE, verdict="right").status_code == 303
    assert held(desk, id_).reviewed == "right"


def test_a_decision_is_undone_and_the_one_before_too(reviewer: TestClient, desk: Path) -> None:
    """Undoing shows the statement again as it stood, and offers the decision before."""
    ids = []
    for _ in range(2):
        page = reviewer.get("/review").text
        ids.append(form(page, JUDGE)[1]["statement"])
        send(reviewer, page, JUDGE, verdict="right")
    for id_ in reversed(ids):
        page = reviewer.get("/review?act=deny").text
        answer = send(reviewer, page, UNDO)
        assert answer.headers["location"] == f"/review?act=deny&item={id_}"
        assert held(desk, id_).reviewed == "unreviewed"
        assert shown(reviewer, answer.headers["location"]) == id_
    assert texts(reviewer.get("/review").text, ".last") == []
    with open_record(desk) as record:
        assert len(record.log()) == 4


def test_undoing_twice_is_told(reviewer: TestClient) -> None:
    """A page that was left open does not take back what was taken back."""
    send(reviewer, reviewer.get("/review").text, JUDGE, verdict="right")
    page = reviewer.get("/review").text
    send(reviewer, page, UNDO)
    answer = send(reviewer, page, UNDO)
    assert answer.status_code == 409
    assert "took it back" in answer.text
    assert send(reviewer, page, UNDO, judgement="0" * 16).status_code == 409


def test_actors_are_merged_and_parted_again(reviewer: TestClient, desk: Path) -> None:
    """One stays, in either direction; undoing brings the other one back."""
    with open_record(desk) as record:
        mine = record.statements(Query(speaker="joren-maddrick")).total
    id_ = one_with(desk, "", speaker="joren-maddrick")
    answer = send(reviewer, page_of(reviewer, id_), MERGE, other="Kessa Orlin")
    assert answer.headers["location"] == f"/review?item={id_}"
    with open_record(desk) as record:
        assert record.statements(Query(speaker="joren-maddrick")).total > mine
        found = record.speaker("kessa-orlin")
        assert found is not None
        assert found.entity.id == "joren-maddrick"
    assert send(reviewer, reviewer.get("/review").text, UNDO).status_code == 303
    with open_record(desk) as record:
        assert record.statements(Query(speaker="joren-maddrick")).total == mine
    send(reviewer, page_of(reviewer, id_), MERGE, other="kessa-orlin", keep="other")
    assert held(desk, id_).speaker_id == "kessa-orlin"


@pytest.mark.parametrize(
    ("other", "told"),
    [("Nobody", "nobody is called so"), ("Joren Maddrick", "at least one other"), ("", "nobody")],
)
def test_a_merge_that_cannot_be_is_told(reviewer: TestClient, desk: Path, other: str, told: str) -> None:
    """With the same statement and what was typed."""
    id_ = one_with(desk, "", speaker="joren-maddrick")
    answer = send(reviewer, page_of(reviewer, id_), MERGE, other=other)
    assert answer.status_code == 422
    assert told in complaint(answer.text)
    assert form(answer.text, MERGE)[1]["other"] == other


def test_who_did_what_is_told_and_can_be_taken_back(visit: Visit, reviewer: TestClient, desk: Path) -> None:
    """Everybody's decisions, or one reviewer's, the latest first, with what was there before."""
    id_ = one_with(desk, "telephone")
    put_right(reviewer, id_, act="deny")
    ben = visit(desk)
    sign_in(ben, "Ben Osk")
    send(ben, ben.get("/review").text, JUDGE, verdict="wrong")
    page = ben.get("/review/history").text
    told = texts(page, "li")
    rows = [each for each in told if "Take back" in each]
    assert len(rows) == 2
    assert "Ben Osk judged to be no statement" in rows[0]
    assert "Ann Ray put right" in rows[1]
    assert "act: " in rows[1]
    assert "Ben Osk" not in " ".join(each for each in texts(ben.get("/review/history?by=Ann+Ray").text, "li"))
    answer = send(ben, page, UNDO, nth=1)
    assert answer.headers["location"] == "/review/history"
    assert held(desk, id_).statement.act != "deny"
    page = ben.get("/review/history").text
    assert "took a decision back" in page
    assert "taken back" in page


def test_a_long_history_has_pages(reviewer: TestClient, desk: Path) -> None:
    """Older decisions follow on the next page."""
    with open_record(desk, write=True) as record:
        for row in record.to_review(limit=35):
            record.judge(row.statement.id, verdict="right", by="Ann Ray")
    page = reviewer.get("/review/history").text
    assert page.count("Take back") == 30
    [older] = lxml.html.fromstring(page).xpath("//a[@rel='next']/@href")
    assert reviewer.get(older).text.count("Take back") == 5
    assert reviewer.get("/review/history?before=x").status_code == 400


def test_actors_are_suggested(reviewer: TestClient) -> None:
    """By the beginning of a name, with who they are; the id where the name would not do."""
    found = reviewer.get("/review/actors?q=madd").json()
    assert found[0]["value"] == "Joren Maddrick"
    assert "spokesman" in found[0]["label"]
    assert reviewer.get("/review/actors").json() == []


def test_what_is_to_be_reviewed_is_chosen_like_a_search(reviewer: TestClient, desk: Path) -> None:
    """Words and filters in the address, told on the page, and kept by every form and link."""
    page = reviewer.get("/review?q=gate&act=deny&speaker=joren-maddrick").text
    id_ = form(page, JUDGE)[1]["statement"]
    assert held(desk, id_).statement.act == "deny"
    assert form(page, JUDGE)[0].startswith("/review/judge?q=gate&speaker=joren-maddrick&act=deny")
    assert len(texts(page, ".chips")) == 1
    assert "of those chosen are left" in texts(page, ".progress")[0]
    answer = send(reviewer, page, JUDGE, verdict="right")
    assert answer.headers["location"].startswith("/review?q=gate&speaker=joren-maddrick&act=deny&after=")
    again = reviewer.get("/review?reviewed=right").text
    assert form(again, JUDGE)[1]["statement"] == id_
    assert "judged right" in texts(again, ".dateline")[0]


@pytest.mark.parametrize("address", ["/review?act=shout", "/review?since=yesterday", "/review?q=-"])
def test_a_question_that_cannot_be_understood_is_told(reviewer: TestClient, address: str) -> None:
    """On the page, with the way to choose anew."""
    answer = reviewer.get(address)
    assert answer.status_code == 400
    assert complaint(answer.text)
    assert "Choose what to review" in answer.text


def test_what_is_not_there_is_told(reviewer: TestClient) -> None:
    """A statement that the record does not hold is no page, and cannot be judged."""
    assert reviewer.get("/review?item=0000000000000000").status_code == 404
    page = reviewer.get("/review").text
    assert send(reviewer, page, JUDGE, verdict="right", statement="0" * 16).status_code == 404
    assert send(reviewer, page, MERGE, other="Nobody", statement="0" * 16).status_code == 404
    assert send(reviewer, page, JUDGE, verdict="perhaps").status_code == 400
    assert shown(reviewer, "/review?after=0000000000000000") == shown(reviewer)


def test_all_is_reviewed(reviewer: TestClient, desk: Path) -> None:
    """Where nothing is left, the page says so."""
    with open_record(desk, write=True) as record:
        for row in record.to_review(limit=1000):
            record.judge(row.statement.id, verdict="right", by="Ben Osk")
    page = reviewer.get("/review").text
    assert "Every statement on this record has been judged" in page
    assert "400 of 400 reviewed, 0 today by you" in texts(page, ".progress")[0]
    assert "Of what you chose, all is reviewed" in reviewer.get("/review?act=deny").text
