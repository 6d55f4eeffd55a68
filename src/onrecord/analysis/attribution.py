"""Finding attributions: what the encoder scored becomes sources, cues and contents."""

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

import numpy as np
import numpy.typing as npt

from onrecord.analysis.interviews import turns
from onrecord.analysis.quotes import Quoted, quoted
from onrecord.analysis.raising import raised, raises
from onrecord.analysis.signatures import signed
from onrecord.analysis.words import whole_words
from onrecord.languages.marks import CLOSERS, SINGLE
from onrecord.models.encoder import LABELS, Candidate, Encoder, Reading
from onrecord.models.paths import best_labels
from onrecord.terms.article import Article
from onrecord.terms.span import Span, Spans, covered
from onrecord.terms.statement import Attribution

__all__ = ["Calibration", "Found", "attributions", "decode"]

_SOURCE, _CUE, _CONTENT = 1, 3, 5
_LINE = re.compile(r"[^\s](?:[^\r\n]*[^\s])?")
_DOUBT = -3.0
"""The lowest a label's log-probability counts: one piece in doubt says no more at -9 than at -3."""
_AT_ONCE = 48
"""So many paths are sought together: enough to spread the cost of a step, few enough to be of one length."""
_SURELY_OUTSIDE = -0.01
"""The log-probability of being outside from which on a piece is not looked at."""
_TOLD_BY_WORDS = 0.5
"""The share of the threshold that is enough where subject and verb tell who says something."""
_STRETCH = 512
_SAME = 0.6
"""Contents that share more than this (Jaccard) are one content; the likelier cue keeps it."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """How scores become a decision and a confidence; fitted on development articles, kept in the card.

    Attributes:
        threshold: an attribution is believed when its confidence is at least this.
        weights: of the bias, the cue's logit, and the mean and the lowest log-probability of the labels.
    """

    threshold: float
    weights: tuple[float, float, float, float]

    def confidence(self, facts: Sequence[float]) -> float:
        """The probability that an attribution with these facts is right (Platt 1999)."""
        z = self.weights[0] + sum(w * f for w, f in zip(self.weights[1:], facts, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution with what its confidence is read from.

    Attributes:
        attribution: the spans.
        facts: the cue's logit, the mean and the lowest log-probability of the labels on the best path.
    """

    attribution: Attribution
    facts: tuple[float, float, float]


def attributions(article: Article, encoder: Encoder) -> tuple[Attribution, ...]:
    """Every attribution of an article, in the order of the text.

    Interview turns and signed quotations are known by their layout, all else is read by the
    encoder. Nothing that stands in the article's furniture is attributed to anybody.
    """
    marks = quoted(article.text)
    reading = encoder.read(article.text, [(s.start, s.end) for s in marks.spans])
    calibration = Calibration(encoder.card["threshold"], tuple(encoder.card["calibration"]))
    read = (raised(article.text, f.attribution) for f in decode(article.text, marks, reading, calibration))
    furniture = covered(article.furniture)
    laid_out = (*turns(article.text), *signed(article.text))
    fitting = (a for a in read if not any(_crosses(a, other) for other in laid_out))
    kept = _distinct(a for a in (*laid_out, *fitting) if not furniture & covered(a.content))
    return tuple(sorted(kept, key=lambda a: (a.content[0], a.cue)))


def _crosses(found: Attribution, laid_out: Attribution) -> bool:
    """Whether a finding lays claim to a part of what layout gave to somebody, and to more than that."""
    whole = (*laid_out.content, *laid_out.source)
    return any(
        a.start < b.end and b.start < a.end and not (b.start <= a.start and a.end <= b.end)
        for a in found.content
        for b in whole
    )


def decode(text: str, marks: Quoted, reading: Reading, calibration: Calibration) -> tuple[Found, ...]:
    """The attributions that a reading holds, likelier ones keeping what two lay claim to.

    Args:
        text: the article's text.
        marks: its quotations.
        reading: what the encoder made of it.
        calibration: how sure one must be.
    """
    chosen = reading.candidates
    found = [_found(text, marks, reading, c, path) for c, path in zip(chosen, _paths(chosen), strict=True)]
    sure = (f for f in found if f and calibration.confidence(f.facts) >= _needed(text, f, calibration))
    likeliest = sorted(sure, key=lambda f: -f.facts[0])
    kept = {id(a) for a in _distinct(f.attribution for f in likeliest)}
    in_order = sorted(likeliest, key=lambda f: (f.attribution.content[0], f.attribution.cue))
    return tuple(_sure(f, calibration) for f in in_order if id(f.attribution) in kept)


def _needed(text: str, found: Found, calibration: Calibration) -> float:
    """How sure the encoder must be; where the words themselves tell, less."""
    return calibration.threshold * (_TOLD_BY_WORDS if raises(text, found.attribution) else 1)


def _sure(found: Found, calibration: Calibration) -> Found:
    confidence = calibration.confidence(found.facts)
    return replace(found, attribution=replace(found.attribution, confidence=confidence))


