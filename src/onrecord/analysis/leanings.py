"""How likely each act is, by the words of a statement: a table of learned weights.

The rules of ``acts`` know what a cue tells. Where it only says that something was said, they know
little; there a multinomial logistic regression over the words of cue, source and content, and over what
the rules make of them, knows more, and so does the encoder. Both are fitted on acts that were labelled by
readers (``training/tables/acts.py``), and what they say is added up.
"""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.analysis.acts import Deed, Wording
from onrecord.analysis.contents import content_act, disputes, judgement, read, threatens
from onrecord.analysis.patterns import words_in
from onrecord.languages.english.common_words import COMMON_WORDS
from onrecord.terms.statement import ACTS, Act

__all__ = ["features_of", "leanings_of", "together", "weighed"]

Floats = npt.NDArray[np.float32]
_OF_WORDS, _OF_ENCODER = 0.6, 0.7
"""How much either counts; on articles that neither has learnt from, a third less or more is as good."""
CERTAIN = 0.85
"""The confidence of a rule that decides alone ("called the pictures fakes" denies): what it tells is rare
among the labels, so that the weights know little of it."""
_CUES = 4000
"""So many cues and sources are remembered: few words make most of them."""
_LENGTHS = 5
_WORDS_A_LENGTH = 8
_READ = 120
"""So many words of a content are read: what comes later in a speech tells no act."""
_SHORTEST = 3
"""The table of common words begins at words of three letters."""
_TELLING = frozenset(["?!", "a", "i"])


class _Table(NamedTuple):
    """The weights, whole numbers to be multiplied by ``scale``, which add up alike in any order.

    ``rows`` gives the row of a feature in ``weights``, shape ``[features + 1, len(ACTS)]``; the first row is
    nothing, so that nobody is without any.
    """

    rows: dict[str, int]
    weights: npt.NDArray[np.int8]
    scale: Floats
    bias: Floats


@cache
def _table() -> _Table:
    with files("onrecord.languages.english").joinpath("acts.npz").open("rb") as opened:
        kept = np.load(opened, allow_pickle=False)
        names = str(kept["names"]).split("\n")
        return _Table(
            {name: row for row, name in enumerate(names, 1)},
            np.pad(kept["weights"], ((1, 0), (0, 0))),
            kept["scale"],
            kept["bias"],
        )


def weighed(
    wordings: Sequence[Wording], deeds: Sequence[Deed], encoder: Sequence[Sequence[float]]
) -> list[Deed]:
    """The likeliest acts of some statements by the rules, the words and the encoder together.

    The mode stays the rules', but that whatever rules is a ruling.

    Args:
        wordings: the words of each statement.
        deeds: what the rules make of it.
        encoder: what the encoder makes of its sentence, as log-probabilities in the order of ``ACTS``; empty
            where it was not asked, as for what layout alone tells.
    """
    if not deeds:
        return []
    scores = leanings_of(wordings, deeds)
    asked = [number for number, leaning in enumerate(encoder) if len(leaning)]
    if asked:
        heard = np.array([encoder[number] for number in asked], dtype=np.float32)
        scores[asked] = together(scores[asked], heard)
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    likely = (shares.max(axis=1) / shares.sum(axis=1)).tolist()
    best = shares.argmax(axis=1).tolist()
    return [
        deed if deed.confidence >= CERTAIN else _decided(deed, ACTS[act], sure, encoder=len(leaning) > 0)
        for deed, act, sure, leaning in zip(deeds, best, likely, encoder, strict=True)
    ]


def _decided(deed: Deed, act: Act, sure: float, *, encoder: bool) -> Deed:
    how = "weights of words and the encoder" if encoder else "weights of words"
    by = f"{deed.by}; {how}" if act == deed.act else f"{how}, over {deed.by}"
    return Deed(act, "ruling" if act == "rule" else deed.mode, by, sure)


def together(words: Floats, encoder: Floats) -> Floats:
    """The scores of the acts by words and encoder together.

    Args:
        words: log-probabilities of the acts by the words, shape ``[..., len(ACTS)]``.
        encoder: by the encoder, likewise.
    """
    scores: Floats = _OF_WORDS * words + _OF_ENCODER * encoder
    return scores


def leanings_of(wordings: Sequence[Wording], deeds: Sequence[Deed]) -> Floats:
    """Log-probabilities of the acts of some statements, shape ``[statements, len(ACTS)]``.

    Args:
        wordings: the words of each statement.
        deeds: what the rules make of it.
    """
    table = _table()
    rows: list[int] = []
    begins: list[int] = []
    for wording, deed in zip(wordings, deeds, strict=True):
        begins.append(len(rows))
        rows.append(0)
        rows.extend(filter(None, map(table.rows.get, features_of(wording, deed))))
    sums = np.add.reduceat(table.weights[rows], begins, axis=0, dtype=np.int32).astype(np.float32)
    scores = table.bias + table.scale * sums
    scores -= scores.max(axis=1, keepdims=True)
    logs: Floats = (scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))).astype(np.float32)
    return logs


def features_of(wording: Wording, deed: Deed) -> set[str]:
    """What is told of a statement, as names of features; a name is there or not.

    Words that are written with a capital as a rule are left out, so that nothing is learnt about anybody.
    """
    content = _common(read(wording.content).words)[:_READ]
    return {
        *_of_rules(wording, deed),
        *_of_cue(wording.cue),
        *content,
        *[f"{a} {b}" for a, b in pairwise(content)],
        *[f"{place} {word}" for place, word in enumerate(content[:3])],
        f"begins {' '.join(content[:2])}",
        *_of_source(wording.source),
        f"{min(_LENGTHS, len(content) // _WORDS_A_LENGTH)} long, {deed.act == 'say'}",
    }


def _of_rules(wording: Wording, deed: Deed) -> tuple[str, ...]:
    content, quoted = wording.content, wording.quoted
    return (
        f"rule {deed.act}",
        f"rule {deed.act} {deed.confidence}",
        f"by {deed.by.split(':', 1)[0]}",
        f"mode {deed.mode}",
        f"content {content_act(content, quoted=quoted)}",
        f"judges {judgement(content)}",
        f"disputes {disputes(content)}",
        f"threatens {threatens(content)}",
        f"quoted {quoted}",
        f"source {bool(wording.source)}",
    )


@lru_cache(maxsize=_CUES)
def _of_cue(cue: str) -> tuple[str, ...]:
    words = _common(words_in(cue.lower()))
    pairs = (f"cue {a} {b}" for a, b in pairwise(words))
    return (*(f"cue {word}" for word in words), *pairs, f"whole cue {' '.join(words)}")


@lru_cache(maxsize=_CUES)
def _of_source(source: str) -> tuple[str, ...]:
    return tuple(f"source {word}" for word in _common(words_in(source.lower()))[-4:])


def _common(words: Iterable[str]) -> list[str]:
    """The words that are seldom written with a capital."""
    return [
        word
        for word in words
        if word in COMMON_WORDS or "'" in word or word in _TELLING or len(word) < _SHORTEST
    ]
