"""Finding: words, filters, order, pages."""

import string
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import QueryError
from onrecord.record import finding
from onrecord.record.collection import Record
from onrecord.record.query import Cursor, Query, Sort, When, cursor_text
from onrecord.record.values import FoundStatement, Run
from onrecord.terms.article import Article
from onrecord.terms.entity import Entity
from onrecord.terms.statement import UNKNOWN, Actor, Statement

Say = Callable[..., Statement]
Write = Callable[..., Article]

ORLIN = Actor("Kessa Orlin", "person", "Minister of Waters", None, "XA")
OFFICIAL = Actor("a senior official", "unnamed")


@pytest.fixture
def filled(record: Record, run: Run, say: Say, write: Write) -> Record:
    """A record of two articles by two outlets with four statements."""
    first = write("Maddrick admits the flood gates opened. Orlin fears more floods.", id="first")
    second = write(
        "“Naïve words,” an official said. Somebody denies government-backed gates.",
        id="second",
        title="Tribunal",
        outlet="Channel North",
        published=datetime(2026, 2, 20, tzinfo=UTC),
    )
    record.keep(
        first,
        (
            say(first, "the flood gates opened", act="admit", said="2026-02-03"),
            say(first, "more floods", act="fear", mode="thought", form="indirect", speaker=ORLIN),
        ),
        run,
    )
    record.keep(
        second,
        (
            say(second, "“Naïve words,”", speaker=OFFICIAL),
            say(second, "government-backed gates", act="deny", speaker=UNKNOWN, said="2026-01"),
        ),
        run,
    )
    return record


def words(record: Record, query: Query) -> list[str]:
    """The words that a query finds, in its order."""
    found = record.statements(query)
    assert found.total >= len(found.rows)
    return [row.content_words for row in found.rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gates", {"the flood gates opened", "government-backed gates"}),
        ("flood", {"the flood gates opened"}),
        ("flood*", {"the flood gates opened", "more floods"}),
        ('"flood gates"', {"the flood gates opened"}),
        ('"gates flood"', set()),
        ("“flood gates”", {"the flood gates opened"}),
        ('"flood gat"*', {"the flood gates opened"}),
        ("naive", {"“Naïve words,”"}),
        ("NAÏVE", {"“Naïve words,”"}),
        ("tribunal naive", {"“Naïve words,”"}),
        ("government-backed", {"government-backed gates"}),
        ("gates -flood", {"government-backed gates"}),
        ('gates -"flood gates"', {"government-backed gates"}),
        ("gates NOT flood", {"government-backed gates"}),
        ("naive OR opened", {"“Naïve words,”", "the flood gates opened"}),
        ("gates AND opened", {"the flood gates opened"}),
        ('gates "opened', {"the flood gates opened"}),
        ("content_words:gates", set()),
        ("gates'); DROP TABLE statements; --", set()),
        ("OR gates AND", {"the flood gates opened", "government-backed gates"}),
        ("-opened", {"the flood gates opened"}),
        ("   ", {"the flood gates opened", "more floods", "“Naïve words,”", "government-backed gates"}),
    ],
)
def test_words_find_what_they_mean(filled: Record, text: str, expected: set[str]) -> None:
    """Words, phrases, beginnings, either and without; stray operators and quotes do no harm."""
    assert set(words(filled, Query(text=text))) == expected


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    text=st.text(st.sampled_from('"“”«*^(){}:+-,.\0 \n' + string.ascii_letters) | st.characters()),
    sort=st.sampled_from(["date", "relevance"]),
)
def test_no_input_breaks_the_search(filled: Record, text: str, sort: Sort) -> None:
    """Whatever is typed finds something, finds nothing, or is said to hold no word."""
    try:
        found = filled.statements(Query(text=text, sort=sort))
    except QueryError as error:
        assert "no word" in str(error) or "give words" in str(error)  # noqa: PT017 - either is fine
    else:
        assert found.total <= 4


