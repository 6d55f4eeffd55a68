"""The page on exporting: an example of every format, written by the formats themselves."""
# ruff: noqa: E501 (the lines of a page are as long as a page has them)

import csv
import io
import json
import re
from datetime import UTC, datetime
from importlib.resources import files
from textwrap import shorten
from typing import Any

from onrecord.cleaning.articles import clean
from onrecord.exports.formats import FORMATS
from onrecord.exports.gdelt import EVENT_COLUMNS, MENTION_COLUMNS
from onrecord.exports.sheet import Sheet
from onrecord.terms.article import Article
from onrecord.terms.origin import Origin
from onrecord.terms.page import Page
from onrecord.terms.span import Span, Spans
from onrecord.terms.statement import Act, Actor, Attribution, Form, Said, Statement, statement_id

__all__ = ["page"]

_NAME = "2026-02-02-meridian-wire-korvane-flood"
_LONGEST = 100
_MADDRICK = Actor("Joren Maddrick", "person", "government spokesman", "Government of Verrin", "XA")
_CALMORA = Actor("Calmora", "government", country="XB")
_VERRIN = Actor("Verrin", "government", country="XA")

_INTRO = """# Take a record elsewhere

<!-- Written by docs/reference/write.py; change docs/reference/export_page.py and run `make docs`. -->

`onrecord export` writes everything that a record holds, or what a search finds in it, as a file for other programs. It takes
the words and the filters of `onrecord search`, and passes the articles through one after the other, so that a record of any
size fits. What is exported is the record of one moment, whatever is read into it meanwhile.

```console
$ onrecord export --db news.db > news.jsonl
$ onrecord export "yellow telephone" --speaker maddrick --db news.db --format csv --out maddrick.csv
```

A file named with `--out` appears when it is whole: a full disk or Ctrl-C leaves what was there before.

Whatever the format, each statement names its outlet, address, date of publication, the SHA-256 of the text that its offsets
count in, and the run that read it. Offsets are half-open and count Unicode code points. What people judged wrong is left out, and
what they put right is as they put it. [The reference](../reference/formats.md) lists the formats and every column;
[decision 9](../decisions/0009-one-meaning-in-many-formats.md) says why each says what it says. `onrecord extract --format`
writes the same formats, all but Parquet, for articles that are in no record, and [the API](api.md) all of them.

The examples are two statements of the [sample newsroom](../sample-newsroom.md), written by the formats themselves.
"""

_OUTRO = """## Which events

An act is an event by its code in the guide: `accuse` is PLOVER's ACCUSE and CAMEO's 112. Acts without a code (`believe`, `want`,
`fear`) are no events; public statements and appeals have a CAMEO code but no PLOVER event. What a ruling is told by its words (a
ban, a sentence, a veto), and so is whether a forecast is good or bad. A statement that is `negated` was not made, and is no event;
neither is one without a day.
"""

_TOLD = {
    "jsonl": "An article a line, with its text and its statements in the guide's schema: for programs of your own, and for reading into another model.",
    "json": "The same articles as one JSON list.",
    "csv": "A statement a row, for spreadsheets and data frames. Cells that a spreadsheet would run get an apostrophe.",
    "parquet": "The same table with types, for pyarrow, DuckDB, pandas, Spark. It needs pyarrow: `pip install 'onrecord[parquet]'`.",
    "jsonld": "Linked data in the words of schema.org; the context stands in the file, so that no network is needed. Read it with any reader of JSON-LD.",
    "webannotation": "Annotations for Hypothesis, Recogito and other readers of the W3C's model. Each piece is selected by its words and by its place.",
    "tei": "A TEI corpus for philologists' tools, valid by the TEI Consortium's schema. The characters of each body in a row are the text as read.",
    "plover": "Political events, one JSON object a line, with the fields of PLOVER's manual. Only acts that PLOVER has are among them.",
    "gdelt": "The 61 columns of GDELT 2.0's event table, tabs between them and no heading, so that what reads GDELT reads this. Here are those that are not empty:",
    "gdelt-mentions": "GDELT's other table: where each event is mentioned. It names the outlet, and in `Extras` what the event leads back to.",
}  # fmt: skip


def page() -> str:
    """Every format with its command and what comes of it."""
    sheet = _sheet()
    parts = [_INTRO]
    for name, form in FORMATS.items():
        command = f"$ onrecord export --db news.db --format {name} --out news{form.suffix}"
        parts += [f"## {name}\n", f"{_TOLD[name]}\n", f"```console\n{command}\n```\n", _example(name, sheet)]
    return "\n".join([*parts, _OUTRO])


