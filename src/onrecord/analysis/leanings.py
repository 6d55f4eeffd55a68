"""How likely each act is, by the words of a statement: a table of learned weights.

The rules of ``acts`` know what a cue tells. Where it only says that something was said, they know
little; there a multinomial logistic regression over the words of cue, source and content, and over what
the rules make of them, knows more, and so does the encoder. Both are fitted on acts that were labelled by
readers (``training/tables/acts.py``), and what they say is added up.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.analysis.acts import Deed, Wording
from onrecord.analysis.contents import content_act, disputes, judgement, threatens
from onrecord.languages.english.common_words import COMMON_WORDS
from onrecord.terms.statement import ACTS, Mode

__all__ = ["features_of", "leaning_of", "together", "weighed"]

Floats = npt.NDArray[np.float32]
_OF_WORDS, _OF_ENCODER = 0.6, 0.7
"""How much either counts; on articles that neither has learnt from, a third less or more is as good."""
CERTAIN = 0.85
"""The confidence of a rule that decides alone ("called the pictures fakes" denies): what it tells is rare
among the labels, so that the weights know little of it."""
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?|[?!]")
_LENGTHS = 5
_WORDS_A_LENGTH = 8
_READ = 120
"""So many words of a content are read: what comes later in a speech tells no act."""
_SHORTEST = 3
"""The table of common words begins at words of three letters."""
_TELLING = frozenset(["?!", "a", "i"])


class _Table(NamedTuple):
    """The weights, whole numbers to be multiplied by ``scale``, which add up alike in any order.

    ``rows`` gives the row of a feature in ``weights``, shape ``[features, len(ACTS)]``.
    """

    rows: dict[str, int]
    weights: Floats
    scale: Floats
    bias: Floats


@cache
def _table() -> _Table:
    with files("onrecord.languages.english").joinpath("acts.npz").open("rb") as opened:
        kept = np.load(opened, allow_pickle=False)
        names = str(kept["names"]).split("\n")
        return _Table(
            {name: row for row, name in enumerate(names)},
            kept["weights"].astype(np.float32),
            kept["scale"],
            kept["bias"],
        )


def weighed(wording: Wording, deed: Deed, encoder: Sequence[float]) -> Deed:
    """The likeliest act by the rules, the words and the encoder together.

    The mode stays the rules', but that whatever rules is a ruling.

    Args:
        wording: the words of the statement.
        deed: what the rules make of them.
        encoder: what the encoder makes of the sentence, as log-probabilities in the order of ``ACTS``; empty
            where it was not asked, as for what layout alone tells.
    """
    if deed.confidence >= CERTAIN:
        return deed
    scores = leaning_of(wording, deed)
    if len(encoder):
        scores = together(scores, np.array(encoder, dtype=np.float32))
    shares = np.exp(scores - scores.max())
    best = int(shares.argmax())
    how = "; weights of words" + (" and the encoder" if len(encoder) else "")
    by = deed.by + how if ACTS[best] == deed.act else f"{how[2:]}, over {deed.by}"
    mode: Mode = "ruling" if ACTS[best] == "rule" else deed.mode
    return Deed(ACTS[best], mode, by, float(shares[best] / shares.sum()))


def together(words: Floats, encoder: Floats) -> Floats:
    """The scores of the acts by words and encoder together.

    Args:
        words: log-probabilities of the acts by the words, shape ``[..., len(ACTS)]``.
        encoder: by the encoder, likewise.
    """
    scores: Floats = _OF_WORDS * words + _OF_ENCODER * encoder
    return scores


def leaning_of(wording: Wording, deed: Deed) -> Floats:
    """Log-probabilities of the acts, in the order of ``ACTS``.

    Args:
        wording: the words of the statement.
        deed: what the rules make of them.
    """
    table = _table()
    known = [table.rows[name] for name in features_of(wording, deed) if name in table.rows]
    scores = table.bias + table.scale * table.weights[known].sum(axis=0)
    scores = scores - scores.max()
    logs: Floats = (scores - np.log(np.exp(scores).sum())).astype(np.float32)
    return logs


def features_of(wording: Wording, deed: Deed) -> set[str]:
    """What is told of a statement, as names of features; a name is there or not.

    Words that are written with a capital as a rule are left out, so that nothing is learnt about anybody.
    """
    cue, content = _common(wording.cue), _common(wording.content)[:_READ]
    return {
        *_of_rules(wording, deed),
        *(f"cue {word}" for word in cue),
        *(f"cue {a} {b}" for a, b in pairwise(cue)),
        f"whole cue {' '.join(cue)}",
        *content,
        *(f"{a} {b}" for a, b in pairwise(content)),
        *(f"{place} {word}" for place, word in enumerate(content[:3])),
        f"begins {' '.join(content[:2])}",
        *(f"source {word}" for word in _common(wording.source)[-4:]),
        f"{min(_LENGTHS, len(content) // _WORDS_A_LENGTH)} long, {deed.act == 'say'}",
    }


def _of_rules(wording: Wording, deed: Deed) -> Iterator[str]:
    yield f"rule {deed.act}"
    yield f"rule {deed.act} {deed.confidence}"
    yield f"by {deed.by.split(':')[0]}"
    yield f"mode {deed.mode}"
    yield f"content {content_act(wording.content, quoted=wording.quoted)}"
    yield f"judges {judgement(wording.content)}"
    yield f"disputes {bool(disputes(wording.content))}"
    yield f"threatens {bool(threatens(wording.content))}"
    yield f"quoted {wording.quoted}"
    yield f"source {bool(wording.source)}"


def _common(text: str) -> list[str]:
    words = (word.replace("’", "'") for word in _WORD.findall(text.lower()))
    return [
        word
        for word in words
        if word in COMMON_WORDS or "'" in word or word in _TELLING or len(word) < _SHORTEST
    ]
