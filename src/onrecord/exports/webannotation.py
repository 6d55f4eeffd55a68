"""Statements as annotations of the texts they stand in, in the W3C's Web Annotation Data Model."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC

from onrecord.exports.guide import iso
from onrecord.exports.jsontext import dumped, listed
from onrecord.exports.sheet import Sheet
from onrecord.exports.vocabulary import TERMS, actor_iri, article_iri, outlet_iri, statement_iri
from onrecord.terms.span import Span
from onrecord.terms.statement import Statement

__all__ = ["ANNOTATION_CONTEXT", "annotation_chunks"]

_Node = dict[str, object]

ANNOTATION_CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"onrecord": TERMS})
"""The context of the model, and our own terms beside it."""

_AROUND = 32
"""Code points of the text before and after a quotation that help to find it again."""


def annotation_chunks(sheets: Iterable[Sheet]) -> Iterator[bytes]:
    """One page of annotations, each article's as it comes: one annotation a statement.

    Its targets are the pieces of its source, its cue and its content. Each piece is selected twice, by its
    words and by its place; places count Unicode code points, as the model asks for.
    """
    head: _Node = {
        "@context": list(ANNOTATION_CONTEXT),
        "id": "urn:onrecord:annotations",
        "type": "AnnotationPage",
        "onrecord:unit": "code points",
    }
    before = json.dumps(head, ensure_ascii=False).removesuffix("}") + ',\n"items": '
    items = (dumped(_annotation(sheet, each)) for sheet in sheets for each in sheet.statements)
    return listed(items, before=before, after="}")


def _annotation(sheet: Sheet, statement: Statement) -> _Node:
    roles = (("source", statement.source), ("cue", statement.cue), ("content", statement.content))
    annotation: _Node = {
        "id": statement_iri(statement),
        "type": "Annotation",
        "motivation": "identifying",
        "generator": {"id": "urn:onrecord:software", "type": "Software", "name": "Onrecord"},
        "body": list(_bodies(sheet, statement)),
        "target": [_target(sheet, role, span) for role, spans in roles for span in spans],
        "onrecord:act": statement.act,
        "onrecord:mode": statement.mode,
        "onrecord:form": statement.form,
        "onrecord:status": statement.status,
        "onrecord:hedged": statement.hedged,
        "onrecord:negated": statement.negated,
        "onrecord:confidence": statement.confidence,
    }
    facts = {
        "generated": f"{sheet.read_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if sheet.read_at else None,
        "onrecord:said": statement.said.text if statement.said else None,
        "onrecord:venue": statement.venue,
        "onrecord:outlet": sheet.article.outlet,
        "onrecord:run": sheet.run,
    }
    return annotation | {name: value for name, value in facts.items() if value is not None}


def _bodies(sheet: Sheet, statement: Statement) -> Iterator[Mapping[str, object]]:
    speaker = statement.speaker
    if speaker.kind != "unknown":
        yield {"type": "SpecificResource", "source": actor_iri(sheet, speaker), "purpose": "identifying"}
    told = f"{speaker.name}, {speaker.role}" if speaker.role else speaker.name
    yield {"type": "TextualBody", "value": told, "format": "text/plain", "purpose": "describing"}
    yield {"type": "TextualBody", "value": statement.act, "format": "text/plain", "purpose": "classifying"}


def _target(sheet: Sheet, role: str, span: Span) -> _Node:
    article = sheet.article
    published = iso(article.published, date_only=article.published_date_only)
    facts = {
        "onrecord:published": published,
        "onrecord:publisher": outlet_iri(article.outlet) if article.outlet else None,
        "onrecord:revision": sheet.revision,
    }
    target: _Node = {
        "type": "SpecificResource",
        "source": article_iri(sheet),
        "onrecord:role": role,
        "onrecord:digest": article.digest,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.of(article.text),
                "prefix": article.text[max(0, span.start - _AROUND) : span.start],
                "suffix": article.text[span.end : span.end + _AROUND],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }
    return target | {name: value for name, value in facts.items() if value is not None}
