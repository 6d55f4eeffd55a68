from dataclasses import replace
from datetime import UTC, datetime

import pytest
import records

from onrecord.record.values import FoundStatement, Piece
from onrecord.terms.article import Article
from onrecord.terms.statement import UNKNOWN, Actor, Said
from onrecord.web.lines import LONGEST, days, line, name


def found(*pieces: Piece, **fields: object) -> FoundStatement:
    """A statement as the record gives it, with these words."""
    article = Article(id="a", text='"Words."')
    plain = FoundStatement(
        statement=records.say(article, '"Words."'),
        article="a",
        revision=1,
        latest=True,
        title="Title",
        outlet="Outlet",
        published=datetime(2026, 2, 16, tzinfo=UTC),
        published_date_only=False,
        url=None,
        speaker_id="joren-maddrick",
        source_words="he",
        cue_words="said",
        content_words="".join(piece.text for piece in pieces),
        pieces=pieces,
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def speaking(actor: Actor, **fields: object) -> FoundStatement:
    """A statement of this actor."""
    plain = found(Piece("words"))
    return replace(plain, statement=replace(plain.statement, speaker=actor), **fields)  # type: ignore[arg-type]


def test_short_statements_are_whole() -> None:
    """A statement a little over the limit is not cut for a few words."""
    words = " ".join(["word"] * (LONGEST + 10))
    shown = line(found(Piece(words)))
    assert ("".join(one.text for one in shown.words), shown.left_out) == (words, 0)


@pytest.mark.parametrize("place", [0, 30, 200, 399])
def test_a_long_statement_is_cut_round_its_hit(place: int) -> None:
    """Ninety words are shown, the hit among them and still marked, and the others are counted."""
    words = [f"w{n}" for n in range(400)]
    before, after = " ".join([*words[:place], ""]), " ".join(["", *words[place + 1 :]])
    shown = line(found(Piece(before), Piece(words[place], hit=True), Piece(after)))
    assert [one.text for one in shown.words if one.hit] == [words[place]]
    told = "".join(one.text for one in shown.words).replace("…", "").split()
    assert len(told) + shown.left_out == 400
    assert len(told) <= LONGEST
    assert told == words[int(told[0][1:]) :][: len(told)]


def test_a_whole_statement_is_never_cut() -> None:
    """On its own page a statement has all its words."""
    assert line(found(Piece("word " * 3000)), whole=True).left_out == 0


def test_nobody_is_put_in_an_unknown_speakers_place() -> None:
    """An unknown speaker has no name and no page, but the text's own word for them."""
    shown = name(speaking(UNKNOWN, speaker_id=None))
    assert (shown.known, shown.text, shown.url, shown.told) == (False, "Speaker unknown", None, "he")


def test_somebody_kept_nameless_is_told_as_the_text_tells_them() -> None:
    """A description stands for the name, and says that it is none."""
    shown = name(speaking(Actor("a senior official", "unnamed"), source_words="the official"))
    assert (shown.text, shown.detail, shown.told) == ("a senior official", "not named", "the official")
    assert name(speaking(Actor("unspecified", "unnamed"))).text == "Somebody not named"


def test_a_role_is_told_once() -> None:
    """An affiliation that the role names already is not repeated."""
    known = Actor("A", "person", "spokesman of the Ministry", "the Ministry")
    assert name(speaking(known)).detail == "spokesman of the Ministry"
    assert name(speaking(replace(known, role="spokesman"))).detail == "spokesman, the Ministry"
    assert name(speaking(Actor("The Ministry", "organisation"))).detail == "organisation"


def test_statements_are_grouped_by_day_article_and_speaker() -> None:
    """The order is kept; what follows on one day, in one article, by one speaker is together."""
    one = found(Piece("one"))
    said = replace(one.statement, said=Said("2026-02-10/2026-02-12"))
    rows = [one, one, speaking(UNKNOWN), replace(one, article="b"), replace(one, statement=said)]
    rows.append(found(Piece("last"), published=None))
    shown = days(rows)
    assert [day.heading for day in shown] == [
        "Monday 16 February 2026",
        "Tuesday 10 February 2026",
        "No date",
    ]
    turns = [[len(turn.lines) for turn in occasion.turns] for occasion in shown[0].occasions]
    assert turns == [[2, 1], [1]]


def test_an_earlier_versions_statement_leads_to_that_version() -> None:
    """A statement of a superseded text leads to the text that holds it."""
    assert "?revision=1#" in line(found(Piece("x"), latest=False)).article_url
    assert "?revision" not in line(found(Piece("x"))).article_url