def test_many_words_are_no_obstacle(filled: Record) -> None:
    """A whole paragraph may be pasted into the search."""
    assert words(filled, Query(text="gates " * 5000)) != []
    assert words(filled, Query(text='"' + "gates " * 5000 + '"')) == []
    assert words(filled, Query(text="gates OR " * 2000 + "opened")) != []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(speaker="Orlin"), {"more floods"}),
        (Query(speaker="kessa órlin"), {"more floods"}),
        (Query(speaker="orli"), set()),
        (Query(speaker="%"), set()),
        (Query(speaker="unknown"), {"government-backed gates"}),
        (Query(act="deny"), {"government-backed gates"}),
        (Query(form="indirect"), {"more floods"}),
        (Query(mode="thought"), {"more floods"}),
        (Query(outlet="courier"), {"the flood gates opened", "more floods"}),
        (Query(article="second"), {"“Naïve words,”", "government-backed gates"}),
        (Query(since="2026-02-05"), {"more floods", "“Naïve words,”"}),
        (Query(until=date(2026, 2, 3)), {"the flood gates opened", "government-backed gates"}),
        (Query(since="2026-01-20", until="2026-01-21"), {"government-backed gates"}),
        (Query(since="2026-02", until="2026-02", when="published", act="deny"), {"government-backed gates"}),
        (Query(text="gates", speaker="joren maddrick", until="2026"), {"the flood gates opened"}),
    ],
)
def test_filters_narrow(filled: Record, query: Query, expected: set[str]) -> None:
    """Each filter leaves what it names, alone and together."""
    assert set(words(filled, query)) == expected


def test_a_speaker_is_found_under_every_name(filled: Record) -> None:
    """Once linked, an id is exactly one actor, and any of their names finds all they said."""
    pairs = {actor.name: (article, actor) for article, actor in filled.mentions()}
    one = Entity(
        "kessa-orlin", "Kessa Orlin", "person", ("Kessa Orlin", "Minister Orlin"), ("Minister",), "XA"
    )
    filled.assign((one,), {pairs["Kessa Orlin"]: one.id})
    for name in ("kessa-orlin", "minister orlin", "Órlin"):
        found = filled.statements(Query(speaker=name))
        assert [row.speaker_id for row in found.rows] == ["kessa-orlin"]


def test_hits_are_marked(filled: Record) -> None:
    """The pieces of a row are its words, and the hits are what was searched for."""
    [row] = filled.statements(Query(text="opened flood")).rows
    assert [(piece.text, piece.hit) for piece in row.pieces] == [
        ("the ", False),
        ("flood", True),
        (" gates ", False),
        ("opened", True),
    ]
    [row, *_] = filled.statements().rows
    assert [(piece.text, piece.hit) for piece in row.pieces] == [(row.content_words, False)]


def test_marks_in_the_words_are_kept(record: Record, run: Run, say: Say, write: Write) -> None:
    """Words with the very characters that mark hits come back whole."""
    article = write("so \x02 gates \x03 it is\x1f.")
    record.keep(article, (say(article, "\x02 gates \x03 it is\x1f"),), run)
    [row] = record.statements(Query(text="gates")).rows
    assert "".join(piece.text for piece in row.pieces) == row.content_words == "\x02 gates \x03 it is\x1f"


