"""The outlet in its own report: an actor called as it is, or by a part of its name, is the writer."""

from onrecord.analysis.words import words
from onrecord.terms.statement import Actor

__all__ = ["writer_or"]


def writer_or(actor: Actor, outlet: str | None) -> Actor:
    """The writer if the actor is called as the outlet or by a part of its name, else the actor itself."""
    own = {word.lower for word in words(actor.name)} - {"the"}
    whole = {word.lower for word in words(outlet or "")} - {"the"}
    if outlet is None or not own or not own <= whole or actor.kind not in ("organisation", "unnamed"):
        return actor
    return Actor(outlet, "writer", country=actor.country)
