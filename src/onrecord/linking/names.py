"""What a name is made of, as far as it takes to see that two are the same."""

from collections.abc import Iterator
from typing import TypeAlias

from onrecord.terms.entity import folded

__all__ = [
    "NAMELESS",
    "Words",
    "initials",
    "is_acronym",
    "is_description",
    "is_surname",
    "person_words",
    "short_forms",
    "thing_words",
]

Words: TypeAlias = tuple[str, ...]
"""The words of a name, folded: no accents, no case, no punctuation."""

NAMELESS = frozenset({"", "unknown", "unspecified", "unnamed", "anonymous"})
"""Names of nobody: what stands where no name could be given."""

_HONORIFICS = frozenset(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness count countess president vice
    premier chancellor senator sen representative rep congressman congresswoman governor gov mayor judge
    justice minister ambassador general gen colonel col captain capt lieutenant lt sergeant sgt major
    admiral king queen prince princess pope cardinal bishop archbishop father sister brother reverend rev
    rabbi imam sheikh ayatollah monsieur madame herr frau senor senora don dona signor signora
    """.split()  # noqa: SIM905 - a table is read as a table
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES = frozenset(
    "von van der den de del della di da dos du le la ten ter zu al el bin ibn ben abu o mac mc st".split()  # noqa: SIM905
)
_INDEFINITE = frozenset(
    "a an some several many most few two three other another one his her their its".split()  # noqa: SIM905
)
_SMALL = frozenset("of the for and on in to at de la le du des et y und der die fur".split())  # noqa: SIM905

_FAMILY_FIRST = frozenset({"CN", "HK", "KP", "KR", "TW"})
"""Countries whose people are called by the first word of their name: Xi Jinping is Mr Xi."""


def person_words(name: str) -> Words:
    """The words of a person's name without honorifics; of an honorific alone, that.

    A double name is one word: Vane-Tulloch is nobody whose first name is Vane.

    >>> person_words("Sen. Hester Vane-Tulloch")
    ('hester', 'vane-tulloch')
    """
    words = tuple("-".join(whole.split()) for part in name.split() if (whole := folded(part)))
    start = next((at for at, word in enumerate(words) if word not in _HONORIFICS), 0)
    return words[start:]


def thing_words(name: str) -> Words:
    """The words of an organisation's or a state's name, without an article before it."""
    words = tuple(folded(name).split())
    return words[1:] if words[:1] == ("the",) and len(words) > 1 else words


def is_surname(words: Words) -> bool:
    """Whether these are the words by which a person is named without their first name.

    >>> is_surname(("von", "der", "leyen")), is_surname(("ursula", "von", "der", "leyen"))
    (True, False)
    """
    core = words[:-1] if words[-1:] and words[-1] in _SUFFIXES else words
    return len(core) == 1 or (len(core) > 1 and core[0] in _PARTICLES)


def short_forms(words: Words, countries: frozenset[str]) -> Iterator[Words]:
    """What a person of this full name may be called: the name less its first words, or its first word
    where family names come first.

    A name with "Jr" is not shortened to one without.
    """
    for start in range(1, len(words)):
        if words[start] not in _SUFFIXES:
            yield words[start:]
    if countries & _FAMILY_FIRST and len(words) > 1:
        yield words[:1]


def is_acronym(name: str) -> bool:
    """Whether a name may be the initials of a longer one: FBI, U.N., but not Nato or NASA Watch."""
    letters = name.replace(".", "")
    return len(letters) in range(2, 7) and letters.isalpha() and letters.isupper()


def initials(words: Words) -> str:
    """The first letters of the words that count: ``epa`` of the Environmental Protection Agency."""
    return "".join(word[0] for word in words if word not in _SMALL)


def is_description(name: str, *, person: bool) -> bool:
    """Whether this says what somebody is and not who: it may be somebody else in the next article.

    >>> [is_description(name, person=False) for name in ("an appeals court", "polls", "Supreme Court")]
    [True, True, False]
    """
    words = folded(name).split()
    if words and words[0] in _INDEFINITE and len(words) > 1:
        return True
    if person:
        return words[:1] == ["the"]
    return name == name.lower() and name != name.upper()
