"""Shapes: what a noun phrase is called by, and what it is where the tables do not know its head."""

import re
from functools import lru_cache

from onrecord.analysis.kinds import head_of, kind_of_head, names_somebody
from onrecord.analysis.words import words
from onrecord.languages.english.common_words import COMMON_WORDS
from onrecord.languages.english.grammar import DETERMINERS, FUNCTION_WORDS
from onrecord.languages.english.nouns import DOCUMENTS, ORGANISATIONS, QUANTIFIERS
from onrecord.terms.statement import Actor, ActorKind

__all__ = ["by_shape", "is_taken_up_as_person", "name_of", "restricted"]

_CLAUSE = re.compile(r"\s(?:who|that|whose)\s[^,;:]{3,120}")
_PERSONAL_NAME = re.compile(r"[^\W\d_a-z][^\W\d_A-Z][\w’'-]*(?: [^\W\d_a-z][^\W\d_A-Z][\w’'-]*){1,2}")
_NOT_PERSONAL = COMMON_WORDS | ORGANISATIONS | DOCUMENTS


def by_shape(core: str, name: str) -> tuple[Actor, str, float]:
    """The actor that a phrase of a head that no table knows is, by its capitals and its ending."""
    parts = words(core)
    if not parts:
        return Actor("unknown", "unknown"), "no words", 0.1
    if _PERSONAL_NAME.fullmatch(core) and not any(part.lower in _NOT_PERSONAL for part in parts):
        return Actor(name, "person"), "a name like a person's that nothing tells more of", 0.4
    begins = next((part for part in parts if part.lower not in DETERMINERS), parts[0])
    if parts[-1].capital and begins.text.islower() and len(parts) > 1:
        kinds = (kind_of_head(part.lower, core) for part in parts[:-1] if not part.capital)
        return (
            Actor(name, next(filter(None, kinds), "organisation")),
            "a description that ends in a name",
            0.4,
        )
    if parts[-1].capital and (len(parts) > 1 or parts[-1].lower not in FUNCTION_WORDS):
        return Actor(name, "organisation"), "a capitalised name that nothing tells more of", 0.4
    kind: ActorKind = "unnamed" if names_somebody(head_of(core)) else "document"
    return Actor(name, kind), "a description that the tables do not know", 0.3


@lru_cache(maxsize=256)
def is_taken_up_as_person(text: str, core: str) -> bool:
    """Whether one capitalised word is followed by "he" or "she" again and again, and seldom by "it"."""
    if not re.fullmatch(r"[^\W\d_a-z][^\W\d_A-Z]{2,}", core) or core.lower() in FUNCTION_WORDS:
        return False
    soon = re.findall(rf"\b{core}\b[^.\n]{{0,60}}?\b(he|she|his|her|him|its?|they)\b", text)
    personal = sum(each not in ("it", "its", "they") for each in soon)
    return personal >= _OFTEN and personal > 2 * (len(soon) - personal)


_OFTEN = 2


def restricted(core: str, phrase: str) -> str:
    """A lone noun keeps the clause that says whom it means ("those who stayed at home")."""
    flat = " ".join(phrase.split())
    lone = len([word for word in words(core) if word.lower not in DETERMINERS]) <= 1
    clause = _CLAUSE.match(flat[len(core) :]) if lone and flat.startswith(core) else None
    return f"{core}{clause.group()}" if clause else core


def name_of(core: str) -> str:
    """What a noun phrase is called by: without its article and whose it is."""
    bare = re.sub(r"^(?:the|its|their|his|her)\s+", "", core, flags=re.IGNORECASE)
    first, _, rest = bare.partition(" ")
    if first.lower() in FUNCTION_WORDS | QUANTIFIERS and not first.isupper():
        return f"{first.lower()} {rest}".strip()
    return bare or core or "unknown"