def _sheet() -> Sheet:
    """The first two paragraphs of an article with one statement from each."""
    data = files("onrecord").joinpath("newsroom", f"{_NAME}.txt").read_bytes()
    whole = clean(Page(Origin(f"{_NAME}.txt"), "text/plain", data, _NAME))
    text = "\n\n".join(whole.text.split("\n\n")[:2])
    article = Article(
        _NAME, text, whole.title, whole.outlet, whole.published, url=whole.url, origin=whole.origin
    )
    accused = re.search(r"of opening the gates.*homes", text)
    if accused is None:
        message = f"{_NAME}: the article of the example is another one now"
        raise ValueError(message)
    statements = (
        _statement(
            article,
            ("Calmora", "accused", accused[0]),
            act="accuse",
            form="indirect",
            speaker=_CALMORA,
            target=_VERRIN,
        ),
        _statement(
            article,
            ("government spokesman Joren Maddrick", "told", '"No gate was opened,"'),
            act="deny",
            form="direct",
            speaker=_MADDRICK,
            target=_CALMORA,
        ),
    )
    read_at = datetime(2026, 3, 1, 12, tzinfo=UTC)
    ids = {_MADDRICK: "joren-maddrick", _CALMORA: "calmora", _VERRIN: "verrin"}
    return Sheet(article, statements, revision=1, run="9c56cc51b374c3ba", read_at=read_at, actors=ids)


def _statement(
    article: Article, words: tuple[str, str, str], *, act: Act, form: Form, speaker: Actor, target: Actor
) -> Statement:
    source, cue, content = (_spans(article.text, piece) for piece in words)
    return Statement(
        id=statement_id(article.digest, Attribution(source, cue, content)),
        source=source,
        cue=cue,
        content=content,
        form=form,
        mode="speech",
        act=act,
        speaker=speaker,
        audience=Actor("reporters", "group") if act == "deny" else None,
        said=Said("2026-02-02"),
        targets=(target,),
        confidence=0.93,
    )


def _spans(text: str, words: str) -> Spans:
    start = text.index(words)
    return (Span(start, start + len(words)),)


def _example(name: str, sheet: Sheet) -> str:
    if name == "parquet":
        asked = "select speaker, content from 'news.parquet' where act = 'deny' order by published"
        return f'```console\n$ duckdb -c "{asked}"\n```\n'
    written = b"".join(FORMATS[name].write([sheet])).decode()
    language, text = _SHOWN.get(name, _lines)(written)
    return f"```{language}\n{text}\n```\n"


def _short(value: object) -> object:
    """A value with long texts cut, as an example shows it."""
    if isinstance(value, dict):
        return {key: _short(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_short(each) for each in value]
    return f"{value[:_LONGEST]} …" if isinstance(value, str) and len(value) > _LONGEST else value


def _json(value: object) -> tuple[str, str]:
    text = json.dumps(_short(value), ensure_ascii=False, indent=2)
    # Places are read best on one line.
    return "json", re.sub(r"\[\s+(\d+),\s+(\d+)\s+\]", r"[\1, \2]", text)


def _article_json(written: str) -> tuple[str, str]:
    article = json.loads(written)
    return _json({**article, "statements": article["statements"][1:]})


def _list(written: str) -> tuple[str, str]:
    article = json.loads(written)[0]
    return "text", f'[\n{{"id": "{article["id"]}", "title": "{article["title"]}", …}},\n…\n]'


def _one_of(key: str) -> Any:  # noqa: ANN401 - a function like the others
    def shown(written: str) -> tuple[str, str]:
        whole = json.loads(written)
        return _json({**whole, key: ["…", whole[key][-1]]})

    return shown


def _record(written: str) -> tuple[str, str]:
    return _json(json.loads(written.splitlines()[0]))


def _table(written: str) -> tuple[str, str]:
    heading, _, row = csv.reader(io.StringIO(written))
    cells = zip(heading, row, strict=True)
    return "text", "\n".join(
        f"{name:20} {shorten(cell, 80, placeholder=' …')}" for name, cell in cells if cell
    )


def _tabs(columns: tuple[str, ...]) -> Any:  # noqa: ANN401 - a function like the others
    def shown(written: str) -> tuple[str, str]:
        cells = zip(columns, written.splitlines()[0].split("\t"), strict=True)
        return "text", "\n".join(f"{name:22} {cell}" for name, cell in cells if cell not in ("", "0"))

    return shown


def _xml(written: str) -> tuple[str, str]:
    person = re.search(r"<person .*?</person>", written, re.DOTALL)
    said = re.search(r"<p>Verrin rejected.*?</p>", written, re.DOTALL)
    found = [each[0] for each in (person, said) if each]
    return "xml", "\n…\n".join(re.sub(r"(?<=>)(?=<said|<seg)", "\n", each) for each in found)


def _lines(written: str) -> tuple[str, str]:
    return "text", written


_SHOWN = {
    "jsonl": _article_json,
    "json": _list,
    "csv": _table,
    "jsonld": _one_of("@graph"),
    "webannotation": _one_of("items"),
    "tei": _xml,
    "plover": _record,
    "gdelt": _tabs(EVENT_COLUMNS),
    "gdelt-mentions": _tabs(MENTION_COLUMNS),
}
