"""What people judged, given as examples to learn from."""

from collections.abc import Callable
from datetime import UTC, datetime

from onrecord.record.collection import Record
from onrecord.record.values import Run
from onrecord.terms.article import Article
from onrecord.terms.change import FIELDS
from onrecord.terms.span import Span
from onrecord.terms.statement import Decision, Statement

Say = Callable[..., Statement]
Write = Callable[..., Article]

LATER = Run("0.2.0", "another-model", {}, datetime(2026, 4, 1, tzinfo=UTC))


def test_only_what_was_judged_is_given(record: Record, run: Run, say: Say, write: Write) -> None:
    """Each text once, with its judged statements as shown and as found, and whether any is left."""
    decided = (Decision("act", "cue lexicon: said", 0.9, (Span(3, 7),)),)
    for name in ("flood", "copy"):
        article = write(
            "He said that the gate held. He denied the rest.", id=name, url=f"https://{name}.example"
        )
        found = (say(article, "that the gate held", decisions=decided), say(article, "the rest"))
        record.keep(article, found, run)
    other = write("Nobody knew.", id="other")
    record.keep(other, (say(other, "Nobody knew"),), run)
    assert list(record.reviews()) == []
    made = record.judge(found[0].id, changes={"venue": "on the dam"}, by="Ann Ray", note="third paragraph")
    [(text, [review], complete)] = record.reviews()
    assert (text.id, complete) == ("flood", False)
    assert review.found == found[0]
    assert (review.statement.venue, review.reviewed, review.judgements) == (
        "on the dam",
        "corrected",
        (made,),
    )
    assert review.vouched == ("venue",)
    record.judge(found[1].id, verdict="right", by="Ann Ray")
    [(_, reviews, complete)] = record.reviews()
    assert complete
    assert reviews[1].vouched == FIELDS
