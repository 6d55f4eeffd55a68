"""Rules, words and the encoder together decide what a speaker does."""

import math
from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.acts import Deed, Wording, deed_of
from onrecord.analysis.leanings import features_of, leanings_of, weighed
from onrecord.terms.statement import ACTS


def _told(cue: str, content: str) -> tuple[Wording, Deed]:
    wording = Wording("Jo Doe", cue, content, quoted=False)
    return wording, deed_of(wording)


def _decided(cue: str, content: str, encoder: Sequence[float] = ()) -> Deed:
    wording, deed = _told(cue, content)
    return weighed([wording], [deed], [encoder])[0]


def _encoder(**shares: float) -> tuple[float, ...]:
    return tuple(math.log(shares.get(act, 0.001)) for act in ACTS)


def test_what_the_encoder_is_sure_of_decides_where_the_cue_only_says_so() -> None:
    """Behind a plain "said" the encoder's act stands, and the decision says so."""
    found = _decided("said", "the night shift had been told of it", _encoder(accuse=0.95))
    assert (found.act, found.mode) == ("accuse", "speech")
    assert "the encoder" in found.by


def test_a_cue_that_tells_stands_against_a_doubtful_encoder() -> None:
    """A cue like "denied" denies, unless everything else is sure of something else."""
    assert _decided("denied", "the charge", _encoder(say=0.4, deny=0.2)).act == "deny"


def test_calling_something_a_fake_denies_whatever_else_tells() -> None:
    """Where a rule is certain, neither the words nor the encoder are asked."""
    assert _decided("called", "the pictures fakes", _encoder(say=0.99)).act == "deny"


def test_without_the_encoder_rules_and_words_decide() -> None:
    """What layout found (interviews, signed quotations) was not asked of the encoder."""
    found = _decided("warned", "of floods", ())
    assert found.act == "warn"
    assert "the encoder" not in found.by


def test_names_are_no_features() -> None:
    """Nothing is learnt about anybody: words that are mostly capitalised are left out."""
    features = features_of(*_told("told Wrenn", "that Maddrick had lied to Ostrel"))
    assert not any(name in feature for feature in features for name in ("wrenn", "maddrick", "ostrel"))


@given(st.text(max_size=60), st.text(max_size=20))
def test_the_words_of_any_statement_give_probabilities(content: str, cue: str) -> None:
    """Whatever the words are, the shares of the acts add up to one."""
    wording, deed = _told(cue, content)
    assert math.isclose(float(np.exp(leanings_of([wording], [deed])).sum()), 1, abs_tol=1e-4)


@given(st.lists(st.floats(-12, 0), min_size=len(ACTS), max_size=len(ACTS)))
def test_its_confidence_is_a_share(leaning: list[float]) -> None:
    """However the encoder leans, the confidence of the act is a probability."""
    assert 0 < _decided("said", "it would rain", leaning).confidence <= 1
