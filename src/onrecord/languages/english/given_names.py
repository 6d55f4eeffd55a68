"""Given names and the sex that bears them, from a table of twenty thousand.

The rows of ``given_names.txt`` are the names of the United States census of 1990 and of Faker's lists for
every language that writes in Latin letters; ``training/tables/given_names.py`` lays it down.
"""

from importlib.resources import files

__all__ = ["FEMALE_NAMES", "GIVEN_NAMES", "MALE_NAMES"]

_ROWS: tuple[tuple[str, str], ...] = tuple(
    (name, mark)
    for name, _, mark in (
        row.partition(" ")
        for row in files(__package__).joinpath("given_names.txt").read_text(encoding="utf-8").splitlines()
    )
)

GIVEN_NAMES: frozenset[str] = frozenset(name for name, _ in _ROWS)
"""Every given name of the table, in lower case."""

FEMALE_NAMES: frozenset[str] = frozenset(name for name, mark in _ROWS if mark == "f")
"""Those that women bear."""

MALE_NAMES: frozenset[str] = frozenset(name for name, mark in _ROWS if mark == "m")
"""Those that men bear."""
