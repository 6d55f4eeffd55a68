"""Copies and revisions."""

import random
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.linking.copies import copies
from onrecord.terms.article import Article

DAY = datetime(2026, 2, 5, tzinfo=UTC)


def prose(seed: int, count: int = 300) -> list[str]:
    """Words as good as any, the same for the same seed."""
    chosen = random.Random(seed)  # noqa: S311 - not for secrets
    return [f"w{chosen.randrange(5000)}" for _ in range(count)]


def article(  # noqa: PLR0917 - the last three are named
    id_: str,
    words: list[str],
    hours: int = 0,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Article:
    """An article of these words, published some hours after the first."""
    return Article(id_, " ".join(words), title, outlet, DAY + timedelta(hours=hours), url=url)


WIRE = article("wire", prose(1), outlet="Meridian Wire")


def test_a_report_printed_by_others_is_a_copy() -> None:
    """Cut, and with words changed here and there, it is linked to where it came from."""
    cut = WIRE.text.split()[:150]
    altered = [word if at % 12 else "changed" for at, word in enumerate(WIRE.text.split())]
    later = [article("cut", cut, 2, outlet="A"), article("altered", altered, 3, outlet="B")]
    links = copies([*later, article("other", prose(2), 1), WIRE])
    assert [(link.kind, link.left, link.right) for link in links] == [
        ("copy", "cut", "wire"),
        ("copy", "altered", "wire"),
    ]
    assert links[0].confidence == 1
    assert 0.15 < links[1].confidence < 1


def test_a_shared_quotation_is_no_copy() -> None:
    """Two reporters who heard one speech write two articles."""
    speech = prose(3, 40)
    assert copies([article("a", prose(4) + speech), article("b", prose(5) + speech, 1)]) == ()


def test_the_same_outlet_under_the_same_title_has_revised() -> None:
    """So has the same address; the same outlet under another title has copied itself."""
    first = article("first", prose(6), outlet="Courier", title="Gate", url="https://a.example/1")
    again = article("again", prose(6)[:250], 1, outlet="Courier", title="GATE")
    moved = article("moved", prose(6)[:250], 2, outlet="Courier", title="Dam", url="https://a.example/1")
    other = article("other", prose(6)[:250], 3, outlet="Courier", title="Dam")
    assert [(link.left, link.kind) for link in copies([first, again, moved, other])] == [
        ("again", "revision"),
        ("moved", "revision"),
        ("other", "copy"),
    ]


def test_short_texts_are_copies_only_if_equal() -> None:
    """Few words prove nothing unless they are all the same."""
    assert copies([article("a", ["one", "two"]), article("b", ["one", "three"], 1)]) == ()
    [link] = copies([article("a", ["One", "two."]), article("b", ["one", "two"], 1)])
    assert (link.left, link.right) == ("b", "a")


def test_what_an_outlet_always_prints_is_no_copy() -> None:
    """A notice below each article of an outlet links none; one report in many outlets is one."""
    notice = prose(7, 60)
    noted = [article(f"a{at}", prose(100 + at, 60) + notice, at, outlet="Courier") for at in range(8)]
    assert copies(noted) == ()
    printed = [article(f"b{at}", prose(7), at, outlet=f"Outlet {at}") for at in range(8)]
    assert {(link.kind, link.right) for link in copies(printed)} == {("copy", "b0")}


def test_an_article_without_a_date_is_nobodys_original() -> None:
    """Nothing says that others took from it."""
    [link] = copies([Article("undated", WIRE.text), WIRE])
    assert (link.left, link.right) == ("undated", "wire")


@settings(deadline=None, max_examples=20)
@given(
    st.permutations(
        [WIRE, article("b", prose(1)[:200], 1), article("c", prose(1), 1), article("d", prose(8))]
    )
)
def test_order_makes_no_difference(articles: list[Article]) -> None:
    """The earliest is the original, in whatever order they are given."""
    assert copies(articles) == copies(sorted(articles, key=lambda each: each.id))
