"""Statements inside statements."""

from onrecord.analysis.nesting import depths, holders
from onrecord.terms.span import Span
from onrecord.terms.statement import Attribution


def at(*pieces: tuple[int, int]) -> Attribution:
    return Attribution((), (), tuple(Span(*piece) for piece in pieces))


def test_the_tightest_content_holds() -> None:
    """Of two contents that hold a statement, the smaller is the one it is inside."""
    assert holders([at((0, 100)), at((10, 50)), at((20, 30))]) == (None, 0, 1)
    assert depths((None, 0, 1)) == (0, 1, 2)


def test_overlap_is_not_nesting() -> None:
    """A statement that sticks out is inside nothing, and copies do not hold each other."""
    assert holders([at((0, 20)), at((10, 30)), at((10, 30))]) == (None, None, None)
