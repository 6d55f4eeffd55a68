import pytest

from onrecord.analysis.signatures import signed


def _read(text: str) -> list[tuple[str, str, str]]:
    return [(a.source[0].of(text), a.cue[0].of(text), a.content[0].of(text)) for a in signed(text)]


@pytest.mark.parametrize("dash", ["―", "—", "–", "-", "--"])
def test_a_name_behind_a_dash_signs_the_quotation_before_it(dash: str) -> None:
    """Content is the paragraph's quotation with its marks, source the name, cue the dash."""
    assert _read(f"“We want the gate shut.” {dash} Ilse Harrow") == [
        ("Ilse Harrow", dash, "“We want the gate shut.”")
    ]


def test_a_town_behind_the_name_is_no_part_of_it() -> None:
    """What follows the comma tells where, not who."""
    assert _read('"It has to stop." - Ilse Harrow, Pelmary.')[0][0] == "Ilse Harrow"


def test_a_signature_on_its_own_line_signs_the_quotation_above() -> None:
    """A pull quote has its signature below."""
    assert _read('"It has to stop."\n\n- Harrow.\n\nThe mayor left.') == [
        ("Harrow", "-", '"It has to stop."')
    ]


def test_a_post_is_signed_with_name_account_and_day() -> None:
    """An embedded post has no quotation marks."""
    text = "No gate was opened. Good night. — Joren Maddrick (@jmaddrick) February 3, 2026"
    assert _read(text) == [("Joren Maddrick (@jmaddrick)", "—", "No gate was opened. Good night.")]


@pytest.mark.parametrize(
    "text",
    [
        "The gate stayed shut ― Ilse Harrow saw it.",
        "“Shut it,” she said ― and left.",
        "― Ilse Harrow",
        "Nobody came.\n\n- Harrow.",
        "",
    ],
)
def test_a_dash_alone_signs_nothing(text: str) -> None:
    """Without a quotation before the dash and a name to the end behind it there is no signature."""
    assert _read(text) == []
