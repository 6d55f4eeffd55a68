"""Records to show: the annotated newsroom, and a shelf of articles that are hard to show."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from onrecord.pipeline import link
from onrecord.record.opening import open_record
from onrecord.record.values import Run
from onrecord.terms.article import Article
from onrecord.terms.origin import Origin
from onrecord.terms.span import Span, Spans
from onrecord.terms.statement import (
    UNKNOWN,
    Actor,
    Attribution,
    Decision,
    Said,
    Statement,
    statement_id,
)

GOLD = Path(__file__).parents[1] / "golden" / "newsroom.jsonl"

MADDRICK = Actor("Joren Maddrick", "person", "government spokesman", "Government of Verrin", "XA")
ARABIC = Actor("عبد الرحمن بن محمد الهاشمي", "person", "وزير المياه", None, "XC")
LONG = Actor(
    "Maria-Magdalena Wilhelmine Freifrau von und zu Oberhohenstein-Unterniederlangenbachhausen",
    "person",
    "Permanent Under-Secretary-General for the Coordination of Transboundary Hydrological Affairs",
    "Assembly of Basin States",
)
OFFICIAL = Actor("a senior official", "unnamed")

Held = tuple[Article, Sequence[Statement]]


def write(path: Path, held: Iterable[Held]) -> Path:
    """A record of these articles, linked as a reading links it."""
    with open_record(path, create=True) as record:
        run = Run(software="test", model="0" * 64, started=datetime(2026, 3, 1, tzinfo=UTC))
        for article, statements in held:
            record.keep(article, statements, run)
        link(record)
        record.end(run)
    return path


def newsroom() -> list[Held]:
    """The articles of the sample newsroom that were annotated by hand."""
    return [_from_guide(json.loads(row)) for row in GOLD.read_text(encoding="utf-8").splitlines()]


def _from_guide(row: Mapping[str, Any]) -> Held:
    article = Article(
        id=row["id"],
        text=row["text"],
        title=row["title"],
        outlet=row["outlet"],
        published=datetime.fromisoformat(row["published"]),
        url=f"https://news.example/{row['id']}",
        origin=Origin(f"newsroom/{row['id']}.txt"),
    )
    ids = {one["id"]: statement_id(article.digest, _attribution(one)) for one in row["statements"]}
    statements = {ids[one["id"]]: _statement(one, ids) for one in row["statements"]}
    return article, sorted(statements.values(), key=lambda one: min(one.content + one.source + one.cue))


def _statement(one: Mapping[str, Any], ids: Mapping[str, str]) -> Statement:
    found = _attribution(one)
    return Statement(
        id=ids[one["id"]],
        source=found.source,
        cue=found.cue,
        content=found.content,
        form=one["form"],
        mode=one["mode"],
        act=one["act"],
        speaker=Actor(**one["speaker"]),
        on_behalf_of=Actor(**one["for"]) if one["for"] else None,
        audience=Actor(**one["audience"]) if one["audience"] else None,
        venue=one["venue"],
        said=Said(one["said"]) if one["said"] else None,
        targets=tuple(Actor(**target) for target in one["targets"]),
        status=one["status"],
        hedged=one["hedged"],
        negated=one["negated"],
        inside=ids[one["inside"]] if one["inside"] else None,
        about=tuple(ids[each] for each in one["about"]),
        confidence=0.86,
        decisions=(
            Decision("act", "cue lexicon: said", 0.93),
            Decision("speaker", "name in the source", 0.9),
            Decision("said", "weekday before the date of publication", 0.97),
        ),
    )


def _attribution(one: Mapping[str, Any]) -> Attribution:
    return Attribution(_spans(one["source"]), _spans(one["cue"]), _spans(one["content"]))


def _spans(pairs: Iterable[Sequence[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)


def say(article: Article, content: str, **fields: Any) -> Statement:  # noqa: ANN401 (any field)
    """A statement of an article whose content are these words; the words of other roles may be given."""
    spans = {role: _where(article.text, fields.pop(role, "")) for role in ("source", "cue")}
    found = Attribution(spans["source"], spans["cue"], _where(article.text, content))
    plain = Statement(
        id=statement_id(article.digest, found),
        source=found.source,
        cue=found.cue,
        content=found.content,
        form="direct",
        mode="speech",
        act="say",
        speaker=MADDRICK,
    )
    return replace(plain, **fields)


def _where(text: str, words: str) -> Spans:
    if not words:
        return ()
    start = text.index(words)
    return (Span(start, start + len(words)),)


def shelf() -> list[Held]:
    """Articles that are hard to show: markup in words, two versions, other scripts, great length, no date."""
    return [_markup(), *_versions(), _scripts(), _endless(), _bare()]


def _markup() -> Held:
    text = (
        "Gates & <b>levers</b>\n\n"
        '"<script>alert(1)</script> was never run," Joren Maddrick said & sighed.\n\n'
        "The flood, a senior official believes, was “rain”.\n\n"
        "Photograph: Marten Ilves"
    )
    article = Article(
        id="odd/name & <id>",
        text=text,
        title='Gates & <b>levers</b> "tested"',
        outlet="The Ostrel <i>Courier</i>",
        published=datetime(2026, 2, 20, 6, 30, tzinfo=UTC),
        url="javascript:alert(1)",
        origin=Origin("inbox/<odd>.jsonl", 3),
        furniture=_where(text, "Photograph: Marten Ilves"),
        captions=_where(text, "“rain”"),
    )
    return article, [
        say(article, '"<script>alert(1)</script> was never run,"', source="Joren Maddrick", cue="said"),
        say(
            article,
            "The flood, a senior official believes, was “rain”",
            source="a senior official",
            cue="believes",
            speaker=OFFICIAL,
            form="mixed",
            act="believe",
            mode="thought",
            hedged=True,
            confidence=0.31,
        ),
    ]


def _versions() -> list[Held]:
    held: list[Held] = []
    for hour, words in ((6, "I spoke in good faith."), (9, "I was told to speak.")):
        article = Article(
            id="versions",
            text=f"The spokesman broke his silence.\n\n“{words}” He denied the rest.\n",
            title="A man who speaks",
            outlet="Channel North",
            published=datetime(2026, 2, 16, 6, tzinfo=UTC),
            modified=datetime(2026, 2, 16, hour, tzinfo=UTC) if hour > 6 else None,
            url="https://channelnorth.example/spokesman",
        )
        held.append(
            (
                article,
                [
                    say(
                        article, f"“{words}”", audience=Actor("Channel North", "writer"), venue="at his home"
                    ),
                    say(article, "the rest", source="He", cue="denied", act="deny", speaker=UNKNOWN),
                ],
            )
        )
    return held


def _scripts() -> Held:
    text = (
        "قال عبد الرحمن بن محمد الهاشمي: «لن نغلق السد».\n\n"
        f"{LONG.name} demanded that both sides “read the Convention aloud, together, in one room”."
    )
    article = Article(
        id="scripts",
        text=text,
        title="«لن نغلق السد»",
        outlet="صحيفة الحوض",
        published=datetime(2026, 2, 18, tzinfo=UTC),
    )
    return article, [
        say(article, "«لن نغلق السد»", source=ARABIC.name, cue="قال", speaker=ARABIC, act="refuse"),
        say(
            article,
            "that both sides “read the Convention aloud, together, in one room”",
            source=LONG.name,
            cue="demanded",
            speaker=LONG,
            act="demand",
            form="mixed",
            status="repeats",
            said=Said("2026-02-10/2026-02-17"),
        ),
    ]


def _endless() -> Held:
    words = " ".join(f"word{n}" for n in range(3000)) + " " + "unbroken" * 40
    text = f"“{words},” Joren Maddrick told the inquiry.\n"
    article = Article(
        id="endless", text=text, title="Three thousand words", published=datetime(2026, 2, 21, tzinfo=UTC)
    )
    return article, [say(article, f"“{words},”", source="Joren Maddrick", cue="told")]


def _bare() -> Held:
    article = Article(id="bare", text='"Nothing is known of me."')
    return article, [say(article, '"Nothing is known of me."', speaker=UNKNOWN)]
