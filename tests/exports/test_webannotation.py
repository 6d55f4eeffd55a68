"""Annotations are as the W3C's model asks for, and their selectors find the words."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import sheets
from hypothesis import given, settings
from pyld import jsonld

from onrecord.exports.sheet import Sheet
from onrecord.exports.webannotation import annotation_chunks

SCHEMAS = Path(__file__).parent / "schemas"
SCHEMA = json.loads((SCHEMAS / "webannotation.schema.json").read_text(encoding="utf-8"))
CONTEXT = json.loads((SCHEMAS / "anno.context.json").read_text(encoding="utf-8"))
OA = "http://www.w3.org/ns/oa#"


def written(*given_: Sheet) -> dict[str, Any]:
    page: dict[str, Any] = json.loads(b"".join(annotation_chunks(given_)))
    return page


def test_the_newsroom_is_as_the_model_asks() -> None:
    """Every annotation of the sample articles has what the model says it must have."""
    jsonschema.validate(written(*sheets.sheets()), SCHEMA)


@settings(max_examples=40, deadline=None)
@given(sheets.SHEETS)
def test_both_selectors_find_the_words(sheet: Sheet) -> None:
    """Whatever the text: places in code points yield the quoted words, with what stands round them."""
    page = written(sheet)
    jsonschema.validate(page, SCHEMA)
    assert page["onrecord:unit"] == "code points"
    text = sheet.article.text
    for statement, annotation in zip(sheet.statements, page["items"], strict=True):
        spans = [*statement.source, *statement.cue, *statement.content]
        for span, target in zip(spans, annotation["target"], strict=True):
            quote, place = target["selector"]
            assert (place["start"], place["end"]) == (span.start, span.end)
            assert quote["exact"] == span.of(text)
            assert text[: span.start].endswith(quote["prefix"])
            assert text[span.end :].startswith(quote["suffix"])


def test_it_expands_to_the_vocabulary() -> None:
    """Read as linked data, without a network, the annotations have bodies, targets and selectors."""

    def bundled(address: str, _: object) -> dict[str, object]:
        assert address == "http://www.w3.org/ns/anno.jsonld"
        return {"contextUrl": None, "documentUrl": address, "document": CONTEXT}

    (page,) = jsonld.expand(written(sheets.sheets()[0]), {"documentLoader": bundled})
    (items,) = page["http://www.w3.org/ns/activitystreams#items"]
    first = items["@list"][0]
    assert first["@type"] == [f"{OA}Annotation"]
    target = first[f"{OA}hasTarget"][0]
    kinds = [selector["@type"][0] for selector in target[f"{OA}hasSelector"]]
    assert kinds == [f"{OA}TextQuoteSelector", f"{OA}TextPositionSelector"]
    assert target[f"{OA}hasSource"] == [{"@id": sheets.sheets()[0].article.url}]
    assert target["urn:onrecord:terms:role"] == [{"@value": "source"}]
