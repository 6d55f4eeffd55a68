from dataclasses import replace
from datetime import UTC, datetime

import records

from onrecord.record.values import FoundStatement, Piece
from onrecord.terms.article import Article
from onrecord.terms.statement import UNKNOWN, Said
from onrecord.web.citing import citation

LINK = "https://desk.example/statement/0123"


def found(**fields: object) -> FoundStatement:
    """A statement as the record gives it."""
    article = Article(id="a", text='"No gate\nwas opened."')
    plain = FoundStatement(
        statement=records.say(article, article.text, act="deny", said=Said("2026-02-02")),
        article="a",
        revision=1,
        latest=True,
        title="Ostrel denies it",
        outlet="Meridian Wire",
        published=datetime(2026, 2, 3, tzinfo=UTC),
        published_date_only=False,
        url=None,
        speaker_id="joren-maddrick",
        source_words="he",
        cue_words="said",
        content_words=article.text,
        pieces=(Piece(article.text),),
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def test_a_citation_says_who_what_where_and_when() -> None:
    """Words, speaker, outlet, date and address stand on one line."""
    assert citation(found(), LINK) == (
        "Joren Maddrick (government spokesman, Government of Verrin) denied, 2 February 2026: "
        '"No gate was opened." — Meridian Wire, “Ostrel denies it”, 3 February 2026. ' + LINK
    )


def test_a_citation_says_whose_words_they_are() -> None:
    """What is reported is not passed off as the speaker's own words."""
    reported = replace(found().statement, form="indirect")
    assert "[in the writer’s words]" in citation(found(statement=reported), LINK)
    mixed = replace(reported, form="mixed")
    assert "[partly in their own words]" in citation(found(statement=mixed), LINK)


def test_what_is_not_known_is_not_made_up() -> None:
    """Without an outlet, a date or a known speaker the citation says so or leaves it out."""
    nobody = replace(found().statement, speaker=UNKNOWN, said=None)
    bare = found(statement=nobody, outlet=None, published=None, title=None)
    assert citation(bare, LINK).startswith('Speaker unknown denied: "No gate')
    assert "“a”, no date" in citation(bare, LINK)
