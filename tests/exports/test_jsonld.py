"""JSON-LD is read back by an independent reader, without a network, as statements of schema.org."""

import json

import pytest
import sheets
from hypothesis import given, settings
from pyld import jsonld
from rdflib import RDF, Graph, Namespace, URIRef

from onrecord.exports.jsonld import jsonld_chunks
from onrecord.exports.sheet import Sheet
from onrecord.exports.vocabulary import TERMS
from onrecord.terms.span import words_of

# The reader's own doing: it warns of a class of its own that it uses itself.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SCHEMA = Namespace("http://schema.org/")
OURS = Namespace(TERMS)


def written(*given_: Sheet) -> str:
    return b"".join(jsonld_chunks(given_)).decode()


def test_every_statement_is_a_quotation_or_a_claim() -> None:
    """Direct words are quotations and all else claims, by who made them and with their words."""
    all_ = sheets.sheets()
    graph = Graph().parse(data=written(*all_), format="json-ld")
    for sheet in all_:
        for statement in sheet.statements:
            node = URIRef(f"urn:onrecord:statement:{statement.id}")
            kind = SCHEMA.Quotation if statement.form == "direct" else SCHEMA.Claim
            assert (node, RDF.type, kind) in graph
            assert str(graph.value(node, OURS.act)) == statement.act
            assert str(graph.value(node, OURS.digest)) == sheet.article.digest
            words = words_of(sheet.article.text, statement.content)
            assert words in {str(each) for each in graph.objects(node, SCHEMA.text)}
            speaker = graph.value(node, SCHEMA.creator)
            known = statement.speaker.kind != "unknown"
            assert (str(graph.value(speaker, SCHEMA.name)) if speaker else None) == (
                statement.speaker.name if known else None
            )


def test_articles_have_their_outlet_and_address() -> None:
    """A statement is part of an article, and the article has a publisher."""
    sheet = sheets.sheets()[0]
    graph = Graph().parse(data=written(sheet), format="json-ld")
    article = URIRef(str(sheet.article.url))
    statement = URIRef(f"urn:onrecord:statement:{sheet.statements[0].id}")
    assert graph.value(statement, SCHEMA.isPartOf) == article
    assert str(graph.value(graph.value(article, SCHEMA.publisher), SCHEMA.name)) == sheet.article.outlet


@settings(max_examples=40, deadline=None)
@given(sheets.SHEETS)
def test_anything_expands_to_all_of_its_nodes(sheet: Sheet) -> None:
    """Whatever names and addresses there are, every node keeps its name and no term is lost."""
    expanded = jsonld.expand(json.loads(written(sheet)))
    found = [node["@id"] for node in expanded if node["@type"][0].endswith(("Quotation", "Claim"))]
    assert found == [f"urn:onrecord:statement:{statement.id}" for statement in sheet.statements]
    plain = json.loads(written(sheet))["@graph"]
    lost = [
        name
        for node in plain
        if "onrecord:act" in node
        for name in node
        if not name.startswith("@") and name != "onrecord:act"
        for whole in expanded
        if whole["@id"] == node["@id"]
        and not {f"{SCHEMA}{name}", name.replace("onrecord:", TERMS)} & set(whole)
    ]
    assert lost == []
