"""Which statement stands inside another one's content ("A said that B had said")."""

from collections.abc import Sequence

from onrecord.terms.span import Spans
from onrecord.terms.statement import Attribution

__all__ = ["depths", "holders"]


def holders(attributions: Sequence[Attribution]) -> tuple[int | None, ...]:
    """For each attribution, the number of the one whose content holds all of it; the tightest of several."""
    found: list[int | None] = [None] * len(attributions)
    pieces = sorted((c.start, c.end, n) for n, a in enumerate(attributions) for c in a.content)
    active: list[tuple[int, int, int]] = []
    following = 0
    for number in sorted(range(len(attributions)), key=lambda n: _spans(attributions[n])[0]):
        first = _spans(attributions[number])[0]
        while following < len(pieces) and pieces[following][0] <= first.start:
            active.append(pieces[following])
            following += 1
        active = [piece for piece in active if piece[1] > first.start]
        found[number] = _tightest(attributions, number, {n for _, _, n in active})
    return tuple(found)


def depths(holders: Sequence[int | None]) -> tuple[int, ...]:
    """How many statements each one stands inside of."""
    found = []
    for number in range(len(holders)):
        depth, above = 0, holders[number]
        while above is not None:
            depth, above = depth + 1, holders[above]
        found.append(depth)
    return tuple(found)


def _spans(attribution: Attribution) -> Spans:
    return tuple(sorted((*attribution.source, *attribution.cue, *attribution.content)))


def _size(attribution: Attribution) -> int:
    return sum(span.end - span.start for span in attribution.content)


def _tightest(attributions: Sequence[Attribution], number: int, candidates: set[int]) -> int | None:
    """Of the candidates that hold the statement, the one with the least content, never one its own size."""
    inner = attributions[number]
    holding = [
        (_size(attributions[n]), n)
        for n in candidates - {number}
        if _size(attributions[n]) > _size(inner) and _holds(attributions[n], inner)
    ]
    return min(holding)[1] if holding else None


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return all(any(c.start <= s.start and s.end <= c.end for c in outer.content) for s in _spans(inner))
