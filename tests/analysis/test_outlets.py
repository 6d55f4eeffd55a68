"""The outlet by its own name, in parts, short forms and as its own work."""

import pytest

from onrecord.analysis.outlets import called_in_full, writer_or
from onrecord.terms.statement import Actor, ActorKind


@pytest.mark.parametrize(
    ("name", "kind", "outlet", "called"),
    [
        ("Courier", "organisation", "The Ostrel Courier", "The Ostrel Courier"),
        ("The Tarrow Courier", "organisation", "tarr-cour", "The Tarrow Courier"),
        ("The Tarrow Courier", "organisation", "ttc", None),
        ("Tarrow Courier", "organisation", "tc", "Tarrow Courier"),
        ("a Courier investigation", "document", "The Ostrel Courier", "The Ostrel Courier"),
        ("Courier poll", "document", "The Ostrel Courier", None),
        ("Harbour Gazette", "organisation", "The Ostrel Courier", None),
    ],
)
def test_the_outlet_is_the_writer(name: str, kind: ActorKind, outlet: str, called: str | None) -> None:
    """A part of its name, an abbreviation of it and its own reporting are the writer."""
    found = writer_or(Actor(name, kind), outlet)
    assert (found.kind, found.name) == (("writer", called) if called else (kind, name))


@pytest.mark.parametrize(
    ("text", "outlet", "called"),
    [
        ("She told the Tarrow Courier.", "tarr-cour", "Tarrow Courier"),
        ("It rained.", "nyt", "New York Times"),
        ("It rained.", "The Harbour Gazette", "The Harbour Gazette"),
        ("TARROW (AFP) — It rained.", "courier", "AFP"),
        ("It rained.", None, None),
    ],
)
def test_the_writer_is_called_in_full(text: str, outlet: str | None, called: str | None) -> None:
    """The agency of the dateline, the report's own name for the outlet, or the one that everybody knows."""
    assert called_in_full(text, outlet, [Actor("Tarrow Courier", "organisation")]) == called