@pytest.mark.parametrize("sort", ["date", "relevance"])
@pytest.mark.parametrize("when", ["said", "published"])
@pytest.mark.parametrize("ahead", [0, 5, 40])
def test_pages_are_the_whole_in_order(  # noqa: PLR0917 - fixtures and parameters
    record: Record,
    run: Run,
    say: Say,
    write: Write,
    sort: Sort,
    when: When,
    ahead: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Pages one after the other give every statement once, in the order of one long page."""
    monkeypatch.setattr(finding, "AHEAD", ahead)
    start = datetime(2026, 2, 1, tzinfo=UTC)
    for number in range(9):
        article = write(
            "gates, gates, other gates", id=f"a{number}", url=f"https://example.org/{number}",
            published=start + timedelta(hours=9 * number) if number % 4 else None,
        )  # fmt: skip
        said = f"2026-01-{31 - number}" if number % 2 else None
        record.keep(article, (say(article, "gates", said=said), say(article, "other gates")), run)
    asked = Query(text="gates", sort=sort, when=when, limit=1000)
    whole = record.statements(asked)
    assert whole.total == len(whole.rows) == 18
    assert whole.next is None
    paged: list[FoundStatement] = []
    page = replace(asked, limit=4)
    while True:
        found = record.statements(page)
        assert found.total == 18
        assert len(found.rows) == min(page.limit, 18 - len(paged))
        paged += found.rows
        if found.next is None:
            break
        page = replace(page, after=found.next, limit=7 - page.limit)  # 4, 3, 4, …
    assert paged == list(whole.rows)


def test_a_page_that_lay_ready_shows_what_stands(record: Record, run: Run, say: Say, write: Write) -> None:
    """What was judged wrong since the page before, or read in other words, is not on the next one."""
    for name in ("one", "two", "six"):
        article = write(f"The {name} gates held.", id=name, url=f"https://example.org/{name}")
        record.keep(article, (say(article, f"The {name} gates held"),), run)
    first = record.statements(Query(limit=1))
    record.judge(record.statements().rows[1].statement.id, by="Ann Ray", verdict="wrong")
    record.keep(write("Other words.", url="https://example.org/six"), (), run)
    second = record.statements(Query(limit=1, after=first.next))
    third = record.statements(Query(limit=1, after=second.next))
    assert (second.rows, third.rows, third.next) == ((), (), None)
    wrong = record.statements(Query(reviewed="wrong"))
    assert [row.content_words for row in wrong.rows] == ["The two gates held"]


def test_the_latest_come_first(filled: Record) -> None:
    """By the day of saying, else of publication; what has no date comes last."""
    assert words(filled, Query()) == [
        "“Naïve words,”",
        "more floods",
        "the flood gates opened",
        "government-backed gates",
    ]


# A place that somebody made up: a number that no database takes.
HUGE = cursor_text(Query(), Cursor((), 1, (10**30,)))


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ({"text": "?!"}, "no word"),
        ({"act": "shout"}, "must be one of say, explain"),
        ({"form": "x"}, "direct, mixed, indirect"),
        ({"since": "yesterday"}, "no date"),
        ({"until": "2026-02-30"}, "no date"),
        ({"since": "2026-02-03-04"}, "no date"),
        ({"since": "2026-03", "until": "2026-02"}, "ends before it begins"),
        ({"limit": 0}, "1 to 1000"),
        ({"sort": "relevance"}, "give words"),
        ({"after": "nonsense"}, "no place"),
        ({"after": "é"}, "no place"),
        ({"after": "W10"}, "no place"),
        ({"after": HUGE}, "another question"),
        ({"speaker": "\ud800"}, "half a character"),
        ({"article": "\ud800"}, "half a character"),
    ],
)
def test_a_question_that_cannot_be_answered_says_why(
    filled: Record, part: dict[str, object], message: str
) -> None:
    """Each bad part is a QueryError in a sentence."""
    with pytest.raises(QueryError, match=message):
        filled.statements(Query(**part))  # type: ignore[arg-type]


def test_an_id_that_is_no_text_is_nobodys(filled: Record) -> None:
    """Whatever an address holds, looking it up finds nothing and breaks nothing."""
    for id_ in ("\ud800", "", "no such"):
        assert filled.article(id_) is None
        assert filled.statement(id_) is None
        assert filled.speaker(id_) is None


def test_a_place_belongs_to_its_order(filled: Record) -> None:
    """A cursor of one order is no cursor of another."""
    cursor = filled.statements(Query(limit=1)).next
    with pytest.raises(QueryError, match=r"another question|no place"):
        filled.statements(Query(text="gates", sort="relevance", after=cursor))
