"""What leads up to a name within its run of capitals and is no part of it."""

from collections.abc import Collection, Sequence

from onrecord.analysis.words import Word
from onrecord.languages.english.common_words import COMMON_WORDS
from onrecord.languages.english.given_names import GIVEN_NAMES
from onrecord.languages.english.nouns import FAITHS, PARTISANS
from onrecord.languages.english.people import EPITHETS, OFFICE_MODIFIERS, OFFICES, PARTICLES, PORTFOLIOS

__all__ = ["full_name_in", "is_given", "is_plain", "without_lead_in"]

_TWO = 2


def is_given(words: Sequence[Word]) -> bool:
    """Whether words begin as a person's full name does: with a given name, or with an initial and one."""
    if not words:
        return False
    initial = len(words) > _TWO and len(words[0].text) == 1 and words[0].capital
    first = words[1] if initial else words[0]
    low = first.lower
    return low not in PARTICLES and (low in GIVEN_NAMES or low.partition("-")[0] in GIVEN_NAMES)


def full_name_in(words: Sequence[Word], surnames: Collection[str]) -> tuple[Word, ...]:
    """The full name that a longer run or a headline holds ("Town Clerk Jo Doe", "The Jo Doe Show").

    Args:
        words: the run.
        surnames: what the article calls somebody by, in lower case; the name must end in one of them.
    """
    for last in range(len(words) - 1, 0, -1):
        if words[last].lower not in surnames or not words[last].capital:
            continue
        for first in (last - 2, last - 1):
            name = tuple(words[first : last + 1]) if first >= 0 else ()
            if name and is_given(name) and all(w.capital and not is_plain(w) for w in name):
                return name
    return ()


def is_plain(word: Word) -> bool:
    """Whether a capitalised word before a surname is no given name ("Young Doe", "Absent Doe")."""
    return word.lower in EPITHETS or (word.lower in COMMON_WORDS and word.lower not in GIVEN_NAMES)


def without_lead_in(name: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a name that follow a title, without its department and what only describes."""
    return _without_lead(_without_verb(_without_department(name)))


def _without_department(name: tuple[Word, ...]) -> tuple[Word, ...]:
    """What is left of "of State Jo Doe" once the office's department is taken off."""
    if not name or name[0].lower not in ("of", "for"):
        return name
    ends = [i for i, word in enumerate(name) if word.lower in PORTFOLIOS]
    return name[ends[0] + 1 :] if ends else ()


def _without_verb(name: tuple[Word, ...]) -> tuple[Word, ...]:
    """What is left of "Regarding Doe" once the word that only begins the sentence is taken off."""
    begins = len(name) > 1 and name[0].lower in COMMON_WORDS and name[0].lower.endswith(("ing", "ed"))
    return name[1:] if begins else name


def _without_lead(name: tuple[Word, ...]) -> tuple[Word, ...]:
    """What is left of "Liberal Oscar-winner Doe" or "Marine Jo Doe" once what only describes is taken off."""
    while len(name) > 1 and _describes(name):
        name = name[1:]
    return name


def _describes(name: Sequence[Word]) -> bool:
    """Whether the first word of a run only describes who is named next ("Certainly Jo Doe")."""
    low, following = name[0].lower, name[1].lower
    if low in OFFICE_MODIFIERS or low in PARTISANS or (low in FAITHS and following in GIVEN_NAMES):
        return True
    if is_plain(name[0]) and len(name) > _TWO and is_given(name[1:]):
        return True
    hyphenated = low.rpartition("-")[2]
    return "-" in low and (
        hyphenated in OFFICES or hyphenated in ("winner", "winning", "born", "based", "elect")
    )
