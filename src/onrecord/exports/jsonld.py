"""Statements as linked data in the words of schema.org."""

import json
from collections.abc import Iterable, Iterator, Mapping

from onrecord.exports.guide import iso
from onrecord.exports.jsontext import dumped, listed
from onrecord.exports.sheet import Sheet
from onrecord.exports.vocabulary import TERMS, actor_iri, article_iri, outlet_iri, statement_iri
from onrecord.terms.span import Spans, words_of
from onrecord.terms.statement import Actor, ActorKind, Statement

__all__ = ["CONTEXT", "jsonld_chunks"]

_Node = dict[str, object]

CONTEXT: Mapping[str, object] = {
    "@vocab": "http://schema.org/",
    "onrecord": TERMS,
    "url": {"@type": "@id"},
    "isPartOf": {"@type": "@id"},
    "creator": {"@type": "@id"},
    "about": {"@type": "@id"},
    "audience": {"@type": "@id"},
    "publisher": {"@type": "@id"},
    "claimInterpreter": {"@type": "@id"},
    "onrecord:for": {"@type": "@id"},
    "onrecord:inside": {"@type": "@id"},
    "onrecord:answers": {"@type": "@id"},
    "datePublished": {"@type": "Date"},
}
"""The context stands in the file, so that it can be read without a network and in ten years; its terms
expand to what schema.org's own context would make of them."""

_TYPES: Mapping[ActorKind, str] = {
    "person": "Person",
    "unnamed": "Person",
    "organisation": "Organization",
    "writer": "NewsMediaOrganization",
    "government": "GovernmentOrganization",
    "group": "Organization",
    "document": "CreativeWork",
}


def jsonld_chunks(sheets: Iterable[Sheet]) -> Iterator[bytes]:
    """One document: a graph with each article's nodes as it comes."""
    context = json.dumps(CONTEXT, ensure_ascii=False)
    nodes = (dumped(node) for sheet in sheets for node in _nodes(sheet))
    return listed(nodes, before=f'{{"@context": {context},\n"@graph": ', after="}")


def _nodes(sheet: Sheet) -> Iterator[_Node]:
    yield _article(sheet)
    met: set[str] = set()
    for statement in sheet.statements:
        for actor in _actors(statement):
            node = _actor(sheet, actor)
            if node is not None and node["@id"] not in met:
                met.add(str(node["@id"]))
                yield node
        yield _statement(sheet, statement)


def _article(sheet: Sheet) -> _Node:
    article = sheet.article
    publisher: _Node = {
        "@id": outlet_iri(article.outlet or ""),
        "@type": "NewsMediaOrganization",
        "name": article.outlet,
    }
    return _without_nothing(
        {
            "@id": article_iri(sheet),
            "@type": "NewsArticle",
            "headline": article.title,
            "url": article_iri(sheet) if article_iri(sheet) == article.url else None,
            "datePublished": iso(article.published, date_only=article.published_date_only),
            "publisher": publisher if article.outlet else None,
            "identifier": article.id,
            **_provenance(sheet),
        }
    )


def _provenance(sheet: Sheet) -> _Node:
    return {
        "onrecord:digest": sheet.article.digest,
        "onrecord:revision": sheet.revision,
        "onrecord:run": sheet.run,
    }


def _actors(statement: Statement) -> Iterator[Actor]:
    yield statement.speaker
    yield from (actor for actor in (statement.on_behalf_of, statement.audience) if actor)
    yield from statement.targets


def _actor(sheet: Sheet, actor: Actor) -> _Node | None:
    if actor.kind == "unknown":
        return None
    person = actor.kind in ("person", "unnamed")
    affiliation: _Node = {"@type": "Organization", "name": actor.affiliation}
    return _without_nothing(
        {
            "@id": actor_iri(sheet, actor),
            "@type": _TYPES[actor.kind],
            "name": actor.name,
            "jobTitle": actor.role if person else None,
            "affiliation": affiliation if person and actor.affiliation else None,
            "onrecord:kind": actor.kind,
            "onrecord:country": actor.country,
        }
    )


def _statement(sheet: Sheet, statement: Statement) -> _Node:
    article = sheet.article
    direct = statement.form == "direct"
    speaker = _reference(sheet, statement.speaker)
    return _without_nothing(
        {
            "@id": statement_iri(statement),
            "@type": "Quotation" if direct else "Claim",
            "text": words_of(article.text, statement.content),
            "creator": speaker,
            "claimInterpreter": None if direct else _publisher(sheet),
            "isPartOf": article_iri(sheet),
            "datePublished": iso(article.published, date_only=article.published_date_only),
            "publisher": _publisher(sheet),
            "audience": _reference(sheet, statement.audience),
            "about": [_reference(sheet, target) for target in statement.targets] or None,
            "onrecord:for": _reference(sheet, statement.on_behalf_of),
            **{f"onrecord:{name}": value for name, value in _fields(sheet, statement).items()},
            **_provenance(sheet),
        }
    )


def _fields(sheet: Sheet, statement: Statement) -> _Node:
    """What schema.org has no word for, under the guide's names."""
    return {
        "act": statement.act,
        "mode": statement.mode,
        "form": statement.form,
        "status": statement.status,
        "said": statement.said.text if statement.said else None,
        "venue": statement.venue,
        "hedged": statement.hedged,
        "negated": statement.negated,
        "confidence": statement.confidence,
        "source": words_of(sheet.article.text, statement.source) or None,
        "cue": words_of(sheet.article.text, statement.cue) or None,
        "sourceSpan": _places(statement.source),
        "cueSpan": _places(statement.cue),
        "contentSpan": _places(statement.content),
        "inside": f"urn:onrecord:statement:{statement.inside}" if statement.inside else None,
        "answers": [f"urn:onrecord:statement:{each}" for each in statement.about] or None,
    }


def _places(spans: Spans) -> list[str] | None:
    return [f"{span.start}-{span.end}" for span in spans] or None


def _publisher(sheet: Sheet) -> str | None:
    return outlet_iri(sheet.article.outlet) if sheet.article.outlet else None


def _reference(sheet: Sheet, actor: Actor | None) -> str | None:
    return None if actor is None or actor.kind == "unknown" else actor_iri(sheet, actor)


def _without_nothing(node: _Node) -> _Node:
    return {name: value for name, value in node.items() if value is not None}