def _paths(candidates: Sequence[Candidate]) -> list[npt.NDArray[np.int64]]:
    """The best labels of each candidate's pieces; the candidate itself always begins its cue.

    Paths of about one length are sought together, each over the pieces that may be more than nothing.
    """
    reaches = [_reach(candidate) for candidate in candidates]
    paths = [np.zeros(len(candidate.roles), dtype=np.int64) for candidate in candidates]
    by_length = sorted(range(len(candidates)), key=lambda n: reaches[n][1] - reaches[n][0])
    for n in range(0, len(by_length), _AT_ONCE):
        some = by_length[n : n + _AT_ONCE]
        longest = max(reaches[i][1] - reaches[i][0] for i in some)
        scores = np.full((len(some), longest, len(LABELS)), -1e4, dtype=np.float32)
        scores[:, :, 0] = 0
        for row, i in enumerate(some):
            first, end = reaches[i]
            scores[row, : end - first] = candidates[i].roles[first:end]
            cue = candidates[i].piece - candidates[i].first - first
            scores[row, cue] = -1e4
            scores[row, cue, _CUE] = 0
        for path, i in zip(best_labels(scores), some, strict=True):
            first, end = reaches[i]
            paths[i][first:end] = path[: end - first]
    return paths


def _reach(candidate: Candidate) -> tuple[int, int]:
    """The rows of ``roles`` from the first to behind the last that is not surely outside of everything."""
    cue = candidate.piece - candidate.first
    open_ = np.flatnonzero(candidate.roles[:, 0] < _SURELY_OUTSIDE)
    return (min(int(open_[0]), cue), max(int(open_[-1]), cue) + 1) if len(open_) else (cue, cue + 1)


def _found(
    text: str, marks: Quoted, reading: Reading, candidate: Candidate, path: npt.NDArray[np.int64]
) -> Found | None:
    content = _joined(text, marks, _pieces(text, path, _CONTENT, candidate, reading))
    if not content:
        return None
    at = reading.offsets[candidate.piece][0]
    cue = tuple(s for s in _pieces(text, path, _CUE, candidate, reading) if s.start <= at < s.end)
    source = _one_source(text, _pieces(text, path, _SOURCE, candidate, reading), at)
    leaning = tuple(candidate.acts.tolist())
    return Found(Attribution(source, cue, content, leaning=leaning), _facts(candidate, path))


def _facts(candidate: Candidate, path: npt.NDArray[np.int64]) -> tuple[float, float, float]:
    """What confidence is read from; ``weights`` of ``Calibration`` says in which order."""
    taken = np.flatnonzero(path)
    chosen = candidate.roles[taken, path[taken]]
    return candidate.logit, float(chosen.mean()), max(float(chosen.min()), _DOUBT)


def _pieces(
    text: str, path: npt.NDArray[np.int64], begin: int, candidate: Candidate, reading: Reading
) -> list[Span]:
    """The runs of one role, as spans of the text; a rare word is several pieces and is not cut between."""
    places = np.flatnonzero((path == begin) | (path == begin + 1)).tolist()
    runs: list[list[int]] = []
    for place in places:
        if path[place] == begin or not runs or runs[-1][1] != place - 1:
            runs.append([place, place])
        else:
            runs[-1][1] = place
    bounds = (
        (reading.offsets[candidate.first + first][0], reading.offsets[candidate.first + last][1])
        for first, last in runs
    )
    return [whole_words(text, Span(start, end)) for start, end in bounds if start < end]


def _one_source(text: str, sources: Sequence[Span], cue: int) -> Spans:
    """A statement has one source: the nearest to the cue, and of one that runs over a line end that part."""
    parts = [part for source in sources for part in _lines(text, source)]
    return tuple(sorted(parts, key=lambda s: min(abs(s.start - cue), abs(s.end - cue)))[:1])


def _lines(text: str, span: Span) -> list[Span]:
    return [Span(*match.span()) for match in _LINE.finditer(text, span.start, span.end)]


def _joined(text: str, marks: Quoted, pieces: Sequence[Span]) -> Spans:
    """Pieces with nothing but space between are one; a quotation keeps the mark that closes it."""
    joined: list[Span] = []
    for piece in pieces:
        if joined and not text[joined[-1].end : piece.start].strip():
            joined[-1] = Span(joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return tuple(_with_marks(text, marks, piece) for piece in joined)


def _with_marks(text: str, marks: Quoted, piece: Span) -> Span:
    """Take in the quotation's own mark where it stands just outside; a closing comma stays out."""
    start, end = piece.start, piece.end
    first = max(bisect_left(marks.spans, Span(start, start + 1)) - 1, 0)
    for quotation in takewhile(lambda q: q.start < piece.end, islice(marks.spans, first, None)):
        if quotation.start < start <= quotation.start + 2 and not text[quotation.start : start].strip(
            _ALL_MARKS
        ):
            start = quotation.start
        closes_here = quotation.end - 3 <= end < quotation.end and quotation.start >= start
        if closes_here and not text[end : quotation.end].strip(_ALL_MARKS + ",.!?"):
            end = quotation.end
    while end > start + 1 and text[end - 1] in ", ":
        end -= 1
    return Span(start, end)


_ALL_MARKS = "".join(
    sorted({*"".join(CLOSERS), *"".join("".join(c) for c in CLOSERS.values()), *SINGLE, "’"})
)


def _distinct(found: Iterable[Attribution]) -> list[Attribution]:
    """Of attributions with one and the same content, the first."""
    kept: list[Attribution] = []
    holders: defaultdict[int, list[frozenset[int]]] = defaultdict(list)
    for attribution in found:
        mine = covered(attribution.content)
        stretches = {position // _STRETCH for position in mine}
        rivals = (other for stretch in stretches for other in holders[stretch])
        if all(len(mine & other) <= _SAME * len(mine | other) for other in rivals):
            kept.append(attribution)
            for stretch in stretches:
                holders[stretch].append(mine)
    return kept
