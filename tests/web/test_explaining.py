import records

from onrecord.terms.article import Article
from onrecord.terms.span import Span
from onrecord.terms.statement import Decision
from onrecord.web.explaining import evidence, reasons

ARTICLE = Article(id="a", text="Joren Maddrick\ndenied it: “No gate was opened.”")


def test_each_decided_field_has_its_reason() -> None:
    """Value, rule, confidence, and the words with where they stand; fields we do not know are passed over."""
    statement = records.say(
        ARTICLE,
        "“No gate was opened.”",
        act="deny",
        decisions=(
            Decision("act", "cue lexicon: deny", 0.9, (Span(15, 21),)),
            Decision("venue", "nothing says", 0.5),
            Decision("beauty", "taste", 0.1),
        ),
    )
    act, venue = reasons(ARTICLE.text, statement)
    assert (act.field, act.value, act.by, act.confidence) == ("act", "deny", "cue lexicon: deny", 0.9)
    assert (act.words, act.place) == ("denied", "15–21")
    assert (venue.value, venue.words, venue.place) == ("none", "", "")


def test_evidence_is_one_short_line() -> None:
    """Line breaks become spaces, long evidence is cut, pieces keep their own offsets."""
    words, place = evidence(ARTICLE.text, Decision("speaker", "name", 1, (Span(0, 21), Span(26, 47))))
    assert words == "Joren Maddrick denied … “No gate was opened.”"
    assert place == "0–21, 26–47"
    cut, _ = evidence("word " * 40, Decision("speaker", "name", 1, (Span(0, 200),)))
    assert len(cut) <= 48
    assert cut.endswith("…")
