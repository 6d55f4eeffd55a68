"""Names that the formats of the web of data share: identifiers of our things, and our own terms."""

from urllib.parse import quote, urlsplit

from onrecord.exports.sheet import Sheet
from onrecord.terms.statement import Actor, Statement

__all__ = ["TERMS", "actor_iri", "article_iri", "outlet_iri", "statement_iri"]

TERMS = "urn:onrecord:terms:"
"""What our own terms begin with: the fields of the guide, under the guide's names."""

_ALLOWED = "-._~"


def statement_iri(statement: Statement) -> str:
    """A statement."""
    return f"urn:onrecord:statement:{_part(statement.id)}"


def article_iri(sheet: Sheet) -> str:
    """An article: its own address if it has one that names it, else a name made from its id."""
    address = sheet.article.url or ""
    if _is_address(address):
        return address
    return f"urn:onrecord:article:{_part(sheet.article.id)}"


def actor_iri(sheet: Sheet, actor: Actor) -> str:
    """An actor across articles where that is known; else as this article names them."""
    known = sheet.actors.get(actor)
    if known is not None:
        return f"urn:onrecord:actor:{_part(known)}"
    return f"urn:onrecord:mention:{sheet.article.digest[:16]}:{_part(actor.kind)}:{_part(actor.name)}"


def outlet_iri(name: str) -> str:
    """An outlet."""
    return f"urn:onrecord:outlet:{_part(name)}"


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    # Whatever is no part of an address (white space, quotation marks, other letters) would not be read back.
    plain = quote(address.encode("utf-8", "replace"), safe=":/?#[]@!$&'()*+,;=%-._~") == address
    return parts.scheme in ("http", "https") and bool(parts.netloc) and plain


def _part(text: str) -> str:
    return quote(text.encode("utf-8", "replace"), safe=_ALLOWED) or "-"
