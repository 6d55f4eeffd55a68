import json
from dataclasses import replace
from datetime import UTC, datetime

from onrecord.exports.corrections import as_example, corrections_jsonl
from onrecord.exports.guide import from_guide
from onrecord.terms.article import Article
from onrecord.terms.change import change, corrected
from onrecord.terms.judgement import Judgement, Opinion, Review
from onrecord.terms.span import Span
from onrecord.terms.statement import Actor, Statement

ARTICLE = Article("gate", "Orlin said the gates held.", "Gates", "Courier", datetime(2026, 2, 7, tzinfo=UTC))
FOUND = Statement(
    "0" * 16,
    (Span(0, 5),),
    (Span(6, 10),),
    (Span(11, 25),),
    "indirect",
    "speech",
    "say",
    Actor("Kessa Orlin", "person"),
)
CHANGES = (change("act", "deny"), change("content", [[11, 20]]))
SHOWN = corrected(FOUND, CHANGES, by="Ann Ray")


def review(verdict: str = "corrected", *, by: str = "Ann Ray") -> Review:
    """What one reviewer judged."""
    changes = CHANGES if verdict == "corrected" else ()
    opinion = Opinion(FOUND.id, ARTICLE.digest, verdict, changes, FOUND)  # type: ignore[arg-type]
    made = Judgement("f" * 16, by, datetime(2026, 3, 1, 12, tzinfo=UTC), opinion, "heard it")
    shown = SHOWN if verdict == "corrected" else FOUND
    return Review(shown, FOUND, verdict, (made,))  # type: ignore[arg-type]


def test_an_example_says_who_judged_what() -> None:
    """A corrected statement is given as it was put right, with what was found and who vouches for what."""
    example = as_example(ARTICLE, [review()], complete=False)
    [statement] = example["statements"]
    assert (statement["act"], statement["content"]) == ("deny", [[11, 20]])
    note = statement["reviewed"]
    assert (note["verdict"], note["by"], note["note"]) == ("corrected", ["Ann Ray"], "heard it")
    assert note["at"] == "2026-03-01T12:00:00+00:00"
    assert note["fields"] == ["content", "act"]
    assert note["found"] is not None
    assert note["found"]["act"] == "say"
    assert (example["digest"], example["complete"]) == (ARTICLE.digest, False)


def test_what_is_wrong_stands_apart() -> None:
    """A statement that is none is no example of one, and is there to learn from all the same."""
    example = as_example(ARTICLE, [review("wrong"), review("right", by="Ben Oak")], complete=True)
    assert [each["reviewed"]["verdict"] for each in example["statements"]] == ["right"]
    assert [each["reviewed"]["verdict"] for each in example["rejected"]] == ["wrong"]
    assert example["statements"][0]["reviewed"]["found"] is None


def test_examples_are_in_the_schema_of_the_guide() -> None:
    """Whatever reads the guide's schema reads a line of the corrections."""
    [line] = b"".join(corrections_jsonl([(ARTICLE, [review()], True)])).decode().splitlines()
    article, statements = from_guide(json.loads(line))
    assert article == ARTICLE
    assert statements == (replace(SHOWN, decisions=()),)
