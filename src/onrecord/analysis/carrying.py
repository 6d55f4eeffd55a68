"""What an occasion takes over from the statements before it."""

import math
from collections.abc import Iterator
from typing import Any, TypeAlias

from onrecord.analysis.standing import FIELDS, NOBODY, Standing, same_value
from onrecord.analysis.surroundings import place_of
from onrecord.analysis.tellings import freshness
from onrecord.terms.span import Spans
from onrecord.terms.statement import Actor, Said

__all__ = ["Found", "carried"]

Found: TypeAlias = tuple[str, str, Any, dict[str, float], Spans]
_SLIGHT = 0.15
"""What is less likely than this is no leaning."""
_APART, _CHAIN = 12, 10
"""So many sentences between, and so many statements before, are looked at."""
_REACH = 60
"""So many statements back an occasion carries on, and so many ahead the body is looked through."""
_CARRYING = {
    "held": "taken over from the statement around it",
    "carried on": "carried over from the same speaker",
    "leaning": "carried over from the same speaker",
    "carried over": "carried over from another speaker",
}
_TELLING_CONTEXTS = frozenset(
    {"past", "perfect", "present", "pluperfect", "in the lead", "in the headline", "thought", "another time"}
    | {"a day told", "told somebody", "by a relative", "introduced", "opens a paragraph", "known venue"}
)


def carried(read: Standing, number: int, name: str) -> Iterator[Found]:
    """What was chosen for the statement before, for the last one of the same speaker, for the holder."""
    rank = read.rank[number]
    holder = read.around.holders[number]
    before = [
        n for n in read.order[max(0, rank - _REACH) : rank] if read.around.holders[n] is None or n == holder
    ]
    if holder is not None:
        yield from _taken(read, number, name, holder, "held")
        return
    speaker = read.speakers[number].name
    same = [n for n in before if read.speakers[n].name == speaker and speaker not in NOBODY]
    filled = [n for n in same if read.chosen[n].choices[name].option]
    if filled:
        silent = sum(n in same for n in before[before.index(filled[-1]) + 1 :])
        yield from _taken(read, number, name, filled[-1], "carried on", silent=silent)
    if same and not read.chosen[same[-1]].choices[name].option:
        yield from _taken(read, number, name, same[-1], "leaning")
    others = [n for n in before[-3:] if n not in same and read.chosen[n].choices[name].option]
    if others:
        yield from _taken(read, number, name, others[-1], "carried over")


def _taken(
    read: Standing, number: int, name: str, earlier: int, group: str, *, silent: int = 0
) -> Iterator[Found]:
    choice = read.chosen[earlier].choices.get(name)
    if choice is None:
        return
    leaning = choice.leaning if group == "leaning" and choice.lean > _SLIGHT else None
    option = choice.option or leaning
    if option is None:
        return
    value = option.value
    if isinstance(value, Actor) and value.name == read.speakers[number].name:
        return
    if group == "carried over" and isinstance(value, Said) and _is_stale(read, number, earlier, value):
        return
    sentences = max(0, read.sentence_of(number) - read.sentence_of(earlier))
    text = read.attributions
    features = {
        "silent since": math.log1p(silent),
        "sentences": math.log1p(sentences),
        "the same sentence": float(sentences == 0),
        "the same paragraph": float(
            read.scene.paragraph(place_of(text[number])) == read.scene.paragraph(place_of(text[earlier]))
        ),
        "next statement": float(read.rank[number] - read.rank[earlier] == 1),
        "from the lead": float(option.by == "the lead of the report"),
        "sure": choice.confidence if choice.option else choice.lean,
        "from a sentence": float(option.by == "the sentence of the cue"),
        "both quoted": float("quoted" in read.contexts[number] and "quoted" in read.contexts[earlier]),
        "same tense": float(_tense(read, number) == _tense(read, earlier)),
    }
    features |= {f"from {key}": 1.0 for key in read.contexts[earlier] if key in _TELLING_CONTEXTS}
    features |= _between(read, number, earlier, name, value)
    if isinstance(value, Said):
        features |= freshness(read, value)
    else:
        features |= _same_occasion(read, number, earlier)
    yield group, _CARRYING[group], value, features, option.evidence


def _between(read: Standing, number: int, earlier: int, name: str, value: Any) -> dict[str, float]:  # noqa: ANN401 - one of three types
    """What lies between a statement and an earlier one: other people's words, other days, other venues."""
    first, last = read.sentence_of(earlier), read.sentence_of(number)
    signs = [read.around.told_in(n) for n in range(max(first + 1, last - _APART), last)]
    places = sorted((place_of(read.attributions[earlier]), place_of(read.attributions[number])))
    speaker = read.speakers[earlier].name
    rank = read.rank[number]
    others = sum(read.speakers[n].name != speaker for n in read.order[read.rank[earlier] + 1 : rank])
    same = same_value(value)
    late = (read.chosen[n].choices.get(name) for n in read.order[max(0, rank - _CHAIN) : rank])
    return {
        "days between": math.log1p(sum(len(s.times) for s in signs)),
        "venues between": math.log1p(sum(len(s.venues) for s in signs)),
        "others between": math.log1p(others),
        "chain": math.log1p(sum(bool(c and c.option and same_value(c.option.value) == same) for c in late)),
        "told between": math.log1p(read.scene.told_between(*places)),
    }


def _is_stale(read: Standing, number: int, earlier: int, said: Said) -> bool:
    """Whether a day is too long ago for somebody else's words in another paragraph to be of it."""
    place, before = (place_of(read.attributions[n]) for n in (number, earlier))
    return read.scene.paragraph(place) != read.scene.paragraph(before) and "of the day" not in freshness(
        read, said
    )


def _tense(read: Standing, number: int) -> frozenset[str]:
    return read.contexts[number] & {
        "past",
        "perfect",
        "present",
        "pluperfect",
        "infinitive",
        "participle",
        "modal",
        "noun",
        "bare",
    }


def _same_occasion(read: Standing, number: int, earlier: int) -> dict[str, float]:
    """Whether what is chosen already for two statements speaks of one occasion."""
    features: dict[str, float] = {}
    for name in FIELDS:
        mine, theirs = (read.chosen[n].choices.get(name) for n in (number, earlier))
        if mine is None or theirs is None:
            continue
        key = [c.option and same_value(c.option.value) for c in (mine, theirs)]
        if key[0] is None and key[1] is None:
            features[f"both without {name}"] = 1.0
        elif key[0] == key[1]:
            features[f"the same {name}"] = 1.0
        else:
            features[f"another {name}"] = 1.0
            features[f"without its {name}"] = float(key[0] is None)
        if mine.option and mine.option.by == "the sentence of the cue":
            features[f"own {name}"] = 1.0
    return features
